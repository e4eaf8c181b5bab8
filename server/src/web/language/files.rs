//! The files of texts, held against each other and against what the pages say.

use demitasse_shared::error::RefusalCode;
use demitasse_shared::texts::written::{Written, differences, read};

use super::{LANGUAGES, Language, said};
use crate::web::samples;

fn file(language: &Language) -> Written {
    let path = format!("{}/../assets/texts/{}.ftl", env!("CARGO_MANIFEST_DIR"), language.tag);
    read(&std::fs::read_to_string(path).expect("each language has its file"))
}

#[test]
fn a_language_has_the_texts_that_english_has_with_the_same_values() {
    let english = file(&LANGUAGES[0]);
    for language in Language::all() {
        let told = differences(&english, &file(language));
        assert!(told.is_empty(), "{language:?}: {told:#?}");
    }
}

#[test]
fn every_text_can_be_read_and_is_said_on_some_page() {
    for language in Language::all() {
        let pages = samples::every_page(language.tag);
        assert!(!pages.is_empty() && !samples::every_part(language.tag).is_empty());
        for name in file(language).keys() {
            assert!(language.texts.has(name), "{language:?}: {name} cannot be read");
        }
    }
    let said = said::all();
    // The message with the code is no page.
    let silent: Vec<_> = file(&LANGUAGES[0])
        .into_keys()
        .filter(|name| !said.contains(name) && !name.starts_with("proof-message"))
        .collect();
    assert!(silent.is_empty(), "nobody says {silent:?}");
}

#[test]
fn every_refusal_has_its_texts() {
    let english = file(&LANGUAGES[0]);
    for code in RefusalCode::ALL {
        for part in ["", ".happened", ".next"] {
            assert!(english.contains_key(&format!("refused-{code}{part}")), "{code}{part}");
        }
    }
}

#[test]
fn texts_keep_the_houses_voice() {
    for language in Language::all() {
        for (name, text) in &file(language) {
            let text = text.trim();
            assert!(!text.is_empty(), "{language:?}: {name}");
            assert!(!text.contains(['!', '！', '¡']), "{language:?}: {name}: {text}");
        }
    }
    for (name, text) in &file(&LANGUAGES[0]) {
        let plain = text.to_lowercase();
        for unkind in ["error", "invalid", "sorry", "oops", "fail", "please"] {
            assert!(!plain.contains(unkind), "{name}: {text}");
        }
        if matches!(name.split_once('.'), Some((_, "happened" | "next"))) {
            assert!(text.trim().ends_with(['.', '?', ':']), "{name}: {text}");
        }
    }
}

/// A number is filled in by the script, so no text may hold another one that looks like it.
#[test]
fn counted_texts_have_one_slot_at_most() {
    for language in Language::all() {
        for (id, number) in [("order-ahead", "ahead")] {
            let Some(kinds) = language.texts.plural(id, number) else { continue };
            let all = [kinds.zero, kinds.one, kinds.two, kinds.few, kinds.many, kinds.other];
            for text in all.into_iter().flatten() {
                assert!(text.matches("{}").count() <= 1, "{language:?}: {text}");
                assert!(!text.contains(|c: char| c.is_ascii_digit()), "{language:?}: {text}");
            }
        }
    }
}

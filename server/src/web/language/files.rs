//! The files of texts, held against each other and against what the pages say.

use std::collections::{BTreeMap, BTreeSet};

use demitasse_shared::error::RefusalCode;

use super::{LANGUAGES, Language, said};
use crate::web::samples;

/// Texts by their names (`NAME` or `NAME.ATTRIBUTE`), as they are written.
type File = BTreeMap<String, String>;

fn file(language: &Language) -> File {
    let path = format!("{}/../assets/texts/{}.ftl", env!("CARGO_MANIFEST_DIR"), language.tag);
    read(&std::fs::read_to_string(path).expect("each language has its file"))
}

/// Reads a file as far as it concerns who holds two of them together. Whether Fluent can read it,
/// saying all of it shows.
fn read(source: &str) -> File {
    let (mut file, mut message, mut current) = (File::new(), String::new(), None);
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let attribute = line.trim_start().strip_prefix('.').filter(|_| line.starts_with(' '));
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, text) = line.split_once('=').expect("a text has a name");
            name.trim().clone_into(&mut message);
            let known = file.insert(message.clone(), text.to_owned());
            assert_eq!(known, None, "{message} is there twice");
            current = Some(message.clone());
        } else if let Some((name, text)) = attribute.and_then(|rest| rest.split_once('=')) {
            let name = format!("{message}.{}", name.trim());
            let known = file.insert(name.clone(), text.to_owned());
            assert_eq!(known, None, "{name} is there twice");
            current = Some(name);
        } else if let Some(text) = current.as_ref().and_then(|name| file.get_mut(name)) {
            text.push('\n');
            text.push_str(line);
        }
    }
    file
}

/// The names of the values that a text is filled with.
fn values(text: &str) -> BTreeSet<&str> {
    let after = text.split('$').skip(1);
    after.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next()).collect()
}

#[test]
fn a_language_has_the_texts_that_english_has_and_no_others() {
    let english = file(&LANGUAGES[0]);
    for language in Language::all() {
        let own = file(language);
        let superfluous: Vec<_> = own.keys().filter(|name| !english.contains_key(*name)).collect();
        assert!(superfluous.is_empty(), "{language:?} says what nobody asks for: {superfluous:?}");
        let missing: Vec<_> = english.keys().filter(|name| !own.contains_key(*name)).collect();
        assert!(missing.is_empty(), "{language:?} has no {missing:?}");
    }
}

#[test]
fn a_text_is_filled_with_the_same_values_in_every_language() {
    let english = file(&LANGUAGES[0]);
    for language in Language::all() {
        for (name, text) in &file(language) {
            let expected = english.get(name).map(|text| values(text)).unwrap_or_default();
            assert_eq!(values(text), expected, "{language:?}: {name}");
        }
    }
}

#[test]
fn every_text_can_be_read_and_is_said_on_some_page() {
    for language in Language::all() {
        let pages = samples::every_page(language.tag);
        assert!(!pages.is_empty());
        for name in file(language).keys() {
            let (message, attribute) = name.split_once('.').unwrap_or((name, ""));
            let has = language.texts.has(message, attribute);
            assert!(has, "{language:?}: {name} cannot be read");
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

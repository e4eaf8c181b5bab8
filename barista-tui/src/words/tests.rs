//! The files of texts, held against each other and against what the code says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use demitasse_shared::texts::written::{Written, differences, read};

use super::*;

fn file(tag: &str) -> Written {
    let path = format!("{}/../assets/texts/barista/{tag}.ftl", env!("CARGO_MANIFEST_DIR"));
    read(&fs::read_to_string(path).expect("each language has its file"))
}

/// All that stands between quotes in the program, tests left out.
fn quoted() -> BTreeSet<String> {
    let (mut quoted, mut folders) = (BTreeSet::new(), vec![Path::new(SOURCES).to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources") {
            let path = entry.expect("the sources").path();
            if path.ends_with("tests") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                let source = fs::read_to_string(path).expect("the sources");
                let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                quoted.extend(code.lines().flat_map(|line| line.split('"')).map(str::to_owned));
            }
        }
    }
    quoted
}

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// Whether it reads like a text's name: small words with dashes between them, the first of which
/// begins some text's name.
fn is_name(quoted: &str, english: &Written) -> bool {
    let family = |name: &str| name.split_once('-').map(|(family, _)| family.to_owned());
    let plain = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '.');
    quoted.chars().all(plain)
        && family(quoted)
            .is_some_and(|own| english.keys().any(|name| family(name) == Some(own.clone())))
}

#[test]
fn a_language_has_the_texts_that_english_has_with_the_same_values() {
    let english = file("en");
    for tag in Words::tags() {
        let told = differences(&english, &file(tag));
        assert!(told.is_empty(), "{tag}: {told:#?}");
    }
}

#[test]
fn every_text_can_be_read() {
    for language in LANGUAGES.iter() {
        assert!(language.texts.faults().is_empty(), "{:?}", language.texts.faults());
        for name in file(language.tag).keys() {
            assert!(language.texts.has(name), "{}: {name} cannot be read", language.tag);
        }
    }
}

#[test]
fn what_the_code_says_is_there_and_nothing_else_is() {
    let (english, quoted) = (file("en"), quoted());
    let silent: Vec<_> = english.keys().filter(|name| !quoted.contains(*name)).collect();
    assert!(silent.is_empty(), "nobody says {silent:?}");
    let unknown: Vec<_> = quoted
        .iter()
        .filter(|name| is_name(name, &english) && !english.contains_key(*name))
        .collect();
    assert!(unknown.is_empty(), "there is no {unknown:?}");
}

#[test]
fn texts_keep_the_houses_voice() {
    for tag in Words::tags() {
        for (name, text) in file(tag) {
            assert!(!text.trim().is_empty(), "{tag}: {name}");
            assert!(!text.contains(['!', '！', '¡']), "{tag}: {name}: {text}");
        }
    }
    for (name, text) in file("en") {
        for unkind in ["error", "invalid", "sorry", "oops", "fail", "please"] {
            assert!(!text.to_lowercase().contains(unkind), "{name}: {text}");
        }
    }
}

#[test]
fn the_surroundings_choose_the_language_and_english_is_for_the_rest() {
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[], "en"),
        (&[("LANG", "de_AT.UTF-8")], "de"),
        (&[("LANG", "de")], "de"),
        (&[("LANG", "de_DE@euro")], "de"),
        (&[("LANG", "C.UTF-8")], "en"),
        (&[("LANG", "tlh_KX")], "en"),
        (&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "de_DE.UTF-8")], "de"),
        (&[("LC_MESSAGES", "de_DE.UTF-8"), ("LC_ALL", "C")], "en"),
        (&[("LC_ALL", ""), ("LANG", "de_CH")], "de"),
    ];
    for (env, expected) in table {
        let var = |name: &str| env.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        assert_eq!(format!("{:?}", Words::from_env(var)), *expected, "{env:?}");
    }
    assert_eq!(format!("{:?}", Words::of(Some("de-CH"))), "de");
    assert_eq!(format!("{:?}", Words::of(Some("xx"))), "en");
}

#[test]
fn a_text_that_a_language_lacks_stands_in_english() {
    static SPARSE: LazyLock<Language> =
        LazyLock::new(|| Language { tag: "de", texts: Texts::new("de", &["help-quit = fort\n"]) });
    let words = Words(&SPARSE);
    assert_eq!(words.plain("help-quit"), "fort");
    assert_eq!(words.say("ticket-with", &[("barista", "Bo".into())]), "with Bo");
}

#[test]
fn where_only_ascii_shows_languages_of_other_letters_give_way() {
    for (tag, expected) in [("ja", "en"), ("zh", "en"), ("ko", "en"), ("de", "de"), ("fr", "fr")] {
        assert_eq!(format!("{:?}", Words::of(Some(tag)).in_ascii()), expected);
    }
}

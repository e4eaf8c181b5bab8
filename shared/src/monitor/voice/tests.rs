//! The files of texts, held against each other and against what monitors say.

use std::fs;
use std::path::Path;

use super::*;
use crate::texts::written::{Written, differences, read};

/// Where texts are said.
const SOURCES: [&str; 2] = ["src", "../display-kiosk/src"];

fn file(tag: &str) -> Written {
    let path = format!("{}/../assets/texts/monitor/{tag}.ftl", env!("CARGO_MANIFEST_DIR"));
    read(&fs::read_to_string(path).expect("each language has its file"))
}

/// All that is written in the sources of a folder.
fn written_in(folder: &Path) -> String {
    let mut sources = String::new();
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("the sources").path();
        if path.is_dir() {
            sources += &written_in(&path);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            sources += &fs::read_to_string(path).expect("the sources");
        }
    }
    sources
}

fn voice(tags: &[&str]) -> Vec<&'static str> {
    let tags: Vec<_> = tags.iter().map(|&tag| tag.to_owned()).collect();
    Voice::of(&tags).languages().collect()
}

#[test]
fn a_language_has_the_texts_that_english_has_with_the_same_values() {
    let english = file("en");
    for tag in Voice::tags() {
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
fn no_text_is_there_that_nobody_says() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources: String = SOURCES.iter().map(|folder| written_in(&home.join(folder))).collect();
    let english = file("en");
    let silent: Vec<_> =
        english.keys().filter(|name| !sources.contains(&format!("\"{name}\""))).collect();
    assert!(silent.is_empty(), "nobody says {silent:?}");
}

#[test]
fn texts_keep_the_houses_voice() {
    for tag in Voice::tags() {
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
fn a_monitor_speaks_the_first_two_languages_that_it_knows() {
    assert_eq!(voice(&[]), ["en"]);
    assert_eq!(voice(&["tlh"]), ["en"]);
    assert_eq!(voice(&["de-AT", "de", "tlh", "en-GB"]), ["de", "en"]);
}

#[test]
fn a_text_that_reads_the_same_in_both_languages_stands_once() {
    let both = Said(vec!["Latte".to_owned(), "Latte".to_owned()]);
    assert_eq!(both.texts().collect::<Vec<_>>(), ["Latte"]);
    assert_eq!(Said::default().leading(), "");
}

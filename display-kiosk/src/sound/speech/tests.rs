//! Real programs of a test's own say real sentences.

use demitasse_shared::monitor::Voice as Languages;

use super::*;
use crate::sound::saying;

fn speech(commands: &[&str]) -> Speech {
    let voices = commands.iter().map(|line| Voice::Own(line.parse().expect(line))).collect();
    Speech { voices, volume: 40, has_told: false }
}

#[tokio::test]
async fn a_number_is_said_in_the_venues_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = folder.path().join("said");
    let keep = format!(
        r#"sh -c 'printf "%s at %s: %s\n" "$2" "$3" "$1" >>{}' sh {{text}} {{language}} {{volume}}"#,
        shlex::try_quote(kept.to_str().expect("text")).expect("no NUL")
    );
    let mut speech = speech(&[&keep]);
    for sentence in saying(&Languages::of(&["de".to_owned(), "en".to_owned()]), 412).sentences {
        speech.say(&sentence).await;
    }
    let said = std::fs::read_to_string(kept).expect("something was said");
    let second = "en at 40: Number 412 is ready.\n";
    assert!(said.starts_with("de at 40: ") && said.ends_with(second), "{said}");
    assert_eq!(said.matches("412").count(), 2, "{said}");
}

#[tokio::test]
async fn a_program_that_cannot_speak_gives_way_to_one_that_can() {
    let mut speech = speech(&["demitasse-no-such-program {text}", "false {text}", "true {text}"]);
    for sentence in saying(&Languages::default(), 1).sentences {
        speech.say(&sentence).await;
    }
    let [Voice::Own(left)] = speech.voices.as_slice() else { panic!("{:?}", speech.voices) };
    assert_eq!(*left, "true {text}".parse().expect("a command"));
    assert!(!speech.has_told);
}

#[tokio::test]
async fn nobody_is_told_twice_that_nothing_is_said() {
    let mut speech = speech(&["false {text}"]);
    let sentences = saying(&Languages::default(), 1).sentences;
    speech.say(&sentences[0]).await;
    assert!(speech.has_told);
    assert_eq!(speech.voices.len(), 1, "the last one stays");
}

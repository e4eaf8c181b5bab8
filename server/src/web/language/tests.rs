use demitasse_shared::texts::FluentValue;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::*;

fn tongue(accepted: &str) -> Tongue {
    Tongue::of(None, Some(accepted))
}

#[test]
fn the_first_language_that_is_spoken_here_is_the_guests() {
    for (accepted, expected) in [
        ("de-AT, de;q=0.9, en;q=0.5", "de"),
        ("en;q=0.2, fr;q=0.8, *;q=0.1", "fr"),
        ("sv, nb;q=0.9, ko-KR;q=0.1", "ko"),
        ("zh-Hant-TW", "zh"),
        ("es;q=0, it", "it"),
        ("sv", "en"),
        ("", "en"),
        ("de;q=loud, ;;;, \u{fffd}, pt", "pt"),
    ] {
        assert_eq!(tongue(accepted).language.tag, expected, "{accepted}");
    }
}

#[test]
fn a_clock_follows_the_language_and_its_region_with_the_monitors_digits() {
    let afternoon = date(2026, 11, 22).at(14, 5, 0, 0).to_zoned(TimeZone::UTC).expect("a time");
    for (accepted, expected) in [
        ("en-US", "2:05\u{202f}PM"),
        ("en", "2:05\u{202f}PM"),
        ("en-GB", "14:05"),
        ("de", "14:05"),
        ("fr-CA", "14 h 05"),
        ("ja", "14:05"),
        ("ko", "오후 2:05"),
        ("ar", "2:05 م"),
        ("ar-EG", "2:05 م"),
    ] {
        assert_eq!(tongue(accepted).clock(&afternoon), expected, "{accepted}");
    }
}

#[test]
fn a_plural_has_a_text_for_each_kind_of_number_of_the_language() {
    let kinds = |tag: &str| {
        let language = Language::tagged(tag).expect("it is spoken here");
        let all = language.texts.plural("order-ahead", "ahead").unwrap_or_default();
        [all.zero, all.one, all.two, all.few, all.many, all.other].map(|text| text.is_some())
    };
    assert_eq!(kinds("en"), [false, true, false, false, false, true]);
    let english = tongue("en").plural("order-ahead", "ahead");
    assert_eq!(english.one.as_deref(), Some("One ahead of you"));
    assert_eq!(english.other.as_deref(), Some("{} ahead of you"));
}

#[test]
fn a_text_that_a_language_lacks_stands_in_english() {
    static SPARSE: LazyLock<Language> = LazyLock::new(|| Language {
        tag: "de",
        name: "Deutsch",
        rtl: false,
        texts: Texts::new("de", "order-ready = Fertig\n"),
    });
    let tongue = Tongue { language: &SPARSE, region: Locale::UNKNOWN };
    assert_eq!(tongue.say("order-ready", &[]), "Fertig");
    let number = [("number", FluentValue::from("42"))];
    assert_eq!(tongue.say("order-ready.tab", &number), "✓ 42 is ready");
    assert_eq!(tongue.say("order-waiting", &[]), "In the queue");
}

//! Which look a terminal gets, and that all of it can be read.

use demitasse_shared::colour::{Colour, READABLE};

use super::palette::seen;
use super::*;

const MEANINGS: [Meaning; 6] = [
    Meaning::Text,
    Meaning::Quiet,
    Meaning::Accent,
    Meaning::Ready,
    Meaning::Making,
    Meaning::Late,
];

/// The least contrast of lines and frames (WCAG 2.2, success criterion 1.4.11).
const VISIBLE: f64 = 3.0;

fn theme(look: Look, env: &[(&str, &str)]) -> Theme {
    Theme::chosen(look, |name| env.iter().find(|e| e.0 == name).map(|e| e.1.to_owned()))
}

#[track_caller]
fn check(env: &[(&str, &str)], expected: Depth) {
    assert_eq!(theme(Look::default(), env).depth, expected, "{env:?}");
}

#[test]
fn the_terminal_decides_how_many_colours_there_are() {
    check(&[], Depth::Sixteen);
    check(&[("COLORTERM", "truecolor")], Depth::Full);
    check(&[("COLORTERM", "24bit"), ("TERM", "xterm-256color")], Depth::Full);
    check(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Depth::Plain);
    check(&[("NO_COLOR", "")], Depth::Sixteen);
    check(&[("TERM", "xterm-256color")], Depth::Indexed);
    check(&[("TERM", "tmux-256color")], Depth::Indexed);
    check(&[("TERM", "xterm-direct")], Depth::Full);
    check(&[("TERM", "xterm-kitty")], Depth::Full);
    check(&[("TERM", "alacritty")], Depth::Full);
    check(&[("TERM", "linux")], Depth::Sixteen);
    check(&[("TERM", "xterm")], Depth::Sixteen);
    check(&[("TERM", "dumb")], Depth::Plain);
    check(&[("TERM", "vt220")], Depth::Plain);
    check(&[("TERM", "xterm-mono")], Depth::Plain);
}

#[test]
fn people_decide_before_the_terminal_does() {
    let env = &[("NO_COLOR", "1"), ("COLORFGBG", "15;0")];
    for (colours, depth) in [
        (Colours::Auto, Depth::Plain),
        (Colours::Full, Depth::Full),
        (Colours::Indexed, Depth::Indexed),
        (Colours::Sixteen, Depth::Sixteen),
        (Colours::None, Depth::Plain),
    ] {
        let look = Look { colours, background: Background::Light, ..Look::default() };
        let theme = theme(look, env);
        assert_eq!((theme.depth, theme.light), (depth, true), "{colours:?}");
    }
    let own = Look { colours: Colours::Full, background: Background::Own, ..Look::default() };
    assert_eq!(theme(own, &[]).depth, Depth::Sixteen);
    assert_eq!(theme(own, &[]).ground(), Style::new());
}

#[test]
fn the_ground_is_dark_unless_the_terminal_says_otherwise() {
    for (pair, light) in
        [("15;0", false), ("0;15", true), ("0;default;7", true), ("7;8", false), ("", false)]
    {
        let theme = theme(Look::default(), &[("COLORFGBG", pair)]);
        assert_eq!(theme.light, light, "{pair:?}");
    }
}

#[test]
fn a_locale_without_utf_8_gets_ascii() {
    for (env, ascii) in [
        (&[][..], false),
        (&[("LANG", "C")], true),
        (&[("LANG", "de_DE@euro")], true),
        (&[("LANG", "de_DE.UTF-8")], false),
        (&[("LANG", "C"), ("LC_CTYPE", "UTF-8")], false),
        (&[("LANG", "C.utf8"), ("LC_ALL", "POSIX")], true),
        (&[("LANG", "C.utf8"), ("LC_ALL", "")], false),
    ] {
        assert_eq!(theme(Look::default(), env).is_ascii(), ascii, "{env:?}");
        let on = Look { ascii: Ascii::On, ..Look::default() };
        let off = Look { ascii: Ascii::Off, ..Look::default() };
        assert!(theme(on, env).is_ascii() && !theme(off, env).is_ascii());
    }
}

#[test]
fn every_meaning_can_be_read_on_every_ground_of_the_house() {
    for house in [&DARK, &LIGHT, &DARK_256, &LIGHT_256] {
        for ground in [house.ground, house.raised, house.selected] {
            for meaning in MEANINGS {
                let contrast = seen(house.of(meaning)).contrast(seen(ground));
                assert!(contrast >= READABLE, "{meaning:?} on {ground:?}: {contrast:.2}");
            }
        }
        for ground in [house.ground, house.raised] {
            let contrast = seen(house.of(Meaning::Edge)).contrast(seen(ground));
            assert!(contrast >= VISIBLE, "edges on {ground:?}: {contrast:.2}");
        }
    }
}

/// The sixteen as xterm and as the text console of a PC show them.
fn sixteen_seen(colour: Color, console: bool) -> Colour {
    let (low, high) = if console { (0xAA, 0xFF) } else { (0xCD, 0xFF) };
    let mid = if console { 0x55 } else { 0x00 };
    let channels = match colour {
        Color::Red => [low, 0, 0],
        Color::Green => [0, low, 0],
        Color::Blue if console => [0, 0, low],
        Color::Blue => [0, 0, 0xEE],
        Color::Magenta => [low, 0, low],
        Color::Cyan => [0, low, low],
        Color::LightRed => [high, mid, mid],
        Color::LightYellow => [high, high, mid],
        Color::White => [high; 3],
        other => panic!("{other:?} is not used"),
    };
    Colour { channels }
}

#[test]
fn the_sixteen_can_be_read_on_a_dark_and_on_a_light_terminal() {
    for (light, ground) in [(false, [0; 3]), (true, [255; 3])] {
        for (console, meaning) in [true, false].into_iter().flat_map(|c| MEANINGS.map(|m| (c, m))) {
            let Some(ink) = sixteen(meaning, light).fg else { continue };
            let contrast = sixteen_seen(ink, console).contrast(Colour { channels: ground });
            assert!(contrast >= READABLE, "{meaning:?}, light: {light}: {contrast:.2}");
        }
    }
    for console in [true, false] {
        let band = sixteen_seen(Color::Red, console);
        assert!(sixteen_seen(Color::White, console).contrast(band) >= READABLE);
    }
}

#[test]
fn without_colours_nothing_is_coloured() {
    let plain = theme(Look { colours: Colours::None, ..Look::default() }, &[]);
    let styles = MEANINGS.map(|meaning| plain.strong(meaning));
    let grounds = [plain.ground(), plain.raised(), plain.selected(), plain.alarm(), plain.flash()];
    for style in styles.into_iter().chain(grounds) {
        assert_eq!((style.fg, style.bg), (None, None), "{style:?}");
    }
}

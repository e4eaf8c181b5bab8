//! Takes out what no two runs of a story share: folders, ports, codes, and seconds, which go on
//! while a story is played.

use std::path::Path;

/// Letters and digits of a pairing code, without the dash in its middle.
const CODE_CHARS: usize = 8;

/// What was said, as every run says it.
pub(crate) fn masked(said: &str, home: &Path) -> String {
    let said = said.replace(&*home.to_string_lossy(), "~");
    said.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn line(text: &str) -> String {
    if is_code(text) {
        return "CODE".to_owned();
    }
    let mut left = text;
    let mut masked = String::new();
    while let Some(at) = left.find(':') {
        let (before, after) = left.split_at(at);
        masked.push_str(before);
        let follows_digits = masked.ends_with(|c: char| c.is_ascii_digit());
        masked.push(':');
        let after = &after[1..];
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match digits {
            // A port of this machine, which every run chooses anew.
            4.. if follows_digits => masked.push_str("PORT"),
            // Seconds: what follows hours and minutes, or ends a span.
            2 if follows_digits && ends_minutes(&masked) => masked.push_str("··"),
            _ => masked.push_str(&after[..digits]),
        }
        left = &after[digits..];
    }
    masked.push_str(left);
    masked
}

/// Whether two digits behind this colon are seconds: hours and minutes stand before it.
fn ends_minutes(before: &str) -> bool {
    let minutes = before.trim_end_matches(':').trim_end_matches(|c: char| c.is_ascii_digit());
    minutes.ends_with(':')
}

fn is_code(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| *c != '-').collect();
    plain.len() == CODE_CHARS
        && plain.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && plain.chars().any(|c| c.is_ascii_digit())
}

#[test]
fn what_differs_between_runs_is_masked_and_nothing_else() {
    let check = |said: &str, expected: &str| {
        assert_eq!(masked(said, Path::new("/tmp/home")), expected, "{said}");
    };
    check("kept in /tmp/home/data", "kept in ~/data");
    check("at http://127.0.0.1:40123/barista", "at http://127.0.0.1:PORT/barista");
    check("2026-05-12 08:30:17", "2026-05-12 08:30:··");
    check("opens at 8:30", "opens at 8:30");
    check("wrong_code: 12", "wrong_code: 12");
    check("A1B2-C3D4", "CODE");
}

//! Words that are only words, wherever they are read.

/// Markup, a terminal's orders, a formula, a turned line, letters that nobody sees, a new line for a
/// log, towers of marks, a cell of its own, and a family of signs. Each says `Zq`.
pub(super) const WORDS: [&str; 9] = [
    "Zq<script>alert(1)</script><img src=x onerror=alert(1)>",
    "Zq\u{1b}]0;pwned\u{7}\u{1b}[2J\u{9b}31m",
    "=cmd|'Zq /C calc'!A0",
    "\u{202e}qZ\u{202c} Zq \u{2066}x\u{2069}\u{200b}\u{feff}\u{3164}\u{e0041}",
    "Zq\r\n2022-10-14T12:51:00Z ERROR shut\u{2028}\u{85}",
    "Zq\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "Zqก็\u{e47}\u{e47}\u{e47}\u{e47}\u{e47}\u{e47}\u{e47}\u{e47}\u{e47}\u{e47}",
    "Zq; =HYPERLINK(\"http://evil.example\")",
    "Zq 👩\u{200d}👩\u{200d}👧\u{200d}👦 🏳\u{fe0f}\u{200d}🌈 🇵🇹",
];

/// Nothing in a text steers a terminal, begins a line of a log, turns a line round, hides, or covers
/// the lines beside it.
#[track_caller]
pub(super) fn steers_nothing(text: &str) {
    for never in ["\\u001b", "\\u0007", "\\u009b", "\\u0085", "\\r"] {
        assert!(!text.contains(never), "{never:?} in {text}");
    }
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hides =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{3164}' | '\u{e0041}');
    let steers = |c: char| c.is_control() && c != '\n';
    // A spreadsheet's file begins with the mark that says how it is written.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = text.find(|c| turns(c) || hides(c) || steers(c) || c == '\u{feff}');
    assert_eq!(found.map(|at| text[at..].chars().take(60).collect::<String>()), None);
    for tower in ["\u{301}", "\u{e47}"] {
        assert!(!text.contains(&tower.repeat(5)), "{text}");
    }
    let forged = text.lines().find(|line| line.starts_with("2022-10-14T12:51:00Z ERROR"));
    assert_eq!(forged, None, "a line that nobody wrote");
}

/// A page has nothing of it for markup.
#[track_caller]
pub(super) fn is_no_markup(page: &str) {
    for markup in ["<script>alert", "<img src=x"] {
        assert!(!page.contains(markup), "{page}");
    }
}

/// No cell of a file for spreadsheets is a formula, wherever one splits its lines.
#[track_caller]
pub(super) fn is_no_formula(file: &str) {
    for cell in file.lines().flat_map(|line| line.split([',', ';', '|', '\t'])) {
        let begins = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
        let is_number = begins.trim_end_matches('"').parse::<f64>().is_ok();
        assert!(is_number || !begins.starts_with(['=', '+', '-', '@']), "{cell:?} in {file}");
    }
}

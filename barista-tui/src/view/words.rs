//! Ages, names and lines of text as people read them.

use ratatui::text::Span;

use crate::model::{Age, Column, Lateness};
use crate::theme::{Meaning, sign};
use crate::words::Words;

/// An age: minutes, as a person would say them.
pub(super) fn age(age: Age, words: Words) -> String {
    let minutes = match age.minutes {
        0 => words.plain("age-new"),
        minutes @ 1..60 => words.say("age-minutes", &[("minutes", minutes.into())]),
        minutes => {
            let (hours, minutes) = ((minutes / 60).into(), (minutes % 60).into());
            words.say("age-hours", &[("hours", hours), ("minutes", minutes)])
        }
    };
    match age.lateness {
        Lateness::Calm => minutes,
        Lateness::Soon => format!("{} {minutes}", sign::SOON),
        Lateness::Late => format!("{} {minutes}", sign::LATE),
    }
}

/// The colour that goes with an age's sign.
pub(super) fn age_meaning(age: Age) -> Meaning {
    match age.lateness {
        Lateness::Calm => Meaning::Quiet,
        Lateness::Soon => Meaning::Making,
        Lateness::Late => Meaning::Late,
    }
}

/// The name of the text that a column is called by.
pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::Waiting => "column-waiting",
        Column::Making => "column-making",
        Column::Ready => "column-ready",
    }
}

/// A column's sign and colour.
pub(super) fn column_sign(column: Column) -> (&'static str, Meaning) {
    match column {
        Column::Waiting => (sign::WAITING, Meaning::Text),
        Column::Making => (sign::MAKING, Meaning::Making),
        Column::Ready => (sign::READY, Meaning::Ready),
    }
}

/// A span of time that goes on, such as 0:07 or 12:40.
pub(super) fn running(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// How many cells a text takes.
pub(super) fn width(text: &str) -> u16 {
    u16::try_from(Span::raw(text).width()).unwrap_or(u16::MAX)
}

/// Breaks a text into lines at plain spaces; a word that is too long is broken too.
pub(super) fn wrap(text: &str, cells: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let (mut last, mut rest) = (lines.len() - 1, word.to_owned());
        if !lines[last].is_empty() {
            if width(&lines[last]) + 1 + width(word) <= cells {
                lines[last].push(' ');
            } else {
                lines.push(String::new());
                last += 1;
            }
        }
        while width(&lines[last]) + width(&rest) > cells && rest.chars().count() > 1 {
            let (head, tail) = split(&rest, cells);
            lines[last].push_str(&head);
            lines.push(String::new());
            (last, rest) = (last + 1, tail);
        }
        lines[last].push_str(&rest);
    }
    lines
}

/// As much of a word as fits, at least one character, and the rest.
fn split(word: &str, cells: u16) -> (String, String) {
    let mut head = String::new();
    for c in word.chars() {
        head.push(c);
        if width(&head) > cells.max(1) {
            head.pop();
            break;
        }
    }
    if head.is_empty() {
        head.extend(word.chars().next());
    }
    let tail = word[head.len()..].to_owned();
    (head, tail)
}

/// Shortens a text to so many cells, and shows that it did.
pub(super) fn cut(text: &str, cells: u16) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let (head, _) = split(text, cells.saturating_sub(1));
    format!("{}…", head.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_between_words_and_long_words_break_too() {
        assert_eq!(wrap("oat · extra shot", 10), ["oat ·", "extra shot"]);
        assert_eq!(wrap("a donaudampfschiff", 6), ["a", "donaud", "ampfsc", "hiff"]);
        assert_eq!(wrap("咖啡咖啡", 5), ["咖啡", "咖啡"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("flat white", 10), "flat white");
        assert_eq!(cut("flat white", 6), "flat…");
    }
}

//! A picture in nothing but ASCII: each sign becomes the one that looks most like it.

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};
use ratatui::buffer::{Buffer, Cell};

/// Goes on; written with three dots where there is room.
const ELLIPSIS: &str = "…";

/// Replaces all that is not ASCII. Every sign keeps its cell, so that nothing moves.
pub(super) fn fold(picture: &mut Buffer) {
    let width = usize::from(picture.area.width).max(1);
    for row in picture.content.chunks_mut(width) {
        for place in 0..row.len() {
            if row[place].symbol() == ELLIPSIS && has_room(&row[place..]) {
                for cell in &mut row[place..place + 3] {
                    cell.set_symbol(".");
                }
            } else if !row[place].symbol().is_ascii() {
                let like = like(row[place].symbol());
                row[place].set_char(like);
            }
        }
    }
}

/// Whether the next two cells are free, and the one after them, or the row ends there.
fn has_room(row: &[Cell]) -> bool {
    row.len() >= 3 && row[1..].iter().take(3).all(|cell| cell.symbol().trim().is_empty())
}

/// The ASCII character that looks most like a sign.
fn like(symbol: &str) -> char {
    symbol.chars().next().map_or(' ', |sign| drawn(sign).or_else(|| letter(sign)).unwrap_or('?'))
}

/// Frames, bars and signs.
#[expect(clippy::match_same_arms, reason = "a sign stands beside its kin, whatever it becomes")]
fn drawn(sign: char) -> Option<char> {
    Some(match sign {
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '⠀' => ' ',
        '○' | '◦' => 'o',
        '●' | '•' | '◆' | '■' | '★' | '◇' => '*',
        '◐' => '%',
        '◌' => '.',
        '✓' | '✔' => '+',
        '✗' | '✕' | '×' => 'x',
        '…' | '≈' => '~',
        '▶' | '▸' | '→' | '›' | '❯' => '>',
        '◀' | '←' | '‹' => '<',
        '↑' | '▲' => '^',
        '↓' | '▼' => 'v',
        '▏' | '▁' | '▂' => '_',
        '▀' => '"',
        '▃' | '▄' => '=',
        '▅' | '▆' | '▇' | '█' | '▓' | '▒' => '#',
        '░' => ':',
        '▉'..='▎' | '▐' | '▕' => '|',
        '·' => '/',
        '“' | '”' | '„' | '«' | '»' | '‟' => '"',
        '‘' | '’' | '‚' => '\'',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '─' | '┄' | '┈' | '╌' | '╴' | '╶' => '-',
        '≡' | '━' | '═' | '┅' | '┉' => '=',
        '│' | '┃' | '║' | '┆' | '┊' | '╎' => '|',
        '\u{2500}'..='\u{257f}' => '+',
        // Charts are drawn with dots.
        '\u{2801}'..='\u{28ff}' => '*',
        _ => return None,
    })
}

/// A letter without its marks; of letters that are two, the first.
fn letter(sign: char) -> Option<char> {
    let bare = match sign {
        'ß' => 's',
        'æ' | 'ª' => 'a',
        'Æ' => 'A',
        'œ' | 'ø' | 'º' | '°' => 'o',
        'Œ' | 'Ø' => 'O',
        'ł' => 'l',
        'Ł' | '£' => 'L',
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        'þ' => 't',
        'Þ' => 'T',
        'ı' => 'i',
        '¿' => '?',
        '¡' => '!',
        '€' => 'E',
        '½' => '/',
        sign => return unmarked(sign),
    };
    Some(bare)
}

/// Takes marks away, one after the other: `ế` is `ê` with an acute, and that an `e`.
fn unmarked(sign: char) -> Option<char> {
    let apart = CanonicalDecompositionBorrowed::new();
    let mut sign = sign;
    while !sign.is_ascii() {
        sign = match apart.decompose(sign) {
            Decomposed::Expansion(letter, _mark) => letter,
            Decomposed::Singleton(same) => same,
            Decomposed::Default => return None,
        };
    }
    Some(sign)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[track_caller]
    fn check(painted: &str, expected: &str) {
        let area = Rect::new(0, 0, 24, 1);
        let mut picture = Buffer::empty(area);
        picture.set_string(0, 0, painted, Style::new());
        fold(&mut picture);
        let text: String = picture.content.iter().map(Cell::symbol).collect();
        assert_eq!(text.trim_end(), expected, "{painted}");
        assert!(text.is_ascii(), "{text}");
    }

    #[test]
    fn signs_become_look_alikes() {
        check("╭─ ▶ 103 ─╮", "+- > 103 -+");
        check("○ ◐ ✓ ● ◌ ▌ ▎", "o % + * . | |");
        check("↑ ↓ ← → ━━ ██▄", "^ v < > == ##=");
        check("Oat · Small – “hot”", "Oat / Small - \"hot\"");
    }

    #[test]
    fn letters_lose_their_marks_and_stay_where_they_are() {
        check("Café crème für Łukasz", "Cafe creme fur Lukasz");
        check("Tiết, Straße, smörgås", "Tiet, Strase, smorgas");
    }

    #[test]
    fn what_goes_on_has_three_dots_where_there_is_room() {
        check("opening…", "opening...");
        check("flat w… 5 min", "flat w~ 5 min");
        check("0123456789abcdefghijklm…", "0123456789abcdefghijklm~");
    }

    #[test]
    fn what_no_letter_stands_for_is_a_question_mark_in_its_own_cells() {
        check("拿铁 latte", "? ?  latte");
    }
}

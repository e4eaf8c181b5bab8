//! A QR code in a terminal, two modules to a character.

use crossterm::terminal;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// The code that says a text, light on the terminal's dark ground. Nothing where the text is too
/// long for any code.
pub(super) fn drawn(text: &str) -> Option<String> {
    let code = QrCode::new(text).ok()?;
    let (light, dark) = (Dense1x2::Light, Dense1x2::Dark);
    Some(code.render::<Dense1x2>().dark_color(light).light_color(dark).build())
}

/// The code that says a text, where this terminal is wide enough to show it unbroken.
pub(super) fn fitting(text: &str) -> Option<String> {
    let columns = terminal::size().map_or(0, |(columns, _)| usize::from(columns));
    drawn(text).filter(|picture| fits(picture, columns))
}

/// Whether no row breaks; a terminal that tells no width is taken to be wide enough.
fn fits(picture: &str, columns: usize) -> bool {
    columns == 0 || picture.lines().all(|row| row.chars().count() <= columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_square_of_blocks_and_no_text_is_cut() {
        let picture = drawn("http://192.168.1.7:8080/barista#ABCD2345").expect("it is short");
        let rows: Vec<_> = picture.lines().map(|row| row.chars().count()).collect();
        assert!(rows.iter().all(|columns| *columns == rows[0]), "{picture}");
        assert_eq!(rows.len(), rows[0].div_ceil(2), "two modules to a character");
        assert!(picture.chars().all(|c| " ▀▄█\n".contains(c)), "{picture}");
        assert!(drawn(&"x".repeat(10_000)).is_none());
    }

    #[test]
    fn a_code_wider_than_the_terminal_is_left_out() {
        assert!(fits("▀▄█\n▀▄█", 3) && fits("▀▄█\n▀▄█", 0));
        assert!(!fits("▀▄█\n▀▄█", 2));
    }
}

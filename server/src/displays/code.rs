//! A QR code as a drawing whose unit is one module, so that the page can give each module a whole
//! number of the panel's pixels.

use std::fmt::Write;

use demitasse_shared::monitor::encode;
use maud::{Markup, html};
use qrcode::{Color, QrCode};

/// Light modules on each side (ISO/IEC 18004, section 6.3.8).
const QUIET_ZONE: usize = 4;

/// Draws a code that says a text; nothing where it is longer than any code holds.
pub(super) fn draw(text: &str) -> Option<Markup> {
    let code = encode(text)?;
    let span = code.width() + 2 * QUIET_ZONE;
    Some(html! {
        svg.modules viewBox=(format!("0 0 {span} {span}")) data-span=(span)
            shape-rendering="crispEdges" aria-hidden="true" {
            path d=(outline(&code)) {}
        }
    })
}

/// The dark modules, a stroke for each run of them.
fn outline(code: &QrCode) -> String {
    let colours = code.to_colors();
    let mut path = String::new();
    for (y, row) in colours.chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run[0] == Color::Dark {
                let (left, top, width) = (x + QUIET_ZONE, y + QUIET_ZONE, run.len());
                // Writing to a string cannot fail.
                _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use rqrr::{MetaData, PreparedImage};

    use super::*;

    const URL: &str = "HTTP://192.168.1.20:8080/Q/7K3MQ2XW9VBCDEFG";

    /// Fills the drawing's strokes at so many pixels a module, and reads it with a decoder that is
    /// not ours.
    fn read(drawing: &str, pixels: usize) -> (MetaData, String) {
        let (_, rest) = drawing.split_once("data-span=\"").expect("it says its span");
        let (span, rest) = rest.split_once('"').expect("it is quoted");
        let span: usize = span.parse().expect("a number");
        let (_, path) = rest.split_once("d=\"M").expect("a path");
        let (path, _) = path.split_once('"').expect("it is quoted");
        let mut dark = vec![false; span * span];
        for stroke in path.split('M') {
            let numbers = stroke.split(['h', ' ', 'v']).take(3);
            let numbers: Vec<usize> = numbers.map(|n| n.parse().expect("a number")).collect();
            let start = numbers[1] * span + numbers[0];
            dark[start..start + numbers[2]].fill(true);
        }
        let luma = |x: usize, y: usize| u8::from(!dark[y / pixels * span + x / pixels]) * 255;
        let side = span * pixels;
        let mut picture = PreparedImage::prepare_from_greyscale(side, side, luma);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "one code in the picture");
        grids[0].decode().expect("the code reads")
    }

    #[test]
    fn a_drawn_code_says_its_text_to_the_letter() {
        for text in [URL, "WIFI:T:WPA;S:Café;P:flat white;;"] {
            let drawing = draw(text).expect("it fits").into_string();
            for pixels in [3, 8] {
                let (meta, said) = read(&drawing, pixels);
                assert_eq!(said, text);
                assert!(text != URL || meta.version.0 == 2, "43 capitals fit into 25 by 25");
            }
        }
    }

    #[test]
    fn a_text_that_no_code_holds_has_no_drawing() {
        assert!(draw(&"A".repeat(5_000)).is_none());
    }
}

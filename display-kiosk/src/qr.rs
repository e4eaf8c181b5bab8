//! The QR code as a picture: every monitor makes its codes by the same rule ([`encode`]).

use demitasse_shared::monitor::encode;
use egui::ColorImage;
use qrcode::Color;

use crate::theme;

/// Light modules on each side (ISO/IEC 18004, section 6.3.8).
pub(crate) const QUIET_ZONE: usize = 4;

/// A code as modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Modules {
    width: usize,
    dark: Vec<bool>,
}

impl Modules {
    /// Encodes a text; nothing where it is longer than any QR code holds.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = encode(text)?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { width: code.width(), dark })
    }

    /// Modules from edge to edge, quiet zone included.
    pub(crate) fn span(&self) -> usize {
        self.width + 2 * QUIET_ZONE
    }

    /// The code as a picture of one pixel per module, quiet zone included.
    pub(crate) fn image(&self) -> ColorImage {
        let span = self.span();
        let mut image = ColorImage::filled([span, span], theme::CODE_LIGHT);
        for (place, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (place % self.width, place / self.width);
            image[(x + QUIET_ZONE, y + QUIET_ZONE)] = theme::CODE_DARK;
        }
        image
    }
}

#[cfg(test)]
mod tests {
    use qrcode::bits::Bits;
    use qrcode::{EcLevel, QrCode, Version};
    use rqrr::PreparedImage;

    use super::*;

    const URL: &str = "HTTP://192.168.1.20:8080/Q/7K3MQ2XW9VBCDEFG";

    /// Reads a painted code with a decoder that is not ours, at so many pixels a module.
    fn read(modules: &Modules, pixels: usize) -> (rqrr::MetaData, String) {
        let image = modules.image();
        let side = modules.span() * pixels;
        let luma = |x: usize, y: usize| image[(x / pixels, y / pixels)].r();
        let mut picture = PreparedImage::prepare_from_greyscale(side, side, luma);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "one code in the picture");
        grids[0].decode().expect("the code reads")
    }

    #[test]
    fn the_painted_code_says_the_address_to_the_letter() {
        let modules = Modules::of(URL).expect("it fits");
        for pixels in [2, 3, 10, 18] {
            assert_eq!(read(&modules, pixels).1, URL, "{pixels} pixels a module");
        }
    }

    #[test]
    fn an_address_is_written_in_alphanumeric_mode_in_the_smallest_version() {
        let modules = Modules::of(URL).expect("it fits");
        let (meta, _) = read(&modules, 4);
        assert_eq!(meta.version.0, 2, "43 characters fit into 25 by 25 modules");

        let mut bits = Bits::new(Version::Normal(2));
        bits.push_alphanumeric_data(URL.as_bytes()).expect("the alphanumeric set");
        bits.push_terminator(EcLevel::L).expect("it fits");
        let by_hand = QrCode::with_bits(bits, EcLevel::L).expect("it fits");
        let dark: Vec<_> = by_hand.to_colors().into_iter().map(|c| c == Color::Dark).collect();
        assert_eq!(modules.dark, dark);
    }

    #[test]
    fn room_that_is_left_goes_into_error_correction() {
        let (meta, text) = read(&Modules::of("HTTP://BAR").expect("it fits"), 4);
        let level_h = 2; // As ISO/IEC 18004, table 12 writes it.
        assert_eq!((meta.version.0, meta.ecc_level), (1, level_h));
        assert_eq!(text, "HTTP://BAR");
    }

    #[test]
    fn the_quiet_zone_is_light() {
        let modules = Modules::of(URL).expect("it fits");
        let (image, span) = (modules.image(), modules.span());
        for along in 0..span {
            for deep in (0..QUIET_ZONE).chain(span - QUIET_ZONE..span) {
                assert_eq!(image[(along, deep)], theme::CODE_LIGHT);
                assert_eq!(image[(deep, along)], theme::CODE_LIGHT);
            }
        }
    }

    #[test]
    fn a_text_that_no_code_holds_is_none() {
        assert_eq!(Modules::of(&"A".repeat(5_000)), None);
    }
}

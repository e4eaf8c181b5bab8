//! A photo of a code, as a phone's camera takes it: far larger than it need be.

use std::fs::File;
use std::path::Path;

use qrcode::{Color, EcLevel, QrCode};

/// The photo's sides, in pixels.
const SIZE: (usize, usize) = (2_600, 1_950);

/// A module's side, in pixels.
const MODULE: usize = 36;

/// Takes a photo of a code that says this, as PNG.
pub fn photograph(text: &str, path: &Path) {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("it fits into a code");
    let (width, height) = SIZE;
    let side = code.width() * MODULE;
    let (left, top) = ((width - side) / 2, (height - side) / 2);
    let mut pixels = vec![0xF0; width * height];
    for y in 0..side {
        for x in 0..side {
            if code[(x / MODULE, y / MODULE)] == Color::Dark {
                pixels[(top + y) * width + left + x] = 0x20;
            }
        }
    }
    save(&pixels, path);
}

fn save(pixels: &[u8], path: &Path) {
    let file = File::create(path).expect("a new file");
    let (width, height) = SIZE;
    let side = |pixels| u32::try_from(pixels).expect("a camera's size");
    let mut encoder = png::Encoder::new(file, side(width), side(height));
    encoder.set_color(png::ColorType::Grayscale);
    // As bulky as a camera's picture.
    encoder.set_compression(png::Compression::NoCompression);
    let mut writer = encoder.write_header().expect("it can be written");
    writer.write_image_data(pixels).expect("it can be written");
}

//! Photos that are made here: a code as a monitor shows it, seen as a phone's camera sees it.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{FilterType, blur, overlay, rotate90};
use image::{ExtendedColorType, GrayImage, Luma};
use qrcode::{EcLevel, QrCode};

use super::*;

const CODE: &str = "0123456789ABCDEF";
const ADDRESS: &str = "HTTP://192.168.1.7:8080/Q/0123456789ABCDEF";

/// A code with its quiet zone, so many pixels a module.
fn qr(text: &str, pixels: u32) -> GrayImage {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("it fits");
    let modules = u32::try_from(code.width()).expect("small");
    let side = (modules + 8) * pixels;
    GrayImage::from_fn(side, side, |x, y| {
        let inside = |at: u32| (at / pixels).checked_sub(4).filter(|module| *module < modules);
        let dark = inside(x)
            .zip(inside(y))
            .is_some_and(|(x, y)| code[(x as usize, y as usize)] == qrcode::Color::Dark);
        Luma([if dark { 20 } else { 235 }])
    })
}

/// A wall of so many pixels with a picture hanging on it.
fn wall(width: u32, height: u32, pictures: &[(&GrayImage, i64, i64)]) -> GrayImage {
    let shade = |at: u32| u8::try_from(at % 97).unwrap_or_default();
    let mut wall = GrayImage::from_fn(width, height, |x, y| Luma([80 + shade(x / 40 + y / 25)]));
    for (picture, x, y) in pictures {
        overlay(&mut wall, *picture, *x, *y);
    }
    wall
}

/// The picture as it looks from the side: the far edge is shorter than the near one.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels of a small picture, checked to lie inside"
)]
fn from_the_side(picture: &GrayImage, lean: f32) -> GrayImage {
    let (width, height) = picture.dimensions();
    let pixel = |x: f32, y: f32| {
        let inside = |at: f32, side: u32| (0.0..side as f32).contains(&at);
        let seen = inside(x, width) && inside(y, height);
        if seen { *picture.get_pixel(x as u32, y as u32) } else { Luma([120]) }
    };
    GrayImage::from_fn(width, height, |x, y| {
        let (x, y) = (x as f32 / width as f32, y as f32 / height as f32);
        let depth = 1.0 + lean * x;
        let from = |at: f32, side: u32| ((at - 0.5) * depth + 0.5) * side as f32;
        pixel(x * depth / (1.0 + lean) * width as f32, from(y, height))
    })
}

/// What a small sensor adds in dim light; the same each time.
fn noisy(mut picture: GrayImage, strength: u32) -> GrayImage {
    let mut state = 7_u32;
    for pixel in picture.pixels_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (state >> 16) % (2 * strength + 1);
        let value = u32::from(pixel.0[0]) + noise;
        pixel.0[0] = u8::try_from(value.saturating_sub(strength).min(255)).unwrap_or(255);
    }
    picture
}

fn jpeg(picture: &GrayImage) -> Bytes {
    let mut bytes = Vec::new();
    // Cameras write colours.
    let picture = DynamicImage::from(picture.clone()).into_rgb8();
    let (width, height) = picture.dimensions();
    JpegEncoder::new_with_quality(&mut bytes, 80)
        .encode(&picture, width, height, ExtendedColorType::Rgb8)
        .expect("it can be written");
    bytes.into()
}

fn png(picture: &GrayImage) -> Bytes {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).expect("it can be written");
    bytes.into_inner().into()
}

#[track_caller]
fn check(what: &str, photo: &[u8]) {
    assert_eq!(read(photo).as_deref(), Ok(CODE), "{what}");
}

#[track_caller]
fn refused(what: &str, photo: &[u8], code: RefusalCode, words: &str) {
    let no = read(photo).expect_err(what);
    assert_eq!(no.code, code, "{what}");
    assert!(no.detail.contains(words), "{what}: {}", no.detail);
}

#[test]
fn a_code_is_read_as_people_photograph_it() {
    let code = qr(ADDRESS, 8);
    let hung = wall(900, 700, &[(&code, 300, 150)]);
    check("as a screenshot", &png(&hung));
    check("as a photo", &jpeg(&hung));
    check("from the side", &jpeg(&from_the_side(&hung, 0.25)));
    check("out of focus", &jpeg(&blur(&hung, 2.5)));
    check("in dim light", &jpeg(&noisy(hung.clone(), 60)));
    check("upright", &jpeg(&rotate90(&hung)));
    check("all of that", &jpeg(&noisy(blur(&from_the_side(&rotate90(&hung), 0.15), 1.5), 25)));
}

#[test]
fn a_code_is_read_from_near_and_far_in_twelve_megapixels() {
    let hall = noisy(wall(400, 300, &[]), 15);
    let hall = enlarged(&hall, 4_000, 3_000);
    let seen = |code: &GrayImage, x, y| {
        let mut hall = hall.clone();
        overlay(&mut hall, code, x, y);
        jpeg(&hall)
    };
    check("far away", &seen(&qr(ADDRESS, 9), 2_600, 700));
    check("at the back of the hall", &seen(&qr(ADDRESS, 5), 1_200, 900));
    check("close up", &seen(&enlarged(&qr(ADDRESS, 8), 2_900, 2_900), 500, 50));
}

fn enlarged(picture: &GrayImage, width: u32, height: u32) -> GrayImage {
    let picture = DynamicImage::from(picture.clone());
    picture.resize_exact(width, height, FilterType::Triangle).into_luma8()
}

#[test]
fn the_bars_code_is_found_among_others() {
    let (other, own) = (qr("https://sponsor.example/win", 6), qr(ADDRESS, 6));
    let both = wall(1_000, 500, &[(&other, 20, 50), (&own, 520, 50)]);
    check("beside a sponsor's", &jpeg(&both));
    let sponsors = wall(600, 500, &[(&other, 60, 50)]);
    refused("a sponsor's", &jpeg(&sponsors), RefusalCode::WrongCode, "another code");
}

#[test]
fn what_shows_no_code_is_told_so() {
    let wall = wall(1_600, 1_200, &[]);
    refused("a wall", &jpeg(&wall), RefusalCode::InvalidRequest, "no code to be seen");
    refused("a dot", &png(&GrayImage::new(1, 1)), RefusalCode::InvalidRequest, "no code");
}

/// A page of nothing but corners of codes: each may belong to any two others.
fn corners(side: u32, pitch: u32) -> GrayImage {
    GrayImage::from_fn(side, side, |x, y| {
        let ring = |at: u32| (i64::from(at % pitch) - 3).abs();
        let dark = matches!(ring(x).max(ring(y)), 3 | 0 | 1);
        Luma([if dark { 0 } else { 255 }])
    })
}

/// Bars in the measure of a corner, from top to bottom.
fn bars(side: u32) -> GrayImage {
    GrayImage::from_fn(side, side, |x, _| Luma([if matches!(x % 8, 1 | 5 | 7) { 255 } else { 0 }]))
}

#[test]
fn a_picture_that_would_keep_the_search_busy_is_given_up() {
    for (what, picture) in [
        ("a hundred corners", corners(160, 16)),
        ("tens of thousands", corners(1_280, 8)),
        ("bars", bars(1_280)),
    ] {
        refused(what, &png(&picture), RefusalCode::InvalidRequest, "no code to be seen");
    }
}

#[test]
fn what_is_no_photo_is_refused() {
    let whole = jpeg(&wall(400, 300, &[]));
    let mut broken = png(&wall(400, 300, &[])).to_vec();
    broken[60..].fill(0xa5);
    for (what, bytes) in [
        ("nothing", &b""[..]),
        ("words", b"this is no photo"),
        ("a drawing", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("another format", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
        ("a head alone", &whole[..20]),
        ("a broken one", &broken),
    ] {
        refused(what, bytes, RefusalCode::InvalidRequest, "no photo");
    }
}

#[test]
fn a_picture_that_unfolds_to_too_much_is_not_unfolded() {
    for (width, height) in [(60_000, 60_000), (10_001, 10), (9_999, 9_999)] {
        let mut bomb = DynamicImage::new_rgb8(8, 8);
        let mut bytes = Cursor::new(Vec::new());
        bomb.invert();
        bomb.write_to(&mut bytes, ImageFormat::Png).expect("it can be written");
        let mut bytes = bytes.into_inner();
        // The size stands in the first chunk, guarded by a checksum (PNG, section 11.2.1).
        bytes[16..20].copy_from_slice(&u32::to_be_bytes(width));
        bytes[20..24].copy_from_slice(&u32::to_be_bytes(height));
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        assert!(matches!(unfold(&bytes), Err(ImageError::Limits(_))), "{width} × {height}");
        refused("a bomb", &bytes, RefusalCode::InvalidRequest, "no photo");
    }
}

/// The checksum of PNG's chunks (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc: u32, _| {
            if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 }
        })
    })
}

#[test]
fn the_code_is_what_stands_after_q_under_any_name_or_alone() {
    for text in [
        ADDRESS,
        "https://bar.example/q/0123456789abcdef",
        "0123456789ABCDEF",
        "0123-4567 89AB-CDEF",
    ] {
        assert_eq!(code_of(text).as_deref(), Some(CODE), "{text}");
    }
    for text in ["", "HELLO", "https://bar.example/0123456789ABCDEF", "WIFI:S:bar;;", "/Q/0123"] {
        assert_eq!(code_of(text), None, "{text}");
    }
}

#[tokio::test]
async fn a_photo_is_read_beside_the_other_work() {
    let photo = jpeg(&wall(900, 700, &[(&qr(ADDRESS, 8), 300, 150)]));
    let look = async |photo| code_in(place().expect("there is room"), photo).await;
    let (one, two, three) = tokio::join!(
        look(photo.clone()),
        look(photo.clone()),
        look(Bytes::from_static(b"no photo"))
    );
    assert_eq!((one.as_deref(), two.as_deref()), (Ok(CODE), Ok(CODE)));
    assert_eq!(three.map_err(|no| no.code), Err(RefusalCode::InvalidRequest));
}

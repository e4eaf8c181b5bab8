//! Reads the code from a photo that a guest took of the monitor. The photo is looked at and
//! forgotten; it never reaches the disk.
//!
//! A stranger's picture can be anything: its size is bounded before it is unfolded, few are read at
//! once, what may be done to each is measured (`canvas`), and a reader that stumbles takes only its
//! own work with it.

mod canvas;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use demitasse_shared::code::{WINDOW_CODE_BYTES, normalize};
use demitasse_shared::error::RefusalCode;
use image::error::ImageFormatHint;
use image::{DynamicImage, ImageError, ImageFormat, ImageReader, ImageResult, Limits};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::domain::Refusal;
use canvas::Canvas;

/// The largest photo that is looked at, in bytes: what phones' cameras make.
pub const PHOTO_BYTES: usize = 8 * 1024 * 1024;

/// The longest side of a photo, in pixels.
const LONGEST_SIDE: u32 = 10_000;

/// The most memory that a photo may unfold to, in bytes: 50 megapixels in three colours.
const UNFOLDED_BYTES: u64 = 160 * 1024 * 1024;

/// Photos that may be in the house at once, from their first byte to their code: those on their way
/// take memory, too.
const PHOTOS: usize = 32;

/// The longest side of the pictures that are searched, in pixels, in this order: the first finds
/// what fills the view, the smaller one what is blurred, the larger one what is far away.
const SIDES: [u32; 3] = [1_280, 640, 2_560];

/// Characters of a window's code, five bits each.
const CODE_CHARS: usize = WINDOW_CODE_BYTES * 8 / 5;

static PLACES: Semaphore = Semaphore::const_new(PHOTOS);

/// One photo is read at a time: unfolded it is large, and the bar goes on meanwhile.
static TURNS: Semaphore = Semaphore::const_new(1);

/// A place in the house for one photo.
#[derive(Debug)]
pub struct Place(SemaphorePermit<'static>);

/// A place for a photo that is about to come.
///
/// # Errors
/// `unavailable` where too many are under way.
pub fn place() -> Result<Place, Refusal> {
    PLACES.try_acquire().map(Place).map_err(|_none| busy())
}

/// The bar's code in a photo (JPEG or PNG). Where several codes are seen, the first that is one of
/// a bar's.
///
/// # Errors
/// `invalid_request` where the photo cannot be read or shows no code; `wrong_code` where it shows
/// another code than a bar's.
pub async fn code_in(Place(_place): Place, photo: Bytes) -> Result<String, Refusal> {
    let turn = TURNS.acquire().await.map_err(|_closed| busy())?;
    let reading = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        read(&photo)
    });
    reading.await.unwrap_or_else(|_broke_off| Err(unreadable()))
}

/// The same at once, for whoever has time and a small photo.
///
/// # Errors
/// As [`code_in`].
pub fn read(photo: &[u8]) -> Result<String, Refusal> {
    let picture = unfold(photo).map_err(|error| {
        tracing::debug!(%error, "a photo cannot be read");
        unreadable()
    })?;
    let mut texts = Vec::new();
    for side in SIDES {
        let smaller = shrunk(&picture, side);
        let found = texts_in(smaller.as_ref().unwrap_or(&picture));
        if let Some(code) = found.iter().find_map(|text| code_of(text)) {
            return Ok(code);
        }
        texts.extend(found);
        // A larger side would show the same picture again.
        if smaller.is_none() && side > SIDES[0] {
            break;
        }
    }
    Err(if texts.is_empty() { none_seen() } else { another_code() })
}

/// The picture in grey.
fn unfold(photo: &[u8]) -> ImageResult<DynamicImage> {
    let format = image::guess_format(photo)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png) {
        return Err(ImageError::Unsupported(ImageFormatHint::Exact(format).into()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(photo), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(UNFOLDED_BYTES);
    reader.limits(limits);
    Ok(reader.decode()?.grayscale())
}

/// The picture with this longest side; nothing where it is no larger.
fn shrunk(picture: &DynamicImage, side: u32) -> Option<DynamicImage> {
    let (width, height) = (picture.width(), picture.height());
    let longest = width.max(height);
    let scaled = |length: u32| u64::from(length) * u64::from(side) / u64::from(longest);
    let scaled = |length| u32::try_from(scaled(length)).unwrap_or(side).max(1);
    (longest > side).then(|| picture.thumbnail_exact(scaled(width), scaled(height)))
}

/// What the codes in a picture say; nothing where the search stumbles, or is broken off because it
/// takes too much.
fn texts_in(picture: &DynamicImage) -> Vec<String> {
    let canvas = Canvas::new(picture.to_luma8());
    let search = AssertUnwindSafe(|| {
        let mut prepared = rqrr::PreparedImage::prepare(canvas);
        let grids = prepared.detect_grids();
        grids.iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
    });
    catch_unwind(search).unwrap_or_default()
}

/// The window's code in what a QR code says: an address of a bar's, under whichever name phones
/// reach it, or the bare code. Whether it is good, the bar says.
fn code_of(text: &str) -> Option<String> {
    let code = match text.rsplit_once('/') {
        Some((before, code)) if before.ends_with("/Q") || before.ends_with("/q") => code,
        Some(_) => return None,
        None => text,
    };
    normalize(code).filter(|code| code.len() == CODE_CHARS)
}

fn unreadable() -> Refusal {
    Refusal::invalid("That is no photo that we can read. Take another, or type the code.")
}

fn none_seen() -> Refusal {
    Refusal::invalid(
        "There is no code to be seen in the photo. Go a little closer and hold still, or type it.",
    )
}

fn another_code() -> Refusal {
    Refusal::new(
        RefusalCode::WrongCode,
        "That is another code than the bar's. Take a photo of the one on the monitor.",
    )
}

fn busy() -> Refusal {
    Refusal::new(
        RefusalCode::Unavailable,
        "Many photos are being read just now. Type the code from the monitor instead.",
    )
}

#[cfg(test)]
mod tests;

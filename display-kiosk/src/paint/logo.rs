//! The venue's logo: an SVG or PNG, drawn once at the size at which it stands. A picture that
//! cannot be drawn is none; the cup stands in for it.

use egui::{ColorImage, Context, TextureHandle, TextureOptions};
use resvg::tiny_skia::{Pixmap, PixmapPaint, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

/// A logo is at most so many times as wide as it is high.
const WIDEST: f32 = 6.0;
/// A PNG that unfolds to more than this on a side is not drawn: a few bytes may say so.
const MOST_PIXELS: u32 = 4_096;
/// A PNG's first bytes, and where its width and height are.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const PNG_SIDES: [usize; 2] = [16, 20];

/// The venue's logo.
#[derive(Default)]
pub(super) struct Logo {
    bytes: Vec<u8>,
    drawn: Option<Drawn>,
}

/// A logo at a height in pixels; nothing where it cannot be drawn.
struct Drawn {
    height: u32,
    texture: Option<TextureHandle>,
}

impl Logo {
    /// Takes a logo's file; none takes the logo away.
    pub(super) fn wear(&mut self, file: Option<&[u8]>) {
        let file = file.unwrap_or_default();
        if self.bytes != file {
            self.bytes = file.to_vec();
            self.drawn = None;
        }
    }

    /// The logo at a height in pixels.
    pub(super) fn texture(&mut self, window: &Context, height: u32) -> Option<&TextureHandle> {
        if self.bytes.is_empty() {
            return None;
        }
        if self.drawn.as_ref().is_none_or(|drawn| drawn.height != height) {
            let picture = draw(&self.bytes, height);
            let load = |image| window.load_texture("logo", image, TextureOptions::LINEAR);
            self.drawn =
                Some(Drawn { height, texture: picture.map(|picture| load(image(&picture))) });
        }
        self.drawn.as_ref()?.texture.as_ref()
    }
}

/// Draws a file at a height in pixels, narrower and lower where it would be too wide.
fn draw(file: &[u8], height: u32) -> Option<Pixmap> {
    let source = Source::read(file)?;
    let (width, own_height) = source.size();
    let height = f32::from(u16::try_from(height).ok()?);
    let scale = (height / own_height).min(WIDEST * height / width);
    let mut picture = Pixmap::new(pixels(width * scale), pixels(own_height * scale))?;
    source.draw(scale, &mut picture);
    Some(picture)
}

/// A file that could be read.
enum Source {
    Drawing(Box<Tree>),
    Picture(Pixmap),
}

impl Source {
    fn read(file: &[u8]) -> Option<Self> {
        if file.starts_with(PNG) {
            let side = |at: usize| Some(u32::from_be_bytes(file.get(at..at + 4)?.try_into().ok()?));
            let fits = |at: usize| side(at).is_some_and(|side| side <= MOST_PIXELS);
            let fits = PNG_SIDES.into_iter().all(fits);
            return fits.then(|| Pixmap::decode_png(file).ok()).flatten().map(Self::Picture);
        }
        // A logo is one file: what it points to on this machine's disk is nobody's business.
        let nothing = ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        };
        let options = Options { image_href_resolver: nothing, ..Options::default() };
        Tree::from_data(file, &options).ok().map(|tree| Self::Drawing(Box::new(tree)))
    }

    fn size(&self) -> (f32, f32) {
        match self {
            Self::Drawing(tree) => (tree.size().width(), tree.size().height()),
            Self::Picture(picture) => (side(picture.width()), side(picture.height())),
        }
    }

    fn draw(&self, scale: f32, onto: &mut Pixmap) {
        let scaled = Transform::from_scale(scale, scale);
        match self {
            Self::Drawing(tree) => resvg::render(tree, scaled, &mut onto.as_mut()),
            Self::Picture(picture) => {
                let quality = resvg::tiny_skia::FilterQuality::Bicubic;
                let paint = PixmapPaint { quality, ..PixmapPaint::default() };
                onto.draw_pixmap(0, 0, picture.as_ref(), &paint, scaled, None);
            }
        }
    }
}

fn side(pixels: u32) -> f32 {
    f32::from(u16::try_from(pixels).unwrap_or(u16::MAX))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a logo is a few hundred pixels, and `as` saturates"
)]
fn pixels(length: f32) -> u32 {
    length.round().max(1.0) as u32
}

/// The picture as egui takes it: both keep colours multiplied by their opacity.
fn image(picture: &Pixmap) -> ColorImage {
    let size = [picture.width(), picture.height()].map(|side| side as usize);
    ColorImage::from_rgba_premultiplied(size, picture.data())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
        <rect width="10" height="10" fill="#0a7cff"/></svg>"##;
    const WIDE: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 10">
        <rect width="200" height="10" fill="#0a7cff"/></svg>"##;

    #[track_caller]
    fn check(file: &[u8], expected: Option<(u32, u32)>) {
        let drawn = draw(file, 50).map(|picture| (picture.width(), picture.height()));
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_drawing_and_a_picture_stand_at_their_height() {
        check(SQUARE, Some((50, 50)));
        let png = draw(SQUARE, 20).expect("it can be drawn").encode_png().expect("it is a picture");
        check(&png, Some((50, 50)));
        let middle = draw(&png, 50).expect("it can be drawn").pixel(25, 25).expect("a pixel");
        assert_eq!([middle.red(), middle.green(), middle.blue()], [10, 124, 255]);
    }

    #[test]
    fn a_very_wide_logo_becomes_lower() {
        check(WIDE, Some((300, 15)));
    }

    #[test]
    fn what_is_no_picture_is_none() {
        check(b"", None);
        check(b"GIF89a", None);
        check(PNG, None);
        check(b"<svg", None);
        let huge = [PNG, &[0, 0, 0, 13], b"IHDR", &[0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0]];
        check(&huge.concat(), None);
    }

    #[test]
    fn a_drawing_reads_no_other_file() {
        let file = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
            <image href="/etc/hostname" width="10" height="10"/></svg>"#;
        let picture = draw(file, 10).expect("it can be drawn");
        assert!(picture.data().iter().all(|&channel| channel == 0));
    }
}

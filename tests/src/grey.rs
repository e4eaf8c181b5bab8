//! A picture in shades of grey, which is all that a reader of codes looks at.

use std::fs;
use std::io::Write;
use std::path::Path;

use rqrr::PreparedImage;
use tempfile::NamedTempFile;
use tokio::process::Command;

use crate::{Picture, within};

/// Shades of grey, row by row.
#[derive(Clone, Debug)]
pub struct Grey {
    /// From left to right, in pixels.
    pub width: usize,
    /// From top to bottom, in pixels.
    pub height: usize,
    /// From black, which is 0, to white.
    pub shades: Vec<u8>,
}

/// A reader of codes that is not ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoder {
    /// `zbarimg`, a program.
    Zbar,
    /// `rqrr`, a library.
    Rqrr,
}

impl Decoder {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Zbar, Self::Rqrr];

    /// What the codes in a picture say.
    pub async fn read(self, picture: &Grey) -> Vec<String> {
        match self {
            Self::Zbar => zbar(picture).await,
            Self::Rqrr => rqrr(picture).into_iter().map(|(_, text)| text).collect(),
        }
    }

    /// What the codes on a screenshot in a PNG file say, wherever it was taken.
    pub async fn read_png(self, path: &Path) -> Vec<String> {
        let file = fs::File::open(path).expect("the screenshot is there");
        self.read(&Picture::of_png(file).grey()).await
    }
}

impl Grey {
    /// The same on a panel whose pixels have so many hundredths of their values. What a backlight
    /// at so many hundredths leaves is brighter than that.
    #[must_use]
    pub fn dimmed(&self, hundredths: u16) -> Self {
        let dim = |shade: &u8| (u16::from(*shade) * hundredths / 100).try_into().unwrap_or(u8::MAX);
        Self { shades: self.shades.iter().map(dim).collect(), ..*self }
    }
}

/// What rqrr reads, and where it stands.
pub(crate) fn rqrr(picture: &Grey) -> Vec<(Found, String)> {
    let shade = |x: usize, y: usize| picture.shades[y * picture.width + x];
    let mut image = PreparedImage::prepare_from_greyscale(picture.width, picture.height, shade);
    let read = image.detect_grids().into_iter().filter_map(|grid| {
        let (meta, text) = grid.decode().ok()?;
        let [top_left, ..] = grid.bounds;
        Some((Found { top_left: (top_left.x, top_left.y), meta }, text))
    });
    read.collect()
}

/// Where rqrr found a code, about, and of what kind it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) top_left: (i32, i32),
    pub(crate) meta: rqrr::MetaData,
}

/// What zbar's own program reads, given nothing but a picture.
async fn zbar(picture: &Grey) -> Vec<String> {
    let mut file = NamedTempFile::with_suffix(".pgm").expect("a file for the picture");
    writeln!(file, "P5 {} {} 255", picture.width, picture.height).expect("it has room");
    file.write_all(&picture.shades).expect("it has room");
    let mut zbarimg = Command::new("zbarimg");
    zbarimg.args(["--quiet", "--raw", "-S*.disable", "-Sqrcode.enable"]).arg(file.path());
    let output = within("zbarimg to read", zbarimg.kill_on_drop(true).output()).await;
    let output = output.expect("zbarimg is installed (cargo xtask setup)");
    // It ends with 4 where it finds none.
    assert!(matches!(output.status.code(), Some(0 | 4)), "{output:?}");
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

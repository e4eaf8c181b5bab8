//! A picture of the panel, read as the crowd reads it: a code by a reader that is not ours, and
//! large numbers in the colours of their meaning.

use std::fmt;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use crate::figures::{Seen, Shape, read_numbers};
use crate::grey::{Grey, rqrr};

/// A colour, as red, green and blue.
type Ink = [u8; 3];

/// How far a pixel may be from an ink and still be of it. Smoothed edges are further away.
const INK_TOLERANCE: u8 = 6;

/// What a number on the monitor means, by its colour (design: look and voice).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In the queue.
    Waiting,
    /// In a barista's hands.
    Making,
    /// On the counter: in the colour of ready, or, while it is new, cut out of a card of it.
    Ready,
    /// As it stood when the line broke, and who knows how it stands now.
    Stale,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Making, Self::Ready, Self::Stale];

    fn inks(self) -> &'static [Ink] {
        match self {
            Self::Waiting => &[CREMA],
            Self::Making => &[MAKING],
            Self::Ready => &[GROUND, READY],
            Self::Stale => &[QUIET],
        }
    }
}

const GROUND: Ink = [0x17, 0x11, 0x0E];
const CREMA: Ink = [0xF3, 0xE9, 0xDA];
const MAKING: Ink = [0xF2, 0xC1, 0x4E];
const READY: Ink = [0x6F, 0xD0, 0x8C];
const QUIET: Ink = [0xB9, 0xA8, 0x98];

/// In which no number is ever written: copper, and the colour of a line that is down.
const OTHER_INKS: [Ink; 2] = [[0xE8, 0x95, 0x5A], [0xFF, 0x8A, 0x76]];

/// Pixels, row by row.
#[derive(Clone)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<Ink>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}x{})", self.width, self.height)
    }
}

impl Picture {
    /// From an X server's bytes: blue, green, red and one to spare.
    pub fn of_bgrx(width: usize, height: usize, bytes: &[u8]) -> Self {
        let pixels = bytes.as_chunks().0.iter().map(|[b, g, r, _]| [*r, *g, *b]).collect();
        Self { width, height, pixels }
    }

    /// A screenshot, wherever it was taken.
    pub fn of_png(file: File) -> Self {
        let mut decoder = png::Decoder::new(BufReader::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a PNG file");
        let mut bytes = vec![0; reader.output_buffer_size().expect("it fits into memory")];
        let frame = reader.next_frame(&mut bytes).expect("all of the pixels");
        let bytes = &bytes[..frame.buffer_size()];
        let pixels = match frame.color_type {
            png::ColorType::Rgb => bytes.as_chunks().0.to_vec(),
            png::ColorType::Rgba => {
                bytes.as_chunks().0.iter().map(|[r, g, b, _]| [*r, *g, *b]).collect()
            }
            other => panic!("a screenshot in {other:?}"),
        };
        let side = |side: u32| usize::try_from(side).expect("a panel's side");
        Self { width: side(frame.width), height: side(frame.height), pixels }
    }

    /// The same in shades of grey.
    pub fn grey(&self) -> Grey {
        let shade = |pixel: &Ink| {
            let [r, g, b] = pixel.map(u32::from);
            u8::try_from((r * 3 + g * 6 + b) / 10).unwrap_or(u8::MAX)
        };
        let shades = self.pixels.iter().map(shade).collect();
        Grey { width: self.width, height: self.height, shades }
    }

    /// What the code says, where there is one that can be read.
    pub fn code(&self) -> Option<String> {
        self.codes().into_iter().next()
    }

    /// What all codes say that can be read.
    pub fn codes(&self) -> Vec<String> {
        rqrr(&self.grey()).into_iter().map(|(_, text)| text).collect()
    }

    /// Whether nothing at all is on show.
    pub fn is_blank(&self) -> bool {
        self.pixels.iter().all(|pixel| *pixel == self.pixels[0])
    }

    /// The large numbers that stand so, from top to bottom, from left to right.
    pub fn numbers(&self, standing: Standing) -> Vec<u32> {
        self.figures(standing).iter().map(|seen| seen.number).collect()
    }

    /// The same, with their sizes.
    pub fn figures(&self, standing: Standing) -> Vec<Seen> {
        self.read(standing.inks())
    }

    /// Large numbers in colours that no order's number has.
    pub fn stray_figures(&self) -> Vec<Seen> {
        self.read(&OTHER_INKS)
    }

    fn read(&self, inks: &[Ink]) -> Vec<Seen> {
        let shapes = inks.iter().flat_map(|ink| self.shapes(*ink));
        read_numbers(shapes.collect(), self.width.min(self.height))
    }

    /// Every connected area of an ink.
    fn shapes(&self, ink: Ink) -> Vec<Shape> {
        let near = |pixel: &Ink| {
            pixel.iter().zip(ink).all(|(part, of_ink)| part.abs_diff(of_ink) <= INK_TOLERANCE)
        };
        let mut unseen: Vec<bool> = self.pixels.iter().map(near).collect();
        let mut shapes = Vec::new();
        for start in 0..unseen.len() {
            if unseen[start] {
                shapes.push(Shape::of(&self.take_area(&mut unseen, start)));
            }
        }
        shapes
    }

    /// The area around a place, as (x, y); it is seen from now on.
    fn take_area(&self, unseen: &mut [bool], start: usize) -> Vec<(usize, usize)> {
        let mut area = Vec::new();
        let mut edge = vec![start];
        unseen[start] = false;
        while let Some(place) = edge.pop() {
            let (x, y) = (place % self.width, place / self.width);
            area.push((x, y));
            let beside = [
                (x > 0).then(|| place - 1),
                (x + 1 < self.width).then(|| place + 1),
                (y > 0).then(|| place - self.width),
                (y + 1 < self.height).then(|| place + self.width),
            ];
            for next in beside.into_iter().flatten() {
                if std::mem::take(&mut unseen[next]) {
                    edge.push(next);
                }
            }
        }
        area
    }

    /// Saves the picture as PNG among the machine's temporary files, and says where.
    pub fn save(&self, name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("{name}-{}.png", std::process::id()));
        self.save_to(&path);
        path
    }

    /// Saves the picture as PNG.
    pub fn save_to(&self, path: &Path) {
        let file = File::create(path).expect("a file for the picture");
        let side = |side: usize| u32::try_from(side).expect("a panel's side");
        let mut encoder =
            png::Encoder::new(BufWriter::new(file), side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(self.pixels.as_flattened()).expect("all of the pixels");
    }
}

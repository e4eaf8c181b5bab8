//! A picture of the panel, read as the crowd reads it: a code by a reader that is not ours, and
//! large numbers in the colours of their meaning.

use std::fmt;
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use rqrr::PreparedImage;

use crate::figures::{Shape, read_numbers};

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
}

impl Standing {
    fn inks(self) -> &'static [Ink] {
        const GROUND: Ink = [0x17, 0x11, 0x0E];
        const CREMA: Ink = [0xF3, 0xE9, 0xDA];
        const MAKING: Ink = [0xF2, 0xC1, 0x4E];
        const READY: Ink = [0x6F, 0xD0, 0x8C];
        match self {
            Self::Waiting => &[CREMA],
            Self::Making => &[MAKING],
            Self::Ready => &[GROUND, READY],
        }
    }
}

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

    /// What the code says, where there is one that can be read.
    pub fn code(&self) -> Option<String> {
        let grey = |x: usize, y: usize| {
            let [r, g, b] = self.pixels[y * self.width + x].map(u32::from);
            u8::try_from((r * 3 + g * 6 + b) / 10).unwrap_or(u8::MAX)
        };
        let mut image = PreparedImage::prepare_from_greyscale(self.width, self.height, grey);
        image.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
    }

    /// The large numbers that stand so, from top to bottom, from left to right.
    pub fn numbers(&self, standing: Standing) -> Vec<u32> {
        let shapes = standing.inks().iter().flat_map(|ink| self.shapes(*ink));
        read_numbers(shapes.collect(), self.height)
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
        let file = File::create(&path).expect("a file for the picture");
        let side = |side: usize| u32::try_from(side).expect("a panel's side");
        let mut encoder =
            png::Encoder::new(BufWriter::new(file), side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(self.pixels.as_flattened()).expect("all of the pixels");
        path
    }
}

//! A code as it stands on a panel, measured pixel by pixel.

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

use crate::Picture;
use crate::grey::{Found, Grey, rqrr};

/// Light modules that a code wants around it (ISO/IEC 18004, section 6.3.8).
const QUIET_ZONE: usize = 4;

/// Modules across one of the three marks in a code's corners.
const MARK: usize = 7;

/// A code that was found on a panel.
#[derive(Clone, Debug)]
pub struct Code {
    /// What it says.
    pub text: String,
    /// The pixels across a module.
    pub module: usize,
    /// The code's own corner, without its quiet zone.
    left: usize,
    top: usize,
    version: usize,
    level: EcLevel,
    grey: Grey,
}

impl Code {
    /// The panel's code, where a reader that is not ours finds just one and it stands on whole
    /// pixels.
    pub fn on(picture: &Picture) -> Option<Self> {
        let grey = picture.grey();
        let [(found, text)] = <[_; 1]>::try_from(rqrr(&grey)).ok()?;
        let (left, top, width) = mark(&grey, found);
        let module = width.checked_div(MARK).filter(|module| module * MARK == width)?;
        let (version, level) = (found.meta.version.0, level(found.meta.ecc_level));
        Some(Self { text, module, left, top, version, level, grey })
    }

    /// Modules from edge to edge.
    pub fn modules(&self) -> usize {
        17 + 4 * self.version
    }

    /// The panel that it stands on.
    pub fn panel(&self) -> &Grey {
        &self.grey
    }

    /// Its corner with the quiet zone, and the side of both, in the panel's pixels.
    pub(crate) fn with_quiet_zone(&self) -> ((usize, usize), usize) {
        let zone = QUIET_ZONE * self.module;
        ((self.left - zone, self.top - zone), self.modules() * self.module + 2 * zone)
    }

    /// The code with its quiet zone, in hundredths of the panel's shorter side.
    pub fn hundredths(&self) -> usize {
        self.with_quiet_zone().1 * 100 / self.grey.width.min(self.grey.height)
    }

    /// Whether every module is exactly a square of whole pixels in one of two shades, and all that
    /// is around is as light as the light ones, for as far as a quiet zone reaches.
    pub fn is_exact(&self) -> bool {
        let zone = QUIET_ZONE * self.module;
        let side = self.modules() * self.module;
        let light = self.shade(self.left - 1, self.top - 1);
        let dark = self.shade(self.left, self.top);
        let inside = |along: usize| (zone..zone + side).contains(&along);
        let ((left, top), whole) = self.with_quiet_zone();
        (0..whole).all(|y| {
            (0..whole).all(|x| {
                let is_dark = inside(x) && inside(y) && {
                    let module = ((x - zone) / self.module, (y - zone) / self.module);
                    self.is_dark(module)
                };
                self.shade(left + x, top + y) == if is_dark { dark } else { light }
            })
        })
    }

    /// Whether the code is what its text gives in alphanumeric mode, in the smallest version that
    /// holds it.
    pub fn is_smallest_alphanumeric(&self) -> bool {
        let holds = |version: usize| alphanumeric(&self.text, version, EcLevel::L).is_some();
        let Some(code) = alphanumeric(&self.text, self.version, self.level) else { return false };
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark);
        let across = self.modules();
        let shown = (0..across * across).map(|nth| self.is_dark((nth % across, nth / across)));
        dark.eq(shown) && !(1..self.version).any(holds)
    }

    /// Whether a module is dark in its middle.
    fn is_dark(&self, (x, y): (usize, usize)) -> bool {
        let middle = |from: usize, module: usize| from + module * self.module + self.module / 2;
        let shade = self.shade(middle(self.left, x), middle(self.top, y));
        shade == self.shade(self.left, self.top)
    }

    fn shade(&self, x: usize, y: usize) -> u8 {
        self.grey.shades[y * self.grey.width + x]
    }
}

/// The mark in the corner that the reader gave about: its left, its top and its width.
fn mark(grey: &Grey, found: Found) -> (usize, usize, usize) {
    let shade = |x: usize, y: usize| grey.shades[y * grey.width + x];
    let place = |along: i32| usize::try_from(along).expect("a code within the picture");
    // From a place in the mark's outer ring, which is a pixel or two further in.
    let (x, y) = (place(found.top_left.0) + 2, place(found.top_left.1) + 2);
    let dark = shade(x, y);
    let left = (0..=x).rev().take_while(|&x| shade(x, y) == dark).last().unwrap_or(x);
    let top = (0..=y).rev().take_while(|&y| shade(left, y) == dark).last().unwrap_or(y);
    let width = (left..grey.width).take_while(|&x| shade(x, top) == dark).count();
    (left, top, width)
}

/// As ISO/IEC 18004, table 12 writes it.
fn level(written: u16) -> EcLevel {
    match written {
        0 => EcLevel::M,
        1 => EcLevel::L,
        2 => EcLevel::H,
        _ => EcLevel::Q,
    }
}

fn alphanumeric(text: &str, version: usize, level: EcLevel) -> Option<QrCode> {
    let mut bits = Bits::new(Version::Normal(i16::try_from(version).ok()?));
    bits.push_alphanumeric_data(text.as_bytes()).ok()?;
    bits.push_terminator(level).ok()?;
    QrCode::with_bits(bits, level).ok()
}

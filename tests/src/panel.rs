//! The sizes that monitors come in.

use std::fmt;

/// A monitor's panel, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panel {
    /// From left to right.
    pub width: u16,
    /// From top to bottom.
    pub height: u16,
}

impl Panel {
    /// The smallest that anybody hangs up.
    pub const SMALL: Self = Self { width: 1_280, height: 720 };
    /// 1080p, which most are.
    pub const FULL_HD: Self = Self { width: 1_920, height: 1_080 };
    /// 4K.
    pub const UHD: Self = Self { width: 3_840, height: 2_160 };
    /// 1080p, turned on its side.
    pub const PORTRAIT: Self = Self { width: 1_080, height: 1_920 };
    /// 21:9.
    pub const WIDE: Self = Self { width: 2_560, height: 1_080 };

    /// The sizes at which every face is looked at.
    pub const ALL: [Self; 4] = [Self::FULL_HD, Self::UHD, Self::PORTRAIT, Self::WIDE];

    /// The shorter side, of which the look's sizes are parts.
    pub fn shorter(self) -> usize {
        self.width.min(self.height).into()
    }
}

impl fmt::Display for Panel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

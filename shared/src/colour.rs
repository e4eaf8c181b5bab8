//! Colours, and how a venue's own is made readable.
//!
//! Lightness is moved in OKLCH (Björn Ottosson, 2020): there a colour keeps its hue for the eye
//! while it becomes lighter or darker, which it does not in RGB. Contrast is WCAG 2.2's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The least contrast between text and what is behind it (WCAG 2.2, success criterion 1.4.3).
pub const READABLE: f64 = 4.5;

/// How far lightness moves in one step on the way to [`READABLE`]: less than an eye tells apart.
const STEP: f64 = 0.005;

/// A colour of the sRGB space, written `#0a7cff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// Red, green, blue.
    pub channels: [u8; 3],
}

/// A word that is no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no colour: give one like #0a7cff")]
pub struct NoColour(String);

/// Lightness, and the two opponent axes: green to red, blue to yellow.
#[derive(Clone, Copy)]
struct Oklab {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Colour {
    /// The contrast between two colours, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The nearest colour of the same hue that can be read on all of these, and they on it. They
    /// are either all dark or all light; where not even white or black can be read on them, it is
    /// that.
    #[must_use]
    pub fn readable_on(self, grounds: &[Self]) -> Self {
        let is_dark = grounds.iter().all(|ground| ground.luminance() < 0.18);
        let step = if is_dark { STEP } else { -STEP };
        let mut lab = self.oklab();
        let mut found = self;
        while !grounds.iter().all(|ground| found.contrast(*ground) >= READABLE) {
            if !(0.0..=1.0).contains(&lab.lightness) {
                break;
            }
            lab.lightness += step;
            found = lab.colour();
        }
        found
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The channels as amounts of light.
    fn linear(self) -> [f64; 3] {
        self.channels.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn oklab(self) -> Oklab {
        let [red, green, blue] = self.linear();
        let long =
            (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium =
            (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short =
            (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        Oklab {
            lightness: 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
            a: 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
            b: 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
        }
    }
}

impl Oklab {
    /// The colour itself, or the most colourful one of its lightness and hue that a screen has.
    fn colour(self) -> Colour {
        let (mut least, mut most) = (0.0, 1.0);
        if let Some(colour) = self.faded(1.0).in_gamut() {
            return colour;
        }
        for _ in 0..16 {
            let half = f64::midpoint(least, most);
            if self.faded(half).in_gamut().is_some() { least = half } else { most = half }
        }
        let grey = if self.lightness > 0.5 { [255; 3] } else { [0; 3] };
        self.faded(least).in_gamut().unwrap_or(Colour { channels: grey })
    }

    /// With only a part of its colourfulness.
    fn faded(self, part: f64) -> Self {
        Self { lightness: self.lightness, a: self.a * part, b: self.b * part }
    }

    /// The colour, where a screen can show it.
    fn in_gamut(self) -> Option<Colour> {
        let Self { lightness, a, b } = self;
        let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let red = 4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short;
        let green = -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short;
        let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short;
        let [red, green, blue] = [encoded(red)?, encoded(green)?, encoded(blue)?];
        Some(Colour { channels: [red, green, blue] })
    }
}

/// An amount of light as a channel, where it is one.
fn encoded(light: f64) -> Option<u8> {
    let value =
        if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    let channel = (value * 255.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was just compared with the bounds"
    )]
    (0.0..=255.0).contains(&channel).then_some(channel as u8)
}

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let none = || NoColour(text.to_owned());
        let hex = text.strip_prefix('#').unwrap_or(text);
        if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(none());
        }
        let all = u32::from_str_radix(hex, 16).map_err(|_no_digits| none())?;
        let [_, red, green, blue] = all.to_be_bytes();
        Ok(Self { channels: [red, green, blue] })
    }
}

impl TryFrom<String> for Colour {
    type Error = NoColour;

    fn try_from(written: String) -> Result<Self, NoColour> {
        written.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!(colour("#0a7cff").channels, [10, 124, 255]);
        assert_eq!(colour("0A7CFF").to_string(), "#0A7CFF");
        for none in ["", "#12345", "#1234567", "blue", "#12345g", "#+12345"] {
            assert!(none.parse::<Colour>().is_err(), "{none}");
        }
    }

    #[test]
    fn contrast_is_what_the_standard_says() {
        assert!((colour("#000000").contrast(colour("#ffffff")) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(colour("#ffffff")) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn there_and_back_is_the_same_colour() {
        for channels in [[0, 0, 0], [255, 255, 255], [10, 124, 255], [232, 149, 90]] {
            let colour = Colour { channels };
            assert_eq!(colour.oklab().colour(), colour);
        }
    }

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        let copper = colour("#E8955A");
        assert_eq!(copper.readable_on(&[colour("#17110E"), colour("#221A15")]), copper);
    }

    #[test]
    fn every_colour_can_be_made_readable_and_keeps_its_hue() {
        let dark = [colour("#17110E"), colour("#221A15")];
        let light = [colour("#FBF6EE"), colour("#F3EADC")];
        let steps = || (0..=255_u8).step_by(15);
        for red in steps() {
            for (green, blue) in steps().flat_map(|g| steps().map(move |b| (g, b))) {
                let asked = Colour { channels: [red, green, blue] };
                for grounds in [dark, light] {
                    let shown = asked.readable_on(&grounds);
                    for ground in grounds {
                        assert!(shown.contrast(ground) >= READABLE, "{asked} as {shown}");
                    }
                }
            }
        }
        let blue = colour("#0a7cff").readable_on(&dark);
        let [red, green, most] = blue.channels;
        assert!(most > green && green > red, "{blue} is no blue any more");
    }
}

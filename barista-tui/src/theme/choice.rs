//! What people may ask for, and what a terminal says of itself where they leave it open.

use clap::ValueEnum;

use super::Depth;

/// Terminals that have all colours, but whose names do not say so.
const FULL_TERMS: [&str; 6] = ["alacritty", "foot", "ghostty", "kitty", "rio", "wezterm"];

/// How the board is asked to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How many colours.
    pub colours: Colours,
    /// On which ground.
    pub background: Background,
    /// In which signs.
    pub ascii: Ascii,
}

/// How many colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    /// As many as the terminal says that it has.
    #[default]
    Auto,
    /// 24 bits.
    Full,
    /// The 256 that many terminals share.
    #[value(name = "256")]
    Indexed,
    /// The terminal's own sixteen.
    #[value(name = "16")]
    Sixteen,
    /// None.
    None,
}

/// On which ground to paint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Background {
    /// Light where the terminal says that it is, else dark.
    #[default]
    Auto,
    /// The house's dark ground.
    Dark,
    /// The house's light ground.
    Light,
    /// The terminal's own, with the terminal's own colours.
    Own,
}

/// Whether to keep to ASCII.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Ascii {
    /// Where the locale names an encoding other than UTF-8.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

impl Colours {
    pub(super) fn depth(self, var: &impl Fn(&str) -> Option<String>) -> Depth {
        match self {
            Self::Auto => depth_of(var),
            Self::Full => Depth::Full,
            Self::Indexed => Depth::Indexed,
            Self::Sixteen => Depth::Sixteen,
            Self::None => Depth::Plain,
        }
    }
}

impl Background {
    /// `COLORFGBG` ends with the number of the ground among the sixteen colours, where it is set.
    pub(super) fn is_light(self, var: &impl Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::Light => true,
            Self::Dark => false,
            Self::Auto | Self::Own => {
                let pair = var("COLORFGBG").unwrap_or_default();
                let ground = pair.rsplit(';').next().and_then(|ground| ground.parse().ok());
                matches!(ground, Some(7 | 9..=15))
            }
        }
    }
}

impl Ascii {
    /// A terminal that names no locale is taken for one of today's, which all know UTF-8.
    pub(super) fn is_on(self, var: &impl Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::On => true,
            Self::Off => false,
            Self::Auto => ["LC_ALL", "LC_CTYPE", "LANG"]
                .into_iter()
                .filter_map(var)
                .find(|locale| !locale.is_empty())
                .is_some_and(|locale| !is_utf8(&locale)),
        }
    }
}

fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

fn depth_of(var: &impl Fn(&str) -> Option<String>) -> Depth {
    let term = var("TERM").unwrap_or_default();
    let no_colours = var("NO_COLOR").is_some_and(|value| !value.is_empty());
    let full = var("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit");
    match () {
        () if no_colours || is_monochrome(&term) => Depth::Plain,
        () if full || term.ends_with("-direct") => Depth::Full,
        () if FULL_TERMS.iter().any(|name| term.contains(name)) => Depth::Full,
        () if term.contains("256color") => Depth::Indexed,
        () => Depth::Sixteen,
    }
}

/// The terminals of old, and those whose names say that they are like them.
fn is_monochrome(term: &str) -> bool {
    let old = ["vt100", "vt102", "vt220", "vt320"];
    term == "dumb" || term.ends_with("-mono") || term.ends_with("-m") || old.contains(&term)
}

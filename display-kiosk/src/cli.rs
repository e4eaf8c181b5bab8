//! The command line: where the server is, what the monitor is called, and how it fills the panel.

use std::path::PathBuf;
use std::str::FromStr;

use clap::Parser;
use clap::builder::{BoolishValueParser, PossibleValuesParser, TypedValueParser};
use demitasse_shared::api::Role;
use demitasse_shared::client::DevicePairing;
use demitasse_shared::monitor::sample::Sample;
use demitasse_shared::papers::PaperFlags;

use crate::screens::Wanted;
use crate::sound::SoundArgs;
use crate::theme::Tone;

/// The program's name, as it stands in file names and for the window manager.
pub(crate) const PROGRAM: &str = "demitasse-kiosk";

/// Shows the code and the numbers on an overhead monitor.
///
/// On the server's own machine it finds the bar by itself. Elsewhere, give a pairing code once, and
/// the server's address where the network does not say it; the monitor keeps its right for the next
/// start. It may be started before the server and waits for it.
///
/// F11 leaves and enters full screen, F10 goes to the next monitor; Ctrl+Q, or holding Esc for a
/// second and a half, closes it. No other key does anything.
#[derive(Clone, Debug, Parser)]
#[command(name = PROGRAM, version = demitasse_shared::VERSION)]
pub struct Args {
    /// The server's address, such as `http://192.168.1.20:8080`
    #[arg(long, value_name = "URL", env = "DEMITASSE_SERVER")]
    pub server: Option<String>,
    /// A pairing code; staff get one with `demitasse staff pair --role display`. Without --server it
    /// is for the one bar on the network
    #[arg(long, value_name = "CODE", env = "DEMITASSE_PAIR")]
    pub pair: Option<String>,
    /// What the monitor is called in the list of devices
    #[arg(long, default_value = "Monitor", env = "DEMITASSE_NAME")]
    pub name: String,
    /// The data directory of a server on this machine
    #[arg(long, value_name = "DIR", env = "DEMITASSE_DATA")]
    pub data: Option<PathBuf>,
    /// The file in which the monitor keeps its right to show the code
    #[arg(long, value_name = "FILE", env = "DEMITASSE_CREDENTIALS")]
    pub credentials: Option<PathBuf>,
    /// The file of the authority that vouches for a bar over https, as the bar gives it at
    /// /authority.crt; it is kept with the pairing
    #[arg(long, value_name = "FILE", env = "DEMITASSE_AUTHORITY")]
    pub authority: Option<PathBuf>,
    /// Which monitor to fill: `all` for one window on each, a number from `--list-monitors`, or a
    /// name. Otherwise the window manager chooses. One that is not there is waited for: until it
    /// is plugged in, the first one shows the bar
    #[arg(long, value_name = "all|N|NAME", env = "DEMITASSE_MONITOR")]
    pub monitor: Option<Wanted>,
    /// Say which monitors there are, and end
    #[arg(long)]
    pub list_monitors: bool,
    /// Let the machine sleep and its screen saver come; otherwise both are held off for as long as
    /// the monitor runs, except on Windows, where its settings decide
    #[arg(long, env = "DEMITASSE_LET_SLEEP", value_parser = BoolishValueParser::new())]
    pub let_sleep: bool,
    /// Open a window instead of filling the screen
    #[arg(
        long,
        value_name = "WxH",
        env = "DEMITASSE_WINDOWED",
        num_args = 0..=1,
        default_missing_value = "1280x720"
    )]
    pub windowed: Option<WindowSize>,
    /// How the panel is lit
    #[arg(long, value_name = "TONE", env = "DEMITASSE_THEME", default_value = "dark")]
    pub theme: Tone,
    /// Show a face with sample data, to set up the panel before the bar is there
    #[arg(long, value_name = "FACE", value_parser = face())]
    pub preview: Option<Sample>,
    /// Let the monitor's clock run so many times as fast. It exists for one thing: to live through
    /// a bar's week in an hour, beside a server whose clock runs as fast
    #[arg(long, value_name = "TIMES", default_value_t = 1, hide = true)]
    pub pace: u32,
    /// End with standard input. It exists for `demitasse up`: where that is killed, it cannot ask the
    /// monitor to end
    #[arg(long, hide = true)]
    pub until_input_ends: bool,
    /// The languages of a preview, one or two, such as `de,en`; a server says its own
    #[arg(long, value_name = "TAGS", value_delimiter = ',', requires = "preview")]
    pub languages: Vec<String>,
    #[command(flatten)]
    pub sound: SoundArgs,
    #[command(flatten)]
    pub papers: PaperFlags,
}

/// Reads a face's word, and lists them all where it is none.
fn face() -> impl TypedValueParser<Value = Sample> {
    let words = Sample::ALL.iter().map(|sample| sample.as_str());
    PossibleValuesParser::new(words).try_map(|word| word.parse::<Sample>())
}

impl Args {
    /// How to find the server and the right to show its code.
    pub fn pairing(&self) -> DevicePairing {
        DevicePairing {
            role: Role::Display,
            server: self.server.as_deref().map(|url| url.trim_end_matches('/').to_owned()),
            code: self.pair.clone(),
            name: self.name.clone(),
            data: self.data.clone(),
            keep: self.credentials.clone().or_else(|| DevicePairing::default_keep(PROGRAM)),
            authority: self.authority.clone(),
        }
    }
}

/// A window's inner size, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowSize {
    pub width: u16,
    pub height: u16,
}

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1280, height: 720 }
    }
}

impl FromStr for WindowSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || format!("{text:?} is no size: write it like 1280x720");
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(refused)?;
        let side = |side: &str| side.parse::<u16>().ok().filter(|&points| points > 0);
        match (side(width), side(height)) {
            (Some(width), Some(height)) => Ok(Self { width, height }),
            _ => Err(refused()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_may_be_given_a_size() {
        let size = |args: &[&str]| {
            Args::try_parse_from([&[PROGRAM], args].concat()).map(|args| args.windowed)
        };
        let window = |width, height| Some(WindowSize { width, height });
        assert_eq!(size(&[]).expect("full screen"), None);
        assert_eq!(size(&["--windowed"]).expect("a window"), window(1280, 720));
        assert_eq!(size(&["--windowed", "1080x1920"]).expect("a window"), window(1080, 1920));
        let refused = size(&["--windowed", "wide"]).expect_err("not a size").to_string();
        assert!(refused.contains("write it like 1280x720"), "{refused}");
    }

    #[test]
    fn the_monitor_pairs_as_a_display() {
        let args = Args::parse_from([PROGRAM, "--server", "http://bar:8080/", "--pair", "AB"]);
        let pairing = args.pairing();
        assert_eq!(pairing.role, Role::Display);
        assert_eq!(pairing.server.as_deref(), Some("http://bar:8080"));
        assert_eq!(pairing.code.as_deref(), Some("AB"));
    }
}

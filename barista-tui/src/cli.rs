//! What the program is told when it starts.

use std::env;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use demitasse_shared::api::Role;
use demitasse_shared::client::DevicePairing;
use demitasse_shared::papers::PaperFlags;

use crate::model::{RushWhen, Sound, Station};
use crate::theme::{Ascii, Background, Colours, Look};
use crate::words::Words;

/// What this program's kept pairing and its configuration are called.
pub(crate) const KEEP_AS: &str = "barista";

/// Follows the surroundings.
const AUTO: &str = "auto";

/// What stands below the flags.
const AFTER: &str = "\
Configuration: barista.toml in the platform's configuration folder (on Linux
  ~/.config/demitasse), or --config FILE. Flags count before the environment, the environment
  before the file. --print-config shows every setting and every key as such a file.

Exit codes: 0 somebody quit; 1 the board cannot go on; 2 a flag or a line of the configuration
  makes no sense; 128 and a signal's number where that ended it: 129 the terminal is gone,
  130 Ctrl-C, 143 asked to end.

Press ? for the keys.";

/// The baristas' board: Waiting, Making and Ready side by side, one key per step
///
/// On the machine where the bar's server runs it finds the server and pairs by itself. Anywhere
/// else, staff make a code with `demitasse staff pair --role barista --name NAME`, and the first
/// start is `demitasse-barista --pair CODE`, with `--server http://BAR:8080` where the network does
/// not say where the bar is. After that the device is known: no code is needed any more.
#[derive(Clone, Debug, Parser)]
#[command(version = demitasse_shared::VERSION, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Cli {
    /// The server's address, such as <http://bar.local:8080>
    #[arg(long, env = "DEMITASSE_SERVER", value_name = "URL", help_heading = "The bar")]
    server: Option<String>,
    /// A pairing code, good once; without --server it is for the one bar on the network
    #[arg(long, env = "DEMITASSE_PAIR", value_name = "CODE", help_heading = "The bar")]
    pair: Option<String>,
    /// Whose hands these are, as the other baristas read it
    #[arg(long, env = "DEMITASSE_NAME", value_name = "NAME", help_heading = "The bar")]
    name: Option<String>,
    /// What to be where no code says it: on the server's own machine
    #[arg(
        long,
        env = "DEMITASSE_ROLE",
        value_name = "ROLE",
        default_value = "manager",
        help_heading = "The bar"
    )]
    role: Hands,
    /// The data directory of a server on this machine
    #[arg(long, env = "DEMITASSE_DATA", value_name = "DIR", help_heading = "The bar")]
    data: Option<PathBuf>,
    /// Where this device keeps its pairing [default: in the user's configuration folder]
    #[arg(long, env = "DEMITASSE_CREDENTIALS", value_name = "FILE", help_heading = "The bar")]
    credentials: Option<PathBuf>,
    /// The file of the authority that vouches for a bar over https, as the bar gives it at
    /// /authority.crt; it is kept with the pairing
    #[arg(long, env = "DEMITASSE_AUTHORITY", value_name = "FILE", help_heading = "The bar")]
    authority: Option<PathBuf>,

    /// The language, such as de; auto follows `LC_ALL`, `LC_MESSAGES` and `LANG`
    #[arg(
        long,
        env = "DEMITASSE_LANGUAGE",
        value_name = "TAG",
        default_value = AUTO,
        value_parser = language,
        help_heading = "The board"
    )]
    language: String,
    /// How many colours; auto follows `NO_COLOR`, `COLORTERM` and `TERM`
    #[arg(
        long,
        env = "DEMITASSE_COLOURS",
        value_name = "HOW",
        default_value = "auto",
        help_heading = "The board"
    )]
    colours: Colours,
    /// The ground: the house's dark or light one, or the terminal's own; auto follows `COLORFGBG`
    #[arg(
        long,
        env = "DEMITASSE_BACKGROUND",
        value_name = "HOW",
        default_value = "auto",
        help_heading = "The board"
    )]
    background: Background,
    /// Nothing but ASCII; auto follows `LC_ALL`, `LC_CTYPE` and `LANG`
    #[arg(
        long,
        env = "DEMITASSE_ASCII",
        value_name = "HOW",
        default_value = "auto",
        help_heading = "The board"
    )]
    ascii: Ascii,
    /// From how many waiting orders on the rush layout shows; or always, or never
    #[arg(
        long,
        env = "DEMITASSE_RUSH_FROM",
        value_name = "ORDERS",
        default_value = "12",
        help_heading = "The board"
    )]
    pub(crate) rush_from: RushWhen,
    /// The part of the queue that is made here: 2/3, or espresso,cortado, or 2/3,espresso,cortado
    #[arg(long, env = "DEMITASSE_STATION", value_name = "STATION", help_heading = "The board")]
    pub(crate) station: Option<Station>,
    /// What says that an order came, will soon expire, or something was announced
    #[arg(
        long,
        env = "DEMITASSE_SOUND",
        value_name = "HOW",
        default_value = "bell",
        help_heading = "The board"
    )]
    pub(crate) sound: Sound,

    /// A file that settings are read from [default: barista.toml in the configuration folder]
    #[arg(
        long,
        env = "DEMITASSE_BARISTA_CONFIG",
        value_name = "FILE",
        help_heading = "The program"
    )]
    config: Option<PathBuf>,
    /// A file to write what happens to; `DEMITASSE_LOG` says how much of it, such as debug
    #[arg(
        long = "log",
        id = "log",
        env = "DEMITASSE_LOG_FILE",
        value_name = "FILE",
        help_heading = "The program"
    )]
    pub(crate) log: Option<PathBuf>,
    /// Print all settings as they are in force, as a configuration file, and end
    #[arg(long, help_heading = "The program")]
    pub(crate) print_config: bool,
    #[command(flatten)]
    pub(crate) papers: PaperFlags,
}

/// What a board can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Hands {
    /// Works the queue.
    Barista,
    /// Does that, and sets the rules.
    Manager,
}

impl Cli {
    /// How to find the server and the right to speak to it.
    pub(crate) fn pairing(&self) -> DevicePairing {
        DevicePairing {
            role: match self.role {
                Hands::Barista => Role::Barista,
                Hands::Manager => Role::Manager,
            },
            server: self.server.clone(),
            code: self.pair.clone(),
            name: self.name(),
            data: self.data.clone(),
            keep: self.credentials.clone().or_else(|| DevicePairing::default_keep(KEEP_AS)),
            authority: self.authority.clone(),
        }
    }

    /// How the board is asked to look.
    pub(crate) fn look(&self) -> Look {
        Look { colours: self.colours, background: self.background, ascii: self.ascii }
    }

    /// The language that was asked for, or that of the surroundings.
    pub(crate) fn words(&self, var: impl Fn(&str) -> Option<String>) -> Words {
        if self.language == AUTO { Words::from_env(var) } else { Words::of(Some(&self.language)) }
    }

    /// The name given, else the one the machine knows the person by.
    fn name(&self) -> String {
        let given = self.name.clone().or_else(|| env::var("USER").ok());
        given.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "Barista".to_owned())
    }
}

/// A language that the board speaks.
fn language(tag: &str) -> Result<String, String> {
    let own = tag.to_lowercase();
    let own = own.split(['-', '_']).next().unwrap_or_default();
    if own == AUTO || Words::tags().any(|known| known == own) {
        return Ok(tag.to_owned());
    }
    let tags: Vec<_> = Words::tags().collect();
    Err(format!("the board speaks {}", tags.join(", ")))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_flags_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_rush_layout_begins_where_the_board_begins_it_by_itself() {
        let cli = Cli::try_parse_from(["demitasse-barista"]).expect("nothing is needed");
        assert_eq!(cli.rush_from, RushWhen::default());
    }

    #[test]
    fn a_language_that_nobody_here_speaks_is_refused_with_those_that_are_spoken() {
        let words = |tag| Cli::try_parse_from(["demitasse-barista", "--language", tag]);
        let spoken = words("de-AT").expect("German").words(|_| None);
        assert_eq!(format!("{spoken:?}"), "de");
        let surroundings = |name: &str| (name == "LANG").then(|| "de_DE.UTF-8".to_owned());
        let auto = words("auto").expect("any").words(surroundings);
        assert_eq!(format!("{auto:?}"), "de");
        assert!(words("tlh").is_err_and(|refused| refused.to_string().contains("en, es, fr, de")));
    }
}

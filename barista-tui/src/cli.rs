//! What the program is told when it starts.

use std::env;
use std::path::PathBuf;

use clap::Parser;
use demitasse_shared::api::Role;
use demitasse_shared::client::DevicePairing;

/// What this program's kept pairing is called.
const KEEP_AS: &str = "barista";

/// The baristas' board: Waiting, Making and Ready side by side, one key per step.
///
/// On the machine where the bar's server runs it finds the server and pairs by itself. Anywhere
/// else, staff make a code with `demitasse staff pair --role barista --name NAME`, and the first
/// start is `demitasse-barista --server http://BAR:8080 --pair CODE`. After that the device is
/// known: no code is needed any more.
///
/// Colours follow `COLORTERM`; `NO_COLOR` turns them off. Press ? for the keys.
#[derive(Clone, Debug, Parser)]
#[command(version)]
pub(crate) struct Cli {
    /// The server's address, such as <http://bar.local:8080>
    #[arg(long, env = "DEMITASSE_SERVER", value_name = "URL")]
    server: Option<String>,
    /// A pairing code, good once
    #[arg(long, env = "DEMITASSE_PAIR", value_name = "CODE", requires = "server")]
    pair: Option<String>,
    /// Whose hands these are, as the other baristas read it
    #[arg(long, env = "DEMITASSE_NAME", value_name = "NAME")]
    name: Option<String>,
    /// The data directory of a server on this machine
    #[arg(long, env = "DEMITASSE_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// Where this device keeps its pairing [default: in the user's configuration folder]
    #[arg(long, env = "DEMITASSE_CREDENTIALS", value_name = "FILE")]
    credentials: Option<PathBuf>,
}

impl Cli {
    /// How to find the server and the right to speak to it.
    pub(crate) fn pairing(&self) -> DevicePairing {
        DevicePairing {
            role: Role::Barista,
            server: self.server.clone(),
            code: self.pair.clone(),
            name: self.name(),
            data: self.data.clone(),
            keep: self.credentials.clone().or_else(|| DevicePairing::default_keep(KEEP_AS)),
        }
    }

    /// The name given, else the one the machine knows the person by.
    fn name(&self) -> String {
        let given = self.name.clone().or_else(|| env::var("USER").ok());
        given.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "Barista".to_owned())
    }
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
    fn a_code_needs_an_address() {
        let refused = Cli::try_parse_from(["demitasse-barista", "--pair", "AB12"]);
        assert!(refused.is_err_and(|error| error.to_string().contains("--server")));
    }
}

//! `demitasse completions`, and what packages ask for: the manual pages.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::CommandFactory;
use demitasse_shared::papers::{self, Shell};

use super::Cli;

/// Print completions for a shell.
///
/// Debian's packages bring them along. Elsewhere, for bash:
/// `demitasse completions bash > ~/.local/share/bash-completion/completions/demitasse`.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Write the manual pages into a folder, for packages.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct ManualArgs {
    /// The folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn completions(args: CompletionsArgs) -> io::Result<()> {
    let text = papers::completions(Cli::command(), args.shell);
    io::stdout().write_all(text.as_bytes())
}

pub(super) fn manual(args: &ManualArgs) -> io::Result<()> {
    papers::manual(Cli::command(), &args.folder)
}

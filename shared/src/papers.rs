//! What lies beside a program on a machine: completions for shells, and manual pages. Both are made
//! from the program's flags, when a package is made, so that they never tell of another version.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Command, ValueEnum};

/// A shell that completes what people type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU bash.
    Bash,
    /// Z shell.
    Zsh,
    /// fish.
    Fish,
}

/// The flags of a program without subcommands that ask for its papers.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(skip)]
pub struct PaperFlags {
    /// Print completions for a shell, and end
    #[arg(long, value_name = "SHELL", help_heading = "The program")]
    completions: Option<Shell>,
    /// Write the manual page into a folder, and end
    #[arg(long, value_name = "DIR", hide = true)]
    manual: Option<PathBuf>,
}

impl PaperFlags {
    /// Gives what was asked for; false where nothing was.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn give(&self, command: Command) -> io::Result<bool> {
        if let Some(shell) = self.completions {
            io::stdout().write_all(completions(command, shell).as_bytes())?;
        } else if let Some(folder) = &self.manual {
            manual(command, folder)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }
}

/// The text that teaches a shell the program's flags.
pub fn completions(mut command: Command, shell: Shell) -> String {
    use clap_complete::Shell as Known;
    let shell = match shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
    };
    let (name, mut text) = (command.get_name().to_owned(), Vec::new());
    clap_complete::generate(shell, &mut command, name, &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// Writes the program's manual page into a folder, and one for each of its subcommands.
///
/// # Errors
/// Where a page cannot be written.
pub fn manual(command: Command, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command, folder)
}

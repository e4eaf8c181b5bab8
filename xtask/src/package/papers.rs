//! Manual pages and completions, told by the program itself.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::stamp::Stamp;
use crate::Result;
use crate::stages::run;

/// Where each shell looks, and what its files are called.
const SHELLS: [(&str, &str, &str, &str); 3] = [
    ("bash", "usr/share/bash-completion/completions", "", ""),
    ("zsh", "usr/share/zsh/vendor-completions", "_", ""),
    ("fish", "usr/share/fish/vendor_completions.d", "", ".fish"),
];

/// Lays both out below `root`.
pub(super) fn lay(name: &str, program: &Path, root: &Path, stamp: &Stamp) -> Result {
    let pages = root.join("usr/share/man/man1");
    fs::create_dir_all(&pages)?;
    run(told(name, program, "manual").arg(&pages))?;
    for page in fs::read_dir(&pages)? {
        squeeze(page?.path(), stamp)?;
    }
    for (shell, folder, before, after) in SHELLS {
        let folder = root.join(folder);
        fs::create_dir_all(&folder)?;
        let asked = told(name, program, "completions").arg(shell).output()?;
        if !asked.status.success() || asked.stdout.is_empty() {
            return Err(format!("{name} has no completions for {shell}").into());
        }
        fs::write(folder.join(format!("{before}{name}{after}")), asked.stdout)?;
    }
    Ok(())
}

/// The program, asked for one of its papers: the server by a subcommand, the others by a flag. It
/// knows nothing of the machine that packs, whose folders would otherwise stand in the pages.
fn told(name: &str, program: &Path, paper: &str) -> Command {
    let mut command = Command::new(program);
    let flag = if name == "demitasse" { paper.to_owned() } else { format!("--{paper}") };
    command.arg(flag).env_clear().env("HOME", "~");
    command
}

/// Packs a text as Debian's policy asks for.
pub(super) fn squeeze(text: impl AsRef<OsStr>, stamp: &Stamp) -> Result {
    run(stamp.command("gzip").args(["--best", "--no-name", "--force"]).arg(text))
}

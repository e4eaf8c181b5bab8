//! Cargo, as it runs this very program.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::{Result, root};

/// Cargo in the repository's root. The same cargo that runs this program, where it says so.
pub(crate) fn cargo<'a>(args: impl IntoIterator<Item = &'a str>) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Whether cargo knows a subcommand, such as `nextest`.
pub(crate) fn has(subcommand: &str) -> bool {
    let mut version = cargo([subcommand, "--version"]);
    let asked = version.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Where cargo puts a program that it builds in release: beside the folder that this program was
/// built into, however the target folder was chosen.
pub(crate) fn release(program: &str) -> Result<PathBuf> {
    let own = env::current_exe()?;
    let target = own.parent().and_then(|profile| profile.parent());
    let target = target.ok_or("this program is in no target folder")?;
    Ok(target.join("release").join(program).with_extension(env::consts::EXE_EXTENSION))
}

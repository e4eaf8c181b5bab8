//! Cargo, as it runs this very program.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::{Result, root, sound};

/// Cargo in the repository's root. The same cargo that runs this program, where it says so.
pub(crate) fn cargo<'a>(args: impl IntoIterator<Item = &'a str>) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// What turns sound on in the monitor, and in the tests that listen to it.
const SOUND: [&str; 2] = ["demitasse-kiosk/sound", "demitasse-tests/sound"];

/// Cargo for the whole workspace, in the one shape in which this machine builds it: with sound
/// where the system's library is there. Each shape has a build of its own.
pub(crate) fn shaped<'a>(args: impl IntoIterator<Item = &'a str>) -> Command {
    with_features(cargo(args), &SOUND)
}

/// The same for the bar's programs alone.
pub(crate) fn shaped_programs<'a>(args: impl IntoIterator<Item = &'a str>) -> Command {
    with_features(cargo(args), &SOUND[..1])
}

fn with_features(mut command: Command, features: &[&str]) -> Command {
    if sound::is_there() {
        command.arg("--features").arg(features.join(","));
    }
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
    Ok(target()?.join("release").join(program).with_extension(env::consts::EXE_EXTENSION))
}

/// The target folder that this program was built into.
pub(crate) fn target() -> Result<PathBuf> {
    let own = env::current_exe()?;
    let target = own.parent().and_then(|profile| profile.parent());
    Ok(target.ok_or("this program is in no target folder")?.to_path_buf())
}

//! The server as one file that needs nothing of a machine but its kernel: no package, no library. It
//! is linked with the C library in it, which Debian's `libc6-dev` brings.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cargo::cargo;
use crate::stages::run;
use crate::{Result, say};

/// Tells the compiler to take the C library along.
const STATIC: &str = "-C target-feature=+crt-static";

/// Builds it, and lays it beside the packages.
pub(super) fn build(target: &Path, to: &Path) -> Result {
    say("Building the server with all libraries in it. The first time takes some minutes.")?;
    let host = host()?;
    let build = ["build", "--release", "--locked", "--bins", "--package", "demitasse"];
    // Named although it is this machine's own: so build scripts are not built statically, too.
    run(cargo(build).args(["--target", &host]).env("RUSTFLAGS", STATIC))?;
    let program = target.join(&host).join("release/demitasse");
    let place = to.join("demitasse-static");
    fs::copy(&program, &place)?;
    say(&place.display().to_string())
}

/// The machine, in the compiler's words.
fn host() -> Result<String> {
    let asked = Command::new("rustc").args(["--version", "--verbose"]).output()?;
    let answer = String::from_utf8(asked.stdout)?;
    let host = answer.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not say for which machine it compiles")?.to_owned())
}

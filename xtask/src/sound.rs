//! The library that sound comes through: whether it is there, and how it comes in.

use std::env;
use std::process::{Command, Stdio};

use crate::needs::SOUND;
use crate::{Result, apt, say};

/// Why the monitor goes without sound although everything is installed.
pub(crate) const UNKNOWN: &str = "pkg-config does not know alsa";

/// Installs it where it is missing, for the bar. A monitor without sound is a good monitor all the same, so a
/// machine that cannot get it goes on without.
pub(crate) fn ensure() -> Result {
    if is_there() {
        return Ok(());
    }
    match apt::ensure(SOUND) {
        Ok(()) if is_there() => Ok(()),
        Ok(()) => say(&format!("Going on without sound: {UNKNOWN}")),
        Err(why) => say(&format!("Going on without sound: {why}")),
    }
}

/// Whether the monitor can be built with sound. Only Linux asks for a library.
pub(crate) fn is_there() -> bool {
    if env::consts::OS != "linux" {
        return true;
    }
    let mut asked = Command::new("pkg-config");
    asked.args(["--exists", "alsa"]).stdout(Stdio::null()).stderr(Stdio::null());
    asked.status().is_ok_and(|status| status.success())
}

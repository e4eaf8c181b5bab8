//! macOS has a program for it, which ends by itself when this one does.

use std::process::{Child, Command, Stdio};

/// Keeps display and machine awake for as long as this process lives.
pub(super) fn hold() -> Option<Child> {
    let own = std::process::id().to_string();
    let mut program = Command::new("/usr/bin/caffeinate");
    program.args(["-d", "-i", "-w", &own]).stdin(Stdio::null());
    program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

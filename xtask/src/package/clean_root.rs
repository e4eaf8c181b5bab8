//! Tries packages out where nothing of this machine can help them: in a Debian that has just been
//! made.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs::TRY;
use crate::stages::run;
use crate::{Result, apt, root, say};

/// The release that the packages are for.
const RELEASE: &str = "bookworm";

/// Where a Debian that was made once is kept, to be copied.
const PRISTINE: &str = "pristine";

/// Installs the packages in a clean Debian, looks at them there, and removes them.
pub(super) fn try_out(packages: &[PathBuf], to: &Path) -> Result {
    if !apt::is_root() {
        return Err("a clean Debian can be made by root alone: sudo, or leave --try out".into());
    }
    apt::ensure(TRY)?;
    let pristine = to.join(PRISTINE);
    if !pristine.join("usr/bin/apt-get").exists() {
        say("Making a clean Debian. This happens once and takes some minutes.")?;
        let mut make = Command::new("debootstrap");
        run(make.args(["--variant=minbase", RELEASE]).arg(&pristine).stdout(std::io::stderr()))?;
    }
    let clean = to.join("clean");
    if clean.exists() {
        fs::remove_dir_all(&clean)?;
    }
    run(Command::new("cp").arg("--archive").arg(&pristine).arg(&clean))?;
    look(packages, &clean)?;
    Ok(fs::remove_dir_all(&clean)?)
}

/// The look itself is a script: it is what a person would type there.
fn look(packages: &[PathBuf], clean: &Path) -> Result {
    let inside = clean.join("packages");
    fs::create_dir_all(&inside)?;
    for package in packages {
        fs::copy(package, inside.join(package.file_name().unwrap_or_default()))?;
    }
    fs::copy(root().join("packaging/try.sh"), clean.join("try.sh"))?;
    let mut chroot = Command::new("chroot");
    chroot.arg(clean).args(["/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "sh"]);
    run(chroot.arg("/try.sh").stdout(std::io::stderr()))
}

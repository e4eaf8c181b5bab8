//! Debian's packages: which are missing, and how to get them.

use std::env;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::needs::Need;
use crate::stages::run;
use crate::{Result, say};

/// Installs what is missing, or says what somebody else must do.
pub(crate) fn ensure(needs: &[Need]) -> Result {
    if !is_there() {
        return tell_without_apt(needs);
    }
    let missing = missing(needs)?;
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt) = Apt::find() else {
        let packages = missing.join(" ");
        return Err(format!(
            "some packages are missing. Install them, then come back:\n    \
             sudo apt-get install --no-install-recommends {packages}"
        )
        .into());
    };
    say(&format!("Installing {}", missing.join(" ")))?;
    apt.install(&missing)
}

/// Whether the machine's packages are Debian's.
pub(crate) fn is_there() -> bool {
    on_path("dpkg-query") && on_path("apt-get")
}

/// Without Debian's packages nothing can be looked up: what a missing program would do is certain,
/// what a missing library would do shows itself when a window opens.
fn tell_without_apt(needs: &[Need]) -> Result {
    let programs = needs.iter().filter_map(|need| Some((need.package, need.program?)));
    let missing: Vec<_> = programs.filter(|(_, program)| !on_path(program)).collect();
    if !missing.is_empty() {
        let named: Vec<_> = missing
            .iter()
            .map(|(package, program)| format!("{program} (in Debian: {package})"))
            .collect();
        return Err(format!(
            "this machine has no apt. Install these with its own tools, then come back: {}",
            named.join(", ")
        )
        .into());
    }
    let libraries: Vec<_> =
        needs.iter().filter(|n| n.program.is_none()).map(|n| n.package).collect();
    say(&format!(
        "This machine has no apt, so nothing is installed. These libraries should be there; the \
         names are Debian's: {}",
        libraries.join(" ")
    ))
}

fn missing(needs: &[Need]) -> Result<Vec<&'static str>> {
    let absent = needs.iter().filter(|need| !need.program.is_some_and(on_path));
    let absent: Vec<_> = absent.map(|need| need.package).collect();
    if absent.is_empty() {
        return Ok(absent);
    }
    // It fails where it does not know a name; what it lists is right all the same.
    let asked = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(&absent)
        .stderr(Stdio::null())
        .output()?;
    Ok(not_installed(absent, &asked))
}

fn not_installed(mut packages: Vec<&'static str>, asked: &Output) -> Vec<&'static str> {
    let listed = String::from_utf8_lossy(&asked.stdout);
    let installed: Vec<_> =
        listed.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    packages.retain(|package| !installed.contains(package));
    packages
}

/// apt-get with the right to install.
struct Apt {
    sudo: bool,
}

impl Apt {
    /// As root, or through sudo where that asks for no password.
    fn find() -> Option<Self> {
        if is_root() {
            return Some(Self { sudo: false });
        }
        let asked = Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success()).then_some(Self { sudo: true })
    }

    /// Installs; refreshes apt's lists once where they do not know a package or are out of date.
    fn install(&self, packages: &[&str]) -> Result {
        let known = knows(packages);
        if !known {
            self.update()?;
        }
        match run(self.get("install").arg("--no-install-recommends").args(packages)) {
            Err(_out_of_date) if known => {
                self.update()?;
                run(self.get("install").arg("--no-install-recommends").args(packages))
            }
            done => done,
        }
    }

    fn update(&self) -> Result {
        run(&mut self.get("update"))
    }

    fn get(&self, verb: &str) -> Command {
        let mut command = Command::new(if self.sudo { "sudo" } else { "env" });
        if self.sudo {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--yes", "--quiet", verb]);
        // Standard output is for the programs that this machine is set up for.
        command.stdin(Stdio::null()).stdout(std::io::stderr());
        command
    }
}

pub(crate) fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").output();
    asked.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

/// Whether apt's lists know all of the packages.
fn knows(packages: &[&str]) -> bool {
    let mut show = Command::new("apt-cache");
    show.args(["--quiet", "show"]).args(packages).stdout(Stdio::null()).stderr(Stdio::null());
    show.status().is_ok_and(|status| status.success())
}

/// Whether a program of this name would be found.
pub(crate) fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| is_program(&folder.join(program)))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.with_extension(env::consts::EXE_EXTENSION).is_file()
}

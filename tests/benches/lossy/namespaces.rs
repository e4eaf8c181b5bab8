//! Two network namespaces: the bar's and the phones'. They go when this does.

use std::env;
use std::io;
use std::process::{self, Command, ExitCode};

use crate::INSIDE;

/// Both, by name.
#[derive(Debug)]
pub(crate) struct Namespaces {
    bar: String,
    phones: String,
}

impl Namespaces {
    /// Makes them.
    pub(crate) fn make() -> io::Result<Self> {
        let id = process::id();
        let namespaces =
            Self { bar: format!("demitasse-bar-{id}"), phones: format!("demitasse-phones-{id}") };
        for name in [&namespaces.bar, &namespaces.phones] {
            ip(&["netns", "add", name])?;
            ip(&["-n", name, "link", "set", "lo", "up"])?;
        }
        Ok(namespaces)
    }

    /// Runs this program again, in the bar's.
    pub(crate) async fn run_inside(self) -> ExitCode {
        let own = env::current_exe().expect("a program knows where it is");
        let mut inside = tokio::process::Command::new("ip")
            .args(["netns", "exec", &self.bar])
            .arg(own)
            .args([INSIDE, &self.phones])
            .kill_on_drop(true)
            .spawn()
            .expect("ip has run before");
        let ended = tokio::select! {
            ended = inside.wait() => ended.is_ok_and(|status| status.success()),
            // Ctrl-C reaches the inner program, too; here it must not leave the namespaces behind.
            _interrupted = tokio::signal::ctrl_c() => false,
        };
        if ended { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl Drop for Namespaces {
    fn drop(&mut self) {
        for name in [&self.bar, &self.phones] {
            // What was never made cannot be removed.
            drop(ip(&["netns", "delete", name]));
        }
    }
}

/// Runs `ip`.
pub(crate) fn ip(args: &[&str]) -> io::Result<()> {
    let output = Command::new("ip").args(args).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("ip {}: {}", args.join(" "), said.trim())))
}

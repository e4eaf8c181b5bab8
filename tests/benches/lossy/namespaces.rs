//! Two network namespaces: the bar's and the phones'. They go when this does.

use std::env;
use std::io;
use std::process::{self, Command, ExitCode};

use rustix::process::{Pid, Signal, kill_process};
use tokio::signal::unix::{SignalKind, signal};

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
    pub(crate) async fn run_inside(self, guests: &str) -> ExitCode {
        let own = env::current_exe().expect("a program knows where it is");
        let mut inside = tokio::process::Command::new("ip")
            .args(["netns", "exec", &self.bar])
            .arg(own)
            .args([INSIDE, &self.phones, guests])
            .kill_on_drop(true)
            .spawn()
            .expect("ip has run before");
        let mut terminated = signal(SignalKind::terminate()).expect("a system with signals");
        let ended = tokio::select! {
            ended = inside.wait() => ended.is_ok_and(|status| status.success()),
            // Whoever ends it early must not leave the namespaces behind.
            _interrupted = tokio::signal::ctrl_c() => false,
            _terminated = terminated.recv() => false,
        };
        if ended { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Whatever happened: nobody stays behind in a namespace, and no namespace does.
impl Drop for Namespaces {
    fn drop(&mut self) {
        for name in [&self.bar, &self.phones] {
            let inside = ip(&["netns", "pids", name]).unwrap_or_default();
            for id in inside.lines().filter_map(|id| Pid::from_raw(id.trim().parse().ok()?)) {
                // It may have ended by itself.
                kill_process(id, Signal::KILL).ok();
            }
            drop(ip(&["netns", "delete", name]));
        }
    }
}

/// Runs `ip` and hears what it prints.
pub(crate) fn ip(args: &[&str]) -> io::Result<String> {
    let output = Command::new("ip").args(args).output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("ip {}: {}", args.join(" "), said.trim())))
}

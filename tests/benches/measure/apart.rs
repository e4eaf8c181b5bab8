//! A part as a process of its own, which takes with it all that it has started.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStderr, Command};
use tokio::time::timeout;

use crate::parts::{Bounded, ROWS};

/// How long the last words of a part that has ended may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// This program, or the newest bench of the part's name beside it.
pub(crate) fn program(part: &Bounded) -> Option<PathBuf> {
    let own = env::current_exe().ok()?;
    if !part.is_apart {
        return Some(own);
    }
    let files = fs::read_dir(own.parent()?).ok()?.filter_map(Result::ok);
    let benches = files.map(|file| file.path()).filter(|path| {
        let stem = path.file_name().and_then(|name| name.to_str()?.rsplit_once('-'));
        path.extension().is_none() && stem.is_some_and(|(name, _hash)| name == part.name)
    });
    benches.max_by_key(|path| path.metadata().and_then(|about| about.modified()).ok())
}

/// Starts a part, waits for it as long as it may take, and ends all that it leaves behind.
pub(crate) async fn measure(program: &Path, part: &Bounded, rows: &Path) -> Result<(), String> {
    let mut command = Command::new(program);
    command.arg(ROWS).arg(rows).arg(part.name);
    // What it starts belongs to its group, so that nothing outlives it.
    command.process_group(0).kill_on_drop(true);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|why| format!("it cannot be started: {why}"))?;
    let group = Group::led_by(&child);
    let said = tokio::spawn(last_words(child.stderr.take()));
    let ended = timeout(Duration::from_mins(part.minutes), child.wait()).await;
    drop(group);
    let Ok(status) = ended else {
        return Err(format!("it took longer than {} minutes", part.minutes));
    };
    let status = status.map_err(|why| why.to_string())?;
    if status.success() {
        return Ok(());
    }
    // Whoever has left the group may hold the line open.
    let why = timeout(FAREWELL, said).await.ok().and_then(Result::ok).flatten();
    Err(why.unwrap_or_else(|| format!("it ended with {status}")))
}

/// A part with all that it has started, which ends when this goes: also where somebody interrupts
/// the run.
struct Group(Option<Pid>);

impl Group {
    fn led_by(child: &Child) -> Self {
        Self(child.id().and_then(|id| Pid::from_raw(id.cast_signed())))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let ended = self.0.map_or(Ok(()), |leader| kill_process_group(leader, Signal::KILL));
        // Where nobody is left there is nobody to end.
        assert!(matches!(ended, Ok(()) | Err(Errno::SRCH)), "they are our own: {ended:?}");
    }
}

/// Hands on what a part says until it falls silent. Why it failed is the line after its last panic.
#[expect(clippy::print_stderr, reason = "whoever waits wants to know for what")]
async fn last_words(stderr: Option<ChildStderr>) -> Option<String> {
    let mut lines = BufReader::new(stderr?).lines();
    let (mut has_panicked, mut why) = (false, None);
    while let Ok(Some(line)) = lines.next_line().await {
        eprintln!("{line}");
        if has_panicked {
            why = Some(line.clone());
        }
        has_panicked = line.contains(" panicked at ");
    }
    why
}

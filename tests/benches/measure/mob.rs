//! Guests who mean harm: this program once more, in a process of its own and at the lowest priority.
//! Theirs are other machines than the bar's: here they get what the bar leaves of this one.

use std::env;
use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use crate::clock::pass;
use crate::mischief::{self, Kind};

/// The word by which this program becomes a mob.
const WORD: &str = "--mob";

/// The lowest priority that there is.
const LAST: i32 = 19;

/// Between two looks at how far the mob is, and how often it is looked at most: two minutes.
const LOOK: Duration = Duration::from_millis(50);
const LOOKS: usize = 2_400;

/// How a mob is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Report {
    /// Connections that stand.
    pub(crate) standing: usize,
    /// Answers that were heard.
    pub(crate) answers: usize,
}

/// What all of a mob count together.
#[derive(Debug, Default)]
pub(crate) struct Count {
    pub(crate) standing: AtomicUsize,
    pub(crate) answers: AtomicUsize,
}

/// A mob at work; it ends with its owner.
#[derive(Debug)]
pub(crate) struct Mob {
    input: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
}

impl Mob {
    /// Sends so many of a kind to a server, and waits until they stand. `code` is the one on the
    /// monitor: whoever is in the hall can read it.
    pub(crate) async fn of(kind: Kind, many: usize, address: SocketAddr, code: &str) -> Self {
        let mut command = Command::new(env::current_exe().expect("this program"));
        let kind = serde_json::to_string(&kind).expect("plain data");
        command.args([WORD, &kind, &many.to_string(), &address.to_string(), code]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().expect("it runs");
        let input = child.stdin.take().expect("it is piped");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let mut mob = Self { input, lines, _child: child };
        for _ in 0..LOOKS {
            // Some of them are always just coming back.
            if mob.look().await.standing >= many - many / 10 {
                return mob;
            }
            pass(LOOK).await;
        }
        panic!("the mob does not stand: {:?} of {many}", mob.look().await);
    }

    /// How it is.
    pub(crate) async fn look(&mut self) -> Report {
        self.input.write_all(b"\n").await.expect("it reads");
        let line = self.lines.next_line().await.expect("it answers").expect("it runs");
        serde_json::from_str(&line).expect("a report")
    }
}

/// What this program was started for, as a mob.
#[derive(Debug)]
pub(crate) struct Asked {
    kind: Kind,
    many: usize,
    address: SocketAddr,
    code: String,
}

/// Whether this program is to be a mob.
pub(crate) fn is_asked() -> Option<Asked> {
    let mut args = env::args().skip(1);
    args.next().filter(|word| word == WORD)?;
    let kind = serde_json::from_str(&args.next()?).expect("a kind");
    let many = args.next()?.parse().expect("how many");
    let address = args.next()?.parse().expect("an address");
    Some(Asked { kind, many, address, code: args.next()? })
}

/// Does its mischief until it is killed, and answers each line with how it is.
#[expect(clippy::print_stdout, reason = "the one who asked reads it")]
pub(crate) async fn run(asked: Asked) {
    rustix::process::nice(LAST).expect("whoever may run may run later");
    let Asked { kind, many, address, code } = asked;
    let (count, code): (Arc<Count>, Arc<str>) = (Arc::default(), code.into());
    for nth in 0..many {
        let (count, code) = (Arc::clone(&count), Arc::clone(&code));
        tokio::spawn(async move { mischief::of(kind, (nth, many), address, &code, &count).await });
    }
    let mut asked = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(_)) = asked.next_line().await {
        let [standing, answers] =
            [&count.standing, &count.answers].map(|count| count.load(Ordering::SeqCst));
        let report = Report { standing, answers };
        println!("{}", serde_json::to_string(&report).expect("plain data"));
    }
}

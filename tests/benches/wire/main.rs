//! What a phone's whole life takes of the air: `cargo bench -p demitasse-tests --bench wire`.
//!
//! The bar and a phone live in two network namespaces that this program makes and removes. Between
//! them lies a line that this program is itself ([`line`]): it hands on each packet, and counts it.
//! The phone is a real Chromium with the real page and script, worked as a guest works it
//! ([`life`]); the bar is the real server. Both run on the clock of the wall, so that all that
//! happens while nothing happens is counted, too: signs of life, probes, goodbyes.
//!
//! It takes nine minutes, needs Linux, root, and what `cargo xtask setup` installs, and ends with
//! failure where the life costs more than it may. `-- 5` lives a minute in five seconds, for a quick
//! look without most of the signs of life. `-- --rows FILE` also writes the rows as JSON.

#[path = "../measure/clock.rs"]
mod clock;
mod life;
mod line;
#[path = "../lossy/namespaces.rs"]
mod namespaces;
mod tally;

use std::env;
use std::process::ExitCode;

use line::Line;
use namespaces::Namespaces;

/// How this program calls itself where it runs inside the bar's namespace; the phone's follows, and
/// how long a minute is, whether packets are listed, and where the rows go, joined by colons.
const INSIDE: &str = "--inside";

/// Prints every packet.
const PACKETS: &str = "--packets";

/// Where the rows go, too.
const ROWS: &str = "--rows";

#[tokio::main]
#[expect(clippy::print_stderr, reason = "a command for people")]
async fn main() -> ExitCode {
    let args: Vec<_> = env::args().collect();
    let after = |flag: &str| Some(args.get(args.iter().position(|arg| arg == flag)? + 1)?.as_str());
    if let Some(phone) = after(INSIDE) {
        let asked = args.last().map_or("", String::as_str);
        return live(phone, asked).await;
    }
    let minute = args.iter().find(|arg| arg.parse::<u32>().is_ok()).map_or("60", String::as_str);
    let lists = args.iter().any(|arg| arg == PACKETS);
    let asked = format!("{minute}:{lists}:{}", after(ROWS).unwrap_or_default());
    match Namespaces::make() {
        Ok(namespaces) => namespaces.run_inside(&asked).await,
        Err(why) => {
            eprintln!("This needs Linux and root, and what `cargo xtask setup` installs: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Lives as was asked for outside.
async fn live(phone: &str, asked: &str) -> ExitCode {
    let mut asked = asked.splitn(3, ':');
    let mut next = || asked.next().expect("how long a minute is, whether to list, and a file");
    let (minute, lists, rows) = (next().parse().expect("seconds"), next() == "true", next());
    let line = Line::to(phone, lists).expect("the system lets root lay a line");
    life::live(line, phone, minute, rows).await
}

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

use namespaces::Namespaces;

/// How this program calls itself where it runs inside the bar's namespace; the phone's follows, and
/// how long a minute is and where the rows go, joined by a colon.
const INSIDE: &str = "--inside";

/// Where the rows go, too.
const ROWS: &str = "--rows";

#[tokio::main]
#[expect(clippy::print_stderr, reason = "a command for people")]
async fn main() -> ExitCode {
    let args: Vec<_> = env::args().collect();
    let after = |flag: &str| Some(args.get(args.iter().position(|arg| arg == flag)? + 1)?.as_str());
    if let Some(phone) = after(INSIDE) {
        let asked = args.last().map_or("", String::as_str);
        let (minute, rows) = asked.split_once(':').expect("how long a minute is, and a file");
        return life::live(phone, minute.parse().expect("seconds"), rows).await;
    }
    let minute = args.iter().find(|arg| arg.parse::<u32>().is_ok()).map_or("60", String::as_str);
    let asked = format!("{minute}:{}", after(ROWS).unwrap_or_default());
    match Namespaces::make() {
        Ok(namespaces) => namespaces.run_inside(&asked).await,
        Err(why) => {
            eprintln!("This needs Linux and root, and what `cargo xtask setup` installs: {why}");
            ExitCode::FAILURE
        }
    }
}

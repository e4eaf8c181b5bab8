//! Two hundred guests on a line that loses things: `cargo bench -p demitasse-tests --bench lossy`.
//!
//! The bar and the phones live in two network namespaces that this program makes and removes, so
//! nothing of it leaves the machine. Between them lies a line that this program is itself
//! ([`line`]): it reads each packet on one side, loses some, keeps the others for a while, and
//! writes them on the other. (`tc netem` does the same where the kernel has it; few small ones
//! do.) Forty of the guests are contexts of a real Chromium with the real page and script; the others
//! speak the API, with the client that all programs use.
//!
//! It takes about five minutes, needs Linux, root, and Debian's iproute2 and
//! chromium-headless-shell (`cargo xtask setup` installs them), and ends with failure unless every guest has exactly one order and has seen every step of it.

#[path = "../measure/clock.rs"]
mod clock;
mod crowd;
mod evening;
mod line;
mod namespaces;
mod talkers;

use std::env;
use std::process::ExitCode;
use std::time::Duration;

use namespaces::Namespaces;

/// How this program calls itself where it runs inside the bar's namespace; the phones' and a
/// number of guests follow.
const INSIDE: &str = "--inside";

/// And how, where it is the guests without a browser: address, code, number and time follow.
const TALKERS: &str = "--talkers";

/// How many guests there are, unless a number is given: `-- 20` for a quick look.
const GUESTS: &str = "200";

#[tokio::main]
#[expect(clippy::print_stderr, reason = "a command for people")]
async fn main() -> ExitCode {
    let args: Vec<_> = env::args().collect();
    if let Some(at) = args.iter().position(|arg| arg == INSIDE) {
        let guests = args[at + 2].parse().expect("a number of guests");
        return evening::spend(&args[at + 1], guests).await;
    }
    if let Some(at) = args.iter().position(|arg| arg == TALKERS) {
        let number = |place: usize| args[at + place].parse::<u32>().expect("a number");
        let within = Duration::from_millis(number(4).into());
        talkers::talk(&args[at + 1], &args[at + 2], number(3), within).await;
        return ExitCode::SUCCESS;
    }
    let asked = args.iter().find(|arg| arg.parse::<usize>().is_ok());
    match Namespaces::make() {
        Ok(namespaces) => namespaces.run_inside(asked.map_or(GUESTS, String::as_str)).await,
        Err(why) => {
            eprintln!("This needs Linux and root, and what `cargo xtask setup` installs: {why}");
            ExitCode::FAILURE
        }
    }
}

//! Two hundred guests on a line that loses things: `cargo bench -p demitasse-tests --bench lossy`.
//!
//! The bar and the phones live in two network namespaces that this program makes and removes, so
//! nothing of it leaves the machine. Between them lies a line that this program is itself
//! ([`line`]): it reads each packet on one side, loses some, keeps the others for a while, and
//! writes them on the other. (`tc netem` does the same where the kernel has it; few small ones
//! do.) Each phone is a context of a real Chromium with the real page and script.
//!
//! It takes about five minutes, needs Linux, root, and Debian's iproute2 and
//! chromium-headless-shell (`cargo xtask setup` installs them), and ends with failure unless every guest has exactly one order and has seen every step of it.

#[path = "../measure/clock.rs"]
mod clock;
mod evening;
mod line;
mod namespaces;

use std::env;
use std::process::ExitCode;

use namespaces::Namespaces;

/// How this program calls itself where it runs inside the bar's namespace; the phones' and a
/// number of guests follow.
const INSIDE: &str = "--inside";

/// How many phones there are, unless a number is given: `-- 20` for a quick look.
const GUESTS: &str = "200";

#[tokio::main]
#[expect(clippy::print_stderr, reason = "a command for people")]
async fn main() -> ExitCode {
    let args: Vec<_> = env::args().collect();
    if let Some(at) = args.iter().position(|arg| arg == INSIDE) {
        let guests = args[at + 2].parse().expect("a number of guests");
        return evening::spend(&args[at + 1], guests).await;
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

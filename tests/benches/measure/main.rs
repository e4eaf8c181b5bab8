//! What Demitasse reaches on this machine, beside what the machine can do: `cargo xtask bench`.
//!
//! It measures the release programs that lie beside it, through the same doors as people use:
//! processes, HTTP over loopback, a pseudo-terminal, a window. Everything is measured in one run,
//! because disks and shared machines have good and bad minutes: read ratios first, figures second.
//! How to read them, and how to get the same, is in `docs/measuring.md`.

mod apart;
mod bare;
mod children;
mod clock;
mod counter;
mod crowd;
mod day;
mod disk;
mod effort;
mod hostile;
mod idle;
mod journal;
mod kernel;
mod load;
mod machine;
mod mischief;
mod mob;
mod monitor;
mod orders;
mod parts;
mod past;
mod phones;
mod processes;
mod programs;
mod reads;
mod rush;
mod sizes;
mod stamp;
mod start;
mod terminal;
mod tls;
mod turn;
mod window;
mod writes;

use std::env;
use std::process::ExitCode;

use demitasse_tests::allow_files;
use demitasse_tests::measure::{figures, table};

use parts::Asked;

#[tokio::main]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what it is for")]
async fn main() -> ExitCode {
    allow_files();
    if let Some(data) = bare::is_asked() {
        bare::run(&data).await;
        return ExitCode::SUCCESS;
    }
    if let Some(asked) = crowd::is_asked() {
        crowd::run(asked).await;
        return ExitCode::SUCCESS;
    }
    if let Some(asked) = mob::is_asked() {
        mob::run(asked).await;
        return ExitCode::SUCCESS;
    }
    if writes::is_asked() {
        writes::run();
        return ExitCode::SUCCESS;
    }
    if !cfg!(target_os = "linux") {
        eprintln!("This reads what Linux tells about processes; it measures nothing elsewhere.");
        return ExitCode::FAILURE;
    }
    if !sizes::are_built() {
        eprintln!("The programs are not here: `cargo xtask bench` builds them first.");
        return ExitCode::FAILURE;
    }
    match Asked::of(env::args().skip(1)) {
        Ok(Asked::One { part, rows }) => parts::run(&part, &rows).await,
        Ok(Asked::Many { names, cold }) => match turn::all(&names, cold).await {
            Ok(page) => {
                println!("{page}");
                ExitCode::SUCCESS
            }
            Err(why) => fail(&format!("There is no table: {why}")),
        },
        Err(why) => fail(&why),
    }
}

#[expect(clippy::print_stderr, reason = "a command for people")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

//! What Demitasse takes and what it carries, on this machine: `cargo bench -p demitasse-tests`.
//!
//! It measures the release programs that lie beside it, through the same doors as people use:
//! processes, HTTP over loopback, a pseudo-terminal, a window. Everything is measured in one run,
//! because disks and shared machines have good and bad minutes: read ratios first, figures second.

mod bare;
mod children;
mod clock;
mod crowd;
mod disk;
mod load;
mod monitor;
mod orders;
mod phones;
mod processes;
mod programs;
mod reads;
mod rush;
mod terminal;
mod writes;

use std::env;
use std::process::ExitCode;
use std::thread::available_parallelism;

use demitasse_tests::measure::{figures, table};

use table::Table;

#[tokio::main]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what it is for")]
async fn main() -> ExitCode {
    if let Some(data) = bare::is_asked() {
        bare::run(&data).await;
        return ExitCode::SUCCESS;
    }
    if let Some((guests, address)) = crowd::is_asked() {
        crowd::run(guests, address).await;
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
    if !programs::are_built() {
        eprintln!(
            "The programs are not here. Build them first: \
             cargo build --release --bins -p demitasse -p demitasse-barista -p demitasse-kiosk"
        );
        return ExitCode::FAILURE;
    }
    eprintln!(
        "Measuring; this takes about two minutes. The machine should have nothing else to do."
    );
    let table = measure().await;
    let cores = available_parallelism().map_or(0, usize::from);
    println!("Server and client share this machine's {cores} cores.\n\n{table}");
    ExitCode::SUCCESS
}

async fn measure() -> Table {
    let mut table = Table::default();
    if is_wanted("programs") {
        programs::sizes(&mut table);
        programs::starts(&mut table, "on an empty folder", None).await;
        let used = orders::used().await;
        programs::starts(&mut table, "on a day's data", Some(used.path())).await;
        programs::together(&mut table).await;
    }
    if is_wanted("orders") {
        orders::measure(&mut table).await;
    }
    if is_wanted("reads") {
        reads::measure(&mut table).await;
    }
    if is_wanted("phones") {
        phones::measure(&mut table).await;
    }
    table
}

/// Whether a part was asked for by name; without names all are.
fn is_wanted(part: &str) -> bool {
    let mut named = env::args().skip(1).filter(|word| !word.starts_with('-')).peekable();
    named.peek().is_none() || named.any(|word| word == part)
}

//! `cargo xtask`: what a newcomer, a developer and the build machine run.

mod apt;
mod bench;
mod cargo;
mod check;
mod fuzz;
mod needs;
mod npm;
mod package;
mod schemathesis;
mod setup;
mod sheet;
mod sound;
mod stages;
mod task;
mod test;
mod torture;
mod up;

use std::env;
use std::process::ExitCode;

use task::{Result, root, say};

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let name = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    match task::run(&name, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        // Where even stderr is gone there is nobody left to tell.
        Err(why) => say(&format!("xtask: {why}")).map_or(ExitCode::FAILURE, |()| ExitCode::FAILURE),
    }
}

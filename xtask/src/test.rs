//! `cargo xtask test`: everything, in the order in which faults are cheapest to find.

use crate::cargo::{has, shaped};
use crate::stages::Stages;
use crate::{Result, check, setup};

/// Checks and tests everything; `args` go to the test runner.
pub(crate) fn run(args: &[String]) -> Result {
    let mut stages = Stages::default();
    stages.stage("setup", setup::for_tests)?;
    check::check(&mut stages)?;
    // Programs and tests together, in the shape in which the runner builds them: tests that start
    // the programs find them built, and nothing is built twice.
    let build = ["build", "--workspace", "--bins", "--tests", "--locked"];
    stages.command("build", &mut shaped(build))?;
    if has("nextest") {
        // The runner leaves documentation's examples out. They come first, so that its closing
        // lines are the last.
        stages.command("examples", &mut shaped(["test", "--workspace", "--doc", "--locked"]))?;
        let nextest = ["nextest", "run", "--workspace", "--locked", "--no-fail-fast"];
        stages.command("tests", shaped(nextest).args(args))?;
    } else {
        let test = ["test", "--workspace", "--locked", "--no-fail-fast"];
        stages.command("tests", shaped(test).args(args))?;
    }
    stages.finish()
}

//! The law: format, lints, documentation.

use crate::cargo::{cargo, shaped};
use crate::stages::Stages;
use crate::{Result, setup};

/// `cargo xtask check`.
pub(crate) fn run() -> Result {
    let mut stages = Stages::default();
    stages.stage("setup", setup::for_check)?;
    check(&mut stages)?;
    stages.finish()
}

/// The checks as stages of a longer run.
pub(crate) fn check(stages: &mut Stages) -> Result {
    stages.command("format", &mut cargo(["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked"];
    stages.command("lints", shaped(clippy).args(["--", "-D", "warnings"]))?;
    let doc = ["doc", "--workspace", "--no-deps", "--document-private-items", "--locked"];
    stages.command("documentation", shaped(doc).env("RUSTDOCFLAGS", "-D warnings"))
}

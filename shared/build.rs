//! What the vocabulary's build finds out and lays ready.

#[path = "build/commit.rs"]
mod commit;
#[path = "build/pack.rs"]
mod pack;

use std::io;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    commit::main();
    pack::files()
}

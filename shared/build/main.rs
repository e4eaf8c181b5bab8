//! What the vocabulary's build finds out and lays ready.

mod commit;
mod pack;

use std::io;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build");
    commit::main();
    pack::files()
}

//! The build script of each program: how it is linked in a release.
//!
//! A program that may lie anywhere in memory tells the loader of each address that it holds. As a list
//! they are 0.4 MB of it, packed (`DT_RELR`) next to nothing. The C library must know the packed form,
//! so a program is linked like that only where it is built for the machine's own.

#![expect(clippy::print_stdout, reason = "it is how a build script speaks to cargo")]

use std::env;
use std::process::Command;

/// The first version of glibc that unpacks.
const UNPACKS: (u32, u32) = (2, 36);

/// Where the compiler brings a linker along that packs.
const TARGET: &str = "x86_64-unknown-linux-gnu";

fn main() {
    println!("cargo:rerun-if-changed=../shared/build/link.rs");
    let says = |name: &str, value: &str| env::var(name).is_ok_and(|said| said == value);
    let is_here = says("TARGET", TARGET) && says("HOST", TARGET);
    if is_here && says("PROFILE", "release") && glibc().is_some_and(|here| here >= UNPACKS) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The machine's glibc, where it has one: `glibc 2.36`.
fn glibc() -> Option<(u32, u32)> {
    let asked = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(asked.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

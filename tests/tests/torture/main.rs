//! Each promise of the bar, and what tries to break it.
//!
//! A part is a test by its own name. Every test run takes a share of each; `cargo xtask torture`
//! runs them with other seeds, or for as long as one likes. What fails says how to repeat it.

mod disk;
mod guests;
mod killed;
mod nature;
mod parsers;
#[cfg(target_os = "linux")]
mod screens;
mod simulation;

//! The core, piece by piece: `cargo bench -p demitasse-tests --bench core`.
//!
//! It tells which piece has become slow, on one machine, before and after a change. What Demitasse
//! reaches is judged elsewhere (`cargo xtask bench`). Every test run runs each piece once, without a
//! look at the clock, so that all of them always work.

mod bar;
mod board;
mod rules;
mod sample;
mod shown;

fn main() {
    divan::main();
}

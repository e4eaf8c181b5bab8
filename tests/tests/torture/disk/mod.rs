//! The disk, as it fails in a bar: its power goes at any operation, it is full, it breaks, and it is
//! well again. The bar is the real one; its disk is the test's (`tests/disk`).

mod ask;
mod crash;
mod day;
#[cfg(target_os = "linux")]
mod errands;
mod failing;
mod house;
mod people;
mod state;

//! The baristas' board for tablets that have nothing installed: the same board, hosted here and
//! served to any ssh client and to any browser.
//!
//! Each hosted board is a [`demitasse_barista::Session`] that speaks to this server as every board
//! does, over its own address, with a token of its device: what a device may do, the live feed and
//! what happens on a broken line are the same for all. `canvas` is what it is painted on; `ssh` and
//! `browser` carry pictures out and keys in.

pub mod browser;
mod canvas;
mod host;
pub mod ssh;

pub use host::{Boards, End, NoBoard, SESSIONS};

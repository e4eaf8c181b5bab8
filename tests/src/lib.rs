//! The harness: a bar in a folder of its own, and the people in it.
//!
//! A test opens either a [`Bar`] inside its own process, with a clock that only the test moves, or
//! a [`Server`]: the real program, for tests that kill it. Both are spoken to through the one
//! client that all programs use. Nothing here sleeps: every wait is for an event, and [`within`]
//! gives up on one that does not come.

#![expect(clippy::missing_panics_doc, reason = "a test panics where the bar breaks its word")]

mod auditor;
mod bar;
mod camera;
mod chance;
mod display;
mod ears;
mod feed;
mod figures;
mod files;
mod gallery;
mod grey;
mod kiosk;
mod line;
pub mod measure;
mod memory;
mod modules;
mod open_bar;
mod ordeal;
mod panel;
mod patience;
mod people;
mod phone;
mod photo;
mod picture;
mod program;
pub mod sample;
mod slow_line;
pub mod source;
mod tablets;
mod terminal;
#[cfg(target_os = "linux")]
mod vitals;
mod wire;

pub use auditor::Auditor;
pub use bar::{Bar, at, unlocked};
pub use camera::Camera;
pub use chance::Chance;
pub use display::Display;
pub use ears::Ears;
pub use feed::{Feed, View};
pub use figures::Seen;
pub use files::allow_files;
pub use gallery::Gallery;
pub use grey::{Decoder, Grey};
pub use kiosk::Kiosk;
pub use line::Line;
pub use memory::quick_folder;
pub use modules::Code;
pub use open_bar::OpenBar;
pub use ordeal::Ordeal;
pub use panel::Panel;
pub use patience::{PATIENCE, within};
pub use people::{Staff, flat_white, refusal};
pub use phone::{Phone, Scripts};
pub use photo::photograph;
pub use picture::{Picture, Standing};
pub use program::{Finished, Server, alone, program, run, run_with, start};
pub use slow_line::{SlowLine, SlowOrder, Stretch};
pub use tablets::Tablets;
pub use terminal::{Launch, Terminal};
#[cfg(target_os = "linux")]
pub use vitals::Vitals;
pub use wire::{Answer, fetch, stranger};

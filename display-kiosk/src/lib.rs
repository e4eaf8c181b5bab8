//! The overhead monitor: it shows the code, and the numbers that are ready.
//!
//! `feed` hears the server and keeps the `model` true; what the crowd sees of it is decided in
//! plain data by [`demitasse_shared::monitor`], the same for every kind of monitor; `paint` puts
//! that on the panel, and `sound` lets it be heard. `app` is the windows around them, `screens`
//! says on which of the machine's monitors they stand; [`Panel`] is the same without a window.

mod app;
mod awake;
mod cli;
mod feed;
mod keys;
mod model;
mod paint;
mod panel;
mod pointer;
mod qr;
mod screens;
mod sound;
mod theme;
mod windows;

pub use app::{Failure, list_monitors, run};
pub use cli::Args;
pub use paint::{Brush, screen as paint};
pub use panel::{Built, Panel};
pub use theme::{Tone, fonts::dress};

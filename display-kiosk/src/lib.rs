//! The overhead monitor: it shows the code, and the numbers that are ready.
//!
//! [`feed`] hears the server and keeps the [`model`] true; what the crowd sees of it is decided in
//! plain data by [`demitasse_shared::monitor`], the same for every kind of monitor; [`paint`] puts
//! that on the panel, and [`sound`] lets it be heard. [`app`] is the window around them.

mod app;
mod cli;
mod feed;
mod model;
mod paint;
mod qr;
mod sound;
mod theme;

pub use app::run;
pub use cli::Args;

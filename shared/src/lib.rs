//! The bar's vocabulary, spoken by the server, the barista's terminal, the kiosk and the tests.
//!
//! Everything here is plain data and pure functions, so that what one program says is exactly what
//! the other one hears. The [`board::Board`] is the one fold from live events to what a screen
//! shows: all screens use it, so they cannot drift apart. Talking over a network needs the
//! feature `client`; schemas for the API's document need the feature `openapi`; texts in people's
//! languages need the feature `texts`; what a [`monitor`] shows needs the feature `monitor`; what
//! people chose by flag, environment or file needs the feature `choices`; what lies beside a
//! program (`papers`) needs the feature `papers`; what it carries along ([`packed`]) needs the
//! feature `packed`.

#![warn(missing_docs)]

pub mod api;
pub mod backup;
pub mod board;
#[cfg(feature = "choices")]
pub mod choices;
#[cfg(feature = "client")]
pub mod client;
pub mod code;
pub mod colour;
pub mod device;
pub mod doctor;
pub mod error;
pub mod icons;
pub mod ids;
pub mod journal;
pub mod journey;
pub mod live;
pub mod menu;
#[cfg(feature = "monitor")]
pub mod monitor;
pub mod order;
#[cfg(feature = "packed")]
pub mod packed;
#[cfg(feature = "papers")]
pub mod papers;
pub mod place;
pub mod report;
pub mod settings;
pub mod shop;
#[cfg(feature = "texts")]
pub mod texts;
pub mod venue;

/// The version of all the programs, with the commit where the build knows it:
/// `0.1.0 (0a1b2c3d4e5f, 2026-05-12)`.
pub const VERSION: &str = env!("DEMITASSE_VERSION");

/// A moment on the server's clock; RFC 3339 in UTC on the wire.
pub use jiff::Timestamp;
/// A day of the calendar; `2022-10-14` on the wire.
pub use jiff::civil::Date;

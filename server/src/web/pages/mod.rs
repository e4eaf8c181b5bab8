//! The pages, as pure functions from what is to HTML. Each file is one thing that a guest does.

mod choose;
mod home;
mod order;
mod refused;
mod scan;
mod sign_in;
mod today;

pub(super) use choose::{Draft, choose};
pub(super) use home::home;
pub(super) use order::{address as order_address, order};
pub(super) use refused::refused;
pub(super) use scan::{address as scan_address, scan};
pub(super) use sign_in::sign_in;
pub(super) use today::today;

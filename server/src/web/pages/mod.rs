//! The pages, as pure functions from what is to HTML. Each file is one thing that a guest does.

mod choose;
mod codes;
mod forget;
mod home;
mod journey;
mod menu;
mod order;
mod refused;
mod sign_in;
mod today;

pub(super) use choose::{Choosing, Place, choose, place_kept};
pub(super) use codes::{address as code_address, unread};
pub(super) use forget::{forget, forgotten};
pub(super) use home::home;
pub(super) use journey::{journey, shared_journey};
pub(super) use menu::Draft;
pub(super) use order::{address as order_address, order};
pub(super) use refused::refused;
pub(super) use sign_in::{WrongProof, proof, sign_in};
pub(super) use today::today;

//! The bar's rules: plain functions of what is, what is asked and when.
//!
//! Nothing here reads a clock, a disk or a network, waits or logs. Time, randomness and ids come
//! in as arguments, so that every rule can be tried in every situation.

#![warn(missing_docs)]

pub mod announcement;
pub mod capacity;
pub mod code;
pub mod event;
pub mod identity;
pub mod limits;
pub mod menu;
pub mod order;
pub mod pace;
pub mod proof;
pub mod refusal;
pub mod report;
pub mod shares;
pub mod shop;
pub mod turned_away;

#[cfg(test)]
mod histories;

pub use refusal::Refusal;

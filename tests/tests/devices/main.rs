//! Staff's devices: listed, renamed, revoked; paired by a code that is typed, scanned or found on the
//! network; and the audit of who did what.

mod audit;
mod command;
mod manage;
mod nearby;
mod pairing;
mod screens;

/// More drinks than any story needs.
const DRINKS: u32 = 1_000;

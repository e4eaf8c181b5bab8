//! Hostile input: whatever is read, from whomever it comes.

mod bent;
mod people;
mod pure;
mod requests;
mod socket;

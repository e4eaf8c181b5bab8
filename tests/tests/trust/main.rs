//! What people trust the bar with, and what the bar trusts: secrets, files, other people's code, and
//! the documents that say so.
#![cfg(unix)]

mod day;
mod dependencies;
mod documents;
mod licence;
mod loud;
mod modes;
mod secrets;

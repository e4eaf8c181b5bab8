//! A disk for tests: it notes what SQLite does to it, fails when it is told to, and loses its power.
//!
//! SQLite reaches every disk through a VFS. This one stands in front of the system's own and hands
//! everything on to real files; whoever opens a database in a folder that a [`Disk`] watches uses it
//! without knowing, so that the product needs no seam for it. What happened is a list of
//! [`Operation`]s, and a [`Crash`] says what may lie on a disk that lost its power after any of them:
//! one run of a day is enough for every moment at which it could have been cut off.
//!
//! What a program does to files by itself, such as giving them names, goes past SQLite. A [`Watch`]
//! sees that as well: it notes what passes through the C library beneath a folder, and a [`Wreck`]
//! says what may be left of it.
//!
//! Two files speak C with SQLite, `vfs` and `file`, and one with everybody, `calls`: the one room
//! where unsafe code is allowed.

mod ailment;
#[cfg(target_os = "linux")]
mod calls;
mod crash;
mod disk;
mod file;
mod operation;
mod torn;
#[cfg(target_os = "linux")]
mod tree;
mod vfs;
#[cfg(target_os = "linux")]
mod watch;

pub use ailment::{Ailment, Wish};
pub use crash::{Crash, Files, lay_out};
pub use disk::Disk;
pub use operation::{Deed, Operation};
#[cfg(target_os = "linux")]
pub use tree::{Act, Node, Tree, Wreck};
#[cfg(target_os = "linux")]
pub use watch::{Record, Watch};

#[cfg(test)]
mod tests;

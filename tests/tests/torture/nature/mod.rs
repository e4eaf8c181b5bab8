//! The world around the real programs: the laptop's clock jumps, its disk is full, the network is
//! cut. What is broken here is always a test's own: a clock that only its programs see, a disk in
//! memory, a network between two namespaces.

mod clock;
mod cut;
mod full;
mod rush;

//! What the benches have in common: goals, the table and the plot of them, figures as people read
//! them. It measures nothing itself, so that it can be tested.

pub mod figures;
mod goal;
pub mod goals;
pub mod table;

pub use goal::{Bound, Goal, Other, Unit};
pub use table::Table;

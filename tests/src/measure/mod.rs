//! What the benches have in common: goals, the table and the plot of them, figures as people read
//! them. It measures nothing itself, so that it can be tested.

pub mod figures;
mod goal;
pub mod goals;
mod page;
mod part;
mod plot;
pub mod table;
mod unit;

pub use goal::{Bound, Goal, Other};
pub use page::page;
pub use part::Part;
pub use plot::plot;
pub use table::{Row, Table};
pub use unit::Unit;

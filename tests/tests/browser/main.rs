//! The guests' pages in a real browser.

mod choosing;
mod counter;
mod frugal;
mod life;
mod line;
mod ready;
mod scanner;
mod tabs;

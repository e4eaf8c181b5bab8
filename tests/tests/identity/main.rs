//! Who a guest is: one-time codes, badges, being forgotten, and the journey that an order has made.
//!
//! Speaks bare HTTP with a jar of cookies, as a phone's browser does. Codes are sent by a real
//! program that the test writes.

mod badges;
mod browser;
mod forget;
mod journey;
mod limits;
mod post;
mod proof;
mod start;

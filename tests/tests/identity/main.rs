//! Who a guest is: one-time codes, badges, being forgotten, and the journey that an order has made.
//!
//! Speaks bare HTTP with a jar of cookies, as a phone's browser does. Codes are sent by a real
//! program that the test writes, by a real mail server, and by a gateway that the test serves.

mod badges;
mod browser;
mod forget;
mod gateway;
mod gateway_server;
mod journey;
mod limits;
mod mail_server;
mod post;
mod proof;
mod smtp;
mod start;

//! A board without a server, step by step: for whoever wants to know what it does with whatever
//! comes, and cannot wait for a line.

use crossterm::event::Event;
use demitasse_shared::client::Update;

use super::{Heard, Session, SessionError, Surface};
use crate::msg::Msg;

impl<S: Surface> Session<S> {
    /// Takes a key, a touch or a new size, and paints what comes of it.
    ///
    /// # Errors
    /// Where the surface fails.
    pub fn rehearse(&mut self, event: Event) -> Result<(), SessionError> {
        self.take_now(Heard::Event(event))
    }

    /// The same with what the live feed brings.
    ///
    /// # Errors
    /// Where the surface fails.
    pub fn rehearse_feed(&mut self, update: Update) -> Result<(), SessionError> {
        self.take_now(Heard::Message(Box::new(Msg::Live(update))))
    }

    fn take_now(&mut self, heard: Heard) -> Result<(), SessionError> {
        self.tick()?;
        self.take(heard)?;
        self.paint()?;
        Ok(())
    }
}

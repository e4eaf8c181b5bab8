//! A barista of the replay: takes the oldest waiting order, makes it, sets it on the counter.

use std::convert::Infallible;
use std::time::Duration;

use demitasse_shared::board::Board;
use demitasse_shared::client::Client;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;

use super::connect::{Bar, Ticket, Tickets};
use super::draw::Draw;
use super::feed::Feed;
use super::line::{Trouble, persist};
use super::pace::Pace;

/// How long an order of somebody outside the replay takes.
const SHORTEST_MAKING: Duration = Duration::from_secs(15);

/// See [`SHORTEST_MAKING`].
const LONGEST_MAKING: Duration = Duration::from_secs(35);

/// What a cancelled order is cancelled for.
const REASON: &str = "The guest changed their mind";

/// One pair of hands with a device of its own.
#[derive(Debug)]
pub(super) struct Barista {
    device: Client,
    board: Feed,
    tickets: Tickets,
    pace: Pace,
    draw: Draw,
}

impl Barista {
    pub(super) fn new(device: Client, bar: &Bar, draw: Draw) -> Self {
        let board = Feed::follow(&device);
        Self { device, board, tickets: bar.tickets.clone(), pace: bar.pace, draw }
    }

    /// Works until the replay sends everybody home.
    pub(super) async fn work(mut self) -> Result<Infallible, Trouble> {
        loop {
            let oldest = |board: &Board| Some(board.waiting().first()?.id);
            let next = self.board.until(oldest).await?;
            if self.step(next, Step::Make).await? {
                self.make(next).await?;
            } else {
                // Somebody else was faster: the board will say so.
                self.board.changed().await?;
            }
        }
    }

    async fn make(&mut self, order: OrderId) -> Result<(), Trouble> {
        let ticket = self.tickets.get(order).unwrap_or_else(|| Ticket {
            making: self.draw.between(SHORTEST_MAKING, LONGEST_MAKING),
            cancels: false,
        });
        self.pace.pause(ticket.making).await;
        let end = if ticket.cancels { Step::Cancel } else { Step::Complete };
        // A no means that somebody else has put it back or ended it, which is theirs to do.
        self.step(order, end).await?;
        Ok(())
    }

    /// Takes a step and tells whether the bar let it happen.
    async fn step(&self, order: OrderId, step: Step) -> Result<bool, Trouble> {
        let reason = (step == Step::Cancel).then_some(REASON);
        Ok(persist(|| self.device.step(order, step, reason)).await?.is_ok())
    }
}

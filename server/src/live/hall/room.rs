//! What the hall's thread does: it waits for sockets, changes and beats at once.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use mio::event::Event;
use mio::{Events, Poll, Token, Waker};
use tokio::sync::mpsc;

use super::Watch;
use super::floor::{Entry, Floor, Gone};
use super::wire::Wire;
use crate::clock::{Clock, Stopwatch};
use crate::live::Hub;

/// Word that something has changed, or somebody comes in. No phone has a place with this number.
const ROUSED: Token = Token(usize::MAX);

/// Sockets that are heard of at once.
const EVENTS: usize = 1_024;

/// Phones that are let in at once, so that a crowd at the door does not keep those inside waiting.
const AT_ONCE: usize = 256;

/// Phones that stand there at most: more than there are seats, because one that listened over TLS and
/// has hung up keeps its place until it would be told something.
pub(super) const PLACES: usize = 32_768;

/// The phones, and how they are heard.
#[derive(Debug)]
pub(super) struct Room {
    hub: Hub,
    poll: Poll,
    floor: Floor<Wire>,
    watch: Arc<Watch>,
    since: Stopwatch,
    clock: Clock,
}

impl Room {
    /// An empty hall, and what wakes it.
    pub(super) fn new(hub: Hub, watch: Arc<Watch>) -> io::Result<(Self, Waker)> {
        let poll = Poll::new()?;
        let waker = Waker::new(poll.registry(), ROUSED)?;
        let (since, clock) = (Stopwatch::start(), hub.clock.clone());
        Ok((Self { hub, poll, floor: Floor::new(), watch, since, clock }, waker))
    }

    /// Attends to the hall until it is over.
    ///
    /// # Errors
    /// Where the system does not tell of sockets any more.
    pub(super) fn work(&mut self, entries: &mut mpsc::Receiver<Entry<Wire>>) -> io::Result<()> {
        let mut events = Events::with_capacity(EVENTS);
        let mut is_crowded = false;
        while !self.watch.is_over(&self.hub) {
            let patience = if is_crowded { Some(Duration::ZERO) } else { self.until_beat() };
            if let Err(error) = self.poll.poll(&mut events, patience)
                && error.kind() != io::ErrorKind::Interrupted
            {
                return Err(error);
            }
            for event in &events {
                self.attend(event);
            }
            is_crowded = self.let_in(entries);
            self.tell();
            self.show_out();
        }
        self.floor.clear().for_each(Wire::end);
        Ok(())
    }

    fn until_beat(&self) -> Option<Duration> {
        self.floor.next_beat(self.passed()).map(|span| self.clock.span(span))
    }

    /// What has passed of the bar's time since the hall was opened.
    fn passed(&self) -> Duration {
        self.clock.of_bar(self.since.passed())
    }

    /// A phone's line takes more, or has broken.
    fn attend(&mut self, event: &Event) {
        let place = event.token().0;
        let Some(wire) = self.floor.line(place) else { return };
        let mut attended = Ok(());
        if event.is_readable() || event.is_read_closed() || event.is_error() {
            attended = wire.hear();
        }
        if attended.is_ok() && event.is_writable() {
            attended = wire.flush();
        }
        if attended == Err(Gone) {
            self.leave(place);
        }
    }

    /// Lets in who has been answered, and says whether there may be more of them.
    fn let_in(&mut self, entries: &mut mpsc::Receiver<Entry<Wire>>) -> bool {
        for _ in 0..AT_ONCE {
            let Ok(entry) = entries.try_recv() else { return false };
            if self.floor.len() == PLACES {
                continue;
            }
            // Who has missed too much on the few steps to here comes in again.
            let Some(missed) = self.hub.let_in(&entry.told) else { continue };
            let place = self.floor.enter(entry, self.passed());
            let registry = self.poll.registry();
            let watched = self.floor.line(place).map(|wire| wire.watch(registry, Token(place)));
            match watched {
                Some(Ok(())) => self.floor.catch_up(place, &missed),
                _ => self.leave(place),
            }
        }
        true
    }

    /// Tells what has changed, and gives the beats that are due.
    fn tell(&mut self) {
        let now = self.passed();
        match self.hub.news() {
            Ok(Some(news)) => self.floor.hear(&news, now),
            Ok(None) => {}
            Err(_lost) => {
                tracing::warn!(phones = self.floor.len(), "too much at once: all phones come back");
                self.floor.clear().for_each(drop);
            }
        }
        self.floor.beat(&self.hub, now);
    }

    /// Shows out whose lines are no use any more.
    fn show_out(&mut self) {
        while let Some(place) = self.floor.gone() {
            self.leave(place);
        }
        let standing = self.floor.len();
        if self.watch.standing.swap(standing, Ordering::Relaxed) > 0 && standing == 0 {
            self.hub.rest();
        }
    }

    fn leave(&mut self, place: usize) {
        if let Some(mut wire) = self.floor.leave(place) {
            wire.unwatch(self.poll.registry());
        }
    }
}

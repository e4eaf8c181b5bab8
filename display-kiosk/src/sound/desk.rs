//! Keeps what waits to be heard and lets it be heard, one after the other and never at once.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::loudspeaker::Loudspeaker;
use super::speech::Speech;

/// How many numbers wait to be said. Where more become ready than can be said, the newest count:
/// the others have been on the panel for longest.
const MOST_WAITING: usize = 6;

/// A sentence in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its tag (BCP 47).
    pub(super) language: &'static str,
    /// The words.
    pub(super) text: String,
}

/// A number and how it is said, once in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Saying {
    pub(super) number: u32,
    pub(super) sentences: Vec<Sentence>,
}

/// What is heard next.
#[derive(Debug, PartialEq, Eq)]
enum Turn {
    Chime,
    Say(Saying),
}

#[derive(Debug, Default)]
struct Waiting {
    chime: bool,
    sayings: VecDeque<Saying>,
}

/// Where what is to be heard is left, and fetched by the thread that lets it be heard.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    waiting: Arc<Mutex<Waiting>>,
    more: Arc<Notify>,
}

impl Desk {
    /// Takes what is to be heard. A number that is not ready any more, because it was fetched or
    /// has to be made again, is not said.
    pub(super) fn take(
        &self,
        rings: bool,
        sayings: impl Iterator<Item = Saying>,
        still_ready: impl Iterator<Item = u32>,
    ) {
        let still_ready: Vec<_> = still_ready.collect();
        let mut waiting = self.lock();
        waiting.chime |= rings;
        waiting.sayings.retain(|saying| still_ready.contains(&saying.number));
        for saying in sayings {
            waiting.sayings.retain(|before| before.number != saying.number);
            waiting.sayings.push_back(saying);
            if waiting.sayings.len() > MOST_WAITING {
                waiting.sayings.pop_front();
            }
        }
        if waiting.chime || !waiting.sayings.is_empty() {
            self.more.notify_one();
        }
    }

    /// What is heard next, as soon as there is something. The chime comes before the numbers that
    /// it rings for.
    async fn next(&self) -> Turn {
        loop {
            if let Some(turn) = self.lock().next() {
                return turn;
            }
            self.more.notified().await;
        }
    }

    /// One thread's mishap must not silence the other.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn next(&mut self) -> Option<Turn> {
        if std::mem::take(&mut self.chime) {
            return Some(Turn::Chime);
        }
        self.sayings.pop_front().map(Turn::Say)
    }
}

/// Lets people hear what is at the desk, by what this machine has for it.
#[derive(Debug)]
pub(super) struct Announcer {
    pub(super) chime: Option<Loudspeaker>,
    pub(super) speech: Option<Speech>,
}

impl Announcer {
    /// Works for as long as the process runs.
    pub(super) async fn work(mut self, desk: Desk) {
        loop {
            match desk.next().await {
                Turn::Chime => self.ring(),
                Turn::Say(saying) => self.say(&saying).await,
            }
        }
    }

    fn ring(&mut self) {
        if let Some(chime) = &mut self.chime {
            chime.ring();
        }
    }

    async fn say(&mut self, saying: &Saying) {
        let Some(speech) = &mut self.speech else { return };
        for sentence in &saying.sentences {
            speech.say(sentence).await;
        }
    }
}

#[cfg(test)]
mod tests;

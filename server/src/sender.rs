//! Sends one-time codes: the port, and its adapters.

mod command;
mod mail;

use std::io;
use std::time::Duration;

pub use command::{BadCommand, Command};

/// How long a message may take. The phone that asked for it waits meanwhile.
const SEND_WITHIN: Duration = Duration::from_secs(10);

/// What a message travels as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// E-mail.
    Email,
    /// A short message.
    Sms,
}

/// A message with a one-time code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it travels as.
    pub medium: Medium,
    /// Whom it goes to.
    pub to: String,
    /// An e-mail's subject.
    pub subject: String,
    /// The text, with the code in it.
    pub text: String,
    /// The code: it is kept out of every log.
    pub code: String,
}

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The program could not be started or spoken to.
    #[error("the program that sends codes cannot be run")]
    Program(#[source] io::Error),
    /// The program ended, and said that it had failed.
    #[error("the program that sends codes ended with {status}: {said}")]
    Failed {
        /// Its exit status.
        status: String,
        /// What it said, without code and address.
        said: String,
    },
    /// It took too long.
    #[error("the program that sends codes took more than {} seconds", SEND_WITHIN.as_secs())]
    Slow,
}

/// A way to send messages. Clones share it.
#[derive(Clone, Debug)]
pub enum Sender {
    /// A program of the venue's, run once for each message.
    Command(Command),
}

impl Sender {
    /// Sends a message, and returns once it was taken.
    ///
    /// # Errors
    /// Why it was not; it may be tried again.
    pub async fn send(&self, message: &Message) -> Result<(), SendError> {
        let sending = async {
            match self {
                Self::Command(command) => command.send(message).await,
            }
        };
        tokio::time::timeout(SEND_WITHIN, sending).await.unwrap_or(Err(SendError::Slow))
    }
}

//! Sends one-time codes: the port, and its adapters.

mod command;
mod gateway;
mod letter;
pub mod sms;
mod smtp;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use demitasse_shared::Timestamp;
use tokio::sync::Semaphore;

pub use command::{BadCommand, Command};
pub use gateway::{BadGateway, Gateway, GatewayFault, GatewaySettings, PRESETS, Preset, preset};
pub use letter::{BadFrom, MailFrom};
pub use smtp::{BadSmtp, Login, MailFault, MailServer, Smtp, Tls};

/// How long a message may take, its turn included. The phone that asked for it waits meanwhile.
const SEND_WITHIN: Duration = Duration::from_secs(10);

/// Messages that may be on their way at once; further ones wait for their turn.
const AT_ONCE: usize = 8;

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
    /// The code: it is kept out of every log. A test has none.
    pub code: String,
    /// When it was written.
    pub at: Timestamp,
}

/// Why a message was not sent. Neither the code nor the address is in it.
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
    /// The mail server did not take it.
    #[error(transparent)]
    Mail(#[from] MailFault),
    /// The gateway did not take it.
    #[error(transparent)]
    Gateway(#[from] GatewayFault),
    /// It took too long.
    #[error("sending took more than {} seconds: is the line good?", SEND_WITHIN.as_secs())]
    Slow,
}

impl SendError {
    /// Whether nothing can be sent to that address, now or later.
    pub fn is_about_the_address(&self) -> bool {
        matches!(self, Self::Mail(MailFault::Recipient(_)))
    }
}

/// A way to send messages.
#[derive(Clone, Debug)]
pub enum Way {
    /// A program of the venue's, run once for each message.
    Command(Command),
    /// A mail server.
    Smtp(Box<Smtp>),
    /// A gateway for short messages.
    Gateway(Box<Gateway>),
}

/// Sends messages, a few at a time. Clones share their turns.
#[derive(Clone, Debug)]
pub struct Sender {
    way: Way,
    turns: Arc<Semaphore>,
}

impl From<Way> for Sender {
    fn from(way: Way) -> Self {
        Self { way, turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Sender {
    /// Sends a message, and returns once it was taken.
    ///
    /// # Errors
    /// Why it was not; it may be tried again, unless it is about the address.
    pub async fn send(&self, message: &Message) -> Result<(), SendError> {
        let sending = async {
            // Nobody closes it: a turn always comes.
            let _turn = self.turns.acquire().await;
            match &self.way {
                Way::Command(command) => command.send(message).await,
                Way::Smtp(smtp) => Ok(smtp.send(message).await?),
                Way::Gateway(gateway) => Ok(gateway.send(message).await?),
            }
        };
        tokio::time::timeout(SEND_WITHIN, sending).await.unwrap_or(Err(SendError::Slow))
    }
}

/// What somebody else said about a message, without the code, the address and these secrets.
fn discreet(said: &str, message: &Message, secrets: &[&str]) -> String {
    let digits = message.to.trim_start_matches('+');
    // The address first: its digits may hold the code's.
    let hidden = [(message.to.as_str(), "(the address)"), (digits, "(the address)")];
    let hidden = hidden.into_iter().chain([(message.code.as_str(), "(the code)")]);
    let hidden = hidden.chain(secrets.iter().map(|secret| (*secret, "(a secret)")));
    let mut said = said.to_owned();
    for (word, instead) in hidden.filter(|(word, _)| !word.is_empty()) {
        said = said.replace(word, instead);
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_say_is_kept_without_code_address_and_secrets() {
        let message = Message {
            medium: Medium::Sms,
            to: "+351912345678".to_owned(),
            subject: String::new(),
            text: "123456 is your code.".to_owned(),
            code: "123456".to_owned(),
            at: Timestamp::UNIX_EPOCH,
        };
        let said = "no route to +351912345678 (351912345678):\n123456 is your code, key s3cret.\n";
        assert_eq!(
            discreet(said, &message, &["s3cret", ""]),
            "no route to (the address) ((the address)): (the code) is your code, key (a secret)."
        );
    }
}

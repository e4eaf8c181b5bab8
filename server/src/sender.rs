//! Sends one-time codes: the port, and its adapters.

mod command;
mod gateway;
mod letter;
pub mod sms;
mod smtp;

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
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

/// Whether a message has begun to leave. From then on nobody can say that it does not arrive.
#[derive(Debug, Default)]
struct HandOver(AtomicBool);

impl HandOver {
    fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn has_begun(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a message was not sent, or nobody knows whether it was. Neither the code nor the address is
/// in it.
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
    /// The program was ended before it could say anything.
    #[error("the program that sends codes did not come to its end ({0})")]
    Stopped(String),
    /// The mail server did not take it.
    #[error(transparent)]
    Mail(#[from] MailFault),
    /// The gateway did not take it.
    #[error(transparent)]
    Gateway(#[from] GatewayFault),
    /// It took too long.
    #[error("sending took more than {} seconds: is the line good?", SEND_WITHIN.as_secs())]
    Slow {
        /// Whether the message was being handed over.
        begun: bool,
    },
}

impl SendError {
    /// Whether nothing can be sent to that address, now or later.
    pub fn is_about_the_address(&self) -> bool {
        matches!(self, Self::Mail(MailFault::Recipient(_)))
    }

    /// Whether the message certainly does not arrive. An answer may also be lost or late: such a
    /// message counts, or a script could send as many as it likes at the venue's cost.
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Program(_) | Self::Failed { .. } => true,
            Self::Stopped(_) => false,
            Self::Mail(fault) => !matches!(fault, MailFault::Unanswered(_)),
            Self::Gateway(fault) => !matches!(fault, GatewayFault::Unanswered(_)),
            Self::Slow { begun } => !begun,
        }
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

/// How a sending went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When the message was written.
    pub at: Timestamp,
    /// Why it was not taken, in words without code and address; nothing where it was.
    pub refused: Option<String>,
}

/// Sends messages, a few at a time. Clones share their turns, and how the last sending went.
#[derive(Clone, Debug)]
pub struct Sender {
    way: Way,
    turns: Arc<Semaphore>,
    last: Arc<Mutex<Option<Sent>>>,
}

impl From<Way> for Sender {
    fn from(way: Way) -> Self {
        Self { way, turns: Arc::new(Semaphore::new(AT_ONCE)), last: Arc::default() }
    }
}

impl Sender {
    /// Sends a message, and returns once it was taken.
    ///
    /// # Errors
    /// Why it was not, or [that nobody knows](SendError::is_certain); it may be tried again, unless
    /// it is about the address.
    pub async fn send(&self, message: &Message) -> Result<(), SendError> {
        let hand_over = HandOver::default();
        let sending = async {
            // Nobody closes it: a turn always comes.
            let _turn = self.turns.acquire().await;
            match &self.way {
                Way::Command(command) => command.send(message, &hand_over).await,
                Way::Smtp(smtp) => Ok(smtp.send(message, &hand_over).await?),
                Way::Gateway(gateway) => Ok(gateway.send(message, &hand_over).await?),
            }
        };
        let sent = tokio::time::timeout(SEND_WITHIN, sending).await;
        let sent =
            sent.unwrap_or_else(|_elapsed| Err(SendError::Slow { begun: hand_over.has_begun() }));
        self.note(message.at, sent.as_ref().err());
        sent
    }

    /// How the last sending went, if there was one.
    pub fn last(&self) -> Option<Sent> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps how a sending went. An address that takes nothing says nothing about the way there.
    fn note(&self, at: Timestamp, error: Option<&SendError>) {
        if error.is_some_and(SendError::is_about_the_address) {
            return;
        }
        let sent = Sent { at, refused: error.map(with_cause) };
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(sent);
    }
}

/// An error's words with those of its cause.
fn with_cause(error: &SendError) -> String {
    match std::error::Error::source(error) {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

/// What somebody else said about a message, without the code, the address and these secrets.
fn discreet(said: &str, message: &Message, secrets: &[&str]) -> String {
    let digits = message.to.trim_start_matches('+');
    // The address first: its digits may hold the code's.
    let hidden = [(message.to.as_str(), "(the address)"), (digits, "(the address)")];
    let hidden = hidden.into_iter().chain([(message.code.as_str(), "(the code)")]);
    let hidden = hidden.chain(secrets.iter().map(|secret| (*secret, "(a secret)")));
    // In one line first: a word may be broken where it is said.
    let mut said = in_one_line(said);
    for (word, instead) in hidden.map(|(word, instead)| (in_one_line(word), instead)) {
        if !word.is_empty() {
            said = said.replace(&word, instead);
        }
    }
    said
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_certainly_did_not_leave_is_certain() {
        let why = || "because".to_owned();
        for (error, is_certain) in [
            (SendError::Slow { begun: false }, true),
            (SendError::Slow { begun: true }, false),
            (SendError::Stopped(why()), false),
            (MailFault::BrokeOff(why()).into(), true),
            (MailFault::Unanswered(why()).into(), false),
            (GatewayFault::Refused(why()).into(), true),
            (GatewayFault::Unanswered(why()).into(), false),
        ] {
            assert_eq!(error.is_certain(), is_certain, "{error:?}");
        }
    }

    #[test]
    fn the_last_sending_is_remembered_unless_it_was_about_the_address() {
        let program = "/nowhere".parse::<Command>().expect("a program");
        let sender = Sender::from(Way::Command(program));
        assert_eq!(sender.last(), None);
        let (first, second) = (Timestamp::UNIX_EPOCH, Timestamp::MAX);
        let refused = SendError::from(MailFault::Login("535 no".to_owned()));
        sender.note(first, Some(&refused));
        sender.note(second, Some(&MailFault::Recipient("550 no".to_owned()).into()));
        assert_eq!(sender.last(), Some(Sent { at: first, refused: Some(refused.to_string()) }));
        sender.note(second, None);
        assert_eq!(sender.last(), Some(Sent { at: second, refused: None }));
    }

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
        assert_eq!(discreet("key: two\r\n  words", &message, &["two words"]), "key: (a secret)");
    }
}

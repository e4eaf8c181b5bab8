//! An e-mail as servers and programs take it (RFC 5322): who it is from, and what stands in it.

use std::str::FromStr;
use std::time::SystemTime;

use demitasse_shared::client::fresh_key;
use lettre::message::header::{self, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message as Letter};

use super::{MailFault, Message};

/// Whom e-mails are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailFrom(Mailbox);

/// An address that e-mails cannot be from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no address for e-mails: give one like \"The bar <bar@example.org>\"")]
pub struct BadFrom(String);

impl FromStr for MailFrom {
    type Err = BadFrom;

    fn from_str(text: &str) -> Result<Self, BadFrom> {
        text.trim().parse().map(Self).map_err(|_no_mailbox| BadFrom(text.to_owned()))
    }
}

impl MailFrom {
    /// The same address, called this where it has no name yet.
    #[must_use]
    pub fn called(self, name: &str) -> Self {
        let Mailbox { name: own, email } = self.0;
        Self(Mailbox::new(own.or_else(|| Some(name.to_owned())), email))
    }

    /// The address alone.
    pub(super) fn address(&self) -> &lettre::Address {
        &self.0.email
    }
}

/// The letter. Where nobody is said to have sent it, the program that takes it adds who.
pub(super) fn write(message: &Message, from: Option<&MailFrom>) -> Result<Letter, MailFault> {
    let to = message.to.parse().map_err(|_no_mailbox| MailFault::recipient("it is no address"))?;
    let to = Mailbox::new(None, to);
    let answers_itself = HeaderName::new_from_ascii_str("Auto-Submitted");
    let mut letter = Letter::builder()
        .to(to.clone())
        .subject(&*message.subject)
        .from(from.map_or(to, |from| from.0.clone()))
        .date(SystemTime::from(message.at))
        .header(header::MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        .raw_header(HeaderValue::new(answers_itself, "auto-generated".to_owned()));
    if let Some(from) = from {
        letter = letter.message_id(Some(id(from)?));
    }
    let mut letter = letter.body(message.text.clone() + "\n").map_err(MailFault::unwritable)?;
    if from.is_none() {
        letter.headers_mut().remove::<header::From>();
    }
    Ok(letter)
}

/// A word that no other letter has, under the sender's own domain.
fn id(from: &MailFrom) -> Result<String, MailFault> {
    let word = fresh_key().map_err(MailFault::unwritable)?;
    Ok(format!("<{word}@{}>", from.address().domain()))
}

#[cfg(test)]
mod tests {
    use demitasse_shared::Timestamp;

    use super::*;
    use crate::sender::Medium;

    fn message(subject: &str, text: &str) -> Message {
        Message {
            medium: Medium::Email,
            to: "ana@example.org".to_owned(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            code: "123456".to_owned(),
            at: Timestamp::UNIX_EPOCH,
        }
    }

    fn written(message: &Message, from: Option<&str>) -> String {
        let from = from.map(|from| from.parse::<MailFrom>().expect("an address").called("Bar"));
        let letter = write(message, from.as_ref()).expect("a letter").formatted();
        String::from_utf8(letter).expect("text")
    }

    #[test]
    fn a_letter_says_who_when_and_what() {
        let text = written(&message("Your code", "123456 it is."), Some("bar@example.org"));
        for line in [
            "To: ana@example.org\r\n",
            "Subject: Your code\r\n",
            "From: Bar <bar@example.org>\r\n",
            "Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Content-Type: text/plain; charset=utf-8\r\n",
            "@example.org>\r\n",
            "\r\n\r\n123456 it is.\r\n",
        ] {
            assert!(text.contains(line), "{line:?} in {text}");
        }
        assert!(!written(&message("", ""), None).contains("From:"), "the program adds it");
    }

    #[test]
    fn a_letter_is_plain_ascii_in_lines_that_every_server_takes() {
        let text =
            written(&message(&"エスプレッソ".repeat(9), "رمزك"), Some("Café <bar@example.org>"));
        assert!(text.is_ascii(), "{text}");
        assert!(text.lines().all(|line| line.len() <= 78), "{text}");
    }

    #[test]
    fn a_subject_cannot_begin_another_header() {
        let sly = written(&message("Hi\r\nBcc: eve@example.org", ""), None);
        assert!(!sly.contains("\nBcc:"), "{sly}");
    }

    #[test]
    fn an_address_keeps_its_own_name() {
        let from = "Ana's bar <bar@example.org>".parse::<MailFrom>().expect("an address");
        assert_eq!(from.clone().called("Demitasse"), from);
        for bad in ["", "bar", "bar@", "a@example.org, b@example.org"] {
            assert!(bad.parse::<MailFrom>().is_err(), "{bad:?}");
        }
    }
}

//! What can go wrong with a mail server, and what to do about it.

use std::error::Error as _;

use lettre::Address;
use lettre::transport::smtp::Error;

use super::MailServer;
use crate::sender::{Message, discreet};

/// "Authentication required" (RFC 4954, section 6).
const LOGIN_WANTED: u16 = 530;

/// What servers answer about mailboxes that they do not have (RFC 5321, section 4.2.3).
const NO_SUCH_MAILBOX: [u16; 3] = [550, 551, 553];

/// Why a mail server did not take a letter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailFault {
    /// It cannot be written.
    #[error("the e-mail cannot be written: {0}")]
    Unwritable(String),
    /// Nobody answers.
    #[error(
        "the mail server {0} cannot be reached ({1}): check --smtp, and this machine's network"
    )]
    Unreachable(String, String),
    /// It is there and says nothing, as servers do that expect the other kind of line.
    #[error(
        "the mail server {0} does not answer: check the port in --smtp, and whether it begins with \
         smtp:// or smtps://"
    )]
    Silent(String),
    /// It does not speak TLS on that port.
    #[error(
        "the mail server {0} offers no STARTTLS: if it speaks TLS from the start, write smtps:// \
         in --smtp"
    )]
    NoStarttls(String),
    /// It is not who it says it is.
    #[error(
        "the mail server {0} cannot be trusted ({1}): give the name that stands in its \
         certificate with --smtp, or its own authority with --sender-authority"
    )]
    Untrusted(String, String),
    /// It does not know the user, or wants one.
    #[error(
        "the mail server refuses the login ({0}): check --smtp-user and --smtp-password; many \
         providers want a password made for programs"
    )]
    Login(String),
    /// It does not send for this address.
    #[error("the mail server does not send for {0} ({1}): check --mail-from")]
    From(String, String),
    /// There is no such mailbox.
    #[error("nothing can be sent to that address: {0}")]
    Recipient(String),
    /// It says no for another reason.
    #[error("the mail server does not take the e-mail now ({0})")]
    Refused(String),
    /// The line broke before the letter was on it.
    #[error("the line to the mail server broke ({0})")]
    BrokeOff(String),
    /// The line broke after that: the server may have taken the letter.
    #[error(
        "the line to the mail server broke ({0}), and nobody knows whether it took the e-mail: it \
         may still arrive"
    )]
    Unanswered(String),
}

impl MailFault {
    pub(in crate::sender) fn unwritable(why: &dyn ToString) -> Self {
        Self::Unwritable(why.to_string())
    }

    pub(in crate::sender) fn recipient(why: &str) -> Self {
        Self::Recipient(why.to_owned())
    }

    /// No line came about, or none that can be trusted.
    pub(super) fn connecting(server: &MailServer, error: &Error) -> Self {
        let (server, why) = (server.to_string(), said(error));
        if is_about_trust(error) {
            Self::Untrusted(server, why)
        } else {
            Self::Unreachable(server, why)
        }
    }

    pub(super) fn logging_in(error: &Error) -> Self {
        if error.is_permanent() || error.is_client() {
            return Self::Login(said(error));
        }
        Self::otherwise(error, said(error))
    }

    /// It does not like who sends.
    pub(super) fn from_us(from: &Address, error: &Error, message: &Message) -> Self {
        let why = discreet(&said(error), message, &[]);
        match error.status().map(u16::from) {
            Some(LOGIN_WANTED) => Self::Login(why),
            Some(_) if error.is_permanent() => Self::From(from.to_string(), why),
            _ => Self::otherwise(error, why),
        }
    }

    /// It does not like whom it goes to. A server that passes nothing on says so here, too: that
    /// is the venue's affair and not the guest's.
    pub(super) fn to_them(error: &Error, message: &Message) -> Self {
        let (code, why) = (error.status().map(u16::from), said(error));
        let is_mailbox = match detailed(&why) {
            Some(subject) => subject == '1' || subject == '2',
            None => code.is_some_and(|code| NO_SUCH_MAILBOX.contains(&code)),
        };
        let why = discreet(&why, message, &[]);
        match code {
            Some(LOGIN_WANTED) => Self::Login(why),
            Some(_) if error.is_permanent() && is_mailbox => Self::Recipient(why),
            _ => Self::otherwise(error, why),
        }
    }

    pub(super) fn refused(error: &Error, message: &Message) -> Self {
        Self::otherwise(error, discreet(&said(error), message, &[]))
    }

    /// What was said to the letter itself. Where nothing was said, it may have been taken.
    pub(super) fn handing_over(error: &Error, message: &Message) -> Self {
        match Self::refused(error, message) {
            Self::BrokeOff(why) => Self::Unanswered(why),
            refused => refused,
        }
    }

    fn otherwise(error: &Error, why: String) -> Self {
        if error.status().is_some() { Self::Refused(why) } else { Self::BrokeOff(why) }
    }
}

/// What the server or the system said, without the library's own words before it.
fn said(error: &Error) -> String {
    let words = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    match error.status() {
        Some(code) if !words.starts_with(&code.to_string()) => format!("{code} {words}"),
        _ => words,
    }
}

/// Whether the line failed because of a certificate.
fn is_about_trust(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(inner) = source {
        let io = inner.downcast_ref::<std::io::Error>();
        let within = io.and_then(std::io::Error::get_ref);
        if within.and_then(|within| within.downcast_ref::<rustls::Error>()).is_some() {
            return true;
        }
        source = inner.source();
    }
    error.is_tls()
}

/// The subject of a detailed status such as `5.1.1` (RFC 3463), where an answer has one: 1 and 2
/// are about the recipient.
fn detailed(answer: &str) -> Option<char> {
    let status = answer.split_whitespace().find(|word| word.matches('.').count() == 2)?;
    status.strip_prefix("5.").and_then(|rest| rest.chars().next()).filter(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detailed_status_says_what_it_is_about() {
        for (answer, subject) in [
            ("550 5.1.1 no such user here", Some('1')),
            ("554 5.7.1 relay access denied", Some('7')),
            ("550 no such user at mail.example.org.", None),
            ("550 no", None),
        ] {
            assert_eq!(detailed(answer), subject, "{answer}");
        }
    }
}

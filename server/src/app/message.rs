//! The message with a one-time code: its words, and its way to the guest.

use demitasse_shared::Timestamp;
use demitasse_shared::api::SignInKind;
use demitasse_shared::error::RefusalCode;

use super::{Bar, Venue};
use crate::domain::identity::Address;
use crate::domain::limits;
use crate::domain::{Refusal, identity};
use crate::secret::Purpose;
use crate::sender::{Medium, Message, SendError};
use crate::storage::{Answer, StorageError, proofs};

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// An e-mail's subject.
    pub subject: String,
    /// The text, with the code in it.
    pub text: String,
}

/// Where a message goes, and as what.
#[derive(Clone, Debug)]
pub(super) struct Addressee {
    pub(super) medium: Medium,
    pub(super) purpose: Purpose,
    pub(super) address: Address,
}

/// A message's text, out of its parts in the guest's language: an e-mail has room for a word to
/// whoever did not ask for it, a short message costs the venue money for each part of itself.
pub fn proof_text(code: &str, venue: &Venue, long: &[String; 2], short: String) -> String {
    match venue.sign_in {
        SignInKind::Sms => match web_otp_line(code, venue) {
            Some(line) => format!("{short}\n\n{line}"),
            None => short,
        },
        _ => long.join("\n\n"),
    }
}

/// The last line of a short message, by which a phone's browser offers the code to the page that
/// asked for it and to no other (WICG, "Origin-bound one-time codes"). Only pages over HTTPS have
/// that, and only short messages.
pub fn web_otp_line(code: &str, venue: &Venue) -> Option<String> {
    let authority = venue.public_url.strip_prefix("https://")?;
    let host = authority.split(':').next().filter(|host| !host.starts_with('['))?;
    (venue.sign_in == SignInKind::Sms).then(|| format!("@{host} #{code}"))
}

/// A message that tells staff that messages arrive.
///
/// # Errors
/// `invalid_request` where the venue sends no codes, or that is no address of the kind it sends to.
pub fn test_message(venue: &Venue, to: &str, at: Timestamp) -> Result<Message, Refusal> {
    let Addressee { medium, address, .. } = addressee(venue.sign_in, to)?;
    let name = &venue.name;
    Ok(Message {
        medium,
        to: address.to,
        subject: format!("A test from {name}"),
        text: format!("A test from {name}: codes to sign in will arrive like this."),
        code: String::new(),
        at,
    })
}

/// An address of the kind that the venue sends codes to.
fn addressee(kind: SignInKind, typed: &str) -> Result<Addressee, Refusal> {
    let (medium, purpose, address) = match kind {
        SignInKind::Sms => (Medium::Sms, Purpose::Phone, identity::phone(typed)?),
        SignInKind::Email => (Medium::Email, Purpose::Email, identity::email(typed)?),
        SignInKind::Name | SignInKind::Badge => return Err(limits::other_kind(kind)),
    };
    Ok(Addressee { medium, purpose, address })
}

impl Bar {
    pub(super) fn read_address(&self, typed: &str) -> Result<Addressee, Refusal> {
        addressee(self.venue.sign_in, typed)
    }

    /// Sends a message to its end, even where the guest has gone away meanwhile. A code that
    /// certainly was not sent is taken back; one that may still arrive stays good, and counts.
    pub(super) async fn send(&self, message: Message, row: i64) -> Answer<()> {
        let bar = self.clone();
        let sending = tokio::spawn(async move {
            let Some(sender) = &bar.sender else { return bar.take_back(row, None).await };
            match sender.send(&message).await {
                Ok(()) => Ok(()),
                Err(error) if !error.is_certain() => {
                    let error = &error as &dyn std::error::Error;
                    tracing::error!(error, "nobody knows whether a one-time code was sent");
                    Ok(())
                }
                Err(error) => bar.take_back(row, Some(error)).await,
            }
        });
        sending.await.unwrap_or_else(|_broke_off| Err(StorageError::BrokenOff.into()))
    }

    async fn take_back(&self, row: i64, why: Option<SendError>) -> Answer<()> {
        if let Some(error) = &why {
            let error = error as &dyn std::error::Error;
            tracing::error!(error, "a one-time code could not be sent");
        }
        self.writer.write(move |change| Ok(proofs::delete(change.connection(), row)?)).await?;
        if why.is_some_and(|why| why.is_about_the_address()) {
            let detail = "Nothing can be sent to that address. Have a look at it.";
            return Err(Refusal::invalid(detail).into());
        }
        let detail =
            "The code could not be sent just now. Try again in a moment; the staff can help.";
        Err(Refusal::new(RefusalCode::Unavailable, detail).into())
    }

    /// Sends a test to an address of the staff's own. It counts for nobody's limits.
    ///
    /// # Errors
    /// `invalid_request` where the venue sends nothing, or not there; `unavailable`, with why and
    /// what to do, where the message was not taken.
    pub async fn send_test(&self, to: &str) -> Answer<()> {
        let message = test_message(&self.venue, to, self.now())?;
        let unavailable = |why: String| Refusal::new(RefusalCode::Unavailable, why);
        let Some(sender) = &self.sender else {
            return Err(unavailable("Nothing is set up that sends codes.".to_owned()).into());
        };
        sender.send(&message).await.map_err(|error| unavailable(sentence(&error)).into())
    }
}

/// An error as a sentence of its own, with its cause.
fn sentence(error: &SendError) -> String {
    let mut text = error.to_string();
    if let Some(source) = std::error::Error::source(error) {
        text.push_str(": ");
        text.push_str(&source.to_string());
    }
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sender::MailFault;

    #[test]
    fn what_went_wrong_is_a_sentence() {
        let login = SendError::from(MailFault::Login("535 no".to_owned()));
        assert!(sentence(&login).starts_with("The mail server refuses the login (535 no):"));
        assert!(sentence(&login).ends_with("programs."));
    }
}

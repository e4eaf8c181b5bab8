//! Who comes in: a device by the key that it was paired with, or whoever types a pairing code.

use std::borrow::Cow;

use demitasse_shared::api::Claim;
use russh::keys::{HashAlg, PublicKey};
use russh::server::{
    Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Response, Session, VerifiedPublicKey,
};
use russh::{Channel, MethodKind, MethodSet};
use tokio::sync::oneshot;

use super::line;
use crate::boards::Boards;
use crate::storage::WriteError;
use crate::storage::device_keys::Fingerprint;
use crate::storage::devices::Device;

/// Codes that one connection may try.
const TRIES: u32 = 3;

/// What the bar's list of devices calls one that came by ssh.
const LABEL: &str = "An ssh client";

/// Where a code comes from.
const INSTRUCTIONS: &str =
    "Staff make a pairing code with `demitasse staff pair`. It is good once.";

const PROMPT: &str = "Pairing code: ";

/// One connection's door.
pub(super) struct Door {
    boards: Boards,
    /// A key that the client has, but no device is known by.
    own_key: Option<Fingerprint>,
    tries: u32,
    /// Why the last code was not good.
    words: Cow<'static, str>,
    device: Option<Device>,
    come_in: Option<oneshot::Sender<()>>,
    has_board: bool,
}

impl Door {
    /// A closed door; `come_in` hears when somebody has come in.
    pub(super) fn new(boards: Boards, come_in: oneshot::Sender<()>) -> Self {
        Self {
            boards,
            own_key: None,
            tries: 0,
            words: Cow::Borrowed(INSTRUCTIONS),
            device: None,
            come_in: Some(come_in),
            has_board: false,
        }
    }

    async fn known(&self, key: Fingerprint) -> Option<Device> {
        match self.boards.bar().device_of_key(key).await {
            Ok(device) => device.filter(|device| device.role.is_staff()),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::error!(error, "the devices' keys cannot be read");
                None
            }
        }
    }

    /// Claims a pairing code.
    async fn take_code(&mut self, code: &str) -> Auth {
        if self.tries >= TRIES {
            return refused(ways(self.tries));
        }
        let claim = Claim { code: code.trim().to_owned(), device: LABEL.to_owned() };
        match self.boards.bar().claim_board(claim, self.own_key).await {
            Ok(claimed) => {
                self.device = self.boards.bar().paired(claimed.device);
                Auth::Accept
            }
            Err(error) => {
                self.tries += 1;
                self.words = said(&error);
                refused(ways(self.tries))
            }
        }
    }

    fn ask_for_code(&self) -> Auth {
        Auth::Partial {
            name: Cow::Borrowed(""),
            instructions: self.words.clone(),
            prompts: Cow::Borrowed(&[(Cow::Borrowed(PROMPT), true)]),
        }
    }
}

impl Handler for Door {
    type Error = russh::Error;

    /// A client is asked to show that a key is its own where that can lead somewhere: the key is
    /// known, or will be remembered with the code that follows.
    async fn auth_publickey_offered(
        &mut self,
        _user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        let wanted = match fingerprint(offer.public_key) {
            None => false,
            Some(_) if self.own_key.is_none() => true,
            Some(key) => self.known(key).await.is_some(),
        };
        Ok(if wanted { Auth::Accept } else { refused(ways(self.tries)) })
    }

    async fn auth_publickey(
        &mut self,
        _user: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        let Some(key) = fingerprint(key.public_key) else { return Ok(refused(ways(self.tries))) };
        self.device = self.known(key).await;
        if self.device.is_some() {
            return Ok(Auth::Accept);
        }
        self.own_key.get_or_insert(key);
        Ok(refused(ways(self.tries)))
    }

    async fn auth_password(&mut self, _user: &str, code: &str) -> Result<Auth, Self::Error> {
        Ok(self.take_code(code).await)
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        _user: &str,
        _submethods: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, Self::Error> {
        let Some(code) = response.and_then(|mut answers| answers.next()) else {
            return Ok(self.ask_for_code());
        };
        let code = String::from_utf8_lossy(&code).into_owned();
        Ok(self.take_code(&code).await)
    }

    async fn auth_succeeded(&mut self, _session: &mut Session) -> Result<(), Self::Error> {
        let come_in = self.come_in.take();
        if come_in.is_some_and(|come_in| come_in.send(()).is_err()) {
            tracing::debug!("somebody came in as the bar closed");
        }
        Ok(())
    }

    /// Opens the one board of a connection. Whatever else can be asked for, the library refuses
    /// unless it is told otherwise.
    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        let Some(device) = self.device.clone().filter(|_| !self.has_board) else { return Ok(()) };
        self.has_board = true;
        reply.accept().await;
        tokio::spawn(line::attend(channel, session.handle(), device, self.boards.clone()));
        Ok(())
    }
}

/// The ways in after so many wrong codes. Clients take an empty list for none at all, and go on.
fn ways(tries: u32) -> MethodSet {
    let ways = [MethodKind::PublicKey, MethodKind::KeyboardInteractive, MethodKind::Password];
    MethodSet::from(if tries < TRIES { &ways[..] } else { &ways[..1] })
}

fn refused(proceed_with: MethodSet) -> Auth {
    Auth::Reject { proceed_with_methods: Some(proceed_with), partial_success: false }
}

fn fingerprint(key: &PublicKey) -> Option<Fingerprint> {
    key.fingerprint(HashAlg::Sha256).sha256()
}

/// Why a code was not good, for people.
fn said(error: &WriteError) -> Cow<'static, str> {
    match error {
        WriteError::Refused(refusal) => Cow::Owned(refusal.detail.clone()),
        WriteError::Storage(error) => {
            tracing::error!(error = error as &dyn std::error::Error, "a code could not be taken");
            Cow::Borrowed("The bar could not take the code just now. Try it again.")
        }
    }
}

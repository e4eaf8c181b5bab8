//! A mail server of the venue's, spoken to directly.
//!
//! Every message has a connection of its own. A pool would save a second of handshakes, but a
//! connection that went back to it while an answer was still due gives that answer to the next
//! message.

mod fault;
mod server;

use std::fmt;
use std::time::Duration;

use lettre::Address;
use lettre::message::Message as Letter;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

pub use self::fault::MailFault;
pub use self::server::{BadSmtp, MailServer, Tls};
use super::{HandOver, MailFrom, Message, letter};

/// How long a server may take to be reached and to say hello: some let strangers wait a little.
const CONNECT_WITHIN: Duration = Duration::from_secs(6);

/// How long each of its addresses may take, so that there is time for another.
const ADDRESS_WITHIN: Duration = Duration::from_secs(3);

/// How long a server may take to say goodbye, while nobody waits for it.
const LEAVE_WITHIN: Duration = Duration::from_secs(5);

/// Who logs in.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login")
    }
}

/// A mail server that takes the bar's letters.
#[derive(Clone)]
pub struct Smtp {
    server: MailServer,
    login: Option<Login>,
    from: MailFrom,
    tls: Option<TlsParameters>,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").field("server", &self.server).finish_non_exhaustive()
    }
}

impl Smtp {
    /// A server, and what it takes to be its customer. With an `authority` (PEM) that alone is
    /// trusted; otherwise the system's.
    ///
    /// # Errors
    /// [`BadSmtp`] where these do not go together.
    pub fn new(
        server: MailServer,
        login: Option<Login>,
        from: MailFrom,
        authority: Option<&[u8]>,
    ) -> Result<Self, BadSmtp> {
        if login.is_some() && server.tls == Tls::None && !server.is_here() {
            return Err(BadSmtp::OpenPassword);
        }
        let tls = match server.tls {
            Tls::None => None,
            Tls::Starttls | Tls::Tls => Some(trust(&server.host, authority)?),
        };
        Ok(Self { server, login, from, tls })
    }

    pub(super) async fn send(
        &self,
        message: &Message,
        hand_over: &HandOver,
    ) -> Result<(), MailFault> {
        let letter = letter::write(message, Some(&self.from))?;
        let silent = |_elapsed| MailFault::Silent(self.server.to_string());
        let connecting = tokio::time::timeout(CONNECT_WITHIN, self.connect());
        let mut line = connecting.await.map_err(silent)??;
        let sent = self.deliver(&mut line, &letter, message, hand_over).await;
        tokio::spawn(tokio::time::timeout(LEAVE_WITHIN, async move { line.abort().await }));
        sent
    }

    /// A line over which letters may go: private and logged in, as the venue wants it.
    async fn connect(&self) -> Result<AsyncSmtpConnection, MailFault> {
        let MailServer { host, port, tls } = &self.server;
        let hello = ClientId::default();
        let from_the_start = self.tls.clone().filter(|_| *tls == Tls::Tls);
        let address = (host.as_str(), *port);
        let mut line = AsyncSmtpConnection::connect_tokio1(
            address,
            Some(ADDRESS_WITHIN),
            &hello,
            from_the_start,
            None,
        )
        .await
        .map_err(|error| MailFault::connecting(&self.server, &error))?;
        if let Some(trusted) = self.tls.clone().filter(|_| *tls == Tls::Starttls) {
            if !line.can_starttls() {
                return Err(MailFault::NoStarttls(self.server.to_string()));
            }
            let private = line.starttls(trusted, &hello).await;
            private.map_err(|error| MailFault::connecting(&self.server, &error))?;
        }
        if let Some(Login { user, password }) = &self.login {
            let login = Credentials::new(user.clone(), password.clone());
            let answer = line.auth(DEFAULT_MECHANISMS, &login).await;
            answer.map_err(|error| MailFault::logging_in(&error))?;
        }
        Ok(line)
    }

    async fn deliver(
        &self,
        line: &mut AsyncSmtpConnection,
        letter: &Letter,
        message: &Message,
        hand_over: &HandOver,
    ) -> Result<(), MailFault> {
        let [to] = letter.envelope().to() else {
            return Err(MailFault::recipient("it is no single address"));
        };
        let mut more = Vec::new();
        if !is_ascii(to) {
            if !line.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(MailFault::recipient("the mail server takes plain letters only"));
            }
            more.push(MailParameter::SmtpUtfEight);
        }
        let from = self.from.address();
        let sender = line.command(Mail::new(Some(from.clone()), more)).await;
        sender.map_err(|error| MailFault::from_us(from, &error, message))?;
        let recipient = line.command(Rcpt::new(to.clone(), Vec::new())).await;
        recipient.map_err(|error| MailFault::to_them(&error, message))?;
        let ready = line.command(Data).await;
        ready.map_err(|error| MailFault::refused(&error, message))?;
        hand_over.begin();
        let taken = line.message(&letter.formatted()).await;
        taken.map_err(|error| MailFault::handing_over(&error, message))?;
        Ok(())
    }
}

fn is_ascii(address: &Address) -> bool {
    address.user().is_ascii() && address.domain().is_ascii()
}

/// Whose word on certificates counts.
fn trust(host: &str, authority: Option<&[u8]>) -> Result<TlsParameters, BadSmtp> {
    let mut trusted = TlsParameters::builder(host.to_owned());
    if let Some(pem) = authority {
        let own = Certificate::from_pem(pem).map_err(|_bad| BadSmtp::Authority)?;
        trusted = trusted.certificate_store(CertificateStore::None).add_root_certificate(own);
    }
    trusted.build_rustls().map_err(|error| BadSmtp::Trust(error.to_string()))
}

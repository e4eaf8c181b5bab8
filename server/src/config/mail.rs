//! By which mail server one-time codes travel.

use std::path::PathBuf;

use super::Password;
use super::sending::BadSending;
use crate::sender::{Login, MailFrom, MailServer, Smtp, Tls};

/// Under which heading the help has these flags. Each says so itself: a heading for all of them
/// would go on over the flags that follow them.
const HEADING: &str = "One-time codes by e-mail";

/// A venue's mail server, as it was given.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct MailFlags {
    /// The mail server that sends one-time codes, such as <smtp://mail.example.org> (STARTTLS) or
    /// <smtps://mail.example.org> (TLS)
    #[arg(long, help_heading = HEADING, value_name = "SERVER", env = "DEMITASSE_SMTP")]
    pub smtp: Option<String>,

    /// How the line to the mail server is made private: starttls, tls or none; by --smtp if not
    /// given
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "starttls|tls|none",
        env = "DEMITASSE_SMTP_TLS"
    )]
    pub smtp_tls: Option<Tls>,

    /// Who logs in to the mail server
    #[arg(long, help_heading = HEADING, value_name = "USER", env = "DEMITASSE_SMTP_USER")]
    pub smtp_user: Option<String>,

    /// With which password --smtp-user logs in; other users of this machine can read flags, but not
    /// the environment
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "PASSWORD",
        env = "DEMITASSE_SMTP_PASSWORD",
        hide_env_values = true
    )]
    pub smtp_password: Option<Password>,

    /// Whom e-mails with codes are from, such as "The bar <bar@example.org>"; --smtp-user if not
    /// given
    #[arg(long, help_heading = HEADING, value_name = "ADDRESS", env = "DEMITASSE_MAIL_FROM")]
    pub mail_from: Option<String>,

    /// The authority (PEM) that the mail server or the gateway has its certificate from, where the
    /// system does not know it
    #[arg(long, help_heading = HEADING, value_name = "FILE", env = "DEMITASSE_SENDER_AUTHORITY")]
    pub sender_authority: Option<PathBuf>,
}

impl MailFlags {
    /// Whom e-mails are from; called like the venue where it has no name of its own.
    pub(super) fn from(&self, venue: &str) -> Result<Option<MailFrom>, BadSending> {
        let Some(from) = self.mail_from.as_deref().or(self.user_address()) else { return Ok(None) };
        Ok(Some(from.parse::<MailFrom>()?.called(venue)))
    }

    fn user_address(&self) -> Option<&str> {
        self.smtp_user.as_deref().filter(|user| user.contains('@'))
    }

    /// The mail server, where there is one.
    pub(super) fn server(
        &self,
        venue: &str,
        authority: Option<&[u8]>,
    ) -> Result<Option<Smtp>, BadSending> {
        let Some(server) = &self.smtp else { return Ok(None) };
        let server = MailServer::new(server, self.smtp_tls)?;
        let from = self.from(venue)?.ok_or(BadSending::NoFrom)?;
        Ok(Some(Smtp::new(server, self.login()?, from, authority)?))
    }

    fn login(&self) -> Result<Option<Login>, BadSending> {
        match (&self.smtp_user, &self.smtp_password) {
            (None, None) => Ok(None),
            (Some(user), Some(password)) => {
                Ok(Some(Login { user: user.clone(), password: password.reveal().to_owned() }))
            }
            _ => Err(BadSending::HalfLogin),
        }
    }
}

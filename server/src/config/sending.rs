//! What sends one-time codes: a program, a mail server or a gateway.

use std::fs;
use std::io;
use std::path::PathBuf;

use demitasse_shared::api::SignInKind;

use super::Config;
use crate::sender::{BadCommand, BadFrom, BadGateway, BadSmtp, Command, Sender, Way};

/// Why codes cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum BadSending {
    /// The program cannot be run.
    #[error("codes cannot be sent: {0}")]
    Command(#[from] BadCommand),
    /// The mail server cannot be used.
    #[error("codes cannot be sent: {0}")]
    Smtp(#[from] BadSmtp),
    /// E-mails cannot be from that.
    #[error("codes cannot be sent: {0}")]
    From(#[from] BadFrom),
    /// The gateway cannot be used.
    #[error("codes cannot be sent: {0}")]
    Gateway(#[from] BadGateway),
    /// Nothing sends e-mails.
    #[error(
        "--sign-in email sends one-time codes: say by which mail server with --smtp, or by which \
         program with --code-command"
    )]
    NoMail,
    /// Nothing sends short messages.
    #[error(
        "--sign-in sms sends one-time codes: say by which gateway with --sms-preset or --sms-url, \
         or by which program with --code-command"
    )]
    NoSms,
    /// Two things would.
    #[error("codes are sent by --code-command or by {0}: leave one away")]
    Two(&'static str),
    /// E-mails are from nobody.
    #[error("--smtp needs the address that e-mails are from: give it with --mail-from")]
    NoFrom,
    /// A user without a password, or the other way round.
    #[error("--smtp-user and --smtp-password go together: give both or none")]
    HalfLogin,
    /// The gateway is somewhere in the venue.
    #[error("that gateway is your own: say where it takes messages with --sms-url")]
    NoUrl,
    /// The authority cannot be read.
    #[error("cannot read the authority {path}: {source}")]
    Authority {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Config {
    /// What sends one-time codes, where the venue wants any.
    pub(crate) fn sender(&self) -> Result<Option<Sender>, BadSending> {
        let way = match self.sign_in {
            SignInKind::Name | SignInKind::Badge => return Ok(None),
            SignInKind::Email => self.mail_way()?.ok_or(BadSending::NoMail)?,
            SignInKind::Sms => self.sms_way()?.ok_or(BadSending::NoSms)?,
        };
        Ok(Some(way.into()))
    }

    fn mail_way(&self) -> Result<Option<Way>, BadSending> {
        let program = self.program()?;
        let server = self.mail.server(&self.name, self.authority()?.as_deref())?;
        match (program, server) {
            (Some(_), Some(_)) => Err(BadSending::Two("--smtp")),
            (program, server) => {
                let server = server.map(|server| Way::Smtp(Box::new(server)));
                Ok(program.map(Way::Command).or(server))
            }
        }
    }

    fn sms_way(&self) -> Result<Option<Way>, BadSending> {
        let program = self.program()?;
        let gateway = self.sms.gateway(self.authority()?.as_deref())?;
        match (program, gateway) {
            (Some(_), Some(_)) => Err(BadSending::Two("a gateway")),
            (program, gateway) => {
                let gateway = gateway.map(|gateway| Way::Gateway(Box::new(gateway)));
                Ok(program.map(Way::Command).or(gateway))
            }
        }
    }

    fn program(&self) -> Result<Option<Command>, BadSending> {
        let Some(line) = &self.code_command else { return Ok(None) };
        let command: Command = line.parse()?;
        command.check()?;
        Ok(Some(command.with_from(self.mail.from(&self.name)?)))
    }

    fn authority(&self) -> Result<Option<Vec<u8>>, BadSending> {
        let Some(path) = &self.mail.sender_authority else { return Ok(None) };
        let read = fs::read(path);
        read.map(Some).map_err(|source| BadSending::Authority { path: path.clone(), source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{MailFlags, SmsFlags};

    #[track_caller]
    fn refused(config: &Config, words: &str) {
        let said = config.sender().expect_err("it makes no sense").to_string();
        assert!(said.contains(words), "{words:?} in {said}");
        assert!(!said.contains("s3cret"), "{said}");
    }

    fn mail(flags: MailFlags) -> Config {
        let mail = MailFlags { smtp: Some("smtp://mail.example.org".to_owned()), ..flags };
        Config { sign_in: SignInKind::Email, mail, ..Config::default() }
    }

    fn sms(flags: SmsFlags) -> Config {
        let sms = SmsFlags { sms_preset: Some("twilio".to_owned()), ..flags };
        Config { sign_in: SignInKind::Sms, sms, ..Config::default() }
    }

    fn secret() -> crate::config::Password {
        "s3cret".to_owned().into()
    }

    #[test]
    fn what_is_missing_for_mail_is_named() {
        refused(&mail(MailFlags::default()), "--mail-from");
        let from = Some("bar@example.org".to_owned());
        let half =
            MailFlags { smtp_password: Some(secret()), mail_from: from.clone(), ..<_>::default() };
        refused(&mail(half), "--smtp-user");
        refused(
            &mail(MailFlags { mail_from: Some("bar".to_owned()), ..<_>::default() }),
            "\"bar\"",
        );
        let file = Some("/nowhere/authority.pem".into());
        let flags = MailFlags { mail_from: from, sender_authority: file, ..<_>::default() };
        refused(&mail(flags), "/nowhere/authority.pem");
    }

    #[test]
    fn what_is_missing_for_short_messages_is_named() {
        refused(&sms(SmsFlags::default()), "--sms-user");
        let user = Some("AC1".to_owned());
        let keyed = SmsFlags { sms_user: user, sms_key: Some(secret()), ..<_>::default() };
        refused(&sms(keyed.clone()), "--sms-from");
        let two = Config {
            code_command: Some("sh".to_owned()),
            ..sms(SmsFlags { sms_from: Some("Bar".to_owned()), ..keyed })
        };
        refused(&two, "leave one away");
        let own = SmsFlags { sms_preset: Some("android".to_owned()), ..<_>::default() };
        refused(&Config { sms: own, ..sms(<_>::default()) }, "--sms-url");
    }

    #[test]
    fn a_login_is_enough_where_it_is_an_address() {
        let user = Some("bar@example.org".to_owned());
        let flags = MailFlags { smtp_user: user, smtp_password: Some(secret()), ..<_>::default() };
        let config = mail(flags);
        let sender = config.sender().expect("it makes sense").expect("a mail server");
        let logged = format!("{config:?} {sender:?}");
        assert!(logged.contains("mail.example.org") && !logged.contains("s3cret"), "{logged}");
    }
}

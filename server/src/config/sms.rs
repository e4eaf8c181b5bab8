//! By which gateway one-time codes travel as short messages.

use std::fmt;

use clap::builder::PossibleValuesParser;

use super::Password;
use super::sending::BadSending;
use crate::sender::{Gateway, GatewaySettings, PRESETS, Preset, preset};

/// Under which heading the help has these flags. Each says so itself: a heading for all of them
/// would go on over the flags that follow them.
const HEADING: &str = "One-time codes by short message";

/// A venue's gateway for short messages, as it was given.
#[derive(Clone, Default, clap::Args)]
pub struct SmsFlags {
    /// A gateway for short messages by name; the other --sms flags say the rest
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "NAME",
        env = "DEMITASSE_SMS_PRESET",
        value_parser = PossibleValuesParser::new(PRESETS.iter().map(|preset| preset.name))
    )]
    pub sms_preset: Option<String>,

    /// Where the gateway takes messages. Here, in headers and in the body stand {to} (+351…),
    /// {digits} (351…), {text}, {kind} (text or unicode), {from}, {user}, {key} and {basic}
    #[arg(long, help_heading = HEADING, value_name = "URL", env = "DEMITASSE_SMS_URL")]
    pub sms_url: Option<String>,

    /// How the gateway is asked: POST, PUT or GET; POST if not given
    #[arg(long, help_heading = HEADING, value_name = "METHOD", env = "DEMITASSE_SMS_METHOD")]
    pub sms_method: Option<String>,

    /// A header that the gateway wants; give the flag again for another, or one a line
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "NAME: VALUE",
        env = "DEMITASSE_SMS_HEADER",
        value_delimiter = '\n',
        hide_env_values = true
    )]
    pub sms_header: Vec<String>,

    /// The body that the gateway wants: JSON, or a form's fields like `to={to}&text={text}`
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "BODY",
        env = "DEMITASSE_SMS_BODY",
        hide_env_values = true
    )]
    pub sms_body: Option<String>,

    /// What the gateway's answer holds once it took a message, where a status of success does not
    /// say so
    #[arg(long, help_heading = HEADING, value_name = "TEXT", env = "DEMITASSE_SMS_EXPECT")]
    pub sms_expect: Option<String>,

    /// Whom short messages are from: a number of yours, or a name that the gateway lets you use
    #[arg(long, help_heading = HEADING, value_name = "SENDER", env = "DEMITASSE_SMS_FROM")]
    pub sms_from: Option<String>,

    /// The name of the account at the gateway
    #[arg(long, help_heading = HEADING, value_name = "USER", env = "DEMITASSE_SMS_USER")]
    pub sms_user: Option<String>,

    /// The key of the account at the gateway; other users of this machine can read flags, but not
    /// the environment
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "KEY",
        env = "DEMITASSE_SMS_KEY",
        hide_env_values = true
    )]
    pub sms_key: Option<Password>,
}

/// Keys may stand in the address, in headers and in the body.
impl fmt::Debug for SmsFlags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmsFlags").field("sms_preset", &self.sms_preset).finish_non_exhaustive()
    }
}

impl SmsFlags {
    /// The gateway, where there is one.
    pub(super) fn gateway(&self, authority: Option<&[u8]>) -> Result<Option<Gateway>, BadSending> {
        let preset = self.sms_preset.as_deref().and_then(preset);
        if preset.is_none() && self.sms_url.is_none() {
            return Ok(None);
        }
        let usual = preset.map(Preset::settings).unwrap_or_default();
        let url = self.sms_url.clone().unwrap_or(usual.url);
        if url.is_empty() {
            return Err(BadSending::NoUrl);
        }
        let headers =
            if self.sms_header.is_empty() { usual.headers } else { self.sms_header.clone() };
        let settings = GatewaySettings {
            url,
            method: self.sms_method.clone(),
            headers,
            body: self.sms_body.clone().or(usual.body),
            expect: self.sms_expect.clone().or(usual.expect),
            from: self.sms_from.clone(),
            user: self.sms_user.clone(),
            key: self.sms_key.as_ref().map(|key| key.reveal().to_owned()),
            authority: authority.map(<[u8]>::to_vec),
        };
        Ok(Some(Gateway::new(settings)?))
    }
}

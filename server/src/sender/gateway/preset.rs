//! Gateways that many venues use, as their documents describe them. A preset is nothing but the
//! settings that a venue could have written itself.

use super::GatewaySettings;

/// A gateway by name.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// What it is called.
    pub name: &'static str,
    /// Where it takes messages; nothing where that is the venue's own affair.
    pub url: Option<&'static str>,
    /// What it wants in a header.
    pub header: Option<&'static str>,
    /// What it wants in the body.
    pub body: &'static str,
    /// What it answers to a message that it took, where a status does not say that.
    pub expect: Option<&'static str>,
}

const BASIC: Option<&str> = Some("authorization: Basic {basic}");

/// Every gateway by name.
pub const PRESETS: &[Preset] = &[
    // https://www.twilio.com/docs/messaging/api/message-resource
    Preset {
        name: "twilio",
        url: Some("https://api.twilio.com/2010-04-01/Accounts/{user}/Messages.json"),
        header: BASIC,
        body: "From={from}&To={to}&Body={text}",
        expect: None,
    },
    // https://developer.vonage.com/en/api/sms: refusals come with status 200.
    Preset {
        name: "vonage",
        url: Some("https://rest.nexmo.com/sms/json"),
        header: None,
        body: "api_key={user}&api_secret={key}&from={from}&to={digits}&type={kind}&text={text}",
        expect: Some(r#""status":"0""#),
    },
    // https://developers.messagebird.com/api/sms-messaging
    Preset {
        name: "messagebird",
        url: Some("https://rest.messagebird.com/messages"),
        header: Some("authorization: AccessKey {key}"),
        body: "originator={from}&recipients={digits}&datacoding=auto&body={text}",
        expect: None,
    },
    // https://46elks.com/docs/send-sms
    Preset {
        name: "46elks",
        url: Some("https://api.46elks.com/a1/sms"),
        header: BASIC,
        body: "from={from}&to={to}&message={text}",
        expect: None,
    },
    // https://github.com/capcom6/android-sms-gateway: a phone in the venue.
    Preset {
        name: "android",
        url: None,
        header: BASIC,
        body: r#"{"textMessage":{"text":"{text}"},"phoneNumbers":["{to}"],"ttl":300}"#,
        expect: None,
    },
];

/// The gateway of that name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}

impl Preset {
    /// The settings, over which a venue may write its own.
    pub fn settings(&self) -> GatewaySettings {
        GatewaySettings {
            url: self.url.unwrap_or_default().to_owned(),
            headers: self.header.map(str::to_owned).into_iter().collect(),
            body: Some(self.body.to_owned()),
            expect: self.expect.map(str::to_owned),
            ..GatewaySettings::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sender::Gateway;

    #[test]
    fn every_preset_works_once_it_has_what_it_wants() {
        for preset in PRESETS {
            let mut settings = preset.settings();
            if preset.url.is_none() {
                settings.url = "http://192.168.1.9:8080/message".to_owned();
            }
            assert!(Gateway::new(settings.clone()).is_err(), "{}: it wants a key", preset.name);
            settings.from = Some("Bar".to_owned());
            settings.user = Some("AC1".to_owned());
            settings.key = Some("s3cret".to_owned());
            assert!(Gateway::new(settings).is_ok(), "{}", preset.name);
        }
    }
}

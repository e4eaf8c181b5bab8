//! Gateways for short messages: how a venue describes one, and what it answers.

use demitasse::sender::{Gateway, GatewaySettings, Medium, Message};
use demitasse_shared::Timestamp;

use crate::{Reader, bytes};

/// A venue's description, and the gateway's answer behind an empty line.
pub(crate) const GATEWAYS: Reader =
    Reader { name: "gateways", share: 100, good: || bytes(GOOD), read };

const GOOD: &[&str] = &[
    "https://gateway.example/send\nauthorization: Basic {basic}\nto={to}&text={text}\n\nno key s3cret, 123456",
    "http://10.0.0.2/?t={text}&n={digits}\nx-key: {key}\n\n\n{\"error\":\"+351912345678 s3cret\"}",
    "https://gateway.example/v1\ncontent-type: application/json\n{\"to\":[\"{to}\"],\"body\":\"{text}\",\"from\":\"{from}\"}\n\n\
     123456 +351\n912345678 QUMxOnMzY3JldA==",
];

/// The one-time code, the number and the key, which nobody may read in a log.
const SECRETS: [&str; 3] = ["123456", "351912345678", "s3cret"];

fn read(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let (described, said) = text.split_once("\n\n").unwrap_or((&text, ""));
    let mut lines = described.splitn(3, '\n').map(str::to_owned);
    let settings = GatewaySettings {
        url: lines.next().unwrap_or_default(),
        headers: lines.next().into_iter().collect(),
        body: lines.next(),
        from: Some("Bar".to_owned()),
        user: Some("AC1".to_owned()),
        key: Some("s3cret".to_owned()),
        ..GatewaySettings::default()
    };
    let Ok(gateway) = Gateway::new(settings) else { return };
    let told = gateway.told(said, &message());
    for secret in SECRETS {
        assert!(!told.contains(secret), "{secret} is told: {told:?}");
    }
    assert!(!told.contains(['\n', '\r']), "it is more than a line: {told:?}");
}

fn message() -> Message {
    Message {
        medium: Medium::Sms,
        to: "+351912345678".to_owned(),
        subject: String::new(),
        text: "123456 is your code.".to_owned(),
        code: "123456".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    }
}

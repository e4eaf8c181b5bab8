//! What can be wrong with a gateway, and what to do about it.

use std::error::Error;

use reqwest::StatusCode;

use super::template::PLACEHOLDERS;

/// Why a gateway cannot be used as it was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadGateway {
    /// The address is none.
    #[error(
        "--sms-url takes an address like https://gateway.example/send, its host without placeholders"
    )]
    Url,
    /// The method is none of these.
    #[error("{0:?} is no method for messages: choose POST, PUT or GET")]
    Method(String),
    /// A header cannot be sent.
    #[error("the header {0:?} cannot be sent: give --sms-header as NAME: VALUE, in one line")]
    Header(String),
    /// The body is no JSON.
    #[error("--sms-body is no JSON: placeholders stand in quotes, such as \"{{text}}\"")]
    Json,
    /// Nobody could escape values in that.
    #[error("--sms-body is JSON or a form's fields: set no other content-type")]
    Media,
    /// Nobody knows what stands for that.
    #[error("nothing stands for {{{0}}}: choose from {known}", known = known())]
    Placeholder(String),
    /// Something that the gateway wants was not given.
    #[error("the gateway wants {{{0}}}: give it with {1}")]
    Missing(String, &'static str),
    /// The guest would get nothing.
    #[error("neither --sms-url nor --sms-body holds {{text}} and {{to}} or {{digits}}")]
    NoMessage,
    /// The authority's file holds no certificate.
    #[error("the file of --sender-authority holds no certificate: give one in PEM")]
    Authority,
    /// The system's authorities cannot be used.
    #[error("cannot tell whom to trust: {0}")]
    Trust(String),
}

fn known() -> String {
    PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" ")
}

/// Why a gateway did not take a message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GatewayFault {
    /// It cannot be written.
    #[error("the message cannot be written: {0}")]
    Unwritable(String),
    /// Nobody answers, or nobody to trust.
    #[error("the gateway cannot be reached ({0}): check --sms-url, and this machine's network")]
    Unreachable(String),
    /// It does not know the account.
    #[error("the gateway refuses the account ({0}): check --sms-user and --sms-key")]
    Account(String),
    /// It says no for another reason.
    #[error("the gateway does not take the message ({0})")]
    Refused(String),
    /// It was asked, and did not answer, or not to the end.
    #[error(
        "the gateway's answer was lost ({0}), and nobody knows whether it took the message: it may \
         still arrive"
    )]
    Unanswered(String),
}

impl GatewayFault {
    /// No answer came, or no line. `error` must not hold the address: there may be a key in it.
    pub(super) fn unanswered(error: &reqwest::Error) -> Self {
        let (mut why, mut source) = (error.to_string(), error.source());
        while let Some(inner) = source {
            why = inner.to_string();
            source = inner.source();
        }
        if error.is_connect() { Self::Unreachable(why) } else { Self::Unanswered(why) }
    }

    /// It says no, unless the end of its answer was lost: a yes may have stood there. What stands
    /// before a gateway says of itself that it waited in vain.
    pub(super) fn refused(status: StatusCode, said: &str, is_whole: bool) -> Self {
        let said = format!("status {}: {said}", status.as_u16());
        match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Self::Account(said),
            StatusCode::GATEWAY_TIMEOUT => Self::Unanswered(said),
            _ if status.is_success() && !is_whole => Self::Unanswered(said),
            _ => Self::Refused(said),
        }
    }
}

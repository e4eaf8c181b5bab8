//! Who a guest is: signing in, and what staff set up for it.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// `POST /api/session`: sign in by what the venue chose; exactly that one field,
/// and where the guest comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// A first name, 1 to 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// An e-mail address: a one-time code is sent to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A mobile number with its country's code, such as +351 912 345 678: a one-time code is sent
    /// to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The code on an attendee's badge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub badge: Option<String>,
    /// The code on the monitor that the guest comes from, where they do: sign-ins from there have a
    /// share of their own, whatever others ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl SignIn {
    /// Signing in by a first name.
    pub fn by_name(name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..Self::default() }
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// The name as the bar keeps it; nothing where the venue asks for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Answers `POST /api/session` where a one-time code is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeSent {
    /// Where it was sent, as it was understood.
    pub to: String,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// When another can be asked for.
    pub resend_at: Timestamp,
}

/// `POST /api/session/verify`: prove the one-time code, in the session that asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The six digits, as typed.
    pub code: String,
}

/// Answers `PUT /api/badges`, which takes a list of attendees' codes as CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BadgesTaken {
    /// How many badges are on the list now.
    pub badges: usize,
    /// How many of them are new.
    pub added: usize,
    /// How many have gone.
    pub removed: usize,
}

/// `POST /api/senders/test`: send a message to see whether messages arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SendTest {
    /// Where to: an e-mail address or a number, as the venue's guests sign in.
    pub to: String,
}

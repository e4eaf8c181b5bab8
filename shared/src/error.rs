//! Refusals: the bar's noes, with codes that programs can rely on.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::ids::OrderId;

/// Declares the refusal codes once: the word that travels, the HTTP status, a short title.
macro_rules! refusal_codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $status:literal, $title:literal;)+) => {
        /// Why the bar said no. The word is stable; the sentence that goes with it is not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        // Not word by word: the document's macro does not read what this one hands on.
        #[serde(rename_all = "snake_case")]
        pub enum RefusalCode {
            $($(#[doc = $doc])+ $name,)+
        }

        impl RefusalCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word that travels.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// The code that [`as_str`](Self::as_str) wrote.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == word)
            }

            /// The HTTP status that goes with it.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)+ }
            }

            /// A short title, the same each time (RFC 9457, section 3.1.4).
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }
    };
}

refusal_codes! {
    /// No window ever had this code.
    WrongCode = "wrong_code", 404, "This code is not ours";
    /// The code's window is over.
    OldCode = "old_code", 410, "This code is over";
    /// The window's drinks are gone.
    SoldOut = "sold_out", 409, "Sold out for now";
    /// The shop is closed.
    ShopClosed = "shop_closed", 409, "The bar is closed";
    /// The shop is paused.
    ShopPaused = "shop_paused", 409, "The bar is pausing";
    /// As many orders are alive as the bar can carry.
    BarFull = "bar_full", 409, "The bar is full";
    /// The guest has an order that is still alive.
    HasOpenOrder = "has_open_order", 409, "One order at a time";
    /// The guest had all drinks of the day.
    DailyLimit = "daily_limit", 409, "That was the last one for today";
    /// Not on the menu.
    UnknownDrink = "unknown_drink", 422, "Not on the menu";
    /// Not a choice for this drink.
    UnknownOption = "unknown_option", 422, "Not a choice for this drink";
    /// A choice that must be made is not there.
    MissingOption = "missing_option", 422, "A choice is missing";
    /// A question is answered twice.
    DuplicateOption = "duplicate_option", 422, "One choice too many";
    /// The drink, or a choice that it needs, has run out.
    DrinkSoldOut = "drink_sold_out", 409, "That has just run out";
    /// Another barista has it.
    ClaimedByOther = "claimed_by_other", 409, "Somebody else has it";
    /// The step does not fit where the order stands.
    WrongState = "wrong_state", 409, "Not possible any more";
    /// No session, or one that has ended.
    NotSignedIn = "not_signed_in", 401, "Sign in first";
    /// Not the one-time code that was sent.
    WrongProof = "wrong_proof", 422, "That is not the code we sent";
    /// The one-time code has had its time or its tries.
    OldProof = "old_proof", 410, "That code is used up";
    /// Not on the list of badges.
    UnknownBadge = "unknown_badge", 404, "Not on our list";
    /// Signed in, but not for this.
    NotAllowed = "not_allowed", 403, "Not yours to do";
    /// There is no such thing, or it is somebody else's.
    NotFound = "not_found", 404, "Not found";
    /// Too many wrong codes.
    TooManyTries = "too_many_tries", 429, "Too many tries";
    /// The request cannot be understood.
    InvalidRequest = "invalid_request", 400, "Not understood";
    /// The bar cannot keep a promise just now: its disk or its program failed.
    Unavailable = "unavailable", 503, "The bar cannot take this just now";
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Problem details (RFC 9457): what a refused request is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The stable word.
    pub code: RefusalCode,
    /// The code's title.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do, in a sentence.
    pub detail: String,
    /// The order that it is about, such as the one the guest has already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// Who was faster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When to try again, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_at: Option<Timestamp>,
}

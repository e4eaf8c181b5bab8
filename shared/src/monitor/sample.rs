//! Sample data for every face: what a preview shows and what the text snapshots are of.
//!
//! A preview goes the whole way that a server's words go: a snapshot onto the board, and on.

use std::str::FromStr;
use std::time::Duration;

use super::Line;
use crate::Timestamp;
use crate::ids::{OrderId, Seq};
use crate::live::Snapshot;
use crate::menu::SoldOut;
use crate::order::{Chosen, Order, OrderState};
use crate::settings::Settings;
use crate::shop::{Announcement, Shop, ShopState, Window};
use crate::venue::{Venue, Wifi};

/// How much of the sample's window is left.
pub const WINDOW_LEFT: Duration = Duration::from_secs(190);

/// When the sample was taken: 2026-05-12 08:41:50 UTC, a Tuesday.
const SAMPLED_AT_SECONDS: i64 = 1_778_575_310;

/// Drinks that a busy counter is full of.
const DRINKS: [(&str, &[&str]); 7] = [
    ("Flat white", &["oat"]),
    ("Espresso", &[]),
    ("Cappuccino", &["whole milk"]),
    ("Filter", &[]),
    ("Latte", &["oat", "vanilla"]),
    ("Cortado", &[]),
    ("Americano", &["decaf"]),
];

/// Declares the samples by their words.
macro_rules! samples {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal;)+) => {
        /// The faces that can be looked at without a server.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sample {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Sample {
            /// Every sample.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The sample's word, as people type it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

samples! {
    /// The code, and an ordinary morning's numbers.
    Open = "open";
    /// The code, and nobody has ordered yet.
    Quiet = "quiet";
    /// More numbers than fit at once.
    Rush = "rush";
    /// The code, and a line that the bar has for everybody.
    Announcement = "announcement";
    /// The window's drinks are gone.
    SoldOut = "sold-out";
    /// The bar carries as many orders as it can.
    Full = "full";
    /// Closed for a few minutes.
    Paused = "paused";
    /// Closed; nobody has said until when.
    Closed = "closed";
    /// Closed until tomorrow morning.
    Opens = "opens";
    /// Closed for so long that nobody looks.
    Night = "night";
    /// The window has turned and the next one is not here yet.
    Turning = "turning";
    /// The server has not answered yet.
    Connecting = "connecting";
    /// The line broke while numbers were showing.
    LineLost = "line-lost";
    /// The server turned the monitor away.
    Unpaired = "unpaired";
}

/// A word that is no sample's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no face: it is one of {list}", list = words())]
pub struct NoSample(String);

fn words() -> String {
    Sample::ALL.iter().map(|sample| sample.as_str()).collect::<Vec<_>>().join(", ")
}

impl FromStr for Sample {
    type Err = NoSample;

    fn from_str(word: &str) -> Result<Self, NoSample> {
        let found = Self::ALL.iter().find(|sample| sample.as_str() == word);
        found.copied().ok_or_else(|| NoSample(word.to_owned()))
    }
}

/// The server's clock in the samples.
pub fn sampled_at() -> Timestamp {
    Timestamp::from_second(SAMPLED_AT_SECONDS).unwrap_or_default()
}

/// The venue of the samples; it speaks these languages.
pub fn venue(languages: &[String]) -> Venue {
    Venue {
        name: NAME.to_owned(),
        languages: languages.to_vec(),
        accent: None,
        logo: None,
        wifi: Some(Wifi {
            name: "Corner Cup Guests".to_owned(),
            code: Some(Wifi::join("Corner Cup Guests", Some("flat-white"))),
        }),
        utc_offset_seconds: 3_600,
        clocks_change: None,
    }
}

const NAME: &str = "The Corner Cup";

impl Sample {
    /// How the line is.
    pub fn line(self) -> Line {
        match self {
            Self::Connecting => Line::Waiting(None),
            Self::LineLost => Line::Down,
            Self::Unpaired => Line::Refused(
                "Staff get a pairing code with `demitasse staff pair --role display`.".to_owned(),
            ),
            _ => Line::Up,
        }
    }

    /// How things stand at the bar; nothing where the server has not said it.
    pub fn snapshot(self) -> Option<Snapshot> {
        if matches!(self, Self::Connecting | Self::Unpaired) {
            return None;
        }
        let settings = Settings::default();
        let capacity = match self {
            Self::Full => 6,
            Self::Rush => 40,
            _ => settings.capacity,
        };
        let shop = self.shop();
        Some(Snapshot {
            seq: Seq(812),
            at: sampled_at(),
            window: (shop.state == ShopState::Open).then(|| self.window()),
            shop,
            orders: self.orders(),
            settings: Settings { capacity, ..settings },
            sold_out: SoldOut::default(),
            announcement: (self == Self::Announcement).then(|| Announcement {
                text: "Last orders at half past five. Bring your cup back, please.".to_owned(),
                at: sampled_at(),
                until: sampled_at() + Duration::from_mins(20),
            }),
        })
    }

    fn shop(self) -> Shop {
        let (state, since) = match self {
            Self::Paused => (ShopState::Paused, Duration::from_mins(3)),
            Self::Closed | Self::Opens => (ShopState::Closed, Duration::from_mins(4)),
            Self::Night => (ShopState::Closed, Duration::from_hours(2)),
            _ => (ShopState::Open, Duration::from_hours(1)),
        };
        let tomorrow = sampled_at() + Duration::from_mins(24 * 60 - 72);
        Shop {
            name: NAME.to_owned(),
            state,
            paused_until: (self == Self::Paused).then(|| sampled_at() + Duration::from_mins(12)),
            opens_at: matches!(self, Self::Opens | Self::Night).then_some(tomorrow),
            since: Some(sampled_at() - since),
        }
    }

    fn window(self) -> Window {
        let code = "7K3MQ2XW9VBCDEFG";
        let closes_at = match self {
            Self::Turning => sampled_at(),
            _ => sampled_at() + WINDOW_LEFT,
        };
        Window {
            url: format!("HTTP://192.168.1.20:8080/Q/{code}"),
            code: code.to_owned(),
            drinks: 10,
            left: if self == Self::SoldOut { 0 } else { 7 },
            opens_at: closes_at - Duration::from_mins(5),
            closes_at,
        }
    }

    /// So many ready, in hand and waiting.
    fn orders(self) -> Vec<Order> {
        let (ready, making, waiting) = match self {
            Self::Quiet | Self::Closed | Self::Opens | Self::Night => (0, 0, 0),
            Self::Rush => (17, 6, 14),
            Self::Paused => (2, 1, 0),
            _ => (4, 2, 4),
        };
        orders(ready, making, waiting)
    }
}

/// So many orders ready, in hand and waiting; the last ready one just now.
pub fn orders(ready: usize, making: usize, waiting: usize) -> Vec<Order> {
    let states = std::iter::repeat_n(OrderState::Ready, ready)
        .chain(std::iter::repeat_n(OrderState::Making, making))
        .chain(std::iter::repeat_n(OrderState::Waiting, waiting));
    states.enumerate().map(|(place, state)| order(place, ready, state)).collect()
}

/// An order in its place of the day, of which so many are ready; the last of those just now.
fn order(place: usize, ready: usize, state: OrderState) -> Order {
    let number = 396 + u32::try_from(place).unwrap_or_default();
    let ago = |seconds: usize| sampled_at() - Duration::from_secs(seconds as u64);
    let submitted_at = ago(40 * 60 - 40 * place);
    let ready_at = ago(5 + 70 * ready.saturating_sub(place + 1));
    Order {
        id: OrderId(i64::from(number)),
        state,
        number: Some(number),
        chosen: Some(chosen(place)),
        walk_up: false,
        reserved_at: submitted_at,
        submit_by: None,
        submitted_at: Some(submitted_at),
        expires_at: None,
        making_at: None,
        ready_at: (state == OrderState::Ready).then_some(ready_at),
        ended_at: None,
        barista: None,
        ended_by: None,
        reason: None,
        promised: None,
        ahead: None,
        estimate: None,
    }
}

fn chosen(place: usize) -> Chosen {
    let (drink, options) = DRINKS[place % DRINKS.len()];
    Chosen {
        drink: drink.into(),
        drink_name: drink.to_owned(),
        options: options.iter().map(|&option| option.into()).collect(),
        option_names: options.iter().map(|&option| option.to_owned()).collect(),
        note: None,
    }
}

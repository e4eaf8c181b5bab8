//! What a monitor shows, as plain data: a pure function of what is known and one reading of the
//! clocks.
//!
//! The rule above all others is here: a code is shown only while it is known to be good. Every
//! monitor goes by it, the kiosk's window and the browser's page: painting decides sizes and
//! places, never what is true. [`Voice`] is the languages, [`sample`] shows every face.

mod code;
mod lead;
mod numbers;
pub mod sample;
mod voice;
mod wake;

use std::time::Duration;

use serde::Serialize;

use crate::Timestamp;
use crate::board::Board;
use crate::venue::Venue;

pub use code::encode;
pub use numbers::{FRESH_FOR, spoken};
pub use voice::{LANGUAGES_AT_ONCE, Said, Voice};
use wake::Wake;

/// How the line to the server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// No server was found yet; in words, why.
    Waiting(Option<String>),
    /// The server speaks.
    Up,
    /// The server spoke, and does not any more.
    Down,
    /// The server, or what the monitor was told of it, turns it away; in words, why.
    Refused(String),
}

/// One reading of the clocks. The rest counts from it and reads none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The server's time; nothing before its first message.
    pub now: Option<Timestamp>,
    /// How long ago the server was last heard.
    pub silence: Duration,
}

/// What a monitor knows.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// How the line is.
    pub line: &'a Line,
    /// The orders, the shop and the code window, as last heard.
    pub board: Option<&'a Board>,
    /// The venue; nothing before the server has said it.
    pub venue: Option<&'a Venue>,
    /// The languages to say it in.
    pub voice: &'a Voice,
}

/// All that the panel shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Screen {
    /// The venue's name; empty until the server has said it.
    pub venue: String,
    /// In words, why what is shown may not be current.
    pub warning: Option<Said>,
    /// The line that the bar has for everybody, in its own words.
    pub announcement: Option<String>,
    /// The code, or why there is none.
    pub lead: Lead,
    /// The numbers; nothing where there are none to wait for.
    pub numbers: Option<Numbers>,
    /// After how long something shown changes by time alone.
    #[serde(skip)]
    pub wake: Option<Duration>,
}

/// The part of the panel that tells a guest whether to order now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// A code that is good.
    Code(CodeCard),
    /// Why there is none, and when to come back.
    Notice(Notice),
}

/// A code and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeCard {
    /// What the QR code says, to the letter.
    pub url: String,
    /// What to do with it.
    pub title: Said,
    /// How many drinks it still gives.
    pub drinks_left: Said,
    /// How long it is good.
    pub countdown: Countdown,
    /// How much of the window is left, in seconds.
    pub seconds_left: u64,
    /// How long the window is, in seconds.
    pub seconds_whole: u64,
    /// The same address for people who type.
    pub address: Said,
    /// The network in which it can be reached, where the venue named one.
    pub wifi: Option<Said>,
}

/// Words around a time that runs down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Countdown {
    /// When it has run down.
    pub until: Timestamp,
    /// The time as it stands in the words, such as `2:10`.
    pub time: String,
    /// The words with the time in them.
    pub words: Said,
}

/// The faces without a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The server has not answered yet.
    Connecting,
    /// The server turned the monitor away.
    Unpaired,
    /// The server is not heard any more.
    LineLost,
    /// The window has turned and the next one is not here yet.
    Turning,
    /// The window's drinks are gone.
    SoldOut,
    /// The bar carries as many orders as it can.
    Full,
    /// Closed for a while.
    Paused,
    /// Closed.
    Closed,
    /// Closed for so long that nobody looks: the panel may rest.
    Night,
}

impl Why {
    /// The face's word: by it pages are laid out and titles are found.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::Unpaired => "unpaired",
            Self::LineLost => "line-lost",
            Self::Turning => "turning",
            Self::SoldOut => "sold-out",
            Self::Full => "full",
            Self::Paused => "paused",
            Self::Closed => "closed",
            Self::Night => "night",
        }
    }

    /// Whether people come back for a code in a moment, so that the numbers keep their places.
    fn is_brief(self) -> bool {
        matches!(self, Self::Turning | Self::SoldOut | Self::Full)
    }
}

/// A few words in the code's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Which face it is.
    pub why: Why,
    /// It in a few words.
    pub title: Said,
    /// When the next code comes, where that is known to the second.
    pub countdown: Option<Countdown>,
    /// What it means for guests.
    pub line: Option<Said>,
    /// A last line in quiet letters.
    pub quiet: Option<Said>,
    /// A code that joins the venue's network, meanwhile.
    pub wifi: Option<WifiCard>,
}

/// A code that joins the venue's network. It stands apart from where order codes stand, and under
/// its own words, so that nobody takes it for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WifiCard {
    /// What to do with it.
    pub title: Said,
    /// The network's name.
    pub name: String,
    /// What the QR code says, to the letter.
    pub code: String,
}

/// Both columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Numbers {
    /// Newest first.
    pub ready: Column,
    /// Those in hand first, then the queue, oldest first.
    pub preparing: Column,
}

/// A heading and the numbers under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The heading.
    pub title: Said,
    /// What stands there while there are no numbers.
    pub empty: Said,
    /// The numbers.
    pub numbers: Vec<Number>,
}

/// One order, as the crowd may know it: its number and its drink, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// The order's number.
    pub figures: u32,
    /// The drink with its options.
    pub drink: String,
    /// How it stands.
    pub mark: Mark,
}

/// What stands beside a number, so that its meaning is never in its colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// In the queue.
    Waiting,
    /// In a barista's hands.
    Making,
    /// On the counter.
    Ready,
    /// Ready since less than [`FRESH_FOR`].
    Fresh,
}

impl Screen {
    /// Decides what is shown.
    pub fn of(facts: Facts<'_>, moment: Moment) -> Self {
        let mut wake = Wake::default();
        let lead = lead::lead(facts, moment, &mut wake);
        let Facts { line, board, venue, voice } = facts;
        // Whoever was turned away has no right to what it was told before.
        let board = board.filter(|_| !matches!(line, Line::Refused(_)));
        let is_lost = matches!(&lead, Lead::Notice(notice) if notice.why == Why::LineLost);
        let stale = board.filter(|_| *line != Line::Up || is_lost);
        let name = board.map(|board| &board.shop.name).or(venue.map(|venue| &venue.name));
        Self {
            venue: name.cloned().unwrap_or_default(),
            warning: stale.map(|_| stale_words(voice, moment, &mut wake)),
            announcement: board.and_then(|board| announcement(board, moment, &mut wake)),
            numbers: board.and_then(|board| numbers::of(board, voice, &lead, moment, &mut wake)),
            lead,
            wake: wake.soonest(),
        }
    }
}

/// The bar's line for everybody, until its time is over.
fn announcement(board: &Board, moment: Moment, wake: &mut Wake) -> Option<String> {
    let announcement = board.announcement.as_ref()?;
    wake.at(moment, announcement.until)?;
    Some(announcement.text.clone())
}

/// Says how old the numbers are.
fn stale_words(voice: &Voice, moment: Moment, wake: &mut Wake) -> Said {
    let silence = moment.silence;
    let into_minute = Duration::from_secs(silence.as_secs() % 60)
        + Duration::from_nanos(silence.subsec_nanos().into());
    wake.after(wake::MINUTE.saturating_sub(into_minute));
    match silence.as_secs() / 60 {
        0 => voice.plain("stale-now"),
        minutes @ 1..60 => voice.say("stale-minutes", &[("minutes", minutes.into())]),
        minutes => voice.say("stale-hours", &[("hours", (minutes / 60).into())]),
    }
}

#[cfg(test)]
mod tests;

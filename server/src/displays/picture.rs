//! The panel, in the parts that change apart from each other.

use demitasse_shared::board::Board;
use demitasse_shared::monitor::{Line, Screen, Voice};
use demitasse_shared::venue::Venue;
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::said::Speaker;
use super::shapes::shape;
use super::{lead, numbers};

/// Each part's name; the page has a place of that name for it.
pub(super) const NAMES: [&str; 8] =
    ["face", "venue", "announcement", "warning", "code", "words", "ready", "preparing"];

/// The parts as they are shown, by their names: the face's word, and HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture([String; NAMES.len()]);

/// What a picture is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) line: &'a Line,
    pub(super) board: Option<&'a Board>,
    pub(super) venue: &'a Venue,
    pub(super) voice: &'a Voice,
}

impl Scene<'_> {
    /// Renders what is shown at a moment. Times that run down are not in it: the page counts them,
    /// so that a second that passes is no change.
    pub(super) fn picture(&self, screen: &Screen) -> Picture {
        let speaker = Speaker(self.voice);
        let columns = screen.numbers.as_ref().map(|both| {
            [(&both.ready, "checked"), (&both.preparing, "half")]
                .map(|(column, mark)| numbers::column(column, mark, speaker, self.board))
        });
        let [ready, preparing] = columns.unwrap_or_default();
        Picture([
            lead::face(&screen.lead).to_owned(),
            venue(&screen.venue, self.venue).into_string(),
            self.announcement(screen).into_string(),
            screen.warning.as_ref().map(|said| warning(&speaker.say(said))).unwrap_or_default(),
            lead::code(&screen.lead).into_string(),
            lead::words(&screen.lead, speaker).into_string(),
            ready.into_string(),
            preparing.into_string(),
        ])
    }

    /// The line for everybody, with the moment at which it goes.
    fn announcement(&self, screen: &Screen) -> Markup {
        let until = self.board.and_then(|board| board.announcement.as_ref()).map(|line| line.until);
        html! {
            @if let Some((text, until)) = screen.announcement.as_ref().zip(until) {
                p data-until=(until.as_millisecond()) {
                    (shape("speech")) span dir="auto" { (text) }
                }
            }
        }
    }
}

/// The venue's sign, or the house's, and its name.
fn venue(name: &str, venue: &Venue) -> Markup {
    html! {
        @match &venue.logo {
            Some(logo) => { img src=(logo) alt=""; }
            None => { (shape("steam")) }
        }
        bdi { (name) }
    }
}

/// Why to doubt what stands under it.
pub(super) fn warning(words: &Markup) -> String {
    html! { p { (shape("alarm")) span { (words) } } }.into_string()
}

impl Picture {
    /// The parts that differ from another picture's, by their names.
    pub(super) fn changes_since(&self, before: &Self) -> Map<String, Value> {
        let parts = NAMES.iter().zip(self.0.iter().zip(&before.0));
        let changed = parts.filter(|(_, (now, before))| now != before);
        changed.map(|(name, (now, _))| ((*name).to_owned(), Value::from(now.as_str()))).collect()
    }

    /// All of its parts, by their names.
    pub(super) fn whole(&self) -> Map<String, Value> {
        let parts = NAMES.iter().zip(&self.0);
        parts.map(|(name, part)| ((*name).to_owned(), Value::from(part.as_str()))).collect()
    }

    /// A part, as it is shown.
    pub(super) fn part(&self, name: &str) -> &str {
        let found = NAMES.iter().position(|known| *known == name);
        found.map_or("", |place| &self.0[place])
    }
}

//! The monitor in a browser, for panels that have nothing else: a television, a stick behind it.
//!
//! What is shown is what [`demitasse_shared::monitor`] says, as on every monitor; here it is
//! rendered. A [`Picture`] is the panel in parts, `stream` sends the parts that have changed,
//! `spare` is what the page shows by itself once it hears nobody, `page` is the page around them.

mod code;
mod lead;
mod numbers;
pub mod page;
mod picture;
mod said;
mod shapes;
mod spare;
mod stream;
#[cfg(test)]
mod tests;

use demitasse_shared::Timestamp;
use demitasse_shared::api::Role;
use demitasse_shared::board::Board;
use demitasse_shared::monitor::sample::{self, Sample};
use demitasse_shared::monitor::{Facts, Line, Moment, Screen, Voice};
use demitasse_shared::venue::Venue;

use crate::app::Bar;
use crate::storage::devices::Device;

pub use picture::Picture;
use picture::Scene;
pub use stream::{Stream, refused};

/// The monitors in browsers. Clones are the same.
#[derive(Clone, Debug)]
pub struct Displays {
    bar: Bar,
}

impl Displays {
    /// The monitors of a bar.
    pub fn new(bar: Bar) -> Self {
        Self { bar }
    }

    /// The device of a monitor's token.
    pub fn device(&self, token: &str) -> Option<Device> {
        self.bar.device(token).filter(|device| device.role == Role::Display)
    }

    /// What its page hears from now on. `page` is the page's version: a page that finds another
    /// one than its own comes again.
    pub fn watch(&self, device: &Device, page: String) -> Stream {
        Stream::new(self.clone(), self.bar.line(device.id), page)
    }

    /// What the page is made of, before it has heard anything.
    pub fn panel(&self) -> page::Panel {
        let (venue, voice) = self.look();
        page::Panel::connecting(&venue, &voice)
    }

    /// A face with sample data, in the venue's own looks and languages.
    pub fn preview(&self, sample: Sample) -> page::Panel {
        let (own, voice) = self.look();
        let venue = Venue { accent: own.accent, logo: own.logo, ..sample::venue(&own.languages) };
        page::Panel::preview(sample, &venue, &voice)
    }

    /// What is to be shown now, and when that changes by itself.
    fn picture(&self) -> (Picture, Timestamp, Option<Timestamp>) {
        let (venue, voice) = self.look();
        let (board, now) = self.bar.hub().board();
        let moment = Moment { now: Some(now), ..Moment::default() };
        let scene = Scene { line: &Line::Up, board: Some(&board), venue: &venue, voice: &voice };
        let screen = scene.screen(moment);
        let due = screen.wake.and_then(|wake| now.checked_add(wake).ok());
        (scene.picture(&screen), now, due)
    }

    fn look(&self) -> (Venue, Voice) {
        let venue = self.bar.monitor_venue();
        let voice = Voice::of(&venue.languages);
        (venue, voice)
    }
}

impl Scene<'_> {
    /// What is shown of it at a moment.
    fn screen(&self, moment: Moment) -> Screen {
        let Self { line, board, venue, voice } = *self;
        Screen::of(Facts { line, board, venue: Some(venue), voice }, moment)
    }
}

/// A sample's board, where it has one.
fn sample_board(sample: Sample) -> Option<Board> {
    sample.snapshot().map(Board::new)
}

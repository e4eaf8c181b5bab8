//! What the monitor knows: the board, the server's clock, and how the line is.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::{ScreenClock, Steady, Update};
use demitasse_shared::live::LINE_DEAD_AFTER;
use demitasse_shared::monitor::{Facts, Line, Moment, Screen, Voice};
use demitasse_shared::venue::Venue;

/// What the monitor knows.
#[derive(Debug)]
pub(crate) struct Model {
    /// The orders, the shop and the code window, as last heard.
    pub(crate) board: Option<Board>,
    /// How the line is.
    pub(crate) line: Line,
    /// The venue; nothing before the server has said it.
    pub(crate) venue: Option<Venue>,
    /// The venue's logo, once it is here: while the venue has none, or it is on its way, nothing.
    /// It is as the venue gave it, either SVG or PNG, and at most
    /// [`LOGO_BYTES`](demitasse_shared::venue::LOGO_BYTES) long; it may be no picture at all.
    pub(crate) logo: Option<Logo>,
    /// The languages that the monitor speaks.
    voice: Voice,
    clock: ScreenClock,
    /// A change is missing: until there is a whole board, nothing on it is current.
    is_torn: bool,
}

/// A venue's logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Logo {
    /// Where it is on the server. The path names the content: another logo has another path.
    pub(crate) path: String,
    /// What is there.
    pub(crate) content: Arc<[u8]>,
}

impl Model {
    /// Knows nothing yet, and counts time by this clock.
    pub(crate) fn on(steady: Steady) -> Self {
        Self {
            board: None,
            line: Line::Waiting(None),
            venue: None,
            logo: None,
            voice: Voice::default(),
            clock: ScreenClock::on(steady),
            is_torn: false,
        }
    }

    /// How long a span of the bar's time takes by the machine's clock.
    pub(crate) fn span(&self, span: Duration) -> Duration {
        self.clock.span(span)
    }

    /// Reads the clocks.
    pub(crate) fn moment(&self) -> Moment {
        Moment { now: self.clock.now(), silence: self.clock.silence().unwrap_or_default() }
    }

    /// What is to be shown at a moment.
    pub(crate) fn screen(&self, moment: Moment) -> Screen {
        Screen::of(self.facts(), moment)
    }

    /// All of it, as what is shown and heard is decided from it.
    pub(crate) fn facts(&self) -> Facts<'_> {
        let (board, venue) = (self.board.as_ref(), self.venue.as_ref());
        Facts { line: &self.line, board, venue, voice: &self.voice }
    }

    /// Takes in what the server says of the venue; true where the screen may look different.
    pub(crate) fn set_venue(&mut self, venue: Venue) -> bool {
        let changed = self.venue.as_ref() != Some(&venue);
        self.voice = Voice::of(&venue.languages);
        self.logo.take_if(|logo| venue.logo.as_ref() != Some(&logo.path));
        self.venue = Some(venue);
        changed
    }

    /// Where the venue's logo is that is still to be fetched.
    pub(crate) fn missing_logo(&self) -> Option<String> {
        let path = self.venue.as_ref()?.logo.clone();
        path.filter(|path| self.logo.as_ref().is_none_or(|logo| logo.path != *path))
    }

    /// Takes in the venue's logo; true where the screen may look different for it.
    pub(crate) fn set_logo(&mut self, logo: Logo) -> bool {
        let is_wanted = self.missing_logo().as_ref() == Some(&logo.path);
        if is_wanted {
            self.logo = Some(logo);
        }
        is_wanted
    }

    /// Changes the line; true where the screen may look different for it.
    pub(crate) fn set_line(&mut self, line: Line) -> bool {
        let changed = self.line != line;
        self.line = line;
        changed
    }

    /// Takes in what the live reader says; true where the screen may look different for it. A
    /// beat on a line that is up changes nothing that shows, so it costs no repaint.
    pub(crate) fn take(&mut self, update: Update) -> bool {
        match update {
            Update::Snapshot(snapshot) => {
                self.clock.hear(snapshot.at);
                self.board = Some(Board::new(*snapshot));
                self.is_torn = false;
                self.line = Line::Up;
                true
            }
            Update::Change(envelope) => {
                // It comes later than it happened: it must not turn the screen's clock back.
                let at = self.clock.now().map_or(envelope.at, |now| now.max(envelope.at));
                if !self.is_old(envelope.at) {
                    self.clock.hear(at);
                }
                match self.board.as_mut().map(|board| board.apply(*envelope)) {
                    Some(Applied::Changed) => true,
                    Some(Applied::Known) | None => false,
                    Some(Applied::Gap) => {
                        self.is_torn = true;
                        self.set_line(Line::Down)
                    }
                }
            }
            Update::Beat(beat) => {
                if self.is_old(beat.at) {
                    return false;
                }
                self.clock.hear(beat.at);
                !self.is_torn && self.set_line(Line::Up)
            }
            Update::Down(reason) => {
                let never_up = self.board.is_none();
                self.set_line(if never_up { Line::Waiting(Some(reason)) } else { Line::Down })
            }
            Update::Refused(problem) => self.set_line(Line::Refused(problem.detail)),
        }
    }

    /// Whether this was said so long ago that it is no sign of life: what waited on the line while
    /// the machine slept must not make an old code look good.
    fn is_old(&self, at: Timestamp) -> bool {
        let age = self.clock.now().map(|now| Duration::try_from(now.duration_since(at)));
        age.is_some_and(|age| age.is_ok_and(|age| age > LINE_DEAD_AFTER))
    }
}

/// The model, shared by the feed, which keeps it true, and the window, which shows it.
///
/// It is shared rather than sent over a queue: the window may sleep for hours while nothing shown
/// changes, and the server's time must be heard when it comes in, not when the window wakes.
#[derive(Clone, Debug)]
pub(crate) struct SharedModel(Arc<Mutex<Model>>);

impl SharedModel {
    /// A model that counts time by this clock.
    pub(crate) fn on(steady: Steady) -> Self {
        Self(Arc::new(Mutex::new(Model::on(steady))))
    }

    /// The model, for a moment. One thread's mishap must not blind the other.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Model> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::error::{Problem, RefusalCode};
    use demitasse_shared::ids::Seq;
    use demitasse_shared::live::{Beat, Envelope, LiveEvent};

    use super::*;
    use demitasse_shared::live::Snapshot;
    use demitasse_shared::monitor::sample::Sample;

    fn open() -> Snapshot {
        Sample::Open.snapshot().expect("the bar is open")
    }

    fn noted(seq: i64, at: Timestamp) -> Update {
        Update::Change(Box::new(Envelope {
            seq: Seq(seq),
            at,
            event: LiveEvent::Noted { device: None },
        }))
    }

    #[test]
    fn a_beat_repaints_only_where_it_ends_a_silence() {
        let snapshot = open();
        let beat = Update::Beat(Beat { at: snapshot.at });
        let mut model = Model::on(Steady::manual());
        assert!(model.take(Update::Snapshot(Box::new(snapshot))));
        assert!(!model.take(beat.clone()));
        assert!(model.take(Update::Down("gone".to_owned())));
        assert_eq!(model.line, Line::Down);
        assert!(model.take(beat));
        assert_eq!(model.line, Line::Up);
    }

    #[test]
    fn a_logo_is_fetched_once_and_goes_with_the_venue_that_had_it() {
        let venue =
            |path: Option<&str>| Venue { logo: path.map(str::to_owned), ..Venue::default() };
        let logo = |path: &str| Logo { path: path.to_owned(), content: b"<svg/>"[..].into() };
        let mut model = Model::on(Steady::manual());
        assert_eq!(model.missing_logo(), None);
        assert!(model.set_venue(venue(Some("/logo/1"))));
        assert_eq!(model.missing_logo().as_deref(), Some("/logo/1"));
        assert!(model.set_logo(logo("/logo/1")));
        assert_eq!(model.missing_logo(), None);
        assert!(!model.set_venue(venue(Some("/logo/1"))));
        assert!(model.logo.is_some());

        assert!(model.set_venue(venue(Some("/logo/2"))));
        assert!(model.logo.is_none() && !model.set_logo(logo("/logo/1")));
        assert!(model.set_logo(logo("/logo/2")));
        assert!(model.set_venue(venue(None)));
        assert!(model.logo.is_none() && model.missing_logo().is_none());
    }

    #[test]
    fn old_changes_do_not_turn_the_clock_back() {
        let snapshot = open();
        let (at, seq) = (snapshot.at, snapshot.seq.0);
        let mut model = Model::on(Steady::manual());
        model.take(Update::Snapshot(Box::new(snapshot)));
        model.take(noted(seq + 1, at - jiff::SignedDuration::from_mins(5)));
        assert!(model.moment().now >= Some(at));
    }

    #[test]
    fn a_missing_change_counts_as_a_broken_line() {
        let snapshot = open();
        let (at, seq) = (snapshot.at, snapshot.seq.0);
        let mut model = Model::on(Steady::manual());
        model.take(Update::Snapshot(Box::new(snapshot)));
        model.take(noted(seq + 2, at));
        assert_eq!(model.line, Line::Down);
        model.take(Update::Beat(Beat { at }));
        assert_eq!(model.line, Line::Down, "a sign of life mends no board");
        model.take(Update::Snapshot(Box::new(open())));
        assert_eq!(model.line, Line::Up);
    }

    #[test]
    fn a_change_confirms_a_line_and_never_raises_one() {
        let snapshot = open();
        let (at, seq) = (snapshot.at, snapshot.seq.0);
        let mut model = Model::on(Steady::manual());
        model.take(Update::Snapshot(Box::new(snapshot)));
        model.take(Update::Down("gone".to_owned()));
        model.take(noted(seq + 1, at));
        assert_eq!(model.line, Line::Down);
    }

    #[test]
    fn what_was_said_before_the_machine_slept_is_no_sign_of_life() {
        let steady = Steady::manual();
        let snapshot = open();
        let at = snapshot.at;
        let mut model = Model::on(steady.clone());
        model.take(Update::Snapshot(Box::new(snapshot)));
        steady.advance(Duration::from_hours(1));
        model.take(Update::Beat(Beat { at: at + Duration::from_secs(3) }));
        assert_eq!(model.moment().silence, Duration::from_hours(1));
        model.take(Update::Beat(Beat { at: at + Duration::from_hours(1) }));
        assert_eq!(model.moment().silence, Duration::ZERO);
    }

    #[test]
    fn a_server_that_turns_the_monitor_away_is_quoted() {
        let code = RefusalCode::NotSignedIn;
        let problem = Problem {
            code,
            title: code.title().to_owned(),
            status: code.status(),
            detail: "This device was removed.".to_owned(),
            order: None,
            by: None,
            retry_at: None,
        };
        let mut model = Model::on(Steady::manual());
        assert!(model.take(Update::Refused(Box::new(problem))));
        assert_eq!(model.line, Line::Refused("This device was removed.".to_owned()));
    }
}

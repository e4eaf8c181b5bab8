//! What every page needs to know, and how it says what it shows.

use demitasse_shared::Timestamp;
use demitasse_shared::api::SignInKind;
use demitasse_shared::shop::{Announcement, opening_day};
use demitasse_shared::texts::FluentValue;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::dress::Dress;
use super::language::{Plural, SLOT, Tongue, Values};

/// Stands in a text for what is put there as markup. No text and no name has it.
const GAP: &str = "\u{fffc}";

/// For whom and when a page is rendered.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// The venue's name.
    pub(super) venue: String,
    /// Where drinks are fetched, where the venue says it.
    pub(super) counter: Option<String>,
    /// By what guests sign in.
    pub(super) sign_in: SignInKind,
    /// The venue's time zone.
    pub(super) zone: TimeZone,
    /// What the pages wear.
    pub(super) dress: Dress,
    /// The guest's language.
    pub(super) tongue: Tongue,
    /// The address that was asked for: where a change of language leads back to.
    pub(super) address: String,
    /// Whether only the page's content is wanted: the script has the rest.
    pub(super) is_part: bool,
    /// Who is signed in.
    pub(super) guest: Option<Named>,
    /// The server's clock. The page's script counts from it, never from the phone's own.
    pub(super) now: Timestamp,
    /// A secret of this very page: its form, sent twice, signs in one guest.
    pub(super) visit: String,
    /// The line that the bar has for everybody.
    pub(super) announcement: Option<Announcement>,
}

/// A guest who is signed in; venues that sign in by address know no name.
#[derive(Clone, Debug)]
pub(super) struct Named(pub(super) Option<String>);

impl View {
    /// The guest's name, where it is known.
    pub(super) fn name(&self) -> Option<&str> {
        self.guest.as_ref()?.0.as_deref()
    }

    /// A text without anything to fill in.
    pub(super) fn say(&self, id: &str) -> String {
        self.tongue.say(id, &[])
    }

    /// A text with what is filled in.
    pub(super) fn tell(&self, id: &str, values: &Values<'_>) -> String {
        self.tongue.say(id, values)
    }

    /// A text around an element, such as a name that keeps its direction to itself.
    pub(super) fn around(&self, id: &str, gap: &'static str, element: &Markup) -> Markup {
        let text = self.tongue.say(id, &[(gap, FluentValue::from(GAP))]);
        let mut parts = text.split(GAP);
        let first = parts.next().unwrap_or_default();
        html! { (first) @for part in parts { (element) (part) } }
    }

    /// A text around a name, or whatever else a person typed.
    pub(super) fn around_name(&self, id: &str, gap: &'static str, name: &str) -> Markup {
        self.around(id, gap, &html! { bdi { (name) } })
    }

    /// A text for each kind of number, for the page's script.
    pub(super) fn plural(&self, id: &str, number: &'static str) -> Plural {
        self.tongue.plural(id, number)
    }

    /// A text that depends on a number.
    pub(super) fn count(&self, id: &str, name: &'static str, number: u32) -> String {
        self.tell(id, &[(name, FluentValue::from(number))])
    }

    /// A text with a slot that the page's script fills.
    pub(super) fn slot(&self, id: &str, name: &'static str) -> String {
        self.tell(id, &[(name, FluentValue::from(SLOT))])
    }

    /// A text about a moment.
    pub(super) fn timed(&self, id: &str, at: Timestamp) -> String {
        self.tell(id, &[("time", FluentValue::from(self.clock(at)))])
    }

    /// When a closed bar opens, as a person would say it; nothing where that is over, or too far
    /// off. Nothing is counted down: it does not open by itself.
    pub(super) fn opening(&self, opens_at: Option<Timestamp>) -> Option<Markup> {
        let at = opens_at.filter(|at| *at > self.now)?;
        let date = |at: Timestamp| at.to_zoned(self.zone.clone()).date();
        let day = opening_day(date(self.now), date(at))?;
        let words = self.tell("opens", &[("day", day.into()), ("time", self.clock(at).into())]);
        Some(html! {
            p.clock.large data-until=(at) data-words=(words) data-over=(self.say("opens.over"))
                data-reload { (words) }
        })
    }

    /// A moment on the venue's wall clock, such as "14:35".
    pub(super) fn clock(&self, at: Timestamp) -> String {
        self.tongue.clock(&at.to_zoned(self.zone.clone()))
    }
}

/// A moment that matters to the guest: a clock time in the page, a countdown once the script runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Countdown {
    pub(super) until: Timestamp,
    /// The text with the clock time; `.left` has the time that is left, `.over` comes after it.
    pub(super) words: &'static str,
    /// Whether the server has something new to show then.
    pub(super) reload: bool,
}

impl Countdown {
    /// A line of text.
    pub(super) fn line(&self, view: &View) -> Markup {
        self.paragraph(view, "clock")
    }

    /// A line that is what the page is about.
    pub(super) fn large(&self, view: &View) -> Markup {
        self.paragraph(view, "clock large")
    }

    fn paragraph(&self, view: &View, class: &str) -> Markup {
        let over = view.say(&format!("{}.over", self.words));
        if self.until <= view.now {
            return html! { p class=(class) { (over) } };
        }
        let left = view.slot(&format!("{}.left", self.words), "time");
        html! {
            p class=(class) data-until=(self.until) data-words=(left) data-over=(over)
                data-reload[self.reload] { (view.timed(self.words, self.until)) }
        }
    }
}

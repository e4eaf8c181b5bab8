//! What every page needs to know, and times as a person would say them.

use demitasse_shared::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

/// For whom and when a page is rendered.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// The venue's name.
    pub(super) venue: String,
    /// The guest's name, where one is signed in.
    pub(super) guest: Option<String>,
    /// The server's clock. The page's script counts from it, never from the phone's own.
    pub(super) now: Timestamp,
    /// The venue's time zone.
    pub(super) zone: TimeZone,
    /// A secret of this very page: its form, sent twice, signs in one guest.
    pub(super) visit: String,
}

impl View {
    /// A moment on the venue's wall clock, such as "14:35".
    pub(super) fn clock(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%H:%M").to_string()
    }
}

/// A moment that matters to the guest: a clock time in the page, a countdown once the script runs.
/// In each text `{}` stands for the time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Countdown<'a> {
    pub(super) until: Timestamp,
    /// With the clock time: "Choose by {}."
    pub(super) by: &'a str,
    /// With the time that is left: "{} left to choose."
    pub(super) left: &'a str,
    /// Once the moment has come.
    pub(super) over: &'a str,
    /// Whether the server has something new to show then.
    pub(super) reload: bool,
}

impl Countdown<'_> {
    /// A line of text.
    pub(super) fn line(&self, view: &View) -> Markup {
        self.paragraph(view, "clock")
    }

    /// A line that is what the page is about.
    pub(super) fn large(&self, view: &View) -> Markup {
        self.paragraph(view, "clock large")
    }

    fn paragraph(&self, view: &View, class: &str) -> Markup {
        if self.until <= view.now {
            return html! { p class=(class) { (self.over) } };
        }
        let text = self.by.replace("{}", &view.clock(self.until));
        html! {
            p class=(class) data-until=(self.until) data-words=(self.left) data-over=(self.over)
                data-reload[self.reload] { (text) }
        }
    }
}

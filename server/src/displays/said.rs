//! Texts in the venue's languages, as HTML.

use demitasse_shared::monitor::{Countdown, Said, Voice};
use jiff::Timestamp;
use maud::{Markup, html};

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 1] = ["ar"];

/// Which way a language is written.
pub(super) fn direction(tag: &str) -> &'static str {
    if RIGHT_TO_LEFT.contains(&tag) { "rtl" } else { "ltr" }
}

/// Says texts in the languages of a voice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker<'a>(pub(super) &'a Voice);

impl Speaker<'_> {
    /// The leading language's tag.
    pub(super) fn leading(self) -> &'static str {
        self.0.languages().next().unwrap_or("en")
    }

    /// A text, once for each language.
    pub(super) fn say(self, said: &Said) -> Markup {
        self.say_with(said, |text| html! { (text) })
    }

    /// Words around a time that runs down: the page's script keeps the time.
    pub(super) fn count_down(self, countdown: &Countdown) -> Markup {
        let time = &countdown.time;
        self.say_with(&countdown.words, |text| {
            let Some((before, after)) = text.split_once(time.as_str()) else {
                return html! { (text) };
            };
            html! { (before) (clock(time, countdown.until)) (after) }
        })
    }

    /// Words around an address, which is not broken into two rows where that can be helped.
    pub(super) fn say_place(self, said: &Said) -> Markup {
        self.say_with(said, |text| {
            let place = text.split_whitespace().find(|word| word.contains('/'));
            let parts = place.and_then(|place| Some((place, text.split_once(place)?)));
            let Some((place, (before, after))) = parts else { return html! { (text) } };
            html! { (before) bdi.place dir="ltr" { (place) } (after) }
        })
    }

    fn say_with(self, said: &Said, words: impl Fn(&str) -> Markup) -> Markup {
        let second = said.second().zip(self.0.languages().nth(1));
        html! {
            span lang=(self.leading()) dir=(direction(self.leading())) { (words(said.leading())) }
            @if let Some((text, tag)) = second {
                span.second lang=(tag) dir=(direction(tag)) { (words(text)) }
            }
        }
    }
}

fn clock(time: &str, until: Timestamp) -> Markup {
    html! { bdi.time data-until=(until.as_millisecond()) { (time) } }
}

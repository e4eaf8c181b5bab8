//! A report as one page that needs nothing else: to print, to send, to keep.
//!
//! The charts are drawings in the page, without a script, stretched to the width that there is;
//! what they say in words and numbers is beside them as text, so that a phone's letters stay large
//! and a screen reader misses nothing.

mod charts;
mod hours;
mod rush;
mod sections;
mod sums;
mod tables;

use demitasse_shared::report::Report;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::words::{self, Clocks};
use super::{Masthead, NOTHING, QUIET, is_empty};
use crate::style;

/// The page's own rules.
const RULES: &str = include_str!("../../../assets/web/report.css");

/// One day, or several: then a table of the days comes first.
pub fn page(masthead: &Masthead, days: &[Report]) -> String {
    let title = title(masthead, days);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="dark light";
                meta name="robots" content="noindex";
                title { (title) }
                style { (PreEscaped(dress(masthead))) }
            }
            body {
                main {
                    @if days.is_empty() { h1 { (masthead.venue) } p { (NOTHING) } }
                    @if days.len() > 1 { (event(masthead, days)) }
                    @for report in days { (day(masthead, report, days.len() > 1)) }
                }
                footer { "Made by Demitasse from the bar’s own journal. No guest is named in it." }
            }
        }
    };
    page.into_string()
}

fn title(masthead: &Masthead, days: &[Report]) -> String {
    let venue = &masthead.venue;
    match days {
        [] => venue.clone(),
        [day] => format!("{venue}: {}", words::long_day(day.day)),
        [first, .., last] => format!("{venue}: {}", words::days(first.day, last.day)),
    }
}

fn dress(masthead: &Masthead) -> String {
    let accent = masthead.accent.map(style::accents).unwrap_or_default();
    [style::compact(style::TOKENS), accent, style::compact(RULES), style::printed(masthead.accent)]
        .concat()
}

/// The days together, before they are told one by one.
fn event(masthead: &Masthead, days: &[Report]) -> Markup {
    let span = days.first().zip(days.last());
    html! {
        header {
            p class="venue" { (masthead.venue) }
            @if let Some((first, last)) = span { h1 { (words::days(first.day, last.day)) } }
        }
        (sums::days(days))
    }
}

fn day(masthead: &Masthead, report: &Report, is_one_of_many: bool) -> Markup {
    let clocks = Clocks::of(report);
    html! {
        article {
            header {
                @if !is_one_of_many { p class="venue" { (masthead.venue) } }
                h1 { (words::long_day(report.day)) }
                @if let Some(now) = clocks.as_of(report) { p class="quiet" { "So far, at " (now) "." } }
            }
            @if is_empty(report) {
                p { (QUIET) }
            } @else {
                (sections::all(report, &clocks))
            }
        }
    }
}

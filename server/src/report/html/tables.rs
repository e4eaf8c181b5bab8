//! Rows of numbers, each with its bar.

use demitasse_shared::report::{Promises, Waiting};
use maud::{Markup, html};

use super::charts::bar;
use crate::report::words::{number, stopwatch};

/// Names and how often, with bars.
pub(super) fn counted<'a>(
    title: &str,
    note: &str,
    heads: [&str; 2],
    rows: impl Iterator<Item = (String, u32)> + Clone + 'a,
) -> Markup {
    let Some(most) = rows.clone().map(|(_, count)| count).max() else { return html! {} };
    html! {
        section class="half" {
            h2 { (title) }
            @if !note.is_empty() { p class="quiet" { (note) } }
            table {
                thead { tr {
                    th scope="col" { (heads[0]) }
                    td class="bars" {}
                    th scope="col" class="number" { (heads[1]) }
                } }
                tbody {
                    @for (name, count) in rows {
                        tr {
                            th scope="row" { (name) }
                            td class="bars" { (bar(count, most)) }
                            td class="number" { (number(count)) }
                        }
                    }
                }
            }
        }
    }
}

/// A table of many columns: where there is no room for them it is scrolled, also by keys.
pub(super) fn wide(name: &str, table: &Markup) -> Markup {
    html! { div class="wide" role="group" aria-label=(name) tabindex="0" { (table) } }
}

/// The head of a column of numbers.
pub(super) fn head(name: &str) -> Markup {
    html! { th scope="col" class="number" { (name) } }
}

/// A number's cell.
pub(super) fn cell(count: u32) -> Markup {
    html! { td class="number" { (number(count)) } }
}

/// The three cells of how long something took.
pub(super) fn waits(waiting: Option<Waiting>) -> Markup {
    let times = waiting.map(|Waiting { p50, p95, max }| [p50, p95, max].map(stopwatch));
    let dashes = || ["–", "–", "–"].map(str::to_owned);
    html! {
        @for time in times.unwrap_or_else(dashes) { td class="number" { (time) } }
    }
}

/// The heads of [`waits`].
pub(super) fn wait_heads() -> Markup {
    html! { (head("half within")) (head("95 in 100")) (head("longest")) }
}

/// How many promises were kept.
pub(super) fn kept(promises: Option<Promises>) -> Markup {
    html! {
        td class="number" {
            @match promises {
                Some(kept) => { (kept.within) " of " (kept.told) },
                None => "–",
            }
        }
    }
}

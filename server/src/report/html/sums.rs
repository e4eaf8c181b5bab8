//! The few figures that everybody asks for: of a day, and of several.

use demitasse_shared::report::{Promises, Report, Waiting};
use maud::{Markup, html};

use super::charts::bar;
use super::tables::{cell, head, wait_heads, waits, wide};
use crate::report::Totals;
use crate::report::words::{self, Clocks, many, number, share, stopwatch};

/// A row for each day, and their sum.
pub(super) fn days(days: &[Report]) -> Markup {
    let all = Totals::of_all(days);
    let most = days.iter().map(|day| day.served).max().unwrap_or_default();
    html! {
        section {
            div class="tiles" {
                (tile(&number(all.served), "drinks served", &format!("of {}", many(all.orders, "order"))))
                @if let Some((within, told)) = kept_of_all(days) {
                    (tile(&share(within, told), "ready as told", &format!("of {}", many(told, "drink"))))
                }
                (tile(&number(all.turned_away), "times turned away", "answers, not people"))
            }
            p class="quiet" { "Day by day. Waiting times are in minutes and seconds, from ordered to ready." }
            (wide("Day by day", &html! { table {
                thead { tr {
                    th scope="col" { "Day" }
                    td class="bars" {}
                    (head("served")) (head("orders")) (head("cancelled")) (head("expired"))
                    (head("turned away")) (wait_heads())
                } }
                tbody { @for day in days {
                    @let totals = Totals::of(day);
                    tr {
                        th scope="row" { (words::short_day(day.day)) }
                        td class="bars" { (bar(day.served, most)) }
                        (sums(totals)) (waits(day.waiting))
                    }
                } }
                tfoot { tr { th scope="row" { "Together" } td class="bars" {} (sums(all)) td colspan="3" {} } }
            } }))
        }
    }
}

/// Of all drinks whose guests were told a time: how many were ready within it.
fn kept_of_all(days: &[Report]) -> Option<(u32, u32)> {
    let kept = days.iter().filter_map(|day| day.promises);
    let (within, told) =
        kept.fold((0, 0), |(within, told), day| (within + day.within, told + day.told));
    (told > 0).then_some((within, told))
}

fn sums(totals: Totals) -> Markup {
    let Totals { orders, served, cancelled, expired, turned_away } = totals;
    html! { (cell(served)) (cell(orders)) (cell(cancelled)) (cell(expired)) (cell(turned_away)) }
}

fn tile(figure: &str, name: &str, note: &str) -> Markup {
    html! {
        div class="tile" {
            strong { (figure) }
            span { (name) }
            @if !note.is_empty() { small { (note) } }
        }
    }
}

pub(super) fn tiles(report: &Report, clocks: &Clocks) -> Markup {
    let totals = Totals::of(report);
    html! {
        div class="tiles" {
            (tile(&number(report.served), "drinks served", &format!("of {}", many(totals.orders, "order"))))
            @if let Some(Waiting { p50, p95, .. }) = report.waiting {
                (tile(&stopwatch(p50), "minutes at most for half", &format!("95 in 100 waited at most {}", stopwatch(p95))))
            }
            @if let Some(Promises { told, within, later, .. }) = report.promises {
                (tile(&share(within, told), "ready as told", &format!("of {}; {} later", many(told, "drink"), number(later))))
            }
            @if let Some(peak) = report.peak {
                (tile(&number(peak.waiting), "waited at once", &format!("at {}", clocks.time(peak.at))))
            }
            (tile(&number(totals.turned_away), "times turned away", "answers, not people"))
        }
    }
}

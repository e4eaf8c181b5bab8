//! What a report tells, part by part.

use demitasse_shared::report::{Promises, Report};
use maud::{Markup, html};

use super::charts::{stacked, swatch};
use super::tables::{cell, counted, head, wait_heads, waits, wide};
use super::{hours, rush, sums};
use crate::report::Totals;
use crate::report::words::{self, Clocks, many, number, share, stopwatch};

/// All of a day.
pub(super) fn all(report: &Report, clocks: &Clocks) -> Markup {
    html! {
        (sums::tiles(report, clocks))
        (rush::section(report, clocks))
        (hours::hours(report))
        (drinks(report))
        (told(report))
        div class="halves" {
            (orders(report))
            (lists(report))
        }
    }
}

fn drinks(report: &Report) -> Markup {
    let Some(most) = report.drinks.iter().map(|drink| drink.count).max() else { return html! {} };
    html! {
        section class="whole" {
            h2 { "Drinks" }
            p class="quiet" { "Waiting is from ordered to ready, in minutes and seconds; “in hand” is the part of it in which a barista had it, for half of them." }
            (wide("Drinks", &html! { table {
                thead { tr {
                    th scope="col" { "Drink" }
                    td class="bars" {}
                    (head("ordered")) (head("served")) (head("not fetched")) (wait_heads()) (head("in hand"))
                } }
                tbody { @for drink in &report.drinks {
                    tr {
                        th scope="row" { (drink.name) }
                        td class="bars" { (stacked(&[("fill", drink.served), ("pale", drink.count - drink.served)], most)) }
                        (cell(drink.count)) (cell(drink.served)) (cell(drink.aged_out)) (waits(drink.waiting))
                        td class="number" { (drink.making.map_or("–".to_owned(), |making| stopwatch(making.p50))) }
                    }
                } }
            } }))
        }
    }
}

/// What guests were told, against what came.
fn told(report: &Report) -> Markup {
    let Some(promises) = &report.promises else { return html! {} };
    let Promises { told, within, sooner, later, .. } = *promises;
    let parts = [("early", sooner), ("good", within), ("late", later)];
    html! {
        section class="whole" {
            h2 { "What guests were told" }
            div class="tall" { (stacked(&parts, told)) }
            ul class="legend" {
                li { (swatch("early")) (sooner) " sooner" }
                li { (swatch("good")) "✓ " (within) " as told" }
                li { (swatch("late")) "! " (later) " later" }
            }
            p { (words::promises(promises)) }
        }
    }
}

/// Where the orders went: the figures add up.
fn orders(report: &Report) -> Markup {
    let totals = Totals::of(report);
    let line = |class: &str, name: &str, count: u32| {
        html! {
            tr class=(class) { th scope="row" { (name) } (cell(count)) }
        }
    };
    html! {
        section class="half" {
            h2 { "Where the orders went" }
            table {
                tbody {
                    (line("", "Begun with a code", report.redeemed))
                    (line("", "Begun at the counter", report.walk_ups))
                    (line("sum", "Begun", totals.orders))
                    (line("", "Served", report.served))
                    (line("", "Cancelled", totals.cancelled))
                    (line("", "Expired", totals.expired))
                    @if report.under_way > 0 { (line("", "Under way", report.under_way)) }
                    (line("sum", "Together", totals.served + totals.cancelled + totals.expired + report.under_way))
                }
            }
            p class="quiet" {
                @if report.aged_out > 0 {
                    "Of the drinks served, nobody was seen to fetch " (number(report.aged_out)) ". "
                }
                @let codes = report.codes;
                @if codes.shown > 0 {
                    (many(codes.shown, "code")) " showed " (many(codes.drinks, "drink")) "; "
                    (share(codes.taken, codes.drinks)) " were taken, and "
                    (many(codes.sold_out, "code")) " sold out."
                }
            }
        }
    }
}

fn lists(report: &Report) -> Markup {
    let expired = [
        ("Expired: the guest did not choose in time", report.expired.guest),
        ("Expired: nobody at the bar took it in time", report.expired.bar),
    ];
    let expired = expired.into_iter().filter(|(_, count)| *count > 0);
    let lost = report.cancelled.iter().map(|one| (words::cancelled(one), one.count));
    let lost = lost.chain(expired.map(|(why, count)| (why.to_owned(), count)));
    let away = report.turned_away.iter().map(|one| (one.code.title().to_owned(), one.count));
    let options = report.options.iter().map(|one| (one.name.clone(), one.count));
    let baristas = report.baristas.iter().map(|one| (one.name.clone(), one.served));
    let note = "Answers, not people: whoever tries three times is counted three times.";
    html! {
        (counted("Turned away", note, ["Answer", "times"], away))
        (counted("Cancelled and expired", "", ["By whom and why", "orders"], lost))
        (counted("Options", "", ["Option", "ordered"], options))
        (counted("Baristas", "", ["Barista", "served"], baristas))
    }
}

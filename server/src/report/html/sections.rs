//! What a report tells, part by part.

use demitasse_shared::report::{HourFigures, Promises, Report, Waiting};
use maud::{Markup, html};

use super::charts::{WHOLE, bar, drawing, part, round_up, stacked};
use super::rush;
use super::tables::{cell, counted, head, kept, wait_heads, waits};
use crate::report::Totals;
use crate::report::words::{self, Clocks, many, number, share, span, stopwatch};

/// All of a day.
pub(super) fn all(report: &Report, clocks: &Clocks) -> Markup {
    html! {
        (tiles(report, clocks))
        (rush::section(report, clocks))
        (hours(report))
        (drinks(report))
        (told(report))
        div class="halves" {
            (orders(report))
            (lists(report))
        }
    }
}

/// A row for each day, and their sum.
pub(super) fn days(days: &[Report]) -> Markup {
    let all = Totals::of_all(days);
    let most = days.iter().map(|day| day.served).max().unwrap_or_default();
    html! {
        section {
            div class="tiles" {
                (tile(&number(all.served), "drinks served", ""))
                (tile(&number(all.orders), "orders begun", ""))
                (tile(&number(all.turned_away), "times turned away", ""))
            }
            div class="wide" { table {
                caption { "Day by day. Waiting times are in minutes and seconds, from ordered to ready." }
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
            } }
        }
    }
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

fn tiles(report: &Report, clocks: &Clocks) -> Markup {
    let totals = Totals::of(report);
    html! {
        div class="tiles" {
            (tile(&number(report.served), "drinks served", &format!("of {}", many(totals.orders, "order"))))
            @if let Some(Waiting { p50, p95, .. }) = report.waiting {
                (tile(&stopwatch(p50), "minutes, half of the waits", &format!("95 in 100 within {}", stopwatch(p95))))
            }
            @if let Some(Promises { told, within, .. }) = report.promises {
                (tile(&share(within, told), "ready as told", &format!("of {}", many(told, "drink"))))
            }
            @if let Some(peak) = report.peak {
                (tile(&number(peak.waiting), "waited at once", &format!("at {}", clocks.time(peak.at))))
            }
            (tile(&number(totals.turned_away), "times turned away", "answers, not people"))
        }
    }
}

fn hours(report: &Report) -> Markup {
    let longest =
        report.hours.iter().filter_map(|hour| hour.waiting).map(|waiting| waiting.max).max();
    html! {
        section {
            h2 { "Waiting, hour by hour" }
            @if let Some(longest) = longest { (hours_drawn(&report.hours, longest)) }
            div class="wide" { table {
                caption { "From ordered to ready, in minutes and seconds, by the hour in which the drink was ready. “As told” counts the drinks that were ready within the time that their guests were told." }
                thead { tr {
                    th scope="col" { "Hour" } (head("ordered")) (head("served")) (wait_heads()) (head("as told"))
                } }
                tbody { @for hour in &report.hours {
                    tr {
                        th scope="row" { (hour.hour) ":00" }
                        (cell(hour.submitted)) (cell(hour.served)) (waits(hour.waiting)) (kept(hour.promises))
                    }
                } }
            } }
        }
    }
}

/// A column an hour: the half that came first, the 95 in 100, and a mark at the longest.
fn hours_drawn(hours: &[HourFigures], longest: u32) -> Markup {
    // Whole minutes, so that the scale can be read.
    let top = 60 * round_up(longest.div_ceil(60));
    let worst = hours
        .iter()
        .filter_map(|hour| Some((hour.hour, hour.waiting?.p95)))
        .max_by_key(|(_, p95)| *p95);
    let said = worst.map(|(hour, p95)| {
        format!("The longest waits were from {hour}:00 on: 95 in 100 drinks within {}.", span(p95))
    });
    let width = 10 * u32::try_from(hours.len()).unwrap_or(1);
    let shapes = html! {
        @for quarter in 1..4 { path class="grid" d={ "M0 " (quarter * WHOLE / 4) "H100000" } {} }
        @for (index, hour) in (0_u32..).zip(hours) {
            @if let Some(Waiting { p50, p95, max }) = hour.waiting {
                @let [half, most, last] = [p50, p95, max].map(|seconds| part(seconds, top));
                rect class="pale" x=(index * 10 + 2) y=(WHOLE - most) width="6" height=(most) {}
                rect class="fill" x=(index * 10 + 2) y=(WHOLE - half) width="6" height=(half) {}
                path class="mark" d={ "M" (index * 10 + 2) " " (WHOLE - last) "h6" } {}
            }
        }
    };
    html! {
        figure {
            div class="plot" {
                div class="scale" aria-hidden="true" { span { (top / 60) " min" } span { "0" } }
                (drawing("Waiting by hour", &said.unwrap_or_default(), width, &shapes))
            }
            div class="hours" aria-hidden="true" { @for hour in hours { span { (hour.hour) } } }
            figcaption {
                ul class="legend" {
                    li { (swatch("fill")) "half within" }
                    li { (swatch("pale")) "95 in 100 within" }
                    li { (swatch("mark")) "the longest" }
                }
            }
        }
    }
}

fn swatch(class: &str) -> Markup {
    html! {
        svg class="swatch" viewBox="0 0 24 12" aria-hidden="true" {
            @if class == "mark" { path class="mark" d="M0 6H24" {} }
            @else { rect class=(class) width="24" height="12" {} }
        }
    }
}

fn drinks(report: &Report) -> Markup {
    let Some(most) = report.drinks.iter().map(|drink| drink.count).max() else { return html! {} };
    html! {
        section {
            h2 { "Drinks" }
            div class="wide" { table {
                caption { "Waiting is from ordered to ready, in minutes and seconds; “in hand” is the part of it in which a barista had it, for half of them." }
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
            } }
        }
    }
}

/// What guests were told, against what came.
fn told(report: &Report) -> Markup {
    let Some(promises) = &report.promises else { return html! {} };
    let Promises { told, within, sooner, later, .. } = *promises;
    let parts = [("early", sooner), ("good", within), ("late", later)];
    html! {
        section {
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
                    (line("sum", "Orders", totals.orders))
                    (line("", "Served", report.served))
                    (line("", "Cancelled", totals.cancelled))
                    (line("", "Expired", totals.expired))
                    @if report.under_way > 0 { (line("", "Under way", report.under_way)) }
                    (line("sum", "Orders", totals.served + totals.cancelled + totals.expired + report.under_way))
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

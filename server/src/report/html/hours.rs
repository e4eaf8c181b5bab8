//! How long people waited, hour by hour.

use demitasse_shared::report::{HourFigures, Report, Waiting};
use maud::{Markup, html};

use super::charts::{WHOLE, drawing, grid, part, round_up, swatch};
use super::tables::{cell, head, kept, wait_heads, waits, wide};
use crate::report::words::span;

pub(super) fn hours(report: &Report) -> Markup {
    let longest =
        report.hours.iter().filter_map(|hour| hour.waiting).map(|waiting| waiting.max).max();
    html! {
        section {
            h2 { "Waiting, hour by hour" }
            @if let Some(longest) = longest { (hours_drawn(&report.hours, longest)) }
            p class="quiet" { "From ordered to ready, in minutes and seconds, by the hour in which the drink was ready. “As told” counts the drinks that were ready within the time that their guests were told." }
            (wide("Waiting by hour", &html! { table {
                thead { tr {
                    th scope="col" { "Hour" } (head("ordered")) (head("served")) (wait_heads()) (head("as told"))
                } }
                tbody { @for hour in &report.hours {
                    tr {
                        th scope="row" { (hour.hour) ":00" }
                        (cell(hour.submitted)) (cell(hour.served)) (waits(hour.waiting)) (kept(hour.promises))
                    }
                } }
            } }))
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
        (grid(width))
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

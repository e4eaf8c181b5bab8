//! The rush as a drawing: who waited, who came, who got a cup.

use std::fmt::Write as _;

use demitasse_shared::report::{RUSH_MINUTES, Report, RushSlot};
use maud::{Markup, html};

use super::charts::{WHOLE, drawing, grid, part, place, round_up, swatch};
use crate::report::words::{Clocks, many, number};

/// Units of the drawing that a slot is wide.
const SLOT: u32 = 10;

/// The most times that are written below it.
const TIMES: usize = 9;

pub(super) fn section(report: &Report, clocks: &Clocks) -> Markup {
    let slots = &report.rush;
    let Some(most) = slots.iter().map(tallest).max() else { return html! {} };
    let top = round_up(most);
    let width = SLOT * u32::try_from(slots.len()).unwrap_or(1);
    html! {
        section {
            h2 { "The rush" }
            figure {
                div class="plot" {
                    (scale(top))
                    (drawing("The rush", &said(report, clocks), width, &shapes(slots, top, width)))
                }
                (times(slots, clocks))
                figcaption { (legend()) }
            }
            p { (said(report, clocks)) }
        }
    }
}

fn tallest(slot: &RushSlot) -> u32 {
    slot.waiting.max(slot.submitted).max(slot.served)
}

/// What the drawing says, in a sentence.
fn said(report: &Report, clocks: &Clocks) -> String {
    let fullest =
        report.rush.iter().max_by_key(|slot| (slot.submitted, std::cmp::Reverse(slot.from)));
    let mut said = String::new();
    if let Some(peak) = report.peak {
        let who = if peak.waiting == 1 { "person" } else { "people" };
        said = format!(
            "At most {} {who} waited at once, at {}.",
            number(peak.waiting),
            clocks.time(peak.at)
        );
    }
    if let Some(slot) = fullest.filter(|slot| slot.submitted > 0) {
        let orders = many(slot.submitted, "order");
        let from = clocks.time(slot.from);
        // Writing into a string cannot fail.
        write!(said, " Most came in the {RUSH_MINUTES} minutes from {from}: {orders}.")
            .unwrap_or_default();
    }
    said.trim().to_owned()
}

fn shapes(slots: &[RushSlot], top: u32, width: u32) -> Markup {
    html! {
        (grid(width))
        path class="area" d=(area(slots, top, |slot| slot.waiting)) {}
        path class="outline" d=(steps(slots, top, |slot| slot.waiting)) {}
        path class="came" d=(steps(slots, top, |slot| slot.submitted)) {}
        path class="got" d=(steps(slots, top, |slot| slot.served)) {}
    }
}

/// A line in steps, a slot each: within a slot nobody says what came first.
fn steps(slots: &[RushSlot], top: u32, value: impl Fn(&RushSlot) -> u32) -> String {
    let mut path = String::new();
    let mut right = 0;
    for slot in slots {
        let height = WHOLE - part(value(slot), top);
        let first = if path.is_empty() { "M0 " } else { "V" };
        right += SLOT;
        // Writing into a string cannot fail.
        write!(path, "{first}{height}H{right}").unwrap_or_default();
    }
    path
}

fn area(slots: &[RushSlot], top: u32, value: impl Fn(&RushSlot) -> u32) -> String {
    format!("{}V{WHOLE}H0Z", steps(slots, top, value))
}

fn scale(top: u32) -> Markup {
    html! {
        div class="scale" aria-hidden="true" { span { (number(top)) } span { "0" } }
    }
}

/// Clock times below the drawing, at full hours where there are not too many of them.
fn times(slots: &[RushSlot], clocks: &Clocks) -> Markup {
    let every = step(slots.len());
    let marks = slots.iter().enumerate().filter(|(index, slot)| {
        let minute =
            slot.from.as_second().div_euclid(60) + i64::from(clocks.offset_minutes(slot.from));
        // What begins near the end would stand out of the page.
        minute.rem_euclid(every) == 0 && index * 8 <= slots.len() * 7
    });
    html! {
        div class="times" aria-hidden="true" {
            @for (index, slot) in marks {
                span style={ "inset-inline-start:" (place(index, slots.len())) } { (clocks.time(slot.from)) }
            }
        }
    }
}

/// The minutes between two times below the drawing.
fn step(slots: usize) -> i64 {
    let minutes = i64::from(RUSH_MINUTES) * i64::try_from(slots).unwrap_or(1);
    let most = i64::try_from(TIMES).unwrap_or(1);
    let steps = [5, 10, 15, 30, 60, 120, 180, 240, 360];
    steps.into_iter().find(|every| minutes / every < most).unwrap_or(720)
}

fn legend() -> Markup {
    html! {
        ul class="legend" {
            li { (swatch("area")) "waiting at once" }
            li { (swatch("came")) "ordered in " (RUSH_MINUTES) " minutes" }
            li { (swatch("got")) "served in " (RUSH_MINUTES) " minutes" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demitasse_shared::Timestamp;

    #[test]
    fn a_rush_is_drawn_in_steps() {
        let slot = |index: i64, waiting| RushSlot {
            from: Timestamp::from_second(index * 300).expect("a time"),
            submitted: waiting,
            served: 0,
            waiting,
        };
        let slots = [slot(0, 4), slot(1, 2)];
        assert_eq!(steps(&slots, 4, |slot| slot.waiting), "M0 0H10V500H20");
        assert_eq!(area(&slots, 4, |slot| slot.waiting), "M0 0H10V500H20V1000H0Z");
        assert_eq!(steps(&[], 4, |slot| slot.waiting), "");
    }

    #[test]
    fn times_below_it_are_few() {
        for (slots, expected) in [(3, 5), (12, 10), (24, 15), (96, 60), (288, 180), (432, 360)] {
            assert_eq!(step(slots), expected, "{slots} slots");
        }
    }
}

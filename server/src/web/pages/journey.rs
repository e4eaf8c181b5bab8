//! An order's journey, from the first tap to the cup: for its own guest, and to be shared.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::journey::{Journey, JourneyStep, Milestone};
use demitasse_shared::menu::Menu;
use maud::{Markup, html};

use super::order_address;
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::names::Names;
use crate::web::view::View;

/// To whom a journey is told.
#[derive(Clone, Copy, Debug)]
enum Hearer {
    /// To the guest whose order it was.
    Own,
    /// To whoever has the link.
    Anybody,
}

/// `GET /orders/{id}/journey`.
pub(in crate::web) fn journey(view: &View, id: OrderId, journey: &Journey, menu: &Menu) -> Markup {
    let title = match journey.number {
        Some(number) => view.count("journey-title", "number", number),
        None => view.say("journey-title.nameless"),
    };
    let body = html! {
        (timeline(view, &title, journey, menu, Hearer::Own))
        div.push.stack {
            @if let Some(share) = &journey.share {
                p.small.quiet #share-about { (view.say("journey-share.about")) }
                a.button.plain #share href=(share) aria-describedby="share-about" {
                    (view.say("journey-share"))
                }
            }
            a.button.plain href=(order_address(id)) { (view.say("journey-order")) }
        }
    };
    Page::new(title, body).personal().frame(view)
}

/// `GET /j/{word}`: the same without anything that is the guest's own.
pub(in crate::web) fn shared_journey(view: &View, journey: &Journey, menu: &Menu) -> Markup {
    let title = view.say("journey-shared");
    let body = timeline(view, &title, journey, menu, Hearer::Anybody);
    let about = view.tell("journey-about", &[("venue", view.venue.as_str().into())]);
    Page::new(title, body).described(about).frame(view)
}

fn timeline(view: &View, title: &str, journey: &Journey, menu: &Menu, hearer: Hearer) -> Markup {
    let names = Names::new(menu, view.tongue.language.tag);
    let next = journey.steps.iter().skip(1).map(|step| Some(step.at)).chain([None]);
    html! {
        div.stack {
            (cup(names.cup_of(journey.chosen.as_ref())))
            h1 { (title) }
            @if let Some(chosen) = &journey.chosen { p { bdi { (names.line(chosen)) } } }
            @if let Some(time) = whole(&journey.steps) {
                p.quiet { (view.tell("journey-whole", &[("time", span(time).into())])) }
            }
            ol.journey {
                @for (step, next) in journey.steps.iter().zip(next) {
                    li { (line(view, step, next, hearer)) }
                }
            }
        }
    }
}

/// A step: its clock time, what happened, and what the time until the next one went into.
fn line(view: &View, step: &JourneyStep, next: Option<Timestamp>, hearer: Hearer) -> Markup {
    let took = next.and_then(|next| Some((meanwhile(step.kind)?, next)));
    html! {
        time datetime=(step.at) { (view.clock(step.at)) }
        span.what { (happened(view, step, hearer)) }
        @if let Some((words, next)) = took {
            span.took {
                (view.tell(words, &[("time", span(seconds(step.at, next)).into())]))
            }
        }
    }
}

/// What happened in a step. Names are for the order's own guest.
fn happened(view: &View, step: &JourneyStep, hearer: Hearer) -> Markup {
    match (hearer, &step.by, step.kind) {
        (Hearer::Own, Some(by), Milestone::Making) => {
            view.around_name("journey-making.by", "barista", by)
        }
        (Hearer::Own, ..) => html! { (view.say(own_words(step.kind))) },
        (Hearer::Anybody, ..) => html! { (view.say(shared_words(step.kind))) },
    }
}

fn own_words(kind: Milestone) -> &'static str {
    match kind {
        Milestone::Reserved => "journey-reserved",
        Milestone::Submitted | Milestone::WalkedUp => "journey-submitted",
        Milestone::Making => "journey-making",
        Milestone::Unmade => "journey-unmade",
        Milestone::Ready => "journey-ready",
        Milestone::Recalled => "journey-recalled",
        Milestone::Collected | Milestone::AgedOut => "journey-collected",
        Milestone::Withdrawn | Milestone::Cancelled => "journey-cancelled",
        Milestone::Expired => "journey-expired",
    }
}

fn shared_words(kind: Milestone) -> &'static str {
    match kind {
        Milestone::Reserved => "journey-shared.reserved",
        Milestone::Submitted | Milestone::WalkedUp => "journey-shared.submitted",
        Milestone::Making => "journey-shared.making",
        Milestone::Collected | Milestone::AgedOut => "journey-shared.collected",
        _ => own_words(kind),
    }
}

/// What goes on between a step and the next one.
fn meanwhile(kind: Milestone) -> Option<&'static str> {
    match kind {
        Milestone::Reserved => Some("journey-choosing"),
        Milestone::Submitted | Milestone::WalkedUp | Milestone::Unmade => Some("journey-queueing"),
        Milestone::Making | Milestone::Recalled => Some("journey-brewing"),
        Milestone::Ready => Some("journey-waiting"),
        _ => None,
    }
}

/// From the order to the counter, in seconds, where it came there.
fn whole(steps: &[JourneyStep]) -> Option<i64> {
    let ordered =
        |step: &&JourneyStep| matches!(step.kind, Milestone::Submitted | Milestone::WalkedUp);
    let from = steps.iter().find(ordered)?.at;
    let to = steps.iter().rev().find(|step| step.kind == Milestone::Ready)?.at;
    Some(seconds(from, to))
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second() - from.as_second()
}

/// Minutes and seconds, as on a stopwatch; hours where there are any.
fn span(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        return format!("{hours}:{minutes:02}:{seconds:02}");
    }
    format!("{minutes}:{seconds:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_reads_like_a_stopwatch() {
        for (seconds, expected) in [(-1, "0:00"), (7, "0:07"), (130, "2:10"), (3_725, "1:02:05")] {
            assert_eq!(span(seconds), expected);
        }
    }
}

//! An order's life after it was submitted: each state has its own face.

use demitasse_shared::Timestamp;
use demitasse_shared::error::Problem;
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Estimate, Order, OrderState, Party};
use demitasse_shared::place::{FAR_STEP, STEPS, Said};
use demitasse_shared::texts::FluentValue;
use maud::{Markup, html};

use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::names::Names;
use crate::web::view::View;
use crate::web::words;

/// Where an order's page is, and where its form goes.
pub(in crate::web) fn address(id: OrderId) -> String {
    format!("/orders/{id}")
}

/// `GET /orders/{id}`. `problem` is what the guest asked for and cannot have any more.
pub(in crate::web) fn order(
    view: &View,
    order: &Order,
    menu: &Menu,
    problem: Option<&Problem>,
) -> Markup {
    let names = Names::new(menu, view.tongue.language.tag);
    let page = page(view, order, names, problem);
    // Without a script there is nobody who would turn to them.
    let page = if view.is_part { page.foreseeing(&next_steps(view, order, names)) } else { page };
    page.frame(view)
}

/// What the usual next steps will show. What cannot be known yet the script fills in: who makes it,
/// and when it will likely be ready.
fn next_steps(view: &View, order: &Order, names: Names<'_>) -> Vec<Markup> {
    let later = [OrderState::Making, OrderState::Ready, OrderState::Collected];
    let later = later.into_iter().filter(|state| order.state.is_on_board() && *state > order.state);
    let nobody = Order { barista: None, ahead: None, estimate: None, ..order.clone() };
    let shown = later.map(|state| {
        let then = Order { state, ..nobody.clone() };
        page(view, &then, names, None).step(view)
    });
    shown.collect()
}

fn page<'a>(
    view: &View,
    order: &'a Order,
    names: Names<'_>,
    problem: Option<&Problem>,
) -> Page<'a> {
    let title = title(view, order);
    let number = order.number.map(|number| number.to_string()).unwrap_or_default();
    let notice = problem.filter(|_| order.state != OrderState::Making);
    let body = html! {
        @if let Some(problem) = notice {
            p.notice role="alert" { (words::title(view, problem.code)) }
        }
        @if order.state.is_on_board() { (alive(view, order, names)) }
        @else { (ended(view, order, names)) }
    };
    let tab = match order.state {
        OrderState::Ready => view.tell("order-ready.tab", &[("number", number.as_str().into())]),
        state if state.is_on_board() => format!("{number} {title}"),
        _ => title.clone(),
    };
    let spoken = format!("{number} {title}. {}", next(view, order));
    Page::new(tab, body).on_the_way().about(order, spoken.trim()).at(address(order.id))
}

/// The texts about where an order stands, by their common name.
fn face(order: &Order) -> &'static str {
    match (order.state, order.ended_by) {
        (OrderState::Reserved, _) => "order-reserved",
        (OrderState::Waiting, _) => "order-waiting",
        (OrderState::Making, _) => "order-making",
        (OrderState::Ready, _) => "order-ready",
        (OrderState::Collected, _) => "order-collected",
        (OrderState::Cancelled, Some(Party::Bar)) => "order-cancelled-bar",
        (OrderState::Cancelled, _) => "order-cancelled",
        (OrderState::Expired, Some(Party::Bar)) => "order-expired-bar",
        (OrderState::Expired, _) => "order-expired",
    }
}

fn title(view: &View, order: &Order) -> String {
    view.say(face(order))
}

/// What happens next, or what happened, in a sentence or two.
fn next(view: &View, order: &Order) -> String {
    // Foreseen, so nobody knows when.
    if order.state == OrderState::Collected && order.ended_at.is_none() {
        return view.say("order-collected.now");
    }
    view.timed(&format!("{}.next", face(order)), order.ended_at.unwrap_or(view.now))
}

fn alive(view: &View, order: &Order, names: Names<'_>) -> Markup {
    let is_ready = order.state == OrderState::Ready;
    html! {
        div.life {
            p.quiet { (view.say("order-number")) }
            @if let Some(number) = order.number { p.number.long[number > 999] { (number) } }
            h1 { @if is_ready { "✓ " } (title(view, order)) }
            @if order.state == OrderState::Waiting { (place(view, order.ahead)) }
            @if matches!(order.state, OrderState::Waiting | OrderState::Making) {
                (estimate(view, order.estimate))
            }
            p.drink-name { (cup(names.cup(order))) bdi { (names.label(order)) } }
            (words_of(view, order))
            (track(view, order.state))
        }
        (offers(view, order))
    }
}

/// What to do, or why there is nothing to be done.
fn words_of(view: &View, order: &Order) -> Markup {
    match (order.state, &order.barista, &view.counter) {
        (OrderState::Making, Some(barista), _) => html! {
            p.words.quiet { (view.around_name("order-making.by", "barista", barista)) }
        },
        (OrderState::Ready, _, Some(counter)) => html! {
            p.words { (view.say("order-ready.where")) }
            p.where { bdi { (counter) } }
        },
        (OrderState::Making, None, _) => html! {
            p.words.quiet data-by=(view.slot("order-making.by", "barista")) { (next(view, order)) }
        },
        _ => html! {
            p.words.quiet[order.state != OrderState::Ready] { (next(view, order)) }
        },
    }
}

/// The place in the queue, far back in round words. The script fills the same words in when the
/// place changes, by the same steps. While it is not known nothing is said of it.
fn place(view: &View, ahead: Option<u32>) -> Markup {
    let next = view.say("order-next-in-line");
    let words = ahead.map(|ahead| match Said::of(ahead) {
        Said::Exactly(0) => next.clone(),
        Said::Exactly(ahead) => view.count("order-ahead", "ahead", ahead),
        Said::About(ahead) => view.count("order-ahead-about", "ahead", ahead),
    });
    let kinds = view.plural("order-ahead", "ahead");
    let steps = STEPS.iter().map(|(to, step)| format!("{to}:{step}"));
    let steps: Vec<_> = steps.chain([format!(":{FAR_STEP}")]).collect();
    html! {
        p.place hidden[words.is_none()] data-ahead=[ahead] data-next=(next)
            data-zero=[kinds.zero] data-one=[kinds.one] data-two=[kinds.two]
            data-few=[kinds.few] data-many=[kinds.many] data-other=[kinds.other]
            data-about=(view.slot("order-ahead-about", "ahead")) data-steps=(steps.join(" ")) {
            (words.unwrap_or_default())
        }
    }
}

/// When it will likely be ready. Its place is there even while the bar knows too little to say.
fn estimate(view: &View, estimate: Option<Estimate>) -> Markup {
    let words = estimate.map(|estimate| likely(view, estimate));
    html! {
        p.estimate #estimate hidden[words.is_none()]
            data-from=[estimate.map(|estimate| estimate.from)]
            data-to=[estimate.map(|estimate| estimate.to)]
            data-words=(view.slot("order-estimate", "minutes"))
            data-soon=(view.say("order-estimate.soon"))
            data-late=(view.say("order-estimate.late")) { (words.unwrap_or_default()) }
    }
}

/// The range in whole minutes, wider rather than narrower.
fn likely(view: &View, Estimate { from, to }: Estimate) -> String {
    let seconds = |at: Timestamp| at.as_second() - view.now.as_second();
    let (least, most) = ((seconds(from) / 60).max(1), (seconds(to) + 59).div_euclid(60));
    match most {
        _ if seconds(to) < 0 => view.say("order-estimate.late"),
        ..=1 => view.say("order-estimate.soon"),
        _ => {
            let range = if least < most { format!("{least}–{most}") } else { most.to_string() };
            view.tell("order-estimate", &[("minutes", FluentValue::from(range))])
        }
    }
}

/// The way of an order in three steps; a shape and a word go with the colour.
fn track(view: &View, state: OrderState) -> Markup {
    let steps = [
        (OrderState::Waiting, "○", "order-waiting"),
        (OrderState::Making, "◐", "order-making"),
        (OrderState::Ready, "●", "order-ready"),
    ];
    html! {
        ol.track {
            @for (step, mark, word) in steps {
                li class=[(step < state).then_some("done")] aria-current=[(step == state).then_some("step")] {
                    span.mark aria-hidden="true" { (if step < state { "✓" } else { mark }) }
                    (view.say(word))
                }
            }
        }
    }
}

/// What a guest can do while an order is alive.
fn offers(view: &View, order: &Order) -> Markup {
    let can_cancel = order.state == OrderState::Waiting;
    html! {
        @if order.state != OrderState::Ready {
            div.push.offers {
                button.link #notify type="button" hidden { (view.say("order-notify")) }
                @if can_cancel {
                    details.sure #cancel {
                        summary #cancel-ask { (view.say("order-cancel")) }
                        form method="post" action={ (address(order.id)) "/cancel" } {
                            button.button.plain { (view.say("order-cancel.sure")) }
                        }
                    }
                }
            }
        }
    }
}

fn ended(view: &View, order: &Order, names: Names<'_>) -> Markup {
    html! {
        div.life {
            (cup(names.cup(order)))
            h1 { (title(view, order)) }
            @if order.chosen.is_some() {
                p.drink-name.quiet {
                    @if let Some(number) = order.number { (number) " · " }
                    bdi { (names.label(order)) }
                }
            }
            @if let Some(reason) = &order.reason {
                p.words { (view.around_name("order-cancelled-bar.why", "reason", reason)) }
            }
            p.words { (next(view, order)) }
        }
        div.push.stack {
            @if order.number.is_some() {
                a.button.plain href={ (address(order.id)) "/journey" } { (view.say("order-journey")) }
            }
            a.button.plain href="/orders" { (view.say("order-mine")) }
        }
    }
}

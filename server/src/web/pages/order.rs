//! An order's life after it was submitted: each state has its own face.

use demitasse_shared::error::Problem;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Party};
use maud::{Markup, html};

use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::view::View;

/// Where an order's page is, and where its form goes.
pub(in crate::web) fn address(id: OrderId) -> String {
    format!("/orders/{id}")
}

/// `GET /orders/{id}`. `problem` is what the guest asked for and cannot have any more.
pub(in crate::web) fn order(view: &View, order: &Order, problem: Option<&Problem>) -> Markup {
    let title = title(order);
    let number = order.number.map(|number| number.to_string()).unwrap_or_default();
    let notice = problem.filter(|_| order.state != OrderState::Making);
    let body = html! {
        @if let Some(problem) = notice { p.notice role="alert" { (problem.detail) } }
        @if order.state.is_on_board() { (alive(order)) } @else { (ended(view, order)) }
    };
    let tab = match order.state {
        OrderState::Ready => format!("✓ {number} is ready"),
        state if state.is_on_board() => format!("{number} {title}"),
        _ => title.to_owned(),
    };
    let spoken = format!("{number} {title}. {}", next(view, order));
    Page::new(tab, body).about(order, spoken.trim()).at(address(order.id)).frame(view)
}

fn title(order: &Order) -> &'static str {
    match (order.state, order.ended_by) {
        (OrderState::Reserved, _) => "What may it be?",
        (OrderState::Waiting, _) => "In the queue",
        (OrderState::Making, _) => "Being made",
        (OrderState::Ready, _) => "Ready",
        (OrderState::Collected, _) => "Enjoy it",
        (OrderState::Cancelled, Some(Party::Bar)) => "The bar had to cancel",
        (OrderState::Cancelled, _) => "Cancelled",
        (OrderState::Expired, Some(Party::Bar)) => "We didn't get to it in time",
        (OrderState::Expired, _) => "Your time to choose ran out",
    }
}

/// What happens next, or what happened, in a sentence or two.
fn next(view: &View, order: &Order) -> String {
    let at = order.ended_at.map(|at| view.clock(at)).unwrap_or_default();
    match (order.state, order.ended_by) {
        (OrderState::Reserved, _) => "Your place is kept while you choose.".to_owned(),
        (OrderState::Waiting, _) => "This page tells you when it is your turn.".to_owned(),
        (OrderState::Making, _) => {
            "Your barista is making it, so it can't be cancelled any more.".to_owned()
        }
        (OrderState::Ready, _) => "Fetch it at the counter.".to_owned(),
        (OrderState::Collected, _) => {
            format!("It left the counter at {at}. The next code on the monitor gets you another.")
        }
        (OrderState::Cancelled, Some(Party::Bar)) => {
            let reason = order.reason.as_deref().unwrap_or("no reason was given");
            format!("“{reason}” You can order again with the code on the monitor.")
        }
        (OrderState::Cancelled, _) => {
            format!("You cancelled it at {at}. The code on the monitor gets you another.")
        }
        (OrderState::Expired, Some(Party::Bar)) => {
            "That was our doing. It doesn't count towards your drinks of the day, and you can \
             order again at once with the code on the monitor."
                .to_owned()
        }
        (OrderState::Expired, _) => {
            "Your place has gone to somebody else. Scan the code on the monitor for a new one."
                .to_owned()
        }
    }
}

fn alive(order: &Order) -> Markup {
    html! {
        div.life {
            p.quiet { "Your number" }
            @if let Some(number) = order.number { p.number.long[number > 999] { (number) } }
            h1 { @if order.state == OrderState::Ready { "✓ " } (title(order)) }
            @if let Some(ahead) = order.ahead.filter(|_| order.state == OrderState::Waiting) {
                (place(ahead))
            }
            p.drink-name { (order.label()) }
            (words_of(order))
            (track(order.state))
        }
        @if order.state == OrderState::Waiting { (cancel(order)) }
    }
}

fn words_of(order: &Order) -> Markup {
    html! {
        @match order.state {
            OrderState::Making => p.words.quiet {
                "Your barista is making it, so it can't be cancelled any more."
            },
            OrderState::Ready => p.words { "Fetch it at the counter and show this number." },
            _ => {},
        }
    }
}

/// The place in the queue. The script fills the same words in when the place changes.
fn place(ahead: u32) -> Markup {
    let words = match ahead {
        0 => "You are next".to_owned(),
        ahead => format!("{ahead} ahead of you"),
    };
    html! {
        p.place data-ahead=(ahead) data-next="You are next" data-other="{} ahead of you" { (words) }
    }
}

/// The way of an order in three steps; a shape and a word go with the colour.
fn track(state: OrderState) -> Markup {
    let steps = [
        (OrderState::Waiting, "○", "In the queue"),
        (OrderState::Making, "◐", "Being made"),
        (OrderState::Ready, "●", "Ready"),
    ];
    html! {
        ol.track {
            @for (step, mark, word) in steps {
                li.done[step < state] aria-current=[(step == state).then_some("step")] {
                    span.mark aria-hidden="true" { (if step < state { "✓" } else { mark }) }
                    (word)
                }
            }
        }
    }
}

fn cancel(order: &Order) -> Markup {
    html! {
        details.sure.push #cancel {
            summary #cancel-ask { "Cancel this order" }
            form method="post" action={ (address(order.id)) "/cancel" } {
                button.button.plain { "Yes, cancel it" }
            }
        }
    }
}

fn ended(view: &View, order: &Order) -> Markup {
    html! {
        div.life {
            (cup("flat-white"))
            h1 { (title(order)) }
            @if order.chosen.is_some() {
                p.drink-name.quiet {
                    @if let Some(number) = order.number { (number) " · " }
                    (order.label())
                }
            }
            p.words { (next(view, order)) }
        }
        p.push { a.button.plain href="/orders" { "My orders today" } }
    }
}

//! Choosing: the menu as a form. A drink that is picked opens its options by style sheet alone.

use demitasse_shared::error::Problem;
use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::menu::{Choice, Drink, Menu, OptionGroup};
use demitasse_shared::order::Order;
use maud::{Markup, html};

use super::order::address;
use crate::domain::limits::NOTE_CHARS;
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::view::{Countdown, View};
use crate::web::words;

/// A choice in the making: what the form begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::web) struct Draft {
    /// The drink, once one is picked.
    pub(in crate::web) drink: Option<DrinkId>,
    /// The options that go with it.
    pub(in crate::web) options: Vec<ChoiceId>,
    /// A word to the barista.
    pub(in crate::web) note: Option<String>,
}

/// `GET /orders/{id}` while it is reserved, and the answer to a choice that was refused.
pub(in crate::web) fn choose(
    view: &View,
    order: &Order,
    menu: &Menu,
    draft: &Draft,
    problem: Option<&Problem>,
) -> Markup {
    let title = problem.map_or("What may it be?", |problem| words::refusal(problem.code).title);
    let body = html! {
        @if let Some(problem) = problem { (refused(problem)) }
        h1 { (title) }
        form.kept method="post" action={ (address(order.id)) "/cancel" } {
            @if let Some(until) = order.submit_by { (time_left(until).line(view)) }
            button.link { "Give it back" }
        }
        form.choose method="post" action=(address(order.id)) {
            fieldset.drinks {
                legend.unseen { "Drinks" }
                @for drink in &menu.drinks { (row(menu, drink, draft)) }
            }
            div.field {
                label for="note" { "A word to your barista " span.quiet.small { "if you like" } }
                input #note name="note" maxlength=(NOTE_CHARS) value=[&draft.note]
                    autocomplete="off" enterkeyhint="done";
            }
            div.act {
                p.summary #summary {}
                button.button { "Order" }
            }
        }
    };
    Page::new("Choose", body).about(order, title).frame(view)
}

fn refused(problem: &Problem) -> Markup {
    html! { p.notice role="alert" { (problem.detail) " " (words::refusal(problem.code).next) } }
}

fn time_left(until: demitasse_shared::Timestamp) -> Countdown<'static> {
    Countdown {
        until,
        by: "Your place is kept until {}.",
        left: "Your place is kept for {}.",
        over: "Your time to choose is over.",
        reload: true,
    }
}

fn row(menu: &Menu, drink: &Drink, draft: &Draft) -> Markup {
    let field = format!("drink-{}", drink.id);
    let picked = draft.drink.as_ref() == Some(&drink.id) && drink.available;
    html! {
        div.drink.gone[!drink.available] {
            input.unseen id=(field) type="radio" name="drink" value=(drink.id) required
                data-name=(drink.name) checked[picked] disabled[!drink.available];
            label for=(field) {
                (cup(&drink.icon))
                span {
                    span.name { (drink.name) }
                    @if !drink.available { span.about { "Sold out" } }
                    @else if let Some(about) = &drink.about { span.about { (about) } }
                }
                span.dot {}
            }
            @if drink.available && !drink.groups.is_empty() {
                div.options {
                    @for group in menu.groups_of(drink) { (question(drink, group, draft)) }
                }
            }
        }
    }
}

/// The name of a group's field for one drink: groups are shared, so each drink has its own.
pub(in crate::web) fn field_name(drink: &str, group: &str) -> String {
    format!("{drink}.{group}")
}

fn question(drink: &Drink, group: &OptionGroup, draft: &Draft) -> Markup {
    let answered = draft.drink.as_ref() == Some(&drink.id);
    let chosen = |choice: &Choice| {
        let wanted = if answered {
            draft.options.contains(&choice.id)
        } else {
            group.default.as_ref() == Some(&choice.id)
        };
        wanted && choice.available
    };
    let name = field_name(drink.id.as_str(), group.id.as_str());
    let optional = !group.required && !group.several;
    html! {
        fieldset {
            legend { (group.name) }
            div.chips {
                @if optional {
                    (chip(&name, "none", "radio", !group.choices.iter().any(&chosen), None))
                }
                @for choice in &group.choices {
                    @let kind = if group.several { "checkbox" } else { "radio" };
                    (chip(&name, choice.id.as_str(), kind, chosen(choice), Some(choice)))
                }
            }
        }
    }
}

/// One answer; without a choice it leaves the drink as it comes.
fn chip(name: &str, word: &str, kind: &str, checked: bool, choice: Option<&Choice>) -> Markup {
    let field = format!("{name}.{word}");
    let gone = choice.is_some_and(|choice| !choice.available);
    html! {
        div.chip {
            input.unseen id=(field) type=(kind) name=(name) checked[checked] disabled[gone]
                value=(choice.map_or("", |choice| choice.id.as_str()))
                data-name=[choice.map(|choice| &choice.name)];
            label for=(field) {
                (choice.map_or("As it comes", |choice| &choice.name))
                @if gone { " · sold out" }
            }
        }
    }
}

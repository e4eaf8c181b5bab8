//! Choosing: the page behind the code, and the page of a kept place. They are the same but for
//! where their form goes and what `#kept` holds, so that the script can make one into the other.

use demitasse_shared::Timestamp;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Order;
use demitasse_shared::texts::FluentValue;
use maud::{Markup, html};

use super::menu::{Draft, drinks};
use super::order::address as order_address;
use super::{code_address, sign_in};
use crate::domain::limits::NOTE_CHARS;
use crate::web::language::SLOT;
use crate::web::layout::Page;
use crate::web::names::Names;
use crate::web::view::{Countdown, View};
use crate::web::words;

/// The form's name, by which a button outside of it finds it.
const FORM: &str = "choose";

/// From where a guest chooses.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) enum Place<'a> {
    /// From behind a code: nothing is taken yet.
    Code {
        /// The code.
        code: &'a str,
        /// The name that was typed and can't be used.
        refused_name: Option<&'a str>,
    },
    /// With a place that is kept.
    Kept(&'a Order),
}

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) struct Choosing<'a> {
    /// From where.
    pub(in crate::web) place: Place<'a>,
    /// What is on.
    pub(in crate::web) menu: &'a Menu,
    /// The menu's word.
    pub(in crate::web) word: &'a str,
    /// What is chosen so far.
    pub(in crate::web) draft: &'a Draft,
    /// What the bar said to the choice.
    pub(in crate::web) problem: Option<&'a Problem>,
}

/// `GET /q/{code}`, `GET /orders/{id}` while it is reserved, and the answer to a choice that was
/// refused. To look at a code's page takes nothing: link previews do that too.
pub(in crate::web) fn choose(view: &View, choosing: Choosing<'_>) -> Markup {
    let ask = || view.say("choose-ask");
    let title = choosing.problem.map_or_else(ask, |problem| words::title(view, problem.code));
    let body = html! {
        @if let Some(problem) = choosing.problem { (refused(view, choosing, problem.code)) }
        h1 { (title) }
        (kept(view, choosing.place))
        div #usual hidden data-words=(view.slot("choose-usual", "drink"))
            data-about=(view.say("choose-usual.about")) {}
        (form(view, choosing))
    };
    let page = Page::new(view.say("choose-title"), body).on_the_way();
    match choosing.place {
        Place::Code { .. } => {
            let venue = [("venue", FluentValue::from(view.venue.as_str()))];
            page.described(view.tell("choose-about", &venue)).following().frame(view)
        }
        Place::Kept(order) => page.about(order, title).at(order_address(order.id)).frame(view),
    }
}

/// What the script needs to make the page behind the code into that of a kept place: the choice is
/// on the guest's screen already.
pub(in crate::web) fn place_kept(view: &View, order: &Order) -> Markup {
    let page = Page::new(view.say("choose-title"), kept(view, Place::Kept(order)));
    page.on_the_way().about(order, view.say("choose-ask")).at(order_address(order.id)).frame(view)
}

/// What came in between, and that the rest of the choice is still there.
fn refused(view: &View, choosing: Choosing<'_>, code: RefusalCode) -> Markup {
    let names = Names::new(choosing.menu, view.tongue.language.tag);
    let gone = choosing.draft.gone(choosing.menu, names);
    let happened = match gone.filter(|_| code == RefusalCode::DrinkSoldOut) {
        Some(what) => view.tell("refused-drink_sold_out.named", &[("what", what.into())]),
        None => words::happened(view, code),
    };
    html! {
        p.notice role="alert" {
            (happened) " " (words::next(view, code))
            @if gone.is_some() { " " (view.say("choose-kept")) }
        }
    }
}

/// How long the place is kept, and how to give it back; before there is one, and without script,
/// how to have it kept.
fn kept(view: &View, place: Place<'_>) -> Markup {
    html! {
        div.kept #kept {
            @match place {
                Place::Kept(order) => {
                    @if let Some(until) = order.submit_by { (time_left(until).line(view)) }
                    form method="post" action={ (order_address(order.id)) "/cancel" } {
                        button.link { (view.say("choose-give-back")) }
                    }
                }
                Place::Code { .. } => noscript {
                    button.link form=(FORM) name="hold" value="yes" formnovalidate {
                        (view.say("choose-hold"))
                    }
                }
            }
        }
    }
}

fn time_left(until: Timestamp) -> Countdown {
    Countdown { until, words: "choose-by", reload: true }
}

fn form(view: &View, choosing: Choosing<'_>) -> Markup {
    let (action, is_held) = match choosing.place {
        Place::Code { code, .. } => (code_address(code), false),
        Place::Kept(order) => (order_address(order.id), true),
    };
    html! {
        form.choose id=(FORM) method="post" action=(action) data-hold[!is_held]
            data-menu=(choosing.word)
            data-gone=(view.tell("refused-drink_sold_out.named", &[("what", SLOT.into())])) {
            @if let (Place::Code { refused_name, .. }, None) = (choosing.place, &view.guest) {
                (sign_in::name_field(view, refused_name))
            }
            (drinks(view, choosing.menu, choosing.draft))
            div.field.note {
                label for="note" {
                    (view.say("choose-note")) " "
                    span.quiet.small { (view.say("choose-note.optional")) }
                }
                input #note name="note" maxlength=(NOTE_CHARS) value=[&choosing.draft.note]
                    autocomplete="off" enterkeyhint="done" dir="auto";
            }
            div.act {
                p.summary #summary {}
                button.button { (view.say("choose-order")) }
            }
        }
    }
}

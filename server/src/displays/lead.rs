//! The part of the panel that tells a guest whether to order now.

use demitasse_shared::monitor::{CodeCard, Lead, Notice, Why, WifiCard};
use maud::{Markup, html};

use super::code;
use super::said::Speaker;
use super::shapes::shape;

/// The face's word, by which the page knows how to lay it out.
pub(super) fn face(lead: &Lead) -> &'static str {
    match lead {
        Lead::Code(_) => "code",
        Lead::Notice(notice) => notice.why.as_str(),
    }
}

/// The code itself, with the moment at which it has to be gone; nothing where there is none.
pub(super) fn code(lead: &Lead) -> Markup {
    let Lead::Code(card) = lead else { return Markup::default() };
    html! {
        @if let Some(drawing) = code::draw(&card.url) {
            div.card data-until=(card.countdown.until.as_millisecond()) { (drawing) }
        }
    }
}

/// What stands beside the code, or in its place.
pub(super) fn words(lead: &Lead, speaker: Speaker<'_>) -> Markup {
    match lead {
        Lead::Code(card) => beside(card, speaker),
        Lead::Notice(notice) => instead(notice, speaker),
    }
}

/// What to do, how many are left, for how long, and the address for people who type.
fn beside(card: &CodeCard, speaker: Speaker<'_>) -> Markup {
    let until = card.countdown.until.as_millisecond();
    html! {
        p.title { (speaker.say(&card.title)) }
        p.left { (speaker.say(&card.drinks_left)) }
        div.track { div.rest data-end=(until) data-whole=(card.seconds_whole) {} }
        p.turns { (speaker.count_down(&card.countdown)) }
        p.quiet { (speaker.say_place(&card.address)) }
        @if let Some(wifi) = &card.wifi { p.quiet { (speaker.say(wifi)) } }
    }
}

/// A few words: why there is no code, and when to come back.
fn instead(notice: &Notice, speaker: Speaker<'_>) -> Markup {
    html! {
        div.why {
            div.drawing { (drawing(notice.why)) }
            p.title { (speaker.say(&notice.title)) }
            @if let Some(countdown) = &notice.countdown {
                p.countdown { (speaker.count_down(countdown)) }
            }
            @if let Some(line) = &notice.line { p.line { (speaker.say(line)) } }
            @if let Some(quiet) = &notice.quiet { p.quiet { (speaker.say(quiet)) } }
        }
        @if let Some(wifi) = &notice.wifi { (join(wifi, speaker)) }
    }
}

fn drawing(why: Why) -> Markup {
    match why {
        Why::Unpaired => shape("alarm"),
        Why::SoldOut | Why::Full | Why::Turning => shape("steam"),
        Why::Connecting | Why::LineLost | Why::Paused | Why::Closed | Why::Night => shape("cup"),
    }
}

/// A code that joins the venue's network, under its own words: nobody takes it for an order's.
fn join(wifi: &WifiCard, speaker: Speaker<'_>) -> Markup {
    html! {
        @if let Some(drawing) = code::draw(&wifi.code) {
            div.wifi {
                div.network { div.card { (drawing) } }
                div {
                    p { (speaker.say(&wifi.title)) }
                    p.quiet { bdi { (wifi.name) } }
                }
            }
        }
    }
}

//! Who did what, one line a row.

use demitasse_shared::journal::{Doer, JournalEntry};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::Order;

use super::{List, Row};
use crate::model::{Model, number};
use crate::theme::{Meaning, sign};

/// As wide as the log gets.
const WIDTH: u16 = 100;

pub(super) fn list(model: &Model, choice: usize) -> List {
    let mut list = List::new(model.words.plain("log-title"));
    list.width = WIDTH;
    let day = &model.desk.day;
    list.rows = day
        .log
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            let mark = if place == choice { sign::SELECTED } else { " " };
            let row = Row { line: Some(place), chosen: place == choice, ..Row::default() };
            row.strong(mark, Meaning::Accent)
                .and(format!(" {} ", clock(entry, day.utc_offset)), Meaning::Quiet)
                .and(said(model, entry), Meaning::Text)
        })
        .collect();
    if list.rows.is_empty() {
        list.rows.push(Row::text(format!(" {}", model.words.plain("log-coming"))));
    }
    list
}

/// The venue's time of day.
fn clock(entry: &JournalEntry, utc_offset: i32) -> String {
    let second = (entry.at.as_second() + i64::from(utc_offset)).rem_euclid(24 * 60 * 60);
    format!("{:02}:{:02}", second / 3600, second / 60 % 60)
}

/// What happened, as a person would tell it.
fn said(model: &Model, entry: &JournalEntry) -> String {
    let words = model.words;
    let who = match &entry.by {
        Doer::Guest => words.plain("log-guest"),
        Doer::Device { name: Some(name), .. } => name.clone(),
        Doer::Device { name: None, .. } => words.plain("log-device"),
        Doer::Local => words.plain("log-local"),
        Doer::Bar => words.plain("log-bar"),
    };
    let what = match &entry.event {
        LiveEvent::Order { order, .. } => order_said(order, entry),
        LiveEvent::Stock { sold_out } => sold_out_said(model, sold_out),
        LiveEvent::Announcement { announcement: Some(announcement) } => announcement.text.clone(),
        LiveEvent::Noted { device: Some(_) } => entry.device.clone().unwrap_or_default(),
        _ => entry.kind.clone(),
    };
    words.say(text_of(&entry.kind), &[("who", who.into()), ("what", what.into())])
}

/// Number and drink; for what has no number yet, nothing.
fn order_said(order: &Order, entry: &JournalEntry) -> String {
    let number = match entry.number {
        Some(number) => number.to_string(),
        None => number(order),
    };
    let reason = order.reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
    format!("{number} {}{reason}", order.label()).trim_end().to_owned()
}

/// Everything that has run out, by its name where the menu still knows it.
fn sold_out_said(model: &Model, sold_out: &SoldOut) -> String {
    if sold_out.is_empty() {
        return model.words.plain("log-nothing");
    }
    let menu = model.menu.as_ref();
    let drink = |id| menu.and_then(|menu| menu.drink(id)).map_or(id.as_str(), |d| d.name.as_str());
    let choices =
        || menu.into_iter().flat_map(|menu| &menu.groups).flat_map(|group| &group.choices);
    let stuff = menu.into_iter().flat_map(|menu| &menu.ingredients);
    let stuff =
        stuff.filter(|own| sold_out.ingredients.contains(&own.id)).map(|own| own.name.as_str());
    let drinks = sold_out.drinks.iter().map(drink);
    let gone = sold_out.choices.iter().map(|id| {
        choices().find(|choice| choice.id == *id).map_or(id.as_str(), |choice| choice.name.as_str())
    });
    stuff.chain(drinks).chain(gone).collect::<Vec<_>>().join(", ")
}

/// The name of the text for a word of the journal.
fn text_of(kind: &str) -> &'static str {
    match kind {
        "order_reserved" => "log-reserved",
        "order_submitted" => "log-submitted",
        "order_walked_up" => "log-walked-up",
        "order_making" => "log-making",
        "order_unmade" => "log-unmade",
        "order_ready" => "log-ready",
        "order_recalled" => "log-recalled",
        "order_collected" => "log-collected",
        "order_aged_out" => "log-aged-out",
        "order_cancelled" | "order_withdrawn" => "log-cancelled",
        "order_expired" => "log-expired",
        "shop_opened" => "log-opened",
        "shop_closed" => "log-closed",
        "shop_paused" => "log-paused",
        "shop_resumed" => "log-resumed",
        "window_opened" => "log-window",
        "window_shown" => "log-window-shown",
        "window_hidden" => "log-window-hidden",
        "window_resized" => "log-window-resized",
        "settings_changed" => "log-rules",
        "stock_changed" => "log-stock",
        "menu_changed" => "log-menu",
        "announced" => "log-announced",
        "announcement_taken_down" => "log-taken-down",
        "announcement_over" => "log-announcement-over",
        "device_paired" => "log-paired",
        "device_renamed" => "log-device-renamed",
        "device_revoked" => "log-revoked",
        "pairing_made" => "log-pairing",
        "badges_changed" => "log-badges",
        "guest_signed_in" => "log-signed-in",
        "guest_signed_out" => "log-signed-out",
        "guest_renamed" => "log-renamed",
        "guest_forgotten" | "order_note_wiped" => "log-forgotten",
        _ => "log-other",
    }
}

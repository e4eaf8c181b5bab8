//! Keys in every mode as tables, the stories around a step, and random histories.

mod batch;
mod gone;
mod jump;
mod keys;
mod line;
mod random;
mod seen;
mod steps;
mod table;
mod touch;
mod undo;

mod sound;

use crossterm::event::KeyEvent;
use demitasse_shared::api::ShopChange;
use demitasse_shared::client::Update;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::Beat;
use demitasse_shared::order::{Order, OrderState, Party, Step};
use demitasse_shared::shop::ShopState;
use proptest::prelude::*;

use super::update;
use crate::effect::Effect;
use crate::fixture::{
    after, changed, char, look, making, model, ready, snapshot, tick, typed, waiting,
};
use crate::model::{Column, Line, Mode, Model, REASONS};
use crate::msg::{Failed, Msg, Target, Tick};
use crate::words::Words;

/// Two orders in each column: 1 and 2 wait, 3 and 4 are made by Ana and Bo, 5 and 6 are ready.
fn six() -> Model {
    let orders = vec![
        waiting(1, 10),
        waiting(2, 20),
        making(3, 0, "Ana"),
        making(4, 5, "Bo"),
        ready(5, 0),
        ready(6, 5),
    ];
    model(orders, 60)
}

fn press(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    look(model);
    update(model, Msg::Key(key))
}

/// Types characters; `⏎`, `⎋`, `⌫`, `↑`, `↓`, `←` and `→` stand for their keys.
pub(crate) fn keys(model: &mut Model, keys: &str) -> Vec<Effect> {
    keys.chars().flat_map(|c| press(model, typed(c))).collect()
}

fn step(order: i64, step: Step) -> Effect {
    Effect::Step { order: OrderId(order), step, reason: None }
}

fn cancel(order: i64, reason: &str) -> Effect {
    let (order, step) = (OrderId(order), Step::Cancel);
    Effect::Step { order, step, reason: Some(reason.to_owned()) }
}

/// A reason as English words.
fn reason(place: usize) -> String {
    Words::of(None).plain(REASONS[place])
}

fn answer(model: &mut Model, order: Order) -> Vec<Effect> {
    update(model, Msg::StepAnswered(order.id, Ok(Box::new(order))))
}

fn refuse(model: &mut Model, order: i64, words: &str) -> Vec<Effect> {
    update(model, Msg::StepAnswered(OrderId(order), Err(Failed::Refused(words.to_owned()))))
}

pub(crate) fn down(model: &mut Model) {
    update(model, Msg::Live(Update::Down("gone".to_owned())));
}

fn ids(model: &Model, column: Column) -> Vec<i64> {
    model.column(column).iter().map(|ticket| ticket.order.id.0).collect()
}

pub(crate) fn notice(model: &Model) -> &str {
    model.notice.as_ref().map_or("", |notice| notice.words.as_str())
}

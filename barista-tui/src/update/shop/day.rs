//! Today in figures and who did what: fetched when they are opened, and again while they are.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::journal::JournalQuery;

use super::{leave, show};
use crate::effect::{BarAsk, Effect};
use crate::keymap::Command;
use crate::model::{FIGURES_EVERY_SECONDS, LOG_EVERY_SECONDS, LOG_ROWS, Mode, Model, Panel, Sheet};

/// How many rows a step to the side goes in the log.
const LOG_PAGE: usize = 10;

/// So close to the last known row the ones before it are fetched.
const LOG_AHEAD: usize = 30;

pub(super) fn open_figures(model: &mut Model) -> Vec<Effect> {
    if !model.may_manage() {
        return show(model, Sheet::ForManagers);
    }
    model.desk.day.report_asked = model.now;
    show(model, Sheet::Figures { panel: Panel::default(), scroll: 0 });
    vec![Effect::Bar(BarAsk::Report)]
}

pub(super) fn open_log(model: &mut Model) -> Vec<Effect> {
    if !model.may_manage() {
        return show(model, Sheet::ForManagers);
    }
    // What was known may be from another day, or of a bar that was set up anew since.
    model.desk.day.log.clear();
    model.desk.day.log_whole = false;
    show(model, Sheet::Log { choice: 0 });
    fetch(model, JournalQuery::latest(LOG_ROWS))
}

/// Keeps what is open current.
pub(in crate::update) fn ticked(model: &mut Model) -> Vec<Effect> {
    let due = |at: Option<Timestamp>, seconds| {
        let since = model.now.zip(at).map(|(now, at)| now.duration_since(at).as_secs());
        model.line.is_live() && since.is_none_or(|since| since >= seconds)
    };
    let day = &model.desk.day;
    match &model.mode {
        Mode::Shop(Sheet::Figures { .. }) if due(day.report_asked, FIGURES_EVERY_SECONDS) => {
            model.desk.day.report_asked = model.now;
            vec![Effect::Bar(BarAsk::Report)]
        }
        Mode::Shop(Sheet::Log { .. })
            if !day.log_asked && due(day.log_looked, LOG_EVERY_SECONDS) =>
        {
            look_for_new(model)
        }
        _ => Vec::new(),
    }
}

/// Asks for the rows after the newest one, where the board has heard of some.
fn look_for_new(model: &mut Model) -> Vec<Effect> {
    let heard = model.board.as_ref().map(|board| board.seq);
    let newest = model.desk.day.newest().unwrap_or(Seq(0));
    if heard.is_none_or(|heard| heard <= newest) {
        return Vec::new();
    }
    // Before anything was heard the end is what is wanted, not the beginning.
    let empty = model.desk.day.log.is_empty();
    let latest = JournalQuery::latest(LOG_ROWS);
    fetch(model, if empty { latest } else { JournalQuery::after(newest, LOG_ROWS) })
}

fn fetch(model: &mut Model, query: JournalQuery) -> Vec<Effect> {
    model.desk.day.log_asked = true;
    model.desk.day.log_looked = model.now;
    vec![Effect::Bar(BarAsk::Journal(query))]
}

pub(super) fn figures(
    model: &mut Model,
    panel: Panel,
    scroll: usize,
    command: Command,
) -> Vec<Effect> {
    let (panel, scroll) = match command {
        Command::Back => return leave(model),
        Command::Left => (panel.beside(-1), 0),
        Command::Right => (panel.beside(1), 0),
        Command::Place(place) => (Panel::ALL.get(place).copied().unwrap_or(panel), 0),
        Command::Up => (panel, scroll.saturating_sub(1)),
        Command::Down => (panel, (scroll + 1).min(last_line(model))),
        Command::First => (panel, 0),
        Command::Last => (panel, last_line(model)),
        _ => (panel, scroll),
    };
    show(model, Sheet::Figures { panel, scroll })
}

/// No part of the figures has more lines than this.
fn last_line(model: &Model) -> usize {
    let report = model.desk.day.report.as_ref();
    report.map_or(0, |r| r.drinks.len().max(r.cancelled.len() + r.turned_away.len() + 12))
}

pub(super) fn log(model: &mut Model, choice: usize, command: Command) -> Vec<Effect> {
    let last = model.desk.day.log.len().saturating_sub(1);
    let choice = match command {
        Command::Back => return leave(model),
        Command::Up => choice.saturating_sub(1),
        Command::Down => choice + 1,
        Command::Left => choice.saturating_sub(LOG_PAGE),
        Command::Right => choice + LOG_PAGE,
        Command::First => 0,
        Command::Last => last,
        // A touch.
        Command::Place(place) => place,
        _ => choice,
    };
    let choice = choice.min(last);
    show(model, Sheet::Log { choice });
    let older = model.desk.day.older().filter(|_| choice + LOG_AHEAD > last);
    match older {
        Some(query) if model.line.is_live() => fetch(model, query),
        _ => Vec::new(),
    }
}

//! What keys do, in each mode.

use crossterm::event::KeyEvent;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;

use super::{batch, gone, jump, layout, shop, sound, steps, undo};
use crate::effect::Effect;
use crate::keymap::{Command, Scope};
use crate::model::{CancelDialog, Leaving, Mode, Model, REASONS, RecallDialog, number};

/// The longest reason, in characters; the server takes no more.
const REASON_CHARS: usize = 120;

/// A ticket has no more lines than this beyond the first, however narrow the screen is.
const TICKET_LINES: usize = 12;

/// Looks the key up and does what it asks for. A key without a meaning does nothing.
pub(super) fn pressed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    let scope = if model.board.is_none() { Scope::Connecting } else { model.mode.scope() };
    match model.keymap.command(scope, key) {
        Some(Command::Quit) => quit(model),
        Some(command) if model.leaving == Leaving::No => commanded(model, command),
        Some(_) | None => Vec::new(),
    }
}

fn quit(model: &mut Model) -> Vec<Effect> {
    model.leaving = match model.leaving {
        Leaving::No => Leaving::AfterSteps,
        Leaving::AfterSteps | Leaving::Now => Leaving::Now,
    };
    Vec::new()
}

pub(super) fn commanded(model: &mut Model, command: Command) -> Vec<Effect> {
    match model.mode.clone() {
        Mode::Board => on_board(model, command),
        Mode::Help { scroll } => reading_help(model, scroll, command),
        Mode::Whole { order, scroll } => reading_ticket(model, order, scroll, command),
        Mode::Cancel(dialog) if dialog.text.is_some() => typing(model, dialog, command),
        Mode::Cancel(dialog) => choosing_reason(model, dialog, command),
        Mode::Recall(dialog) => choosing_recall(model, dialog, command),
        Mode::CloseShop => closing(model, command),
        Mode::Shop(sheet) => shop::commanded(model, sheet, command),
        Mode::Sound { choice } => sound::choosing(model, choice, command),
        Mode::Jump(jump) => jump::typing(model, jump, command),
    }
}

fn on_board(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        _ if layout::moved_in_rush(model, command) => {}
        Command::Left => model.cursor.enter(model.cursor.column.left()),
        Command::Right => model.cursor.enter(model.cursor.column.right()),
        Command::Up => model.cursor.go(model.cursor.place.saturating_sub(1)),
        Command::Down => model.cursor.go(model.cursor.place.saturating_add(1)),
        Command::First => model.cursor.go(0),
        Command::Last => model.cursor.go(usize::MAX),
        Command::Place(place) => return steps::next_at(model, place),
        Command::Next => return steps::next_of_selected(model),
        Command::Step(Step::Cancel) => steps::ask_reason(model),
        Command::Step(Step::Recall) => return steps::recall(model),
        Command::Step(step) => return steps::of_selected(model, step),
        Command::Mark => return batch::mark(model),
        Command::Batch => return batch::batch(model),
        Command::Undo => return undo::take_back(model),
        Command::Jump => jump::begin(model),
        Command::Whole => return read_ticket(model),
        Command::Dismiss => return gone::dismiss_one(model),
        Command::Shop => return shop::toggle(model),
        Command::Layout => layout::turn(model),
        Command::Station => layout::toggle_station(model),
        Command::Sound => model.mode = Mode::Sound { choice: 0 },
        Command::Help => model.mode = Mode::Help { scroll: 0 },
        Command::SoldOut
        | Command::Pause
        | Command::WalkUp
        | Command::Announce
        | Command::Settings
        | Command::Figures
        | Command::Log => return shop::open(model, command),
        _ => {}
    }
    Vec::new()
}

fn reading_help(model: &mut Model, scroll: usize, command: Command) -> Vec<Effect> {
    let last = model.keymap.help(Scope::Board, model.words).len().saturating_sub(1);
    model.mode = match command {
        Command::Up => Mode::Help { scroll: scroll.saturating_sub(1) },
        Command::Down => Mode::Help { scroll: (scroll + 1).min(last) },
        Command::First => Mode::Help { scroll: 0 },
        Command::Last => Mode::Help { scroll: last },
        _ => Mode::Board,
    };
    Vec::new()
}

/// Shows the selected ticket whole.
fn read_ticket(model: &mut Model) -> Vec<Effect> {
    let Some(order) = model.selected().map(|ticket| ticket.order.id) else {
        return steps::nothing_there(model);
    };
    model.mode = Mode::Whole { order, scroll: 0 };
    Vec::new()
}

fn reading_ticket(
    model: &mut Model,
    order: OrderId,
    scroll: usize,
    command: Command,
) -> Vec<Effect> {
    model.mode = match command {
        Command::Up => Mode::Whole { order, scroll: scroll.saturating_sub(1) },
        Command::Down => Mode::Whole { order, scroll: (scroll + 1).min(TICKET_LINES) },
        Command::First => Mode::Whole { order, scroll: 0 },
        Command::Last => Mode::Whole { order, scroll: TICKET_LINES },
        _ => Mode::Board,
    };
    Vec::new()
}

/// Moves through a list of `len` lines; a digit or Enter returns the line that is meant.
pub(super) fn choose(choice: &mut usize, len: usize, command: Command) -> Option<usize> {
    match command {
        Command::Up => *choice = choice.saturating_sub(1),
        Command::Down => *choice = (*choice + 1).min(len.saturating_sub(1)),
        Command::First => *choice = 0,
        Command::Last => *choice = len.saturating_sub(1),
        Command::Place(place) if place < len => return Some(place),
        Command::Accept if *choice < len => return Some(*choice),
        _ => {}
    }
    None
}

fn choosing_reason(model: &mut Model, mut dialog: CancelDialog, command: Command) -> Vec<Effect> {
    if command == Command::Back {
        model.mode = Mode::Board;
        return Vec::new();
    }
    match choose(&mut dialog.choice, REASONS.len() + 1, command) {
        Some(line) if line < REASONS.len() => {
            let reason = model.words.plain(REASONS[line]);
            return steps::cancel(model, &dialog.orders, &reason);
        }
        Some(line) => {
            dialog.choice = line;
            dialog.text = Some(String::new());
        }
        None => {}
    }
    model.mode = Mode::Cancel(dialog);
    Vec::new()
}

fn typing(model: &mut Model, mut dialog: CancelDialog, command: Command) -> Vec<Effect> {
    let mut text = dialog.text.take().unwrap_or_default();
    match command {
        Command::Accept if !text.trim().is_empty() => {
            return steps::cancel(model, &dialog.orders, text.trim());
        }
        Command::Type(c) if text.chars().count() < REASON_CHARS => text.push(c),
        Command::Erase => {
            text.pop();
        }
        _ => {}
    }
    // Esc goes back to the list, where the words began.
    dialog.text = (command != Command::Back).then_some(text);
    model.mode = Mode::Cancel(dialog);
    Vec::new()
}

fn choosing_recall(model: &mut Model, mut dialog: RecallDialog, command: Command) -> Vec<Effect> {
    if command == Command::Back {
        model.mode = Mode::Board;
        return Vec::new();
    }
    let line = choose(&mut dialog.choice, dialog.orders.len(), command);
    let order = line.and_then(|line| dialog.orders.get(line));
    let Some((id, number)) = order.map(|order| (order.id, number(order))) else {
        model.mode = Mode::Recall(dialog);
        return Vec::new();
    };
    if model.recallable().iter().any(|order| order.id == id) {
        model.mode = Mode::Board;
        return steps::recall_order(model, id);
    }
    steps::tell(model, model.words.say("notice-recall-gone", &[("number", number.into())]));
    Vec::new()
}

fn closing(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Accept => {
            model.mode = Mode::Board;
            shop::close(model)
        }
        Command::Back => {
            model.mode = Mode::Board;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

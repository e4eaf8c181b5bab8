//! The last two lines: what just happened, and the keys that work now.

use crossterm::event::KeyEvent;
use demitasse_shared::order::Step;
use demitasse_shared::shop::ShopState;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};

use super::{shop, words};
use crate::keymap::{Command, Scope};
use crate::model::{Column, Jump, Leaving, Mode, Model, Tone, natural, offered, step_name};
use crate::theme::{Meaning, Theme, sign};

/// So many hints at the end stay on the narrowest screen.
const LASTING: usize = 2;

/// Narrower than this, hints are short.
const ROOM_FOR_WORDS: u16 = 60;

/// A note that is longer than this may be cut on the board.
const LONG_NOTE: u16 = 40;

/// One hint: a command, and what its key does in a word or two.
type Hint = (Command, String);

pub(super) fn paint_notice(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let text = match (&model.mode, &model.notice) {
        _ if model.leaving != Leaving::No => {
            let words = model.words.plain("leaving-waits");
            Text::styled(format!(" {words}"), theme.strong(Meaning::Accent))
        }
        (Mode::Jump(jump), _) => asked_number(model, jump, theme),
        (_, Some(notice)) => match notice.tone {
            Tone::Told => {
                let words = format!(" {}", notice.words);
                Text::styled(words::cut(&words, area.width), theme.strong(Meaning::Text))
            }
            Tone::Refused => {
                let words = format!(" {} {} ", sign::LATE, notice.words);
                Text::from(Span::styled(words::cut(&words, area.width), theme.alarm()))
            }
        },
        (_, None) => return,
    };
    frame.render_widget(text, area);
}

/// The number that is being typed, and whether there is one.
fn asked_number(model: &Model, jump: &Jump, theme: Theme) -> Text<'static> {
    let mut spans = vec![
        Span::styled(format!(" {} ", model.words.plain("jump-title")), theme.of(Meaning::Text)),
        Span::styled(format!("{}▏", jump.typed), theme.strong(Meaning::Accent)),
    ];
    if !jump.found {
        let none = model.words.say("jump-none", &[("number", jump.typed.as_str().into())]);
        spans.push(Span::styled(format!(" {} {none}", sign::LATE), theme.strong(Meaning::Late)));
    }
    Text::from(spans)
}

/// Paints the keys, and says where each one stands: a touch presses it. The line above belongs to
/// them too, because one line is little for a thumb.
pub(super) fn paint_keys(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    theme: Theme,
) -> Vec<(Rect, KeyEvent)> {
    let mut spans = vec![Span::raw(" ")];
    let (mut keys, mut x) = (Vec::new(), area.x + 1);
    for (hint, key) in fitting(model, area.width) {
        let (about, width) = (hint.1.clone(), hint_width(&(hint.clone(), key.clone())));
        let above = area.y.saturating_sub(1);
        let place = Rect { x, y: above, width, height: area.height + area.y - above };
        let pressed = model.keymap.key(model.mode.scope(), hint.0);
        keys.extend(pressed.map(|pressed| (place, pressed)));
        x += width;
        spans.push(Span::styled(key, theme.strong(Meaning::Accent)));
        spans.push(Span::styled(format!(" {about}  "), theme.of(Meaning::Quiet)));
    }
    frame.render_widget(Text::from(spans), area);
    keys
}

/// The hints that fit, each with its key. Help and quit, which come last, always stay; of the others
/// the likelier ones go first.
fn fitting(model: &Model, width: u16) -> Vec<(Hint, String)> {
    let scope = model.mode.scope();
    let key = |hint: Hint| Some((model.keymap.hint(scope, hint.0, model.words)?, hint));
    let hints = hints(model, width).into_iter().filter_map(key);
    let mut hints: Vec<_> = hints.map(|(key, hint)| (hint, key)).collect();
    let lasting = hints.split_off(hints.len().saturating_sub(LASTING));
    let mut room = width.saturating_sub(lasting.iter().map(hint_width).sum());
    hints.retain(|hint| {
        let fits = hint_width(hint) <= room;
        room -= if fits { hint_width(hint) } else { 0 };
        fits
    });
    hints.extend(lasting);
    hints
}

fn hint_width(((_, about), key): &(Hint, String)) -> u16 {
    words::width(key) + words::width(about) + 3
}

/// What keys can do now, the likeliest first.
fn hints(model: &Model, width: u16) -> Vec<Hint> {
    let hints: &[(Command, &str)] = match (&model.mode, model.mode.scope()) {
        (Mode::Board, _) => return board_hints(model, width),
        (Mode::Shop(sheet), _) => &shop::hints(model, sheet),
        (Mode::Jump(_), _) => &[(Command::Accept, "hint-stay"), (Command::Back, "hint-back")],
        (_, Scope::Question) => &[(Command::Accept, "hint-yes"), (Command::Back, "hint-no")],
        (_, Scope::List) => &[
            (Command::Accept, "hint-take"),
            (Command::Up, "hint-up"),
            (Command::Down, "hint-down"),
            (Command::Back, "hint-back"),
        ],
        (_, Scope::Text) => &[(Command::Accept, "hint-send"), (Command::Back, "hint-back")],
        _ => {
            &[(Command::Back, "hint-back"), (Command::Up, "hint-up"), (Command::Down, "hint-down")]
        }
    };
    hints.iter().map(|(command, about)| (*command, model.words.plain(about))).collect()
}

fn board_hints(model: &Model, width: u16) -> Vec<Hint> {
    let plain = |(command, about): (Command, &str)| (command, model.words.plain(about));
    let last = [(Command::Help, "hint-keys"), (Command::Quit, "hint-quit")].map(plain);
    if !model.line.is_live() {
        return last.to_vec();
    }
    let mut hints = next_hints(model);
    if let Some((command, about)) = undo_hint(model) {
        if width < ROOM_FOR_WORDS {
            // For a few seconds this matters more than anything else but the next step.
            hints.push((command, model.words.plain("undo-short")));
            hints.extend(last.into_iter().take(1));
            return hints;
        }
        hints.push((command, about));
    }
    hints.extend(batch_hint(model));
    if let Some(ticket) = model.selected().filter(|_| model.marks.is_empty()) {
        let others = offered(ticket.state).iter().skip(1);
        hints.extend(others.map(|step| plain((Command::Step(*step), step_name(*step)))));
    }
    if !model.desk.aside.is_empty() {
        hints.push(plain((Command::WalkUp, "hint-walk-up-kept")));
    }
    if model.gone.len() > 0 && model.selected().is_none_or(|ticket| ticket.is_open()) {
        hints.push(plain((Command::Dismiss, "hint-dismiss")));
    }
    if model.cursor.column != Column::Ready && !model.recallable().is_empty() {
        hints.push(plain((Command::Step(Step::Recall), step_name(Step::Recall))));
    }
    if has_long_note(model) {
        hints.push(plain((Command::Whole, "hint-whole")));
    }
    if model.rush.is_on() {
        hints.push(plain((Command::Layout, "hint-layout")));
    } else if model.rush.is_left() {
        hints.push(plain((Command::Layout, "hint-rush")));
    }
    let open = model.board.as_ref().is_some_and(|board| board.shop.state == ShopState::Open);
    hints.push(plain((Command::Shop, if open { "hint-close" } else { "hint-open" })));
    hints.extend(last);
    hints
}

/// Whether the selected ticket has a note that hardly fits on the board.
fn has_long_note(model: &Model) -> bool {
    let selected = model.selected();
    let chosen = selected.as_ref().and_then(|ticket| ticket.order.chosen.as_ref());
    let note = chosen.and_then(|chosen| chosen.note.as_deref());
    note.is_some_and(|note| words::width(note) > LONG_NOTE)
}

/// What Enter does: to all that are marked, or to the selected ticket.
fn next_hints(model: &Model) -> Vec<Hint> {
    if let Some(step) = model.next_of_marked() {
        let step = model.words.plain(step_name(step));
        let values = [("step", step.into()), ("count", model.marks.len().into())];
        return vec![(Command::Next, model.words.say("hint-marked", &values))];
    }
    let Some(ticket) = model.selected() else { return Vec::new() };
    let step = if ticket.is_open() { natural(ticket.state).map(step_name) } else { None };
    let about = step.or((!ticket.is_open()).then_some("hint-dismiss"));
    about.map(|about| (Command::Next, model.words.plain(about))).into_iter().collect()
}

/// What can be taken back: it is there for as long as that works.
fn undo_hint(model: &Model) -> Option<Hint> {
    let done = model.undoable()?;
    let text = match done.first()?.step {
        Step::Make => "undo-made",
        Step::Unmake => "undo-unmade",
        Step::Complete => "undo-completed",
        Step::Recall => "undo-recalled",
        Step::Collect => "undo-collected",
        Step::Cancel => return None,
    };
    let what = match done {
        [one] => one.number.clone(),
        several => model.words.say("undo-several", &[("count", several.len().into())]),
    };
    Some((Command::Undo, model.words.say(text, &[("what", what.into())])))
}

/// How many the batch key would mark now.
fn batch_hint(model: &Model) -> Option<Hint> {
    let batch = model.next_batch()?;
    let text = if batch.base.is_none() { "hint-alike" } else { "hint-alike.base" };
    let base = batch.base.unwrap_or_default();
    let values = [("count", batch.orders.len().into()), ("choice", base.into())];
    Some((Command::Batch, model.words.say(text, &values)))
}

//! Dialogs and pages about the bar itself, over the board.

mod announce;
mod figures;
mod list;
mod log;
mod panels;
mod pause;
mod rules;
mod stock;
mod walk_up;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::keymap::Command;
use crate::model::{Announcing, Model, Sheet};
use crate::msg::Target;
use crate::theme::Theme;
use list::{List, Row};

/// Paints a dialog or page on the stage.
pub(super) fn paint(
    frame: &mut Frame<'_>,
    stage: Rect,
    model: &Model,
    sheet: &Sheet,
    theme: Theme,
) {
    match (sheet, list_of(model, sheet)) {
        (_, Some(list)) => list.paint(frame, stage, model.words, theme),
        (Sheet::Figures { panel, scroll }, None) => {
            figures::paint(frame, stage, model, *panel, *scroll, theme);
        }
        _ => {}
    }
}

/// The line of a dialog that stands at a position.
pub(super) fn target_at(
    stage: Rect,
    model: &Model,
    sheet: &Sheet,
    position: Position,
) -> Option<Target> {
    match sheet {
        Sheet::Figures { panel, .. } => figures::target_at(stage, *panel, position),
        sheet => list_of(model, sheet)?.line_at(stage, position),
    }
    .map(Target::Line)
}

/// A dialog as a list; figures are none.
fn list_of(model: &Model, sheet: &Sheet) -> Option<List> {
    Some(match sheet {
        Sheet::Stock { choice } => stock::list(model, *choice),
        Sheet::Pause { lines, choice, typed } => {
            pause::list(model, lines, *choice, typed.as_deref())
        }
        Sheet::Drinks { choice } => walk_up::drinks(model, *choice),
        Sheet::WalkUp(draft) => walk_up::list(model, draft)?,
        Sheet::Announce(announcing) => announce::list(model, announcing),
        Sheet::Rules { choice, typed } => rules::list(model, *choice, typed.as_deref()),
        Sheet::Log { choice } => log::list(model, *choice),
        Sheet::ForManagers => for_managers(model),
        Sheet::Figures { .. } => return None,
    })
}

/// How to become a manager.
fn for_managers(model: &Model) -> List {
    let mut list = List::new(model.words.plain("managers-title"));
    list.push_words(&model.words.plain("managers-how"));
    list.rows.push(Row::default());
    list.push_words("demitasse staff pair --role manager --name NAME");
    list
}

/// What keys can do in a dialog, the likeliest first, with the names of the texts that say it.
pub(super) fn hints(model: &Model, sheet: &Sheet) -> Vec<(Command, &'static str)> {
    let back = (Command::Back, "hint-back");
    let moves = [(Command::Up, "hint-up"), (Command::Down, "hint-down")];
    let sides = [(Command::Left, "hint-left"), (Command::Right, "hint-right")];
    let take = |about| [(Command::Accept, about)].into_iter().chain(moves).chain([back]).collect();
    match sheet {
        Sheet::Rules { typed: Some(_), .. } => vec![(Command::Accept, "hint-set"), back],
        Sheet::Announce(Announcing::Writing { .. }) => vec![(Command::Accept, "hint-take"), back],
        Sheet::Pause { typed: Some(_), .. } => vec![(Command::Accept, "hint-pause"), back],
        Sheet::WalkUp(draft) if draft.writing => vec![(Command::Accept, "hint-send"), back],
        Sheet::WalkUp(_) => {
            let rest = [(Command::Mark, "hint-choose"), back];
            [(Command::Accept, "hint-send")]
                .into_iter()
                .chain(sides)
                .chain(moves)
                .chain(rest)
                .collect()
        }
        Sheet::Stock { .. } => take("hint-mark"),
        Sheet::Rules { .. } if !model.may_manage() => moves.into_iter().chain([back]).collect(),
        Sheet::Pause { .. } | Sheet::Drinks { .. } | Sheet::Announce(_) | Sheet::Rules { .. } => {
            take("hint-take")
        }
        Sheet::Figures { .. } => sides.into_iter().chain(moves).chain([back]).collect(),
        Sheet::Log { .. } => moves.into_iter().chain([back]).collect(),
        Sheet::ForManagers => vec![back],
    }
}

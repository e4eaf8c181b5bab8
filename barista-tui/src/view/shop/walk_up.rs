//! A walk-up order: the drink, then a line for each question about it.

use demitasse_shared::menu::{Choice, Drink, Menu, OptionGroup};

use super::{List, Row};
use crate::keymap::pick_key;
use crate::model::{Draft, Model};
use crate::theme::{Meaning, sign};
use crate::view::words;

/// Choices go on in another row beyond this many cells: a narrow screen shows them whole.
const ROW_CELLS: u16 = 36;

/// Which drink? Under their headings, as guests see them.
pub(super) fn drinks(model: &Model, choice: usize) -> List {
    let mut list = List::new(model.words.plain("walk-drinks"));
    let menu = model.menu_shown().unwrap_or_default();
    let mut place = 0;
    for section in menu.sections() {
        if let Some(category) = section.category {
            list.rows.push(Row::default().strong(format!("  {}", category.name), Meaning::Quiet));
        }
        for drink in section.drinks {
            list.rows.push(drink_row(model, &menu, drink, Row::pick(place, choice)));
            place += 1;
        }
    }
    list
}

fn drink_row(model: &Model, menu: &Menu, drink: &Drink, row: Row) -> Row {
    if menu.is_sold_out(drink) {
        let out = format!("{}  {}", sign::OUT, model.words.plain("stock-out"));
        row.and(format!("{}  ", drink.name), Meaning::Quiet).strong(out, Meaning::Late)
    } else {
        row.and(drink.name.clone(), Meaning::Text)
    }
}

/// How?
pub(super) fn list(model: &Model, draft: &Draft) -> Option<List> {
    let menu = model.menu_shown()?;
    let drink = menu.drink(&draft.drink)?.name.as_str();
    let mut list = List::new(model.words.say("walk-title", &[("drink", drink.into())]));
    let mut place = 0;
    for group in draft.groups(&menu) {
        push_group(&mut list, &menu, draft, group, place);
        place += group.choices.len();
    }
    let note = model.words.plain("walk-note");
    if draft.writing {
        list.rows.push(Row::text(format!("  {note}")));
        list.push_typed(&draft.note);
    } else {
        let row = Row::line(place, draft.cursor, Some('n')).and(format!("{note}  "), Meaning::Text);
        list.rows.push(row.and(draft.note.clone(), Meaning::Quiet));
    }
    Some(list)
}

/// A question and its choices, each with its key; on in another row where there is no room.
fn push_group(list: &mut List, menu: &Menu, draft: &Draft, group: &OptionGroup, first: usize) {
    let here = (first..first + group.choices.len()).contains(&draft.cursor) && !draft.writing;
    let mark = if here { sign::SELECTED } else { " " };
    let name = format!("{mark} {}", group.name);
    list.rows.push(Row::default().strong(name, Meaning::Quiet));
    let fresh = || Row { line: None, chosen: here, ..Row::text("   ") };
    let mut row = fresh();
    for (at, choice) in group.choices.iter().enumerate() {
        let pointed = group.several && here;
        let chip = chip(draft, choice, first + at, pointed, menu.is_gone(choice));
        let width = words::width(&chip.0) + 1;
        if row.width() + width > ROW_CELLS && row.width() > 3 {
            list.rows.push(std::mem::replace(&mut row, fresh()));
        }
        let (text, meaning) = chip;
        row = match meaning {
            Meaning::Text | Meaning::Quiet => row.and(format!("{text} "), meaning),
            _ => row.strong(format!("{text} "), meaning),
        }
        .picking(first + at);
    }
    list.rows.push(row);
}

/// A choice: its key, a sign where it was made or has run out, its name.
fn chip(
    draft: &Draft,
    choice: &Choice,
    place: usize,
    pointed: bool,
    is_gone: bool,
) -> (String, Meaning) {
    let key = pick_key(place).unwrap_or(' ');
    let at = if pointed && draft.cursor == place { sign::SELECTED } else { "" };
    let (sign, meaning) = match (draft.has(&choice.id), !is_gone) {
        (true, true) => (sign::PICKED, Meaning::Ready),
        (true, false) => (sign::OUT, Meaning::Late),
        (false, true) => (" ", Meaning::Text),
        (false, false) => (sign::OUT, Meaning::Quiet),
    };
    (format!("{at}{key}{sign}{} ", choice.name), meaning)
}

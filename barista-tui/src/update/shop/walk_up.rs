//! An order for somebody without a phone: the drink, its choices, a note.

use demitasse_shared::ids::ChoiceId;
use demitasse_shared::menu::Menu;

use super::stock::no_menu_yet;
use super::{change, leave, list, refuse, show, tell};
use crate::effect::{BarAsk, Effect};
use crate::keymap::{Command, NOTE_KEY};
use crate::model::{Draft, Model, Pick, Sheet};

/// The longest note, in characters; the server takes no more.
const NOTE_CHARS: usize = 120;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.menu.is_none() {
        return no_menu_yet(model);
    }
    // One that did not come about goes first.
    if let Some(draft) = model.desk.aside.pop_back() {
        return show(model, Sheet::WalkUp(Box::new(draft)));
    }
    show(model, Sheet::Drinks { choice: 0 })
}

/// Which drink?
pub(super) fn choosing(model: &mut Model, mut choice: usize, command: Command) -> Vec<Effect> {
    let Some(menu) = model.menu_shown().filter(|_| command != Command::Back) else {
        return leave(model);
    };
    let line = list::choose(&mut choice, menu.drinks.len(), command);
    show(model, Sheet::Drinks { choice: line.unwrap_or(choice) });
    let Some(drink) = line.and_then(|line| menu.listed().get(line).copied()) else {
        return Vec::new();
    };
    if menu.is_sold_out(drink) {
        return is_sold_out(model, &drink.name);
    }
    show(model, Sheet::WalkUp(Box::new(Draft::new(&menu, drink))))
}

/// How?
pub(super) fn commanded(model: &mut Model, mut draft: Box<Draft>, command: Command) -> Vec<Effect> {
    let Some(menu) = model.menu_shown() else { return leave(model) };
    if draft.writing {
        return writing(model, draft, command);
    }
    match command {
        Command::Back => back(model, &menu, &draft),
        Command::Accept => send(model, &menu, draft),
        Command::Type(key) if key.eq_ignore_ascii_case(&NOTE_KEY) => {
            pick(model, &menu, draft, &Pick::Note)
        }
        command => {
            let picks = draft.picks(&menu);
            let chosen = match command {
                Command::Left | Command::Right => beside(&mut draft, &menu, command),
                Command::Up | Command::Down => {
                    draft.cursor = line_beside(&picks, draft.cursor, command);
                    None
                }
                command => list::choose(&mut draft.cursor, picks.len(), command),
            };
            match chosen.and_then(|place| picks.get(place).map(|pick| (place, pick))) {
                Some((place, chosen)) => {
                    draft.cursor = place;
                    pick(model, &menu, draft, chosen)
                }
                None => show(model, Sheet::WalkUp(draft)),
            }
        }
    }
}

/// Back to the drinks, to the one that was chosen.
fn back(model: &mut Model, menu: &Menu, draft: &Draft) -> Vec<Effect> {
    let choice = menu.listed().iter().position(|drink| drink.id == draft.drink);
    show(model, Sheet::Drinks { choice: choice.unwrap_or_default() })
}

/// Moves within a line. Where it gives one choice, the one that is reached is made.
fn beside(draft: &mut Draft, menu: &Menu, command: Command) -> Option<usize> {
    let picks = draft.picks(menu);
    let group = group_of(&picks, draft.cursor)?;
    let several = draft.groups(menu).get(group).is_some_and(|group| group.several);
    let chosen = |pick: &Pick| matches!(pick, Pick::Choice { id, .. } if draft.has(id));
    let of_line = |place: &usize| group_of(&picks, *place) == Some(group);
    let made = (0..picks.len()).filter(of_line).find(|place| chosen(&picks[*place]));
    let from = if several { draft.cursor } else { made.unwrap_or(draft.cursor) };
    let to = match command {
        Command::Left => from.checked_sub(1)?,
        // The first step to the right makes the first choice where none was made.
        _ if !several && made.is_none() => from,
        _ => from + 1,
    };
    if !of_line(&to) {
        return None;
    }
    draft.cursor = to;
    (!several).then_some(to)
}

/// The first place of the line above or below.
fn line_beside(picks: &[Pick], cursor: usize, command: Command) -> usize {
    let here = group_of(picks, cursor);
    let first_of = |group| (0..picks.len()).find(|place| group_of(picks, *place) == group);
    let other = match command {
        Command::Up => (0..cursor).rev().find(|place| group_of(picks, *place) != here),
        _ => (cursor..picks.len()).find(|place| group_of(picks, *place) != here),
    };
    other.and_then(|place| first_of(group_of(picks, place))).unwrap_or(cursor)
}

fn group_of(picks: &[Pick], place: usize) -> Option<usize> {
    match picks.get(place)? {
        Pick::Choice { group, .. } => Some(*group),
        Pick::Note => None,
    }
}

/// Makes a choice, or begins the note.
fn pick(model: &mut Model, menu: &Menu, mut draft: Box<Draft>, pick: &Pick) -> Vec<Effect> {
    let told = match pick {
        Pick::Choice { group, id } => choice_made(menu, &mut draft, *group, id),
        Pick::Note => {
            draft.writing = true;
            None
        }
    };
    show(model, Sheet::WalkUp(draft));
    told.map_or_else(Vec::new, |name| is_sold_out(model, &name))
}

/// Makes a choice, or names what has run out.
fn choice_made(menu: &Menu, draft: &mut Draft, group: usize, id: &ChoiceId) -> Option<String> {
    let group = *draft.groups(menu).get(group)?;
    let choice = group.choices.iter().find(|choice| choice.id == *id)?;
    // What has run out can still be taken back.
    if menu.is_gone(choice) && !draft.has(id) {
        return Some(choice.name.clone());
    }
    draft.toggle(group, id);
    None
}

fn writing(model: &mut Model, mut draft: Box<Draft>, command: Command) -> Vec<Effect> {
    let before = draft.note.clone();
    list::type_into(&mut draft.note, command, NOTE_CHARS);
    if draft.note != before {
        draft.key = None;
    }
    draft.writing = command != Command::Back;
    match model.menu_shown() {
        Some(menu) if command == Command::Accept => send(model, &menu, draft),
        _ => show(model, Sheet::WalkUp(draft)),
    }
}

/// Sends the order, or says what is missing; the dialog stays until it is on its way.
fn send(model: &mut Model, menu: &Menu, mut draft: Box<Draft>) -> Vec<Effect> {
    if let Some((group, missing)) = draft.missing(menu) {
        let picks = draft.picks(menu);
        let first = (0..picks.len()).find(|place| group_of(&picks, *place) == Some(group));
        draft.cursor = first.unwrap_or_default();
        draft.writing = false;
        show(model, Sheet::WalkUp(draft));
        let name = missing.name.as_str().into();
        return refuse(model, model.words.say("notice-choose", &[("group", name)]));
    }
    let gone = draft.sold_out(menu).map(str::to_owned);
    let submit = draft.submit(menu);
    let key = draft.key.clone();
    show(model, Sheet::WalkUp(draft));
    if let Some(name) = gone {
        return is_sold_out(model, &name);
    }
    let asks = change(model, BarAsk::WalkUp { submit: Box::new(submit), key });
    if !asks.is_empty() {
        leave(model);
        tell(model, model.words.plain("notice-walk-up-sent"));
    }
    asks
}

fn is_sold_out(model: &mut Model, name: &str) -> Vec<Effect> {
    refuse(model, model.words.say("notice-cannot", &[("name", name.into())]))
}

//! Every key in every mode: what it does, as one table that is made from the keymap, so that no
//! key can be forgotten. A new mode does not compile until it has a name here.

use super::*;
use crate::fixture::card;
use crate::keymap::Scope;
use crate::model::{Announcing, Leaving, Sheet, Ticket};
use demitasse_shared::api::Role;

/// A mode's name; `MODES` must have a row for each.
fn name(mode: &Mode) -> &'static str {
    match mode {
        Mode::Board => "board",
        Mode::Help { .. } => "help",
        Mode::Cancel(dialog) if dialog.text.is_some() => "cancel, in words",
        Mode::Cancel(_) => "cancel",
        Mode::Recall(_) => "recall",
        Mode::CloseShop => "close",
        Mode::Jump(_) => "jump",
        Mode::Whole { .. } => "whole ticket",
        Mode::Sound { .. } => "sound",
        Mode::Shop(sheet) => sheet_name(sheet),
    }
}

fn sheet_name(sheet: &Sheet) -> &'static str {
    match sheet {
        Sheet::Stock { .. } => "sold out",
        Sheet::Pause { typed: Some(_), .. } => "pause, in figures",
        Sheet::Pause { .. } => "pause",
        Sheet::Drinks { .. } => "walk-up, which drink",
        Sheet::WalkUp(draft) if draft.writing => "walk-up, a note",
        Sheet::WalkUp(_) => "walk-up",
        Sheet::Announce(Announcing::What { .. }) => "announce",
        Sheet::Announce(Announcing::Writing { .. }) => "announce, in words",
        Sheet::Announce(Announcing::HowLong { .. }) => "announce, how long",
        Sheet::Rules { typed: Some(_), .. } => "rules, in figures",
        Sheet::Rules { .. } => "rules",
        Sheet::Figures { .. } => "figures",
        Sheet::Log { .. } => "log",
        Sheet::ForManagers => "for managers",
    }
}

/// Situations: their names, the keys that lead there from the six orders, and the mode that they
/// lead to.
const MODES: &[(&str, &str, &str)] = &[
    ("a waiting ticket", "", "board"),
    ("a ticket in hand", "l", "board"),
    ("a ready ticket", "ll", "board"),
    ("two marked tickets", "b", "board"),
    ("a step to take back", "1", "board"),
    ("the keys explained", "?", "help"),
    ("why cancel", "x", "cancel"),
    ("why cancel, in words", "x5No", "cancel, in words"),
    ("which one back", "r", "recall"),
    ("close the bar", "o", "close"),
    ("which number", "/10", "jump"),
    ("one ticket, whole", "i", "whole ticket"),
    ("how the board calls", "y", "sound"),
    ("what has run out", "s", "sold out"),
    ("how long a pause", "p", "pause"),
    ("how long a pause, in figures", "p51", "pause, in figures"),
    ("which drink for a walk-up", "n", "walk-up, which drink"),
    ("a walk-up order", "n3", "walk-up"),
    ("a walk-up order's note", "n3nTo", "walk-up, a note"),
    ("a line to everybody", "a", "announce"),
    ("a line to everybody, in words", "a5Hi", "announce, in words"),
    ("a line to everybody, how long", "a1", "announce, how long"),
    ("the rules", ",", "rules"),
    ("a rule's number", ",12", "rules, in figures"),
    ("today in figures", "t", "figures"),
    ("who did what", "e", "log"),
];

/// The situations, and some that no key leads to.
fn situations() -> Vec<(&'static str, Model)> {
    let typed = |(about, typed, mode): &(&'static str, &str, &str)| {
        let mut model = six();
        model.menu = Some(card());
        keys(&mut model, typed);
        assert_eq!(name(&model.mode), *mode, "{about}");
        (*about, model)
    };
    let mut situations: Vec<_> = MODES.iter().map(typed).collect();
    situations.push(("no ticket", model(Vec::new(), 60)));
    let mut struck = six();
    let ended_by = Some(Party::Guest);
    changed(&mut struck, Order { state: OrderState::Cancelled, ended_by, ..waiting(1, 10) });
    situations.push(("a struck-through ticket", struck));
    let mut broken = six();
    down(&mut broken);
    situations.push(("line down", broken));
    let mut barista = six();
    barista.role = Some(Role::Barista);
    keys(&mut barista, "t");
    assert_eq!(name(&barista.mode), "for managers");
    situations.push(("a page for managers", barista));
    let connecting = Model::new("Ana".to_owned(), Words::of(None));
    situations.push(("no board yet", connecting));
    situations
}

/// What a key does, in a few words.
fn outcome(before: &Model, after: &Model, effects: &[Effect]) -> String {
    let mut told: Vec<_> = effects.iter().map(effect).collect();
    let mut tell = |changed: bool, what: String| told.extend(changed.then_some(what));
    tell(after.mode != before.mode, format!("→ {}", mode(&after.mode)));
    let selected =
        after.cursor.order.map_or_else(|| "none".to_owned(), |id| (100 + id.0).to_string());
    tell(after.cursor.order != before.cursor.order, format!("selects {selected}"));
    let column = after.cursor.column;
    tell(column != before.cursor.column, format!("in {column:?}"));
    let marks = after.marked().iter().map(Ticket::number).collect::<Vec<_>>().join(" ");
    tell(after.marks != before.marks, format!("marks {{{marks}}}"));
    tell(after.leaving != before.leaving, format!("leaves: {:?}", after.leaving));
    tell(after.notice != before.notice, format!("“{}”", notice(after)));
    if told.is_empty() { "–".to_owned() } else { told.join(", ") }
}

fn effect(effect: &Effect) -> String {
    match effect {
        Effect::Step { order, step, reason } => {
            let reason = reason.as_ref().map_or_else(String::new, |why| format!(" ({why})"));
            format!("asks: {step} {}{reason}", 100 + order.0)
        }
        other => format!("asks: {other:?}"),
    }
}

fn mode(mode: &Mode) -> String {
    match mode {
        Mode::Help { scroll } => format!("help, line {scroll}"),
        Mode::Cancel(dialog) => {
            let text = dialog.text.as_ref().map_or_else(String::new, |text| format!(": {text:?}"));
            format!("cancel, line {}{text}", dialog.choice)
        }
        Mode::Recall(dialog) => format!("recall, line {}", dialog.choice),
        Mode::Jump(jump) => format!("jump {:?}", jump.typed),
        other => name(other).to_owned(),
    }
}

/// The keys of a mode's scope, and some that mean nothing anywhere else but where people type.
fn pressable(model: &Model) -> Vec<(KeyEvent, String)> {
    let scope = if model.board.is_none() { Scope::Connecting } else { model.mode.scope() };
    let bound = model.keymap.bound(scope, model.words).into_iter();
    let mut keys: Vec<_> = bound.map(|(key, name, _)| (key, name)).collect();
    keys.extend(['ü', '7'].map(|c| (char(c), c.to_string())));
    keys.dedup();
    keys
}

#[test]
fn every_key_in_every_mode() {
    let mut table = String::new();
    for (about, before) in situations() {
        table.extend(["── ", about, "\n"]);
        // Keys that do the same share a row.
        let mut rows: Vec<(String, String)> = Vec::new();
        for (key, named) in pressable(&before) {
            let mut after = before.clone();
            let effects = press(&mut after, key);
            let does = outcome(&before, &after, &effects);
            match rows.iter_mut().find(|(_, known)| *known == does) {
                Some((keys, _)) => keys.extend([" ", &named]),
                None => rows.push((named, does)),
            }
        }
        table.extend(rows.iter().map(|(keys, does)| format!("{keys}: {does}\n")));
    }
    insta::assert_snapshot!(table);
}

#[test]
fn every_mode_has_its_rows_and_every_scope_its_mode() {
    let situations = situations();
    for mode in ["board", "help", "cancel", "cancel, in words", "recall", "close", "jump"] {
        assert!(situations.iter().any(|(_, model)| name(&model.mode) == mode), "{mode}");
    }
    for scope in Scope::ALL.into_iter().filter(|scope| *scope != Scope::Connecting) {
        assert!(situations.iter().any(|(_, model)| model.mode.scope() == scope), "{scope:?}");
    }
    assert!(situations.iter().all(|(_, model)| model.leaving == Leaving::No));
}

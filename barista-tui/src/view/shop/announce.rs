//! A line to everybody: which, and for how long.

use demitasse_shared::shop::Announcement;

use super::{List, Row};
use crate::model::{Announcing, Model, READY_MADE, STANDING_MINUTES};
use crate::theme::Meaning;

pub(super) fn list(model: &Model, announcing: &Announcing) -> List {
    let words = model.words;
    match announcing {
        Announcing::What { standing, choice } => what(model, standing.as_ref(), *choice),
        Announcing::Writing { text } => {
            let mut list = List::new(words.plain("announce-writing"));
            list.push_typed(text);
            list
        }
        Announcing::HowLong { text, choice, .. } => {
            let mut list = List::new(words.plain("announce-how-long"));
            list.push_words(text);
            list.rows.push(Row::default());
            list.rows.extend(STANDING_MINUTES.iter().enumerate().map(|(place, minutes)| {
                let text = words.say("pause-minutes", &[("minutes", (*minutes).into())]);
                Row::digit(place, *choice).and(text, Meaning::Text)
            }));
            list
        }
    }
}

/// The line that stands comes first: it can be taken down.
fn what(model: &Model, standing: Option<&Announcement>, choice: usize) -> List {
    let words = model.words;
    let standing = standing.map(|announcement| {
        words.say("announce-take-down", &[("text", announcement.text.as_str().into())])
    });
    let ready_made = READY_MADE.map(|text| words.plain(text));
    let lines = standing.into_iter().chain(ready_made).chain([words.plain("announce-other")]);
    let mut list = List::new(words.plain("announce-title"));
    list.rows = lines
        .enumerate()
        .map(|(place, line)| Row::digit(place, choice).and(line, Meaning::Text))
        .collect();
    list
}

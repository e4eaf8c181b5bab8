//! For how long the bar pauses.

use super::{List, Row};
use crate::model::{Model, PauseLine};
use crate::theme::Meaning;

pub(super) fn list(model: &Model, lines: &[PauseLine], choice: usize, typed: Option<&str>) -> List {
    let words = model.words;
    if let Some(text) = typed {
        let mut list = List::new(words.plain("pause-typing"));
        list.push_typed(text);
        return list;
    }
    let title = match model.opens_in() {
        Some(minutes) => words.say("pause-until", &[("minutes", minutes.into())]),
        None => words.plain("pause-title"),
    };
    let mut list = List::new(title);
    list.rows = lines
        .iter()
        .enumerate()
        .map(|(place, line)| {
            let text = match line {
                PauseLine::OpenNow => words.plain("pause-open"),
                PauseLine::Minutes(minutes) => {
                    words.say("pause-minutes", &[("minutes", (*minutes).into())])
                }
                PauseLine::Other => words.plain("pause-other"),
            };
            Row::digit(place, choice).and(text, Meaning::Text)
        })
        .collect();
    list
}

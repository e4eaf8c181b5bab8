//! An order for somebody without a phone, as far as it has been said.

use demitasse_shared::api::Submit;
use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::menu::{Drink, Menu, OptionGroup};

/// A walk-up order that is being put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) drink: DrinkId,
    /// The choices that were made.
    pub(crate) options: Vec<ChoiceId>,
    /// The word to whoever makes it.
    pub(crate) note: String,
    /// Whether that word is being written.
    pub(crate) writing: bool,
    /// What arrows have come to: a place among the [picks](Self::picks).
    pub(crate) cursor: usize,
    /// The key under which it was sent, where no answer came; gone once the order is another one.
    pub(crate) key: Option<String>,
}

/// Something to pick: a choice of a group, or the note, which comes last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    Choice {
        /// The group's place among the drink's groups.
        group: usize,
        /// The choice.
        id: ChoiceId,
    },
    Note,
}

impl Draft {
    /// A drink with what is usual.
    pub(crate) fn new(menu: &Menu, drink: &Drink) -> Self {
        let usual = menu.groups_of(drink).filter_map(|group| {
            let default = group.default.as_ref()?;
            group.choices.iter().find(|choice| choice.id == *default && !menu.is_gone(choice))
        });
        Self {
            drink: drink.id.clone(),
            options: usual.map(|choice| choice.id.clone()).collect(),
            note: String::new(),
            writing: false,
            cursor: 0,
            key: None,
        }
    }

    /// An order that was sent and did not come about.
    pub(crate) fn again(submit: Submit, key: Option<String>) -> Self {
        let Submit { drink, options, note } = submit;
        let note = note.unwrap_or_default();
        Self { drink, options, note, writing: false, cursor: 0, key }
    }

    /// All that can be picked, line by line.
    pub(crate) fn picks(&self, menu: &Menu) -> Vec<Pick> {
        let groups = self.groups(menu);
        let choices = groups.iter().enumerate().flat_map(|(place, group)| {
            let pick = move |id: &ChoiceId| Pick::Choice { group: place, id: id.clone() };
            group.choices.iter().map(move |choice| pick(&choice.id))
        });
        choices.chain([Pick::Note]).collect()
    }

    /// The questions about this drink.
    pub(crate) fn groups<'a>(&self, menu: &'a Menu) -> Vec<&'a OptionGroup> {
        menu.drink(&self.drink).map(|drink| menu.groups_of(drink).collect()).unwrap_or_default()
    }

    /// Whether a choice was made.
    pub(crate) fn has(&self, id: &ChoiceId) -> bool {
        self.options.contains(id)
    }

    /// Makes a choice or takes it back. Of a group that gives one, another choice is in its place.
    pub(crate) fn toggle(&mut self, group: &OptionGroup, id: &ChoiceId) {
        self.key = None;
        let had = self.has(id);
        if had && group.required && !group.several {
            return;
        }
        let gone = |option: &ChoiceId| {
            option == id || (!group.several && group.choices.iter().any(|c| c.id == *option))
        };
        self.options.retain(|option| !gone(option));
        if !had {
            self.options.push(id.clone());
        }
    }

    /// The first question that needs an answer and has none.
    pub(crate) fn missing<'a>(&self, menu: &'a Menu) -> Option<(usize, &'a OptionGroup)> {
        let unanswered = |group: &OptionGroup| {
            group.required && !group.choices.iter().any(|choice| self.has(&choice.id))
        };
        self.groups(menu).into_iter().enumerate().find(|(_, group)| unanswered(group))
    }

    /// What is in it and has run out meanwhile.
    pub(crate) fn sold_out<'a>(&self, menu: &'a Menu) -> Option<&'a str> {
        let drink = menu.drink(&self.drink)?;
        if menu.is_sold_out(drink) {
            return Some(&drink.name);
        }
        let mut choices = menu.groups_of(drink).flat_map(|group| &group.choices);
        choices.find(|choice| menu.is_gone(choice) && self.has(&choice.id)).map(|c| c.name.as_str())
    }

    /// The order as it is sent, its choices in the menu's order.
    pub(crate) fn submit(&self, menu: &Menu) -> Submit {
        let choices = self.groups(menu).into_iter().flat_map(|group| &group.choices);
        let options = choices.map(|choice| choice.id.clone()).filter(|id| self.has(id)).collect();
        let note = self.note.trim();
        let note = (!note.is_empty()).then(|| note.to_owned());
        Submit { drink: self.drink.clone(), options, note }
    }
}

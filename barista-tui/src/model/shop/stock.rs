//! What has run out: drinks, and choices of any drink.

use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::menu::{Drink, Menu};

use crate::model::Model;

/// Something that can run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StockItem {
    Drink(DrinkId),
    Choice(ChoiceId),
}

/// A mark that was asked for here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) item: StockItem,
    pub(crate) there: bool,
}

/// One line of what can run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StockLine {
    pub(crate) item: StockItem,
    /// Its name; a choice's after its group's, such as "Milk: Oat".
    pub(crate) name: String,
    /// Whether it is there itself, once all that was asked has happened.
    pub(crate) there: bool,
    /// What it cannot do without and is gone, such as milk.
    pub(crate) lacks: Option<String>,
    /// The server has not confirmed it yet.
    pub(crate) pending: bool,
}

impl StockLine {
    /// Whether nobody can have it.
    pub(crate) fn is_out(&self) -> bool {
        !self.there || self.lacks.is_some()
    }
}

impl Model {
    /// The menu as it will be once all that was asked has happened.
    pub(crate) fn menu_shown(&self) -> Option<Menu> {
        let mut menu = self.menu.clone()?;
        for mark in &self.desk.marks {
            put(&mut menu, &mark.item, mark.there);
        }
        Some(menu)
    }

    /// All that can run out, in the menu's order.
    pub(crate) fn stock(&self) -> Vec<StockLine> {
        let Some(menu) = self.menu_shown() else { return Vec::new() };
        let drinks = menu.drinks.iter().map(|drink| {
            let item = StockItem::Drink(drink.id.clone());
            let lacks = lacks(&menu, drink);
            self.stock_line(item, drink.name.clone(), drink.available, lacks)
        });
        let choices = menu.groups.iter().flat_map(|group| {
            group.choices.iter().map(|choice| {
                let item = StockItem::Choice(choice.id.clone());
                let name = format!("{}: {}", group.name, choice.name);
                self.stock_line(item, name, choice.available, None)
            })
        });
        drinks.chain(choices).collect()
    }

    fn stock_line(
        &self,
        item: StockItem,
        name: String,
        there: bool,
        lacks: Option<String>,
    ) -> StockLine {
        let pending = self.desk.marks.iter().any(|mark| mark.item == item);
        StockLine { item, name, there, lacks, pending }
    }
}

/// The group that a drink needs and of which nothing is left.
fn lacks(menu: &Menu, drink: &Drink) -> Option<String> {
    let mut groups = menu.groups_of(drink);
    groups.find(|group| group.required && group.is_sold_out()).map(|group| group.name.clone())
}

/// Marks something on a menu.
pub(crate) fn put(menu: &mut Menu, item: &StockItem, there: bool) {
    match item {
        StockItem::Drink(id) => {
            for drink in menu.drinks.iter_mut().filter(|drink| drink.id == *id) {
                drink.available = there;
            }
        }
        StockItem::Choice(id) => {
            let choices = menu.groups.iter_mut().flat_map(|group| &mut group.choices);
            for choice in choices.filter(|choice| choice.id == *id) {
                choice.available = there;
            }
        }
    }
}

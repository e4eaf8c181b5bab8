//! What has run out: what things are made with, drinks, and choices of any drink.

pub(crate) use demitasse_shared::menu::Item as StockItem;
use demitasse_shared::menu::Menu;

use crate::model::Model;

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
            menu.mark(&mark.item, mark.there);
        }
        Some(menu)
    }

    /// All that can run out, in the menu's order: what things are made with comes first.
    pub(crate) fn stock(&self) -> Vec<StockLine> {
        let Some(menu) = self.menu_shown() else { return Vec::new() };
        let ingredients = menu.ingredients.iter().map(|own| {
            let item = StockItem::Ingredient(own.id.clone());
            self.stock_line(item, own.name.clone(), own.available, None)
        });
        let drinks = menu.listed().into_iter().map(|drink| {
            let item = StockItem::Drink(drink.id.clone());
            let lacks = menu.lacks(drink).map(str::to_owned);
            self.stock_line(item, drink.name.clone(), drink.available, lacks)
        });
        let choices = menu.groups.iter().flat_map(|group| {
            group.choices.iter().map(|choice| {
                let item = StockItem::Choice(choice.id.clone());
                let name = format!("{}: {}", group.name, choice.name);
                let lacks = menu.missing(&choice.needs).map(|own| own.name.clone());
                self.stock_line(item, name, choice.available, lacks)
            })
        });
        ingredients.chain(drinks).chain(choices).collect()
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

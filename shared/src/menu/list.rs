//! The drinks under their headings.

use super::{Category, Drink, Menu};

/// A heading and the drinks below it. What stands under none comes first, without a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The heading.
    pub category: Option<&'a Category>,
    /// Its drinks, in the menu's order.
    pub drinks: Vec<&'a Drink>,
}

impl Menu {
    /// The drinks as people see them: under their headings, which come in their own order. A
    /// heading without a drink does not show.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let headings = std::iter::once(None).chain(self.categories.iter().map(Some));
        let sections = headings.map(|category| Section {
            category,
            drinks: self.drinks.iter().filter(|d| self.is_under(d, category)).collect(),
        });
        sections.filter(|section| !section.drinks.is_empty()).collect()
    }

    /// The same drinks in the same order, without the headings.
    pub fn listed(&self) -> Vec<&Drink> {
        self.sections().into_iter().flat_map(|section| section.drinks).collect()
    }

    /// Whether a drink stands under a heading; one that is not on the menu is none.
    fn is_under(&self, drink: &Drink, category: Option<&Category>) -> bool {
        let own = self.categories.iter().find(|own| Some(&own.id) == drink.category.as_ref());
        own.map(|own| &own.id) == category.map(|category| &category.id)
    }
}

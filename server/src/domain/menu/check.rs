//! Whether a menu can be used: everything that is wrong with it at once.

mod bounds;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt;

use demitasse_shared::choices::nearest;
use demitasse_shared::icons;
use demitasse_shared::ids::IngredientId;
use demitasse_shared::menu::{Drink, Menu, OptionGroup, Translations};

use crate::domain::limits;

/// The languages in which guests may read a menu: those of the pages.
pub const LANGUAGES: [&str; 10] = ["en", "es", "fr", "de", "pt", "it", "ja", "zh", "ko", "ar"];

/// A place in a menu: which entry of which list, which of its choices, which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// `categories`, `ingredients`, `drinks` or `groups`.
    pub list: &'static str,
    /// Which entry, counted from zero.
    pub entry: usize,
    /// Which of its choices, where it is about one.
    pub choice: Option<usize>,
    /// Which key; empty where it is about the entry as a whole.
    pub key: &'static str,
}

impl Spot {
    /// An entry of a list.
    pub fn entry(list: &'static str, entry: usize) -> Self {
        Self { list, entry, choice: None, key: "" }
    }

    /// One of its choices.
    #[must_use]
    pub fn choice(self, choice: usize) -> Self {
        Self { choice: Some(choice), ..self }
    }

    /// A key of it.
    #[must_use]
    pub fn key(self, key: &'static str) -> Self {
        Self { key, ..self }
    }
}

/// Something that is wrong with a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, if it is in one place.
    pub spot: Option<Spot>,
    /// What, as a sentence without its full stop.
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// Checks a menu before it is taken over.
///
/// # Errors
/// Everything that is wrong with it.
pub fn check(menu: &Menu) -> Result<(), Vec<Fault>> {
    let mut checker = Checker { menu, faults: Vec::new() };
    checker.bounds();
    checker.words();
    checker.headings();
    for (place, drink) in menu.drinks.iter().enumerate() {
        checker.drink(Spot::entry("drinks", place), drink);
    }
    for (place, group) in menu.groups.iter().enumerate() {
        checker.group(Spot::entry("groups", place), group);
    }
    if checker.faults.is_empty() { Ok(()) } else { Err(checker.faults) }
}

struct Checker<'a> {
    menu: &'a Menu,
    faults: Vec<Fault>,
}

impl<'a> Checker<'a> {
    fn fault(&mut self, spot: Spot, words: impl fmt::Display) {
        let words = format!("{}: {words}", self.called(spot));
        self.faults.push(Fault { spot: Some(spot), words });
    }

    /// What a person calls an entry: by its word, or by its place where it has none.
    fn called(&self, spot: Spot) -> String {
        let entry = spot.entry;
        let (what, id) = match spot.list {
            "categories" => ("category", self.menu.categories.get(entry).map(|c| c.id.as_str())),
            "ingredients" => {
                ("ingredient", self.menu.ingredients.get(entry).map(|i| i.id.as_str()))
            }
            "drinks" => ("drink", self.menu.drinks.get(entry).map(|d| d.id.as_str())),
            _ => ("group", self.menu.groups.get(entry).map(|g| g.id.as_str())),
        };
        let own = |what: &str, id: Option<&str>, place: usize| match id {
            Some(id) if !id.is_empty() => format!("{what} {id}"),
            _ => format!("{what} no. {}", place + 1),
        };
        let Some(choice) = spot.choice else { return own(what, id, entry) };
        let group = self.menu.groups.get(entry);
        let id = group.and_then(|group| group.choices.get(choice)).map(|c| c.id.as_str());
        own("choice", id, choice)
    }

    /// Every id: what it looks like, and that nothing else has it.
    fn words(&mut self) {
        let menu = self.menu;
        let entries = |list| move |entry| Spot::entry(list, entry).key("id");
        let spots = |list, count| (0..count).map(entries(list));
        let ids = menu.categories.iter().map(|c| c.id.as_str());
        self.unique(spots("categories", ids.len()).zip(ids));
        let ids = menu.ingredients.iter().map(|i| i.id.as_str());
        self.unique(spots("ingredients", ids.len()).zip(ids));
        let ids = menu.drinks.iter().map(|d| d.id.as_str());
        self.unique(spots("drinks", ids.len()).zip(ids));
        let ids = menu.groups.iter().map(|g| g.id.as_str());
        self.unique(spots("groups", ids.len()).zip(ids));
        let choices = menu.groups.iter().enumerate().flat_map(|(entry, group)| {
            let spot = Spot::entry("groups", entry).key("id");
            group.choices.iter().enumerate().map(move |(c, own)| (spot.choice(c), own.id.as_str()))
        });
        self.unique(choices);
    }

    fn unique(&mut self, ids: impl Iterator<Item = (Spot, &'a str)>) {
        let mut seen = BTreeSet::new();
        for (spot, id) in ids {
            if !bounds::is_word(id) {
                let most = bounds::WORD_CHARS;
                let rule = "an id is a word of small letters, digits and hyphens";
                self.fault(spot, format!("{id:?} is no id: {rule}, {most} characters at most"));
            } else if !seen.insert(id) {
                self.fault(spot, "it is there twice");
            }
        }
    }

    /// A station is told its drinks and its categories in one breath.
    fn headings(&mut self) {
        for (entry, category) in self.menu.categories.iter().enumerate() {
            let spot = Spot::entry("categories", entry);
            let same = self.menu.drinks.iter().any(|d| d.id.as_str() == category.id.as_str());
            if same && !category.id.as_str().is_empty() {
                self.fault(spot.key("id"), "a drink has the same id, and stations take both");
            }
            self.names(spot, &category.name, &category.names);
        }
        for (entry, ingredient) in self.menu.ingredients.iter().enumerate() {
            let spot = Spot::entry("ingredients", entry);
            self.text(spot.key("name"), &ingredient.name, limits::NAME_CHARS);
        }
    }

    fn drink(&mut self, spot: Spot, drink: &Drink) {
        self.names(spot, &drink.name, &drink.names);
        if let Some(about) = &drink.about {
            self.text(spot.key("about"), about, bounds::ABOUT_CHARS);
        } else if !drink.abouts.is_empty() {
            self.fault(spot.key("abouts"), "it has `abouts` without an `about` to translate");
        }
        self.translations(spot.key("abouts"), &drink.abouts, bounds::ABOUT_CHARS);
        self.known(spot.key("icon"), "icon", &drink.icon, icons::names());
        if let Some(category) = &drink.category {
            let known = self.menu.categories.iter().map(|category| category.id.as_str());
            self.known(spot.key("category"), "category", category.as_str(), known);
        }
        let mut seen = BTreeSet::new();
        for group in &drink.groups {
            let known = self.menu.groups.iter().map(|group| group.id.as_str());
            self.known(spot.key("groups"), "group", group.as_str(), known);
            if !seen.insert(group) {
                self.fault(spot.key("groups"), format!("it asks for {group} twice"));
            }
        }
        self.needs(spot.key("needs"), &drink.needs);
        if !bounds::WORK.contains(&drink.work) {
            let (least, most) = bounds::WORK.into_inner();
            self.fault(spot.key("work"), format!("its work goes from {least} to {most} points"));
        }
    }

    fn group(&mut self, spot: Spot, group: &OptionGroup) {
        self.names(spot, &group.name, &group.names);
        if let Some(default) = &group.default {
            let own = group.choices.iter().map(|choice| choice.id.as_str());
            self.known(spot.key("default"), "choice", default.as_str(), own);
        }
        for (place, choice) in group.choices.iter().enumerate() {
            let spot = spot.choice(place);
            self.names(spot, &choice.name, &choice.names);
            self.needs(spot.key("needs"), &choice.needs);
        }
    }

    fn needs(&mut self, spot: Spot, needs: &[IngredientId]) {
        let mut seen = BTreeSet::new();
        for need in needs {
            let known = self.menu.ingredients.iter().map(|ingredient| ingredient.id.as_str());
            self.known(spot, "ingredient", need.as_str(), known);
            if !seen.insert(need) {
                self.fault(spot, format!("it needs {need} twice"));
            }
        }
    }

    fn known<'b>(
        &mut self,
        spot: Spot,
        what: &str,
        word: &str,
        known: impl Iterator<Item = &'b str> + Clone,
    ) {
        if known.clone().any(|known| known == word) {
            return;
        }
        let meant = nearest(word, known.clone()).map(|near| format!("; did you mean {near:?}?"));
        let listed = || match known.collect::<Vec<_>>() {
            all if all.is_empty() || all.len() > bounds::LISTED => String::new(),
            all => format!("; there are {}", all.join(", ")),
        };
        let meant = meant.unwrap_or_else(listed);
        self.fault(spot, format!("there is no {what} {word:?}{meant}"));
    }

    fn names(&mut self, spot: Spot, name: &str, names: &Translations) {
        self.text(spot.key("name"), name, limits::NAME_CHARS);
        self.translations(spot.key("names"), names, limits::NAME_CHARS);
    }

    fn translations(&mut self, spot: Spot, texts: &Translations, most: usize) {
        for (tag, text) in texts {
            self.known(spot, "language", tag, LANGUAGES.into_iter());
            self.text(spot, text, most);
        }
    }

    fn text(&mut self, spot: Spot, text: &str, most: usize) {
        match text.chars().count() {
            0 => self.fault(spot, format!("its `{}` is empty", spot.key)),
            count if count > most => {
                self.fault(spot, format!("{text:?} has {count} characters, more than {most}"));
            }
            _ if limits::plain(text) != text => {
                let words = "spaces at its ends or in a row, or characters that cannot be seen";
                self.fault(spot, format!("{text:?} has {words}"));
            }
            _ => {}
        }
    }
}

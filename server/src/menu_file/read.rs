//! Reading. Nothing stops at the first fault: whoever writes a menu before doors wants to hear all
//! of them.

mod keys;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use demitasse_shared::choices::nearest;
use demitasse_shared::menu::{
    Category, Choice, Drink, Ingredient, Menu, OptionGroup, Translations,
};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;
use crate::domain::menu::{Spot, check};

/// Reads a menu file.
///
/// # Errors
/// Everything that is wrong with it, line by line.
pub fn read(text: &str) -> Result<Menu, Vec<Fault>> {
    let (root, broken) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, ..Reader::default() };
    if !broken.is_empty() {
        return Err(reader.unreadable(&broken));
    }
    let menu = reader.menu(root.get_ref());
    if let Err(faults) = check(&menu) {
        reader.contradicts(faults);
    }
    if reader.faults.is_empty() { Ok(menu) } else { Err(sorted(reader.faults)) }
}

/// Line by line, each once; what is about the whole file comes last.
fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| fault.line.unwrap_or(usize::MAX));
    faults.dedup();
    faults
}

#[derive(Debug, Default)]
struct Reader<'t> {
    text: &'t str,
    /// Where everything stands that was read.
    lines: BTreeMap<Spot, usize>,
    /// What could not be read, so that nothing more is said about it.
    unread: BTreeSet<Spot>,
    /// Whether a list could not be read, so that it is not missed.
    is_partial: bool,
    faults: Vec<Fault>,
}

/// A table of the file, with its place in the menu.
type Entry<'a> = (Spot, &'a DeTable<'a>);

impl Reader<'_> {
    fn menu(&mut self, root: &DeTable<'_>) -> Menu {
        for (key, _) in root.iter().filter(|(key, _)| !keys::LISTS.contains(&&**key.get_ref())) {
            self.is_partial = true;
            let words = unknown("the menu", key.get_ref(), &keys::LISTS);
            self.fault(Some(key.span().start), words);
        }
        let list = |list: &'static str| move |entry| Spot::entry(list, entry);
        let entries = self.entries(root, "categories", &keys::CATEGORY, list("categories"));
        let categories = entries.into_iter().map(|entry| self.category(entry)).collect();
        let entries = self.entries(root, "ingredients", &keys::INGREDIENT, list("ingredients"));
        let ingredients = entries.into_iter().map(|entry| self.ingredient(entry)).collect();
        let entries = self.entries(root, "drinks", &keys::DRINK, list("drinks"));
        let drinks = entries.into_iter().map(|entry| self.drink(entry)).collect();
        let entries = self.entries(root, "groups", &keys::GROUP, list("groups"));
        let groups = entries.into_iter().map(|entry| self.group(entry)).collect();
        Menu { categories, ingredients, drinks, groups }
    }

    fn category(&mut self, at: Entry<'_>) -> Category {
        let (id, name) = (self.word(at, "id"), self.word(at, "name"));
        Category { id: id.as_str().into(), name, names: self.texts(at, "names") }
    }

    fn ingredient(&mut self, at: Entry<'_>) -> Ingredient {
        let (id, name) = (self.word(at, "id"), self.word(at, "name"));
        Ingredient { id: id.as_str().into(), name, available: self.flag(at, "available", true) }
    }

    fn drink(&mut self, at: Entry<'_>) -> Drink {
        Drink {
            id: self.word(at, "id").as_str().into(),
            name: self.word(at, "name"),
            names: self.texts(at, "names"),
            about: self.text(at, "about"),
            abouts: self.texts(at, "abouts"),
            icon: self.word(at, "icon"),
            category: self.text(at, "category").map(|word| word.as_str().into()),
            needs: self.words(at, "needs").iter().map(|word| word.as_str().into()).collect(),
            work: self.points(at, "work"),
            groups: self.words(at, "groups").iter().map(|word| word.as_str().into()).collect(),
            available: self.flag(at, "available", true),
        }
    }

    fn group(&mut self, at: Entry<'_>) -> OptionGroup {
        let (spot, table) = at;
        let choices = self.entries(table, "choices", &keys::CHOICE, |place| spot.choice(place));
        if table.get("choices").is_none() {
            self.missing(at, "choices");
        }
        OptionGroup {
            id: self.word(at, "id").as_str().into(),
            name: self.word(at, "name"),
            names: self.texts(at, "names"),
            required: self.flag(at, "required", false),
            several: self.flag(at, "several", false),
            default: self.text(at, "default").map(|word| word.as_str().into()),
            choices: choices.into_iter().map(|entry| self.choice(entry)).collect(),
        }
    }

    fn choice(&mut self, at: Entry<'_>) -> Choice {
        Choice {
            id: self.word(at, "id").as_str().into(),
            name: self.word(at, "name"),
            names: self.texts(at, "names"),
            needs: self.words(at, "needs").iter().map(|word| word.as_str().into()).collect(),
            available: self.flag(at, "available", true),
        }
    }

    /// The tables of a list, once their keys are known.
    fn entries<'a>(
        &mut self,
        table: &'a DeTable<'a>,
        list: &'static str,
        known: &'static [&'static str],
        spot: impl Fn(usize) -> Spot,
    ) -> Vec<Entry<'a>> {
        let Some(value) = table.get(list) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.is_partial = true;
            let kind = value.get_ref().type_str();
            let words =
                format!("`{list}` is a list of tables, each under [[{list}]]: this is {kind}");
            self.fault(Some(value.span().start), words);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (place, value) in array.iter().enumerate() {
            let spot = spot(place);
            self.lines.insert(spot, self.line(value.span().start));
            let Some(table) = value.get_ref().as_table() else {
                let kind = value.get_ref().type_str();
                self.fault(
                    Some(value.span().start),
                    format!("an entry of `{list}` is a table: this is {kind}"),
                );
                continue;
            };
            self.keys((spot, table), known);
            entries.push((spot, table));
        }
        entries
    }

    /// Notes where the keys stand, and names those that nobody knows.
    fn keys(&mut self, at: Entry<'_>, known: &'static [&'static str]) {
        for key in at.1.keys() {
            match known.iter().find(|known| **known == &**key.get_ref()) {
                Some(known) => {
                    let line = self.line(key.span().start);
                    self.lines.insert(at.0.key(known), line);
                }
                None => {
                    let words = unknown(&called(at), key.get_ref(), known);
                    self.fault(Some(key.span().start), words);
                }
            }
        }
    }

    /// A text that must be there.
    fn word(&mut self, at: Entry<'_>, key: &'static str) -> String {
        if at.1.get(key).is_none() {
            self.missing(at, key);
        }
        self.text(at, key).unwrap_or_default()
    }

    fn text(&mut self, at: Entry<'_>, key: &'static str) -> Option<String> {
        let value = at.1.get(key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        text.or_else(|| self.wrong(at, key, value, "a text in quotes"))
    }

    fn flag(&mut self, at: Entry<'_>, key: &'static str, usual: bool) -> bool {
        let Some(value) = at.1.get(key) else { return usual };
        let flag = value.get_ref().as_bool();
        flag.or_else(|| self.wrong(at, key, value, "true or false")).unwrap_or(usual)
    }

    fn points(&mut self, at: Entry<'_>, key: &'static str) -> u32 {
        let Some(value) = at.1.get(key) else { return 1 };
        let number = value.get_ref().as_integer();
        let number = number.and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        number.or_else(|| self.wrong(at, key, value, "a whole number such as 2")).unwrap_or(1)
    }

    fn words(&mut self, at: Entry<'_>, key: &'static str) -> Vec<String> {
        let Some(value) = at.1.get(key) else { return Vec::new() };
        let words = value.get_ref().as_array().and_then(|array| {
            array.iter().map(|word| word.get_ref().as_str().map(str::to_owned)).collect()
        });
        words
            .or_else(|| self.wrong(at, key, value, "a list of words such as [\"oat\"]"))
            .unwrap_or_default()
    }

    fn texts(&mut self, at: Entry<'_>, key: &'static str) -> Translations {
        let Some(value) = at.1.get(key) else { return Translations::new() };
        let texts = value.get_ref().as_table().and_then(|table| {
            let pair = |(tag, text): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
                let tag: &std::borrow::Cow<'_, str> = tag.get_ref();
                text.get_ref().as_str().map(|text| (tag.clone().into_owned(), text.to_owned()))
            };
            table.iter().map(pair).collect()
        });
        let wanted = "texts by language such as { de = \"Tee\" }";
        texts.or_else(|| self.wrong(at, key, value, wanted)).unwrap_or_default()
    }

    fn missing(&mut self, at: Entry<'_>, key: &'static str) {
        self.unread.insert(at.0.key(key));
        let words = format!("{}: it has no `{key}`", called(at));
        let line = self.lines.get(&at.0).copied();
        self.faults.push(Fault { line, words });
    }

    /// A value of another kind.
    fn wrong<T>(
        &mut self,
        at: Entry<'_>,
        key: &'static str,
        value: &Spanned<DeValue<'_>>,
        wanted: &str,
    ) -> Option<T> {
        self.unread.insert(at.0.key(key));
        self.fault(Some(value.span().start), format!("{}: `{key}` is {wanted}", called(at)));
        None
    }

    fn fault(&mut self, at: Option<usize>, words: impl fmt::Display) {
        let line = at.map(|at| self.line(at));
        self.faults.push(Fault { line, words: words.to_string() });
    }

    fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    /// What is no TOML at all; only the first of a line's faults is not the fault of another one.
    fn unreadable(&self, errors: &[toml::de::Error]) -> Vec<Fault> {
        let fault = |error: &toml::de::Error| {
            let words = error.message().lines().collect::<Vec<_>>().join(", ");
            Fault { line: error.span().map(|span| self.line(span.start)), words }
        };
        let mut faults: Vec<_> = errors.iter().map(fault).collect();
        faults.sort_by_key(|fault| fault.line);
        faults.dedup_by_key(|fault| fault.line);
        faults
    }

    /// What the menu's own check found, but for what could not be read in the first place.
    fn contradicts(&mut self, faults: Vec<crate::domain::menu::Fault>) {
        for crate::domain::menu::Fault { spot, words } in faults {
            let is_told = spot.map_or(self.is_partial, |spot| self.unread.contains(&spot));
            if !is_told {
                let line = spot.and_then(|spot| self.line_of(spot));
                self.faults.push(Fault { line, words });
            }
        }
    }

    /// The line of a key, or of the entry that should have it.
    fn line_of(&self, spot: Spot) -> Option<usize> {
        self.lines.get(&spot).or_else(|| self.lines.get(&spot.key(""))).copied()
    }
}

/// What a person calls an entry.
fn called((spot, table): Entry<'_>) -> String {
    let what = match (spot.list, spot.choice) {
        (_, Some(_)) => "choice",
        ("categories", _) => "category",
        ("ingredients", _) => "ingredient",
        ("drinks", _) => "drink",
        _ => "group",
    };
    let id = table.get("id").and_then(|id| id.get_ref().as_str()).filter(|id| !id.is_empty());
    id.map_or_else(
        || format!("{what} no. {}", spot.choice.unwrap_or(spot.entry) + 1),
        |id| format!("{what} {id}"),
    )
}

fn unknown(who: &str, key: &str, known: &[&'static str]) -> String {
    match nearest(key, known.iter().copied()) {
        Some(meant) => format!("{who}: there is no key {key:?}; did you mean {meant:?}?"),
        None => format!("{who}: there is no key {key:?}; there are {}", known.join(", ")),
    }
}

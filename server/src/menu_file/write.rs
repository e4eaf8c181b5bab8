//! Writing: a file that a person can go on with, and that reads back to the same menu.

use std::fmt::{self, Write};

use demitasse_shared::icons;
use demitasse_shared::menu::{
    Category, Choice, Drink, Ingredient, Menu, OptionGroup, Translations,
};

/// What stands above a menu. The cups come behind it.
const HEAD: &str = "\
# The menu of a Demitasse bar. `demitasse menu check FILE` tells everything that is wrong with it,
# `demitasse menu import FILE` puts it up. All keys are explained in docs/menu.md.
#
# An `id` is a word of small letters, digits and hyphens. `names` and `abouts` are what guests read
# in their own language (es, fr, de, pt, it, ja, zh, ko, ar) instead of `name` and `about`.
# `available = false` marks what has run out.
";

const CATEGORIES: &str = "
# The headings, in the order in which guests see them.
";

const INGREDIENTS: &str = "
# What can run out for several drinks at once. Whatever needs it is out with it.
";

const DRINKS: &str = "
# The drinks. `work` is in points: one point is the work of the quickest drink.
";

const GROUPS: &str = "
# The questions about drinks. `default` is what guests find chosen, `several` lets them take more
# than one, and without an answer to what is `required` there is no order.
";

/// Writes a menu down.
pub fn write(menu: &Menu) -> String {
    let mut file = String::new();
    // Writing into a text cannot fail.
    match written(&mut file, menu) {
        Ok(()) => file,
        Err(fmt::Error) => String::new(),
    }
}

fn written(file: &mut String, menu: &Menu) -> fmt::Result {
    file.push_str(HEAD);
    let cups: Vec<_> = icons::names().collect();
    writeln!(file, "#\n# The cups that can be an `icon`: {}.", cups.join(", "))?;
    let about = |file: &mut String, words: &str, is_empty: bool| {
        file.push_str(if is_empty { "" } else { words });
    };
    about(file, CATEGORIES, menu.categories.is_empty());
    menu.categories.iter().try_for_each(|own| category(file, own))?;
    about(file, INGREDIENTS, menu.ingredients.is_empty());
    menu.ingredients.iter().try_for_each(|own| ingredient(file, own))?;
    about(file, DRINKS, menu.drinks.is_empty());
    menu.drinks.iter().try_for_each(|own| drink(file, own))?;
    about(file, GROUPS, menu.groups.is_empty());
    menu.groups.iter().try_for_each(|own| group(file, own))
}

fn category(file: &mut String, own: &Category) -> fmt::Result {
    head(file, "categories", own.id.as_str(), &own.name, &own.names)
}

fn ingredient(file: &mut String, own: &Ingredient) -> fmt::Result {
    head(file, "ingredients", own.id.as_str(), &own.name, &Translations::new())?;
    mark(file, own.available)
}

fn drink(file: &mut String, own: &Drink) -> fmt::Result {
    head(file, "drinks", own.id.as_str(), &own.name, &own.names)?;
    if let Some(about) = &own.about {
        writeln!(file, "about = {}", quoted(about))?;
    }
    texts(file, "abouts", &own.abouts)?;
    writeln!(file, "icon = {}", quoted(&own.icon))?;
    if let Some(category) = &own.category {
        writeln!(file, "category = {}", quoted(category.as_str()))?;
    }
    words(file, "groups", own.groups.iter().map(demitasse_shared::ids::GroupId::as_str))?;
    words(file, "needs", own.needs.iter().map(demitasse_shared::ids::IngredientId::as_str))?;
    if own.work != 1 {
        writeln!(file, "work = {}", own.work)?;
    }
    mark(file, own.available)
}

fn group(file: &mut String, own: &OptionGroup) -> fmt::Result {
    head(file, "groups", own.id.as_str(), &own.name, &own.names)?;
    for (key, _) in [("required", own.required), ("several", own.several)].iter().filter(|k| k.1) {
        writeln!(file, "{key} = true")?;
    }
    if let Some(default) = &own.default {
        writeln!(file, "default = {}", quoted(default.as_str()))?;
    }
    if own.choices.is_empty() {
        writeln!(file, "choices = []")?;
    }
    own.choices.iter().try_for_each(|own| choice(file, own))
}

fn choice(file: &mut String, own: &Choice) -> fmt::Result {
    head(file, "groups.choices", own.id.as_str(), &own.name, &own.names)?;
    words(file, "needs", own.needs.iter().map(demitasse_shared::ids::IngredientId::as_str))?;
    mark(file, own.available)
}

fn head(file: &mut String, list: &str, id: &str, name: &str, names: &Translations) -> fmt::Result {
    writeln!(file, "\n[[{list}]]\nid = {}\nname = {}", quoted(id), quoted(name))?;
    texts(file, "names", names)
}

fn mark(file: &mut String, available: bool) -> fmt::Result {
    if available { Ok(()) } else { writeln!(file, "available = false") }
}

fn words<'a>(file: &mut String, key: &str, list: impl Iterator<Item = &'a str>) -> fmt::Result {
    let list: Vec<_> = list.map(quoted).collect();
    if list.is_empty() { Ok(()) } else { writeln!(file, "{key} = [{}]", list.join(", ")) }
}

fn texts(file: &mut String, key: &str, texts: &Translations) -> fmt::Result {
    let pairs = texts.iter().map(|(tag, text)| format!("{} = {}", bare(tag), quoted(text)));
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() { Ok(()) } else { writeln!(file, "{key} = {{ {} }}", pairs.join(", ")) }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A key as TOML writes it: without quotes where it needs none.
fn bare(key: &str) -> String {
    let needs_none = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if needs_none { key.to_owned() } else { quoted(key) }
}

//! `demitasse menu show`.

use std::fmt::{self, Write};

use demitasse_shared::menu::{Menu, OptionGroup};

use super::{MenuError, Place, current, say};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ShowArgs {
    #[command(flatten)]
    place: Place,

    /// Print the menu as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: ShowArgs) -> Result<(), MenuError> {
    let menu = current(&args.place).await?;
    let text = if args.json { serde_json::to_string(&menu)? } else { shown(&menu) };
    Ok(say(&text)?)
}

/// The menu as a person at a terminal reads it.
pub(super) fn shown(menu: &Menu) -> String {
    let mut text = String::new();
    match written(&mut text, menu) {
        Ok(()) => text,
        // Writing into a text cannot fail.
        Err(fmt::Error) => String::new(),
    }
}

fn written(text: &mut String, menu: &Menu) -> fmt::Result {
    let ids =
        menu.drinks.iter().map(|d| d.id.as_str()).chain(menu.choices().map(|c| c.id.as_str()));
    let ids = ids.chain(menu.ingredients.iter().map(|i| i.id.as_str()));
    let width = ids.map(str::len).max().unwrap_or_default();
    for section in menu.sections() {
        let title = section.category.map_or("Drinks", |category| category.name.as_str());
        writeln!(text, "{title}")?;
        for drink in section.drinks {
            let lacks = menu.lacks(drink).filter(|_| drink.available);
            let mark = marked(menu.is_sold_out(drink), lacks);
            writeln!(text, "  {:width$}  {}{mark}", drink.id.as_str(), drink.name)?;
        }
    }
    for group in &menu.groups {
        writeln!(text, "{} ({})", group.name, asked(group))?;
        for choice in &group.choices {
            let missing = menu.missing(&choice.needs).filter(|_| choice.available);
            let mark = marked(menu.is_gone(choice), missing.map(|own| own.name.as_str()));
            writeln!(text, "  {:width$}  {}{mark}", choice.id.as_str(), choice.name)?;
        }
    }
    if !menu.ingredients.is_empty() {
        writeln!(text, "Ingredients")?;
    }
    for own in &menu.ingredients {
        let mark = marked(!own.available, None);
        writeln!(text, "  {:width$}  {}{mark}", own.id.as_str(), own.name)?;
    }
    Ok(())
}

/// That something has run out, and what it lacks where that is something else.
fn marked(is_out: bool, lacks: Option<&str>) -> String {
    match lacks {
        _ if !is_out => String::new(),
        Some(lacks) => format!(" - sold out: no {lacks}"),
        None => " - sold out".to_owned(),
    }
}

/// How a question is asked.
fn asked(group: &OptionGroup) -> String {
    let how = match (group.required, group.several) {
        (true, true) => "at least one",
        (true, false) => "one",
        (false, true) => "any",
        (false, false) => "one or none",
    };
    let default = group.default.as_ref();
    default.map_or_else(|| how.to_owned(), |default| format!("{how}, usually {default}"))
}

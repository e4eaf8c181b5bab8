//! `demitasse menu sold-out` and `back`.

use demitasse_shared::menu::{Item, Menu, SoldOut};

use super::{MenuError, Place, Reached, clock, reach, say, word};
use crate::app::{mark_offline, menu_offline};
use crate::config::default_menu;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MarkArgs {
    /// What: ids or names of drinks, choices or ingredients, such as oat-milk "Flat white"
    #[arg(value_name = "WORD", required = true)]
    words: Vec<String>,

    #[command(flatten)]
    place: Place,

    /// Print all that has run out then as JSON
    #[arg(long)]
    json: bool,
}

/// Marks all of them, or none where one is not on the menu.
pub(super) async fn run(args: MarkArgs, there: bool) -> Result<(), MenuError> {
    let items = |menu: &Menu| -> Result<Vec<Item>, MenuError> {
        Ok(args.words.iter().map(|word| word::meant(menu, word)).collect::<Result<_, _>>()?)
    };
    let (menu, items) = match reach(&args.place.data).await? {
        Reached::Server(server) => {
            let items = items(&server.menu().await?)?;
            for item in &items {
                server.mark(item, there).await?;
            }
            (server.menu().await?, items)
        }
        Reached::Data(mut storage) => {
            let usual = default_menu();
            let items = items(&menu_offline(&mut storage, &usual)?)?;
            mark_offline(&mut storage, &clock(), &usual, &items, there)?;
            (menu_offline(&mut storage, &usual)?, items)
        }
    };
    let sold_out = menu.sold_out();
    if args.json {
        return Ok(say(&serde_json::to_string(&sold_out)?)?);
    }
    Ok(say(&told(&menu, &sold_out, &items, there))?)
}

/// What was marked, and all that cannot be had now.
fn told(menu: &Menu, sold_out: &SoldOut, items: &[Item], there: bool) -> String {
    let marked: Vec<_> = items.iter().map(|item| name_of(menu, item)).collect();
    let done = if there { "There again" } else { "Sold out" };
    let drinks = sold_out.drinks.iter().cloned().map(Item::Drink);
    let choices = sold_out.choices.iter().cloned().map(Item::Choice);
    let gone: Vec<_> = drinks.chain(choices).map(|item| name_of(menu, &item)).collect();
    let all = if gone.is_empty() {
        "Everything can be had now.".to_owned()
    } else {
        format!("Cannot be had now: {}.", gone.join(", "))
    };
    format!("{done}: {}.\n{all}", marked.join(", "))
}

/// Its name; a choice's after its group's, such as "Milk: Oat".
fn name_of(menu: &Menu, item: &Item) -> String {
    let found = match item {
        Item::Ingredient(id) => {
            menu.ingredients.iter().find(|own| own.id == *id).map(|own| own.name.clone())
        }
        Item::Drink(id) => menu.drink(id).map(|own| own.name.clone()),
        Item::Choice(id) => menu.groups.iter().find_map(|group| {
            let own = group.choices.iter().find(|own| own.id == *id)?;
            Some(format!("{}: {}", group.name, own.name))
        }),
    };
    found.unwrap_or_default()
}

//! `demitasse menu check`, `import` and `export`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use demitasse_shared::api::Marks;
use demitasse_shared::menu::{Drink, Menu};

use super::{MenuError, Place, Reached, clock, current, reach, say};
use crate::app::{NewMenu, menu_offline, replace_offline};
use crate::config::default_menu;
use crate::menu_file::{Faults, read, write};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckArgs {
    /// The menu file
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Print the faults as JSON, each with its line
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ImportArgs {
    /// The menu file
    #[arg(value_name = "FILE")]
    file: PathBuf,

    #[command(flatten)]
    place: Place,

    /// Take what is sold out from the file alone; otherwise what is sold out now stays so
    #[arg(long)]
    fresh: bool,

    /// Print the menu that is up then as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ExportArgs {
    /// Where to; the standard output if not given
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    #[command(flatten)]
    place: Place,

    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

pub(super) fn check(args: &CheckArgs) -> Result<(), MenuError> {
    let menu = menu_in(&args.file);
    if args.json {
        let faults = match &menu {
            Err(MenuError::Faults(faults)) => faults.faults.as_slice(),
            _ => &[],
        };
        let answer = serde_json::json!({ "ok": menu.is_ok(), "faults": faults });
        say(&answer.to_string())?;
    }
    let menu = menu?;
    if !args.json {
        say(&format!("{} is a good menu: {}.", args.file.display(), counted(&menu)))?;
    }
    Ok(())
}

pub(super) async fn import(args: ImportArgs) -> Result<(), MenuError> {
    let menu = menu_in(&args.file)?;
    let marks = if args.fresh { Marks::Replace } else { Marks::Keep };
    let (before, after) = match reach(&args.place.data).await? {
        Reached::Server(server) => {
            (server.menu().await?, server.set_menu(&menu, marks, None).await?)
        }
        Reached::Data(mut storage) => {
            let usual = default_menu();
            let before = menu_offline(&mut storage, &usual)?;
            let new = NewMenu { menu, marks, version: None };
            (before, replace_offline(&mut storage, &clock(), &usual, new)?)
        }
    };
    if args.json {
        return Ok(say(&serde_json::to_string(&after)?)?);
    }
    Ok(say(&imported(&before, &after))?)
}

pub(super) async fn export(args: ExportArgs) -> Result<(), MenuError> {
    let text = write(&current(&args.place).await?);
    let Some(path) = args.file else { return Ok(say(&text)?) };
    let cannot = |source| MenuError::Write { path: path.clone(), source };
    let opened = if args.force { File::create(&path) } else { File::create_new(&path) };
    let mut file = opened.map_err(|source| match source.kind() {
        std::io::ErrorKind::AlreadyExists => MenuError::IsThere(path.clone()),
        _ => cannot(source),
    })?;
    file.write_all(text.as_bytes()).map_err(cannot)?;
    Ok(say(&format!("The menu is in {}.", path.display()))?)
}

fn menu_in(path: &Path) -> Result<Menu, MenuError> {
    let text = fs::read_to_string(path)
        .map_err(|source| MenuError::Read { path: path.to_owned(), source })?;
    let file = path.display().to_string();
    Ok(read(&text).map_err(|faults| Faults { file, faults })?)
}

/// How much there is on a menu.
fn counted(menu: &Menu) -> String {
    let count = |count: usize, what: &str, one: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {what}"),
    };
    [
        count(menu.drinks.len(), "drinks", "drink"),
        count(menu.groups.len(), "questions", "question"),
        count(menu.ingredients.len(), "ingredients", "ingredient"),
    ]
    .join(", ")
}

/// What is different now.
fn imported(before: &Menu, after: &Menu) -> String {
    let mut told = vec![format!("The menu is up: {}.", counted(after))];
    let by_id = |menu: &Menu| -> BTreeMap<_, Drink> {
        menu.drinks.iter().map(|drink| (drink.id.clone(), drink.clone())).collect()
    };
    let (old, new) = (by_id(before), by_id(after));
    let come = after.drinks.iter().filter(|drink| !old.contains_key(&drink.id));
    let gone = before.drinks.iter().filter(|drink| !new.contains_key(&drink.id));
    let changed = after.drinks.iter().filter(|d| old.get(&d.id).is_some_and(|old| old != *d));
    let out = after.drinks.iter().filter(|drink| after.is_sold_out(drink));
    let lines: [(&str, Vec<&Drink>); 4] = [
        ("New", come.collect()),
        ("Gone", gone.collect()),
        ("Changed", changed.collect()),
        ("Sold out", out.collect()),
    ];
    for (what, drinks) in lines.iter().filter(|(_, drinks)| !drinks.is_empty()) {
        let names: Vec<_> = drinks.iter().map(|drink| drink.name.as_str()).collect();
        told.push(format!("{what}: {}.", names.join(", ")));
    }
    told.join("\n")
}

//! `docs/menu.md` tells every key, and what it shows works as it stands there.

use std::collections::BTreeSet;

use demitasse_shared::icons;
use demitasse_tests::{run, source};

fn document() -> String {
    source::read("docs/menu.md")
}

/// The menu that it shows.
fn whole_menu() -> String {
    let text = document();
    let block = text.split("```toml\n").nth(1).expect("a menu");
    block.split("```").next().expect("its end").to_owned()
}

/// The first cells of the table under a heading, and whether the key is needed.
fn table(heading: &str) -> BTreeSet<(String, bool)> {
    let text = document();
    let section = text.split(heading).nth(1).expect("the heading");
    let section = section.split("\n#").next().expect("its end");
    let rows = section.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let key = cells.next()?.trim_matches('`').to_owned();
        Some((key, cells.next()? == "yes"))
    });
    rows.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_that_it_shows_is_a_good_one_and_has_every_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bar.toml");
    let text = whole_menu();
    std::fs::write(&path, &text).expect("it takes a file");
    let checked = run(["menu", "check", path.to_str().expect("text")]).await;
    assert!(checked.status.success(), "{}", checked.stderr);
    let whole: toml::Table = text.parse().expect("TOML");
    for list in ["categories", "ingredients", "drinks", "groups"] {
        check_table(list, &entries(&whole, list)).await;
    }
    let groups = entries(&whole, "groups");
    let choices: Vec<_> = groups.iter().flat_map(|group| entries(group, "choices")).collect();
    check_table("groups.choices", &choices).await;
}

fn entries(table: &toml::Table, list: &str) -> Vec<toml::Table> {
    let entries = table[list].as_array().expect("a list");
    entries.iter().map(|entry| entry.as_table().expect("a table").clone()).collect()
}

/// Holds a list's table to the program: it knows these keys and no other, and misses those that are
/// needed.
async fn check_table(list: &str, shown: &[toml::Table]) {
    let told = table(&format!("### `[[{list}]]`"));
    let keys = || told.iter().map(|(key, _)| key.clone());
    let used: BTreeSet<_> = shown.iter().flat_map(toml::Table::keys).cloned().collect();
    // What the example leaves out may not be a key at all.
    let optional = ["several"].map(str::to_owned);
    let rest: Vec<_> = keys().filter(|key| !used.contains(key)).collect();
    assert!(
        rest.iter().all(|key| optional.contains(key) || key == "available"),
        "{list}: {rest:?}"
    );
    assert!(used.iter().all(|key| keys().any(|told| told == *key)), "{list}: {used:?}");

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bar.toml");
    let nested = if list == "groups.choices" { "[[groups]]\n" } else { "" };
    std::fs::write(&path, format!("{nested}[[{list}]]\nzzzzzzzzzz = 1\n"))
        .expect("it takes a file");
    let checked = run(["menu", "check", "--json", path.to_str().expect("text")]).await;
    let answer: serde_json::Value = serde_json::from_str(&checked.stdout).expect("JSON");
    let line = nested.lines().count() + 1;
    let words = |wanted: usize| {
        let faults = answer["faults"].as_array().expect("faults").iter();
        let here = faults.filter(move |fault| fault["line"] == wanted);
        here.map(|fault| fault["words"].as_str().expect("words").to_owned()).collect::<Vec<_>>()
    };
    let unknown = words(line + 1).pop().expect("a fault");
    let known = unknown.split("there are ").nth(1).expect("what there is").split(", ");
    assert_eq!(known.map(str::to_owned).collect::<BTreeSet<_>>(), keys().collect(), "{list}");
    let missing: BTreeSet<_> = words(line)
        .iter()
        .filter_map(|words| Some(words.split("it has no `").nth(1)?.trim_matches('`').to_owned()))
        .collect();
    let needed = told.iter().filter(|(_, needed)| *needed).map(|(key, _)| key.clone());
    assert_eq!(missing, needed.collect(), "{list}");
}

#[test]
fn it_names_every_cup() {
    let listed = document();
    let cups = icons::names().collect::<Vec<_>>().join(" ");
    assert!(listed.contains(&format!("`{cups}`")), "{cups}");
    let drawn = source::files("assets/icons", &[".svg"]);
    let drawn: BTreeSet<_> =
        drawn.iter().filter_map(|path| path.rsplit('/').next()?.strip_suffix(".svg")).collect();
    assert_eq!(drawn, icons::names().collect(), "every drawing is a cup that menus can give");
}

#[tokio::test(flavor = "multi_thread")]
async fn its_commands_do_what_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data").to_str().expect("text").to_owned();
    let file = folder.path().join("my-menu.toml").to_str().expect("text").to_owned();
    let document = document();
    let commands: Vec<_> = document.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
    assert_eq!(commands.len(), 6, "{commands:?}");
    for command in commands {
        let command = command.replace("my-menu.toml", &file);
        let words = words(&command);
        let (program, args) = words.split_first().expect("a program");
        assert_eq!(program, "demitasse");
        let mut args = args.to_vec();
        if args[1] != "check" {
            args.extend(["--data".to_owned(), data.clone()]);
        }
        let finished = run(&args).await;
        assert!(finished.status.success(), "{command}: {}", finished.stderr);
    }
}

/// The words of a command; what stands in quotes is one.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let words = parts.flat_map(|(place, part)| match place % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

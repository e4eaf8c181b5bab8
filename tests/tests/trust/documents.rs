//! What `SECURITY.md` and `RELIABILITY.md` say is tested is tested: each test that they name is
//! there.

use std::collections::BTreeSet;

use demitasse_tests::source::{files, read, root};

const DOCUMENTS: [&str; 2] = ["SECURITY.md", "RELIABILITY.md"];

/// The packages in whose sources tests are.
const PACKAGES: [&str; 6] = ["server", "barista-tui", "display-kiosk", "shared", "tests", "xtask"];

/// `contract::rights::the_table_names_every_route`, and where it stands: the modules by their files.
fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in PACKAGES.iter().flat_map(|package| files(package, &[".rs"])) {
        let module =
            path.trim_end_matches(".rs").trim_end_matches("/mod").trim_end_matches("/main");
        let module = module.replace("tests/tests/", "").replace("/src", "").replace('/', "::");
        let text = read(&path);
        let is_test = |before: &str| before.trim_end().ends_with(']') && before.contains("test");
        for (at, _) in text.match_indices("fn ") {
            let (before, after) = (&text[..at], &text[at + 3..]);
            let before = before.trim_end().trim_end_matches("async");
            let attributes = before.rfind(['}', ';', '{']).map_or(before, |end| &before[end..]);
            if is_test(attributes) {
                let name = after.split('(').next().unwrap_or_default();
                found.insert(format!("{module}::{name}"));
            }
        }
    }
    found
}

/// Every `room::file::name` in a document: words with colons between backticks.
fn named(document: &str) -> Vec<String> {
    let text = read(document);
    let words = text.split('`').skip(1).step_by(2);
    let is_path = |word: &&str| {
        let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_:-".contains(c);
        word.contains("::") && word.chars().all(is_word)
    };
    words.filter(is_path).map(str::to_owned).collect()
}

#[test]
fn each_test_that_is_named_is_there() {
    let tests = tests();
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        let named = named(document);
        assert!(named.len() > 10, "{document} names only {} tests", named.len());
        let strays = named.into_iter().filter(|name| !tests.contains(name));
        missing.extend(strays.map(|name| format!("{document}: {name}")));
    }
    assert_eq!(missing, [] as [String; 0], "nobody finds these tests");
}

#[test]
fn each_item_of_the_standard_has_one_answer() {
    let security = read("SECURITY.md");
    let rows = security.lines().filter(|line| line.starts_with("| V"));
    let answered = rows.flat_map(|row| {
        let mut cells = row.split('|').map(str::trim).skip(1);
        let (items, held) = (cells.next().unwrap_or_default(), cells.next());
        assert!(matches!(held, Some("yes" | "part" | "no" | "–")), "{row}");
        items.split(", ").flat_map(spread).collect::<Vec<_>>()
    });
    let mut answered: Vec<_> = answered.collect();
    answered.sort_unstable();
    let items = include_str!("asvs.txt").lines().filter(|line| !line.starts_with('#'));
    let mut items: Vec<_> = items.map(str::to_owned).collect();
    items.sort_unstable();
    assert_eq!(answered, items);
}

/// `V4.4.1-3` is three items.
fn spread(items: &str) -> Vec<String> {
    let Some((first, last)) = items.split_once('-') else { return vec![items.to_owned()] };
    let (section, first) = first.rsplit_once('.').expect("SECTION.ITEM");
    let [first, last] = [first, last].map(|item| item.parse::<u32>().expect("a number"));
    (first..=last).map(|item| format!("{section}.{item}")).collect()
}

#[test]
fn the_documents_lead_somewhere() {
    for document in DOCUMENTS {
        let text = read(document);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            let is_there = link.starts_with("https://") || root().join(file).exists();
            assert!(is_there, "{document}: {link}");
        }
    }
}

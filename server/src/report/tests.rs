//! Reports as they are read, and what must hold of each form.

mod sample;

use insta::assert_snapshot;

use super::*;
use sample::{empty, friday, orders, saturday};

fn masthead() -> Masthead {
    Masthead { venue: "Café <b>Ñandú</b>".to_owned(), accent: "#0a7cff".parse().ok() }
}

#[test]
fn a_day_as_text() {
    assert_snapshot!(text(&masthead(), &[friday()]));
}

#[test]
fn several_days_as_text_begin_with_all_of_them() {
    assert_snapshot!(text(&masthead(), &[friday(), saturday()]));
}

#[test]
fn a_day_without_orders_as_text() {
    assert_snapshot!(text(&masthead(), &[empty()]), @r"
    Café <b>Ñandú</b>: Sunday, 16 October 2022
    Nobody ordered on this day, and nobody was turned away.
    ");
}

#[test]
fn a_days_text_fits_into_eighty_columns() {
    for line in text(&masthead(), &[friday(), saturday(), empty()]).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn the_days_are_listed_by_name() {
    let days = [friday().day, saturday().day];
    assert_eq!(
        day_list(&days),
        "2022-10-14  Friday, 14 October 2022\n2022-10-15  Saturday, 15 October 2022\n"
    );
    assert_eq!(day_list(&[]), "Nothing has happened here yet.\n");
}

#[test]
fn orders_as_rows() {
    let rows = csv::orders(&[(friday(), orders())]).expect("it can be written");
    assert!(rows.starts_with('\u{feff}') && rows.lines().all(|line| !line.contains('\r')));
    assert_snapshot!(rows.trim_start_matches('\u{feff}').replace('\r', ""));
}

#[test]
fn figures_as_rows() {
    let rows = csv::figures(&[friday()]).expect("it can be written");
    assert_snapshot!(rows.trim_start_matches('\u{feff}').replace('\r', ""));
}

/// Every cell of a file, as another reader finds it.
fn cells(rows: &str, separator: u8) -> Vec<String> {
    let rows = rows.trim_start_matches('\u{feff}').as_bytes();
    let mut reader =
        ::csv::ReaderBuilder::new().flexible(true).delimiter(separator).from_reader(rows);
    let records = reader.records().map(|record| record.expect("a row"));
    records.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn no_cell_of_a_file_is_a_formula_however_it_is_split() {
    let files = [
        csv::orders(&[(friday(), orders())]).expect("it can be written"),
        csv::figures(&[friday(), saturday()]).expect("it can be written"),
    ];
    for rows in files {
        for separator in *b",;\t|" {
            for cell in cells(&rows, separator) {
                let begins = cell.trim_start_matches([' ', '"', '\u{a0}']);
                let is_number = begins.parse::<i64>().is_ok();
                assert!(is_number || !begins.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
        assert!(rows.contains("=HYPERLINK"), "the words are still there: {rows}");
    }
}

/// Tags that have no end.
const VOID: [&str; 2] = ["meta", "!DOCTYPE"];

/// Fails where a page's tags do not fit into each other.
fn check_nesting(page: &str) {
    let mut open = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _text) = tag.split_once('>').expect("a tag ends");
        let name = tag.split_whitespace().next().expect("a name");
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "it closes what was opened last"),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

#[test]
fn a_page_needs_nothing_else_and_holds_together() {
    for days in [vec![friday()], vec![friday(), saturday(), empty()], vec![empty()]] {
        let page = page(&masthead(), &days);
        check_nesting(&page);
        for word in
            ["<script", "<link", "<img", "http:", "https:", "src=", "href=", "url(", "@import"]
        {
            assert!(!page.contains(word), "{word} in {page}");
        }
        assert!(!page.contains("<b>") && page.contains("Café &lt;b&gt;Ñandú&lt;/b&gt;"));
    }
}

#[test]
fn a_page_says_in_words_what_its_drawings_show() {
    let page = page(&masthead(), &[friday()]);
    let drawings: Vec<_> = page.split("<svg").skip(1).collect();
    let told = drawings.iter().filter(|one| one.contains("role=\"img\"")).count();
    assert_eq!(told, 2, "the rush, and waiting by hour");
    for drawing in drawings {
        let head = drawing.split_once('>').expect("it ends").0;
        let is_told = head.contains("role=\"img\"") && drawing.contains("<title>");
        assert!(is_told || head.contains("aria-hidden=\"true\""), "{head}");
    }
    assert!(page.contains("At most 31 people waited at once, at 10:42."), "{page}");
}

#[test]
fn a_page_wears_the_venues_colour() {
    let own = page(&masthead(), &[friday()]);
    let house = page(&Masthead { venue: "Bar".to_owned(), accent: None }, &[friday()]);
    assert!(own.matches("--accent:#").count() > house.matches("--accent:#").count());
    assert!(own.contains("@media print"));
}

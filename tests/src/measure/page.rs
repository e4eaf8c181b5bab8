//! All parts as one page of Markdown: what was reached, what was not, and what nobody measured.

use std::fmt::Write as _;

use super::part::Part;
use super::table::columns;

/// Where the plot lies, seen from the page.
const PLOT: &str = "goals.svg";

const HEADS: [&str; 6] = ["", "measured", "figure", "goal", "measured beside it", "limited by"];

/// The page. `about` is what the machine and the programs were, a paragraph each.
pub fn page(about: &[String], parts: &[Part]) -> String {
    let sections: String = parts.iter().map(section).collect();
    let about = about.join("\n\n");
    format!(
        "# What Demitasse reaches\n\n{}\n\n{about}\n\n![Each figure beside its goal]({PLOT})\n\n{sections}",
        verdict(parts)
    )
}

/// How many goals are met, in a sentence.
fn verdict(parts: &[Part]) -> String {
    let (mut met, mut missed, mut open) = (0, 0, 0);
    for (goal, row) in parts.iter().flat_map(Part::goals) {
        match row.and_then(|row| row.value).map(|value| goal.is_met_by(value)) {
            Some(true) => met += 1,
            Some(false) => missed += 1,
            None => open += 1,
        }
    }
    format!("**{met} goals are met, {missed} are missed, {open} were not measured.**")
}

fn section(part: &Part) -> String {
    let mut text = format!("## {}\n\n{}\n\n", part.name, story(part));
    let rows = rows(part);
    if !rows.is_empty() {
        // Writing into a string cannot fail.
        writeln!(text, "{}", columns(HEADS, &rows)).unwrap_or_default();
    }
    text
}

/// How it went.
fn story(part: &Part) -> String {
    let Part { at, seconds, others_cores, .. } = part;
    if at.is_empty() {
        return "Not measured.".to_owned();
    }
    let mut story = format!("Began {at}, took {seconds:.0} s.");
    if part.was_disturbed() {
        let warning = format!(
            " **The machine was busy: others kept {others_cores:.1} cores busy just before. \
             Do not trust these figures.**"
        );
        story += &warning;
    }
    if let Some(why) = &part.failed {
        // Writing into a string cannot fail.
        write!(story, " **Failed: {why}**").unwrap_or_default();
    }
    story
}

fn rows(part: &Part) -> Vec<[String; 6]> {
    let measured = part.table.rows.iter().map(|row| {
        let (sign, goal) = match row.judged() {
            Some((goal, value)) => {
                (if goal.is_met_by(value) { "✓" } else { "✗" }, goal.to_string())
            }
            None => ("", String::new()),
        };
        [sign, &row.what, &row.figure, &goal, &row.beside, &row.limit].map(in_cell)
    });
    let open = part.goals().filter(|(_, row)| row.is_none());
    let open = open
        .map(|(goal, _)| ["–", goal.what, "not measured", &goal.to_string(), "", ""].map(in_cell));
    measured.chain(open).collect()
}

/// A text that cannot end its cell.
fn in_cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::goals::{LIFE_BYTES, SIZE_KIOSK, SIZE_SERVER};

    fn sizes() -> Part {
        let mut part = Part { name: "sizes".to_owned(), at: "now".to_owned(), ..Part::default() };
        part.table.goal(&SIZE_SERVER, 11.0, "", "SQLite");
        part.table.goal(&SIZE_KIOSK, 13.0, "", "a|b");
        part.table.row("size of all", "24 MB", "");
        part
    }

    #[test]
    fn tells_what_is_met_missed_and_open() {
        let wire = Part { name: "wire".to_owned(), ..Part::default() };
        let page = page(&["Two cores.".to_owned()], &[sizes(), wire]);
        assert!(page.contains("**1 goals are met, 1 are missed, 3 were not measured.**"), "{page}");
        assert!(page.contains("Two cores."));
        let has = |start: &str, cells: &str| {
            let lines = page.lines().filter(|line| line.starts_with(start));
            let even = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(lines.map(even).any(|line| line.contains(cells)), "{cells} in\n{page}");
        };
        has("| ✓", "size of demitasse | 11.0 MB | ≤ 12 MB | | SQLite |");
        has("| ✗", "size of demitasse-kiosk | 13.0 MB | ≤ 12 MB | | a\\|b |");
        has("| –", "size of demitasse-barista | not measured | ≤ 12 MB |");
        has("|  ", "size of all | 24 MB | | | |");
        has("| –", &format!("{} | not measured", LIFE_BYTES.what));
        assert!(page.contains("## wire\n\nNot measured."), "{page}");
    }

    #[test]
    fn says_what_went_wrong() {
        let failed = Some("the disk is full".to_owned());
        let story = story(&Part { others_cores: 1.5, failed, ..sizes() });
        assert!(story.contains("others kept 1.5 cores busy"), "{story}");
        assert!(story.contains("Failed: the disk is full"), "{story}");
    }
}

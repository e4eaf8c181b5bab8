//! A diagnosis as people read it: light, check, what was found, and below it what to do.

use std::fmt;

use crossterm::style::Stylize;
use crossterm::terminal;
use demitasse_shared::doctor::{Diagnosis, Finding, Light};

/// How wide lines are where nobody's terminal is.
const COLUMNS: usize = 100;

/// No narrower: then the terminal breaks lines as it likes.
const LEAST_COLUMNS: usize = 50;

/// What stands before the thing to do.
const ARROW: &str = "→ ";

/// The width of a light's word.
const LIGHT: usize = 5;

/// A diagnosis on paper, or on a terminal that shows colours.
#[derive(Debug)]
pub(super) struct Paper<'a> {
    diagnosis: &'a Diagnosis,
    columns: usize,
    is_coloured: bool,
}

impl<'a> Paper<'a> {
    pub(super) fn new(diagnosis: &'a Diagnosis, is_terminal: bool) -> Self {
        let size = if is_terminal { terminal::size().ok() } else { None };
        let columns = size.map_or(COLUMNS, |(columns, _)| usize::from(columns));
        let is_coloured =
            is_terminal && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty());
        Self { diagnosis, columns: columns.clamp(LEAST_COLUMNS, COLUMNS), is_coloured }
    }

    fn finding(&self, f: &mut fmt::Formatter<'_>, finding: &Finding, check: usize) -> fmt::Result {
        let margin = LIGHT + 2 + check + 2;
        write!(f, "{}  {:check$}  ", self.light(finding.light), finding.check)?;
        let room = self.columns - margin;
        lines(f, &finding.says, margin, room)?;
        match &finding.todo {
            Some(todo) => {
                write!(f, "{:margin$}{ARROW}", "")?;
                lines(f, todo, margin + 2, room - 2)
            }
            None => Ok(()),
        }
    }

    fn light(&self, light: Light) -> String {
        let word = format!("{light:LIGHT$}");
        match (self.is_coloured, light) {
            (false, _) => word,
            (true, Light::Green) => word.green().to_string(),
            (true, Light::Amber) => word.yellow().to_string(),
            (true, Light::Red) => word.red().bold().to_string(),
        }
    }
}

/// A text from where the line has come to, its further lines behind the margin.
fn lines(f: &mut fmt::Formatter<'_>, text: &str, margin: usize, room: usize) -> fmt::Result {
    for (number, line) in wrapped(text, room).iter().enumerate() {
        let margin = if number == 0 { 0 } else { margin };
        writeln!(f, "{:margin$}{line}", "")?;
    }
    Ok(())
}

impl fmt::Display for Paper<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let findings = &self.diagnosis.findings;
        let check = findings.iter().map(|finding| finding.check.len()).max().unwrap_or_default();
        for finding in findings {
            self.finding(f, finding, check)?;
        }
        writeln!(f, "\n{}", summary(findings))
    }
}

/// What all of it comes to.
fn summary(findings: &[Finding]) -> String {
    let count = |light| findings.iter().filter(|finding| finding.light == light).count();
    match (count(Light::Red), count(Light::Amber)) {
        (0, 0) => "All is well: open the doors.".to_owned(),
        (0, amber) => format!("The bar can open. {}.", worth_knowing(amber)),
        (1, 0) => "1 thing will not work.".to_owned(),
        (red, 0) => format!("{red} things will not work."),
        (1, amber) => format!("1 thing will not work; {}.", worth_knowing(amber)),
        (red, amber) => format!("{red} things will not work; {}.", worth_knowing(amber)),
    }
}

fn worth_knowing(amber: usize) -> String {
    if amber == 1 { "1 is worth knowing".to_owned() } else { format!("{amber} are worth knowing") }
}

/// A text in lines of so many characters; a longer word has a line of its own.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let is_empty = line.is_empty();
        if is_empty || line.chars().count() + 1 + word.chars().count() <= room {
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_things_to_do_stand_below() {
        let findings = vec![
            Finding::green("data", "/data is the bar's own, and can be written."),
            Finding::red(
                "address",
                "Nobody here knows where http://bar.example leads.",
                "Give one.",
            ),
        ];
        let diagnosis = Diagnosis::new(findings, None);
        let paper = Paper { diagnosis: &diagnosis, columns: 50, is_coloured: false };
        let expected = "\
green  data     /data is the bar's own, and can be
                written.
red    address  Nobody here knows where
                http://bar.example leads.
                → Give one.

1 thing will not work.
";
        assert_eq!(paper.to_string(), expected);
        let bright = Paper { is_coloured: true, ..paper }.to_string();
        assert!(bright.contains("\u{1b}["), "{bright:?}");
    }

    #[test]
    fn all_of_it_comes_to_a_sentence() {
        let says = |red: usize, amber: usize| {
            let red = (0..red).map(|_| Finding::red("a", "b", "c"));
            summary(
                &red.chain((0..amber).map(|_| Finding::amber("a", "b", "c"))).collect::<Vec<_>>(),
            )
        };
        assert_eq!(says(0, 0), "All is well: open the doors.");
        assert_eq!(says(0, 2), "The bar can open. 2 are worth knowing.");
        assert_eq!(says(1, 1), "1 thing will not work; 1 is worth knowing.");
        assert_eq!(says(2, 0), "2 things will not work.");
    }
}

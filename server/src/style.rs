//! The look's values as the server writes them into style sheets: the tokens, a venue's own accent,
//! and what goes on paper.

use std::fmt::Write as _;

use demitasse_shared::colour::Colour;

/// The one source of the look.
pub(crate) const TOKENS: &str = include_str!("../../assets/web/tokens.css");

/// The tokens that are colours.
const COLOURS: [&str; 10] =
    ["ground", "raised", "edge", "line", "text", "quiet", "accent", "ready", "making", "late"];

/// A venue's accent, once for the dark and once for the light, where it can be read.
pub(crate) fn accents(asked: Colour) -> String {
    let [dark, light] = [0, 1].map(|mode| {
        let grounds = ["ground", "raised"].map(|name| token(name)[mode]);
        asked.readable_on(&grounds)
    });
    format!(
        ":root{{--accent:{dark}}}@media (prefers-color-scheme:light){{:root{{--accent:{light}}}}}"
    )
}

/// A token's two colours, in the dark and in the light.
pub(crate) fn token(name: &str) -> [Colour; 2] {
    let start = format!("--{name}: ");
    let values = TOKENS.lines().filter_map(|line| line.trim().strip_prefix(&start));
    let mut colours = values.filter_map(|value| value.trim_end_matches(';').parse().ok());
    let black = Colour { channels: [0; 3] };
    let dark = colours.next().unwrap_or(black);
    [dark, colours.next().unwrap_or(dark)]
}

/// A style sheet without its comments and the white space that nothing needs: a fifth of a page. No
/// text in a sheet has a colon, a semicolon, a comma or a brace beside a blank.
pub(crate) fn compact(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_comment, rest)| rest));
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let text = lines.fold(String::new(), |text, line| text + &dense(line) + air(line));
    text.replace(";}", "}")
}

fn dense(line: &str) -> String {
    const AIR: [(&str, &str); 7] = [
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (" > ", ">"),
    ];
    AIR.into_iter().fold(line.to_owned(), |line, (airy, dense)| line.replace(airy, dense))
}

/// A line goes on behind what ends something.
fn air(line: &str) -> &'static str {
    if line.ends_with(['{', '}', ';', ',']) { "" } else { "\n" }
}

/// The light colours, for paper: a page that was dark on the screen is printed with them, too.
pub(crate) fn printed(accent: Option<Colour>) -> String {
    let mut rules = String::from("@media print{:root{color-scheme:light;");
    for name in COLOURS {
        let colour = match (name, accent) {
            ("accent", Some(asked)) => asked.readable_on(&["ground", "raised"].map(light)),
            _ => light(name),
        };
        // Writing into a string cannot fail.
        write!(rules, "--{name}:{colour};").unwrap_or_default();
    }
    rules + "}}"
}

fn light(name: &str) -> Colour {
    token(name)[1]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_colour_can_be_read_in_the_dark_and_in_the_light() {
        let limits =
            [("text", 7.0), ("quiet", 4.5), ("accent", 4.5), ("ready", 4.5), ("making", 4.5)];
        for (name, least) in limits.into_iter().chain([("late", 4.5), ("edge", 3.0)]) {
            for ground in ["ground", "raised"] {
                for (colour, behind) in token(name).into_iter().zip(token(ground)) {
                    let found = colour.contrast(behind);
                    assert!(found >= least, "{name} {colour} on {ground} {behind}: {found:.2}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_venue_can_make_its_pages_unreadable(channels: [u8; 3]) {
            let style = accents(Colour { channels });
            let written: Vec<Colour> = style
                .split("--accent:")
                .skip(1)
                .map(|rest| rest[..7].parse().expect("a colour"))
                .collect();
            for ground in ["ground", "raised"] {
                for (accent, behind) in written.iter().zip(token(ground)) {
                    prop_assert!(accent.contrast(behind) >= 4.5, "{} on {}", accent, behind);
                }
            }
        }
    }

    #[test]
    fn a_style_is_written_without_its_comments() {
        let css = "/* why */\na,\nb:hover {\n  c: d(e, f)\n    g; /* how */\n}\n\n";
        assert_eq!(compact(css), "a,b:hover{c:d(e,f)\ng}");
    }

    #[test]
    fn paper_has_every_colour_in_its_light_form() {
        let rules = printed("#0a7cff".parse().ok());
        assert!(COLOURS.iter().all(|name| rules.contains(&format!("--{name}:#"))), "{rules}");
        assert!(rules.contains(&format!("--text:{}", light("text"))), "{rules}");
        assert!(!rules.contains(&format!("--accent:{}", light("accent"))), "{rules}");
        let colours = TOKENS.lines().filter(|line| line.contains(": #")).count();
        assert_eq!(colours, 2 * COLOURS.len(), "a token was added");
    }
}

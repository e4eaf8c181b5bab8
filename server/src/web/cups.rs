//! The drawn cups on the guests' pages.

use demitasse_shared::icons::CUPS;
use maud::{Markup, PreEscaped, html};

/// A cup, drawn in the text's colour. A name that nobody has drawn shows as the espresso's. With what
/// pen it is drawn says the style, once for all cups of a page.
pub(super) fn cup(name: &str) -> Markup {
    let drawn = CUPS.iter().find(|(drawn, _)| *drawn == name).or_else(|| CUPS.first());
    let lines = drawn.and_then(|(_, svg)| lines(svg)).unwrap_or_default();
    html! { span.cup aria-hidden="true" { svg viewBox="0 0 24 24" { (PreEscaped(lines)) } } }
}

/// What stands in a drawing.
fn lines(svg: &str) -> Option<&str> {
    svg.split_once('>')?.1.trim_end().strip_suffix("</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_keeps_to_the_grid_and_to_the_texts_colour() {
        for (name, svg) in CUPS {
            for kept in
                ["viewBox=\"0 0 24 24\"", "stroke=\"currentColor\"", "stroke-width=\"1.75\""]
            {
                assert!(svg.contains(kept), "{name}: {kept}");
            }
            assert!(!svg.contains("style") && !svg.contains('#'), "{name}");
            assert!(lines(svg).is_some_and(|lines| lines.starts_with("<path d=")), "{name}");
        }
    }

    #[test]
    fn the_style_holds_the_pen_of_every_drawing() {
        let rules = include_str!("../../../assets/web/base.css");
        let rule = rules.lines().find(|line| line.starts_with(".cup svg {")).expect("a rule");
        for (name, svg) in CUPS {
            let (head, _) = svg.split_once('>').expect("a drawing");
            for (what, how) in head.split("\" ").filter_map(|pair| pair.split_once("=\"")) {
                let is_pen = what.starts_with("stroke") || what == "fill";
                let how = how.trim_end_matches('"');
                assert!(
                    !is_pen || rule.contains(&format!(" {what}: {how};")),
                    "{name}: {what} {how}"
                );
            }
        }
    }

    #[test]
    fn an_unknown_cup_is_a_cup_all_the_same() {
        assert_eq!(cup("bucket").into_string(), cup("espresso").into_string());
        assert_ne!(cup("tea").into_string(), cup("espresso").into_string());
    }
}

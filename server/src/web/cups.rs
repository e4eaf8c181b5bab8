//! The drawn cups on the guests' pages.

use demitasse_shared::icons::CUPS;
use maud::{Markup, PreEscaped, html};

/// A cup, drawn in the text's colour. A name that nobody has drawn shows as the espresso's.
pub(super) fn cup(name: &str) -> Markup {
    let drawn = CUPS.iter().find(|(drawn, _)| *drawn == name).or_else(|| CUPS.first());
    let svg = drawn.map_or("", |(_, svg)| svg.trim_end());
    html! { span.cup aria-hidden="true" { (PreEscaped(svg)) } }
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
        }
    }

    #[test]
    fn an_unknown_cup_is_a_cup_all_the_same() {
        assert_eq!(cup("bucket").into_string(), cup("espresso").into_string());
        assert_ne!(cup("tea").into_string(), cup("espresso").into_string());
    }
}

//! What a monitor's page wears: the look of all monitors, in the words of a browser from 2018.

use std::sync::Arc;

use axum::http::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use demitasse_shared::colour::Colour;
use demitasse_shared::packed::Packed;
use sha2::{Digest, Sha256};

use super::assets;
use super::dress::{compact, token};
use crate::displays::page::Parts;

/// The typeface: medium and bold.
pub(super) const FONTS: [Packed; 2] = [
    Packed::file("fonts/AtkinsonHyperlegibleNext-Medium.ttf"),
    Packed::file("fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
];

const RULES: &str = include_str!("../../../assets/web/display.css");

/// The colours that a monitor takes from the tokens.
const COLOURS: [&str; 8] = ["ground", "raised", "line", "text", "quiet", "ready", "making", "late"];

/// What the monitors of one venue wear. Clones are the same dress.
#[derive(Clone, Debug)]
pub struct DisplayDress(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    style: String,
    policy: HeaderValue,
}

impl DisplayDress {
    /// Puts together what a venue's monitors wear.
    pub fn new(accent: Option<Colour>) -> Self {
        let style = style(accent);
        let policy = HeaderValue::from_str(&policy(&style));
        let policy = policy.unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self(Arc::new(Inner { style, policy }))
    }

    /// What is around a page.
    pub(crate) fn parts(&self, is_light: bool) -> Parts<'_> {
        let [script, icon, ..] = assets::for_displays();
        let [_, pairing] = assets::for_pairing();
        Parts { style: &self.0.style, script, pairing, icon, is_light }
    }

    /// What a browser may load and run on the page.
    pub(super) fn policy(&self) -> HeaderValue {
        self.0.policy.clone()
    }
}

/// Only what the server itself sends is loaded and run; of what is inline only the style.
fn policy(style: &str) -> String {
    let hash = BASE64.encode(Sha256::digest(style));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'sha256-{hash}'; font-src 'self'; \
         img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}

/// Dark, whatever the browser likes better: a panel over a counter is no page. Light where it is
/// asked for.
fn style(accent: Option<Colour>) -> String {
    let themes = ["dark", "light"].into_iter().enumerate().map(|(mode, theme)| {
        let colours = COLOURS.map(|name| format!("--{name}:{};", token(name)[mode])).concat();
        let grounds = ["ground", "raised"].map(|name| token(name)[mode]);
        let accent = accent.map_or(token("accent")[mode], |asked| asked.readable_on(&grounds));
        format!(".{theme}{{{colours}--accent:{accent}}}")
    });
    // A code is dark on light in any theme.
    let code = format!(":root{{--ink:{};--paper:{}}}", token("text")[1], token("ground")[1]);
    themes.chain([code, fonts(), compact(RULES)]).collect()
}

fn fonts() -> String {
    let [_, _, medium, bold] = assets::for_displays();
    let face = |weight: &str, address: &str| {
        format!(
            "@font-face{{font-family:Atkinson;font-weight:{weight};\
             src:url({address}) format(\"truetype\")}}"
        )
    };
    face("500", medium) + &face("700", bold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_take_their_colours_from_the_tokens() {
        let rules = compact(RULES);
        for foreign in ["rgb", "hsl", "url(", "@import"] {
            assert!(!rules.contains(foreign), "{foreign}");
        }
        let colours = rules.split('#').skip(1).filter(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
            digits >= 3 && rest[digits..].starts_with([';', ' ', ',', '}'])
        });
        assert_eq!(colours.count(), 0);
    }

    #[test]
    fn rules_are_those_that_a_browser_of_2018_knows() {
        let rules = compact(RULES).replace("minmax(", "");
        let later = [
            "dvh",
            "min(",
            "max(",
            "clamp(",
            "inset",
            "{aspect-ratio:",
            ";aspect-ratio:",
            ":is(",
            ":where(",
            ":has(",
            "margin-inline",
            "padding-inline",
            "color-mix",
            "place-items",
            ":focus-visible",
            "overflow-wrap:anywhere",
            "@layer",
            "@supports",
            "translate:",
            "&",
        ];
        for word in later {
            assert!(!rules.contains(word), "{word}");
        }
    }

    #[test]
    fn the_policy_names_the_style_that_stands_in_the_page() {
        for accent in [None, "#0a7cff".parse().ok()] {
            let dress = DisplayDress::new(accent);
            let hash = BASE64.encode(Sha256::digest(dress.parts(false).style));
            let policy = dress.policy();
            let policy = policy.to_str().expect("letters");
            assert!(policy.contains(&format!("style-src 'sha256-{hash}'")));
            assert!(!policy.contains("unsafe"));
        }
    }

    #[test]
    fn a_venues_colour_can_be_read_on_both_grounds() {
        let style = style("#222222".parse().ok());
        let accents = style.split("--accent:").skip(1);
        let accents: Vec<Colour> =
            accents.map(|rest| rest[..7].parse().expect("a colour")).collect();
        assert_eq!(accents.len(), 2);
        for (mode, accent) in accents.into_iter().enumerate() {
            assert!(accent.contrast(token("ground")[mode]) >= 4.5);
        }
    }
}

//! What the pages wear: the style that stands in each page, and the venue's logo.
//!
//! The style is in the page, so that nothing further has to come before it can be seen. The policy
//! names its hash: nothing else that might ever stand in a page is taken for style.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use demitasse_shared::colour::Colour;
use sha2::{Digest, Sha256};

use super::assets::FOREVER;
use crate::app::{Logo, LogoKind, Look};
use crate::http::Http;
use crate::http::error::no_such_page;
use crate::style::accents;
pub(super) use crate::style::{TOKENS, compact, token};

const RULES: [&str; 4] = [
    include_str!("../../../assets/web/base.css"),
    include_str!("../../../assets/web/frame.css"),
    include_str!("../../../assets/web/choose.css"),
    include_str!("../../../assets/web/order.css"),
];

/// The rules of the pages beside the way to a drink; they carry these themselves.
const MORE_RULES: &str = include_str!("../../../assets/web/more.css");

/// The rules of the board in a tablet's browser.
const TABLET_RULES: &str = include_str!("../../../assets/web/tablet.css");

/// A drawing may style itself, and nothing else.
const LOGO_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// What the pages of one venue wear. Clones are the same dress.
#[derive(Clone, Debug)]
pub struct Dress(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    style: String,
    more: String,
    policy: HeaderValue,
    logo: Option<(String, Logo)>,
}

impl Dress {
    /// Puts together what a venue's pages wear.
    pub fn new(look: &Look) -> Self {
        let (style, more) = (style(look.accent), compact(MORE_RULES));
        let policy = HeaderValue::from_str(&policy([&style, &more]));
        let logo = look.logo.clone();
        let logo = logo.map(|logo| (logo.path(), logo));
        let policy = policy.unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self(Arc::new(Inner { style, more, policy, logo }))
    }

    /// The style, as it stands in each page.
    pub(super) fn style(&self) -> &str {
        &self.0.style
    }

    /// What a page beside the way to a drink wears as well.
    pub(super) fn more(&self) -> &str {
        &self.0.more
    }

    /// What a browser may load and run on a page.
    pub(super) fn policy(&self) -> HeaderValue {
        self.0.policy.clone()
    }

    /// Where the venue's logo is, where it has one.
    pub(super) fn logo(&self) -> Option<&str> {
        self.0.logo.as_ref().map(|(address, _)| address.as_str())
    }
}

/// Only what the server itself sends is loaded, run and sent to; of what is inline only the styles
/// and the icon.
fn policy(styles: [&str; 2]) -> String {
    let [style, more] = styles.map(|style| BASE64.encode(Sha256::digest(style)));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'sha256-{style}' 'sha256-{more}'; img-src 'self' data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// What the board in a tablet's browser wears: the house's own look.
pub(super) fn tablet_style() -> String {
    compact(TOKENS) + &compact(TABLET_RULES)
}

fn style(accent: Option<Colour>) -> String {
    let accent = accent.map(accents).unwrap_or_default();
    let all = [compact(TOKENS), accent].into_iter().chain(RULES.iter().map(|css| compact(css)));
    all.collect()
}

/// `GET /logo/…`: the venue's logo, kept for as long as its address names it.
pub(super) async fn logo(State(http): State<Http>) -> Response {
    let Some((_, logo)) = &http.dress.0.logo else {
        return no_such_page().await.into_response();
    };
    let media = match logo.kind {
        LogoKind::Svg => "image/svg+xml",
        LogoKind::Png => "image/png",
    };
    let headers = [
        (header::CONTENT_TYPE, media),
        (header::CACHE_CONTROL, FOREVER),
        (header::CONTENT_SECURITY_POLICY, LOGO_POLICY),
    ];
    (headers, logo.content.clone()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_take_their_colours_from_the_tokens() {
        for rules in RULES.into_iter().chain([MORE_RULES, TABLET_RULES]) {
            assert!(!rules.contains("rgb") && !rules.contains("hsl"));
            assert!(!rules.contains("url(") && !rules.contains("@import"));
        }
    }

    #[test]
    fn rules_know_no_left_and_no_right() {
        let rules = RULES.into_iter().chain([MORE_RULES]).map(compact).collect::<Vec<_>>();
        for (line, text) in rules.iter().flat_map(|rules| rules.lines().enumerate()) {
            let plain = text
                .replace("brightness", "")
                .replace("safe-area-inset-left", "")
                .replace("safe-area-inset-right", "");
            assert!(!plain.contains("left") && !plain.contains("right"), "{}: {text}", line + 1);
        }
    }

    #[test]
    fn the_policy_names_the_styles_that_stand_in_the_pages() {
        let plain = Dress::new(&Look::default());
        let own = Look { accent: "#0a7cff".parse().ok(), logo: None };
        let own = Dress::new(&own);
        for dress in [&plain, &own] {
            let [style, more] =
                [dress.style(), dress.more()].map(|style| BASE64.encode(Sha256::digest(style)));
            let policy = dress.policy();
            let policy = policy.to_str().expect("letters");
            assert!(policy.contains(&format!("style-src 'sha256-{style}' 'sha256-{more}';")));
            assert!(!policy.contains("unsafe"));
        }
        assert_ne!(plain.style(), own.style());
        // The venue's colour stands after the house's, and so it counts.
        let house = own.style().rfind("--accent:#9A4A16").expect("the house's");
        assert!(own.style()[house + 1..].contains("--accent:#"));
    }

    #[test]
    fn a_style_is_sent_without_its_comments() {
        assert!(!style(None).contains("/*"));
    }
}

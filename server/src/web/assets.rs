//! The look, the script and the icon: embedded, and named after their content, so that a browser
//! keeps them for as long as they are the same.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// The route of every asset.
pub(super) const ROUTE: &str = "/assets/{version}/{name}";

/// What a browser may do with an asset whose address names its content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// What it may do with one that was asked for by another version's address.
const FOR_NOW: &str = "no-cache";

struct Asset {
    name: &'static str,
    media: &'static str,
    content: &'static str,
}

/// The look, the script, the icon. Tokens and rules are one file: one request less on a slow line.
static ASSETS: [Asset; 3] = [
    Asset {
        name: "app.css",
        media: "text/css; charset=utf-8",
        content: concat!(
            include_str!("../../../assets/web/tokens.css"),
            include_str!("../../../assets/web/app.css")
        ),
    },
    Asset {
        name: "app.js",
        media: "text/javascript; charset=utf-8",
        content: include_str!("../../../assets/web/app.js"),
    },
    Asset {
        name: "favicon.svg",
        media: "image/svg+xml",
        content: include_str!("../../../assets/web/favicon.svg"),
    },
];

/// The addresses of the look, the script and the icon, in this order.
pub(super) static ADDRESSES: LazyLock<[String; 3]> = LazyLock::new(|| {
    ASSETS.each_ref().map(|asset| format!("/assets/{}/{}", version(asset), asset.name))
});

/// The first 48 bits of the content's hash.
fn version(asset: &Asset) -> String {
    let hash = Sha256::digest(asset.content);
    hash.iter().take(6).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// Serves an asset. A page from before an update gets today's content, but not for ever.
pub(super) async fn asset(Path((asked, name)): Path<(String, String)>) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return axum::http::StatusCode::NOT_FOUND.into_response();
    };
    let keep = if asked == version(asset) { FOREVER } else { FOR_NOW };
    let headers = [(header::CONTENT_TYPE, asset.media), (header::CACHE_CONTROL, keep)];
    (headers, asset.content).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token's two values, dark and light.
    fn token(name: &str) -> [&'static str; 2] {
        let values: Vec<_> = ASSETS[0]
            .content
            .lines()
            .filter_map(|line| line.trim().strip_prefix(&format!("--{name}: "))?.strip_suffix(';'))
            .collect();
        values.try_into().unwrap_or_else(|found| panic!("{name}: {found:?}"))
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two hex digits");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_in_the_dark_and_in_the_light() {
        let limits =
            [("text", 7.0), ("quiet", 4.5), ("accent", 4.5), ("ready", 4.5), ("making", 4.5)];
        for (name, least) in limits.into_iter().chain([("late", 4.5), ("edge", 3.0)]) {
            for ground in ["ground", "raised"] {
                for (colour, behind) in token(name).into_iter().zip(token(ground)) {
                    let found = contrast(colour, behind);
                    assert!(found >= least, "{name} {colour} on {ground} {behind}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn rules_take_their_colours_from_the_tokens() {
        let rules = include_str!("../../../assets/web/app.css");
        assert!(!rules.contains("rgb") && !rules.contains("hsl"));
        assert!(!rules.contains("url(") && !rules.contains("@import"));
        let raw = rules
            .split('#')
            .skip(1)
            .find(|rest| rest.chars().take(3).filter(char::is_ascii_hexdigit).count() == 3);
        assert_eq!(raw, None);
    }

    #[tokio::test]
    async fn an_address_that_names_its_content_is_kept_and_another_is_not() {
        let keep = async |version: &str| {
            let answer = asset(Path((version.to_owned(), "app.js".to_owned()))).await;
            answer.headers()[header::CACHE_CONTROL].clone()
        };
        assert_eq!(keep(&version(&ASSETS[1])).await, FOREVER);
        assert_eq!(keep("000000000000").await, FOR_NOW);
    }
}

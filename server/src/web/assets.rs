//! Scripts, the icon and the tablets' style: embedded, and named after their content, so that a browser keeps them
//! for as long as they are the same.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{dress, script};
use crate::app::content_version;

/// The route of every asset.
pub(super) const ROUTE: &str = "/assets/{version}/{name}";

/// What a browser may do with an asset whose address names its content.
pub(super) const FOREVER: &str = "public, max-age=31536000, immutable";

/// What it may do with one that was asked for by another version's address.
const FOR_NOW: &str = "no-cache";

struct Asset {
    name: &'static str,
    media: &'static str,
    content: String,
    /// The version that its address names.
    version: String,
}

/// No charset is named: modules and workers are UTF-8 whatever is said (HTML, "fetch a single
/// module script").
const SCRIPT: &str = "text/javascript";

/// The guests' script, the icon, and what the board in a tablet's browser is made of.
static ASSETS: LazyLock<[Asset; 4]> = LazyLock::new(|| {
    let asset = |name, media, content: String| {
        let version = content_version(content.as_bytes());
        Asset { name, media, content, version }
    };
    let icon = include_str!("../../../assets/web/favicon.svg").to_owned();
    [
        asset("app.js", SCRIPT, script::joined(script::GUESTS)),
        asset("favicon.svg", "image/svg+xml", icon),
        asset("tablet.js", SCRIPT, script::joined(script::TABLETS)),
        asset("tablet.css", "text/css", dress::tablet_style()),
    ]
});

static SCRIPT_ADDRESS: LazyLock<String> = LazyLock::new(|| address(&ASSETS[0]));
static ICON_ADDRESS: LazyLock<String> = LazyLock::new(|| address(&ASSETS[1]));

static TABLET_ADDRESSES: LazyLock<[String; 3]> =
    LazyLock::new(|| [&ASSETS[3], &ASSETS[2], &ASSETS[1]].map(address));

/// Where the style, the script and the icon of the board in a tablet's browser are.
pub(crate) fn for_tablets() -> [&'static str; 3] {
    TABLET_ADDRESSES.each_ref().map(String::as_str)
}

fn address(asset: &Asset) -> String {
    format!("/assets/{}/{}", asset.version, asset.name)
}

/// Where the script is.
pub(super) fn script() -> &'static str {
    &SCRIPT_ADDRESS
}

/// Where the icon is.
pub(super) fn icon() -> &'static str {
    &ICON_ADDRESS
}

/// Serves an asset. A page from before an update gets today's content, but not for ever.
pub(super) async fn asset(Path((asked, name)): Path<(String, String)>) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if asked == asset.version { FOREVER } else { FOR_NOW };
    let headers = [(header::CONTENT_TYPE, asset.media), (header::CACHE_CONTROL, keep)];
    (headers, asset.content.as_str()).into_response()
}

/// `GET /sw.js`: stays with the browser while no page of ours is open. It stands at the root,
/// because it may only speak for pages below itself.
pub(super) async fn worker() -> Response {
    let headers = [(header::CONTENT_TYPE, SCRIPT), (header::CACHE_CONTROL, FOR_NOW)];
    (headers, script::worker()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_address_that_names_its_content_is_kept_and_another_is_not() {
        let keep = async |version: &str| {
            let answer = asset(Path((version.to_owned(), "app.js".to_owned()))).await;
            answer.headers()[header::CACHE_CONTROL].clone()
        };
        assert_eq!(keep(&ASSETS[0].version).await, FOREVER);
        assert_eq!(keep("000000000000").await, FOR_NOW);
    }
}

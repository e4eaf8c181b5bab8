//! Scripts, the icon, the tablets' style and the monitors' typeface: embedded, and named after
//! their content, so that a browser keeps them for as long as they are the same.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use demitasse_shared::packed::Packed;

use super::{display, dress, packed, script};
use crate::app::content_version;
use crate::http::error::no_such_page;

/// The route of every asset.
pub(super) const ROUTE: &str = "/assets/{version}/{name}";

/// The same for what a monitor's page is made of: its cookie goes nowhere but below the page, and
/// in a full house only who has one gets a seat.
pub(super) const DISPLAY_ROUTE: &str = "/display/assets/{version}/{name}";

/// What a browser may do with an asset whose address names its content.
pub(super) const FOREVER: &str = "public, max-age=31536000, immutable";

/// What it may do with one that was asked for by another version's address.
const FOR_NOW: &str = "no-cache";

struct Asset {
    name: &'static str,
    media: &'static str,
    content: Bytes,
    /// The same packed, where it is text.
    packed: Option<Bytes>,
    /// The version that its address names.
    version: String,
}

/// No charset is named: modules and workers are UTF-8 whatever is said (HTML, "fetch a single
/// module script").
const SCRIPT: &str = "text/javascript";

/// A typeface as it is: browsers of any age take it.
const FONT: &str = "font/ttf";

/// The guests' script, the icon, and what the board in a tablet's browser and the monitor in a
/// television's are made of.
static ASSETS: LazyLock<[Asset; 9]> = LazyLock::new(|| {
    let asset = |name, media: &'static str, content: Bytes| {
        let version = content_version(&content);
        let packed = media.starts_with("text/").then(|| packed::tight(&content));
        Asset { name, media, content, packed, version }
    };
    let icon = include_bytes!("../../../assets/web/favicon.svg");
    let [medium, bold] = display::FONTS.map(Packed::bytes);
    [
        asset("app.js", SCRIPT, script::short(script::GUESTS).into()),
        asset("favicon.svg", "image/svg+xml", Bytes::from_static(icon)),
        asset("tablet.js", SCRIPT, script::joined(script::TABLETS).into()),
        asset("tablet.css", "text/css", dress::tablet_style().into()),
        asset("display.js", SCRIPT, script::joined(script::DISPLAYS).into()),
        asset("medium.ttf", FONT, medium.into()),
        asset("bold.ttf", FONT, bold.into()),
        asset("pair.js", SCRIPT, script::joined(script::PAIRING).into()),
        asset("ways.js", SCRIPT, script::short(script::WAYS).into()),
    ]
});

static SCRIPT_ADDRESS: LazyLock<String> = LazyLock::new(|| address(&ASSETS[0]));

static TABLET_ADDRESSES: LazyLock<[String; 3]> =
    LazyLock::new(|| [&ASSETS[3], &ASSETS[2], &ASSETS[1]].map(address));

/// Where the style, the script and the icon of the board in a tablet's browser are.
pub(crate) fn for_tablets() -> [&'static str; 3] {
    TABLET_ADDRESSES.each_ref().map(String::as_str)
}

static DISPLAY_ADDRESSES: LazyLock<[String; 4]> =
    LazyLock::new(|| [&ASSETS[4], &ASSETS[1], &ASSETS[5], &ASSETS[6]].map(below_display));

/// Where the script, the icon and the typeface's two weights of a monitor's page are.
pub(super) fn for_displays() -> [&'static str; 4] {
    DISPLAY_ADDRESSES.each_ref().map(String::as_str)
}

static PAIRING_ADDRESSES: LazyLock<[String; 2]> =
    LazyLock::new(|| [address(&ASSETS[7]), below_display(&ASSETS[7])]);

/// Where the script is that takes a scanned pairing code: for tablets, and for monitors.
pub(crate) fn for_pairing() -> [&'static str; 2] {
    PAIRING_ADDRESSES.each_ref().map(String::as_str)
}

fn address(asset: &Asset) -> String {
    format!("/assets/{}/{}", asset.version, asset.name)
}

fn below_display(asset: &Asset) -> String {
    format!("/display{}", address(asset))
}

/// Where the script is.
pub(super) fn script() -> &'static str {
    &SCRIPT_ADDRESS
}

static WAYS_ADDRESS: LazyLock<String> = LazyLock::new(|| address(&ASSETS[8]));

/// Where the script is that looks for a code with the camera.
pub(super) fn ways() -> &'static str {
    &WAYS_ADDRESS
}

/// The icon itself, as an address (RFC 2397): a phone asks for nothing to show it.
pub(super) fn icon_inline() -> &'static str {
    &ICON_INLINE
}

static ICON_INLINE: LazyLock<String> = LazyLock::new(|| {
    let icon = include_str!("../../../assets/web/favicon.svg").trim_end();
    format!("data:image/svg+xml,{}", icon.replace('"', "'").replace('#', "%23"))
});

/// Serves an asset. A page from before an update gets today's content, but not for ever.
pub(super) async fn asset(
    named: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let (asked, name) = named.map(|Path(named)| named).unwrap_or_default();
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return no_such_page().await.into_response();
    };
    let keep = if asked == asset.version { FOREVER } else { FOR_NOW };
    let about = [(header::CONTENT_TYPE, asset.media), (header::CACHE_CONTROL, keep)];
    let Some(packed) = &asset.packed else { return (about, asset.content.clone()).into_response() };
    let vary = [(header::VARY, "accept-encoding")];
    if !packed::is_understood(&headers) {
        return (about, vary, asset.content.clone()).into_response();
    }
    (about, vary, [(header::CONTENT_ENCODING, "gzip")], packed.clone()).into_response()
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
            let named = Path((version.to_owned(), "app.js".to_owned()));
            let answer = asset(Ok(named), HeaderMap::new()).await;
            answer.headers()[header::CACHE_CONTROL].clone()
        };
        assert_eq!(keep(&ASSETS[0].version).await, FOREVER);
        assert_eq!(keep("000000000000").await, FOR_NOW);
    }
}

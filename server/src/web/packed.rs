//! Pages and scripts, packed (gzip, which is what browsers take over plain http).
//!
//! A page is packed whole before it is sent, instead of on its way: then its length is known, and
//! head, body and end leave in one write. Packed on its way, the end of a body was often a packet of
//! its own, and had to be acknowledged. Scripts are packed once, as tightly as it goes.

use std::io::Write;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The largest page that is packed, in bytes: a menu of two hundred drinks. A larger one is packed on
/// its way.
const PAGE_BYTES: u64 = 512 * 1_024;

/// The largest page that is sent as it is, in bytes: packing gains nothing.
const SMALL_BYTES: u64 = 256;

/// Up to so many bytes it costs next to nothing to pack a page as tightly as it goes.
const LITTLE_BYTES: usize = 16 * 1_024;

const GZIP: HeaderValue = HeaderValue::from_static("gzip");

/// Whether whoever sends these headers can unpack it (RFC 9110, section 12.5.3).
pub(super) fn is_understood(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter();
    accepted.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(
        |coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            name.trim().eq_ignore_ascii_case("gzip") && !matches!(weight.trim(), "q=0" | "q=0.0")
        },
    )
}

/// Packs what never changes.
pub(super) fn tight(content: &[u8]) -> Bytes {
    pack(content, Compression::best())
}

/// Writing into memory does not fail; if it did, nothing would be sent instead of half of it.
fn pack(content: &[u8], how: Compression) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), how);
    let packed = encoder.write_all(content).and_then(|()| encoder.finish());
    packed.unwrap_or_default().into()
}

/// The same answer with its page packed, where it is a page worth packing.
pub(super) async fn page(response: Response) -> Response {
    if !is_worth_it(&response) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let limit = usize::try_from(PAGE_BYTES).unwrap_or(usize::MAX);
    // Nothing is left out: it is in memory already, and no longer than that.
    let content = to_bytes(body, limit).await.unwrap_or_default();
    // What is little is packed as tightly as it goes: a part is one packet then instead of two.
    let is_little = content.len() <= LITTLE_BYTES;
    let how = if is_little { Compression::best() } else { Compression::default() };
    let packed = pack(&content, how);
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, GZIP);
    // What is kept nowhere needs no word about for whom it is kept.
    if parts.headers.contains_key(header::VARY) {
        parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    Response::from_parts(parts, Body::from(packed))
}

fn is_worth_it(response: &Response) -> bool {
    use axum::body::HttpBody;

    let headers = response.headers();
    let media = headers.get(header::CONTENT_TYPE).and_then(|media| media.to_str().ok());
    let is_page = media.is_some_and(|media| media.starts_with("text/html"));
    let length = response.body().size_hint().exact();
    let is_right = length.is_some_and(|length| (SMALL_BYTES..=PAGE_BYTES).contains(&length));
    is_page && is_right && !headers.contains_key(header::CONTENT_ENCODING)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use axum::response::{Html, IntoResponse};
    use flate2::read::GzDecoder;

    use super::*;

    fn wants(accepted: &'static str) -> bool {
        let headers = [(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))];
        is_understood(&HeaderMap::from_iter(headers))
    }

    #[test]
    fn only_who_understands_it_gets_it() {
        for accepted in ["gzip", "gzip, deflate", "br;q=1.0, GZIP;q=0.5"] {
            assert!(wants(accepted), "{accepted}");
        }
        for accepted in ["", "identity", "br", "gzip;q=0, deflate", "x-gzip-not"] {
            assert!(!wants(accepted), "{accepted}");
        }
        assert!(!is_understood(&HeaderMap::new()));
    }

    #[tokio::test]
    async fn a_page_comes_out_as_it_went_in_and_has_a_length() {
        let text = "<p>Flat white, Oat</p>".repeat(200);
        let answer = page(Html(text.clone()).into_response()).await;
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
        let packed = to_bytes(answer.into_body(), usize::MAX).await.expect("it is in memory");
        assert!(packed.len() < text.len() / 10);
        let mut back = String::new();
        GzDecoder::new(&packed[..]).read_to_string(&mut back).expect("it can be unpacked");
        assert_eq!(back, text);
    }

    #[tokio::test]
    async fn what_is_small_or_no_page_stays_as_it_is() {
        let small = page(Html("<p>Oat</p>").into_response()).await;
        assert!(!small.headers().contains_key(header::CONTENT_ENCODING));
        let other = page("x".repeat(5_000).into_response()).await;
        assert!(!other.headers().contains_key(header::CONTENT_ENCODING));
    }
}

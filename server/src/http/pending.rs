//! The waiting session's cookie: who asked for a one-time code, and where it went. The address is
//! kept on the guest's own phone, so that the page can show it and ask for another code; the server
//! has only its hash.

use axum::http::HeaderMap;

use super::auth::{cookie, set_cookie};
use crate::app::Venue;
use crate::domain::proof::COUNTED_SECONDS;

/// The cookie's name.
const PENDING_COOKIE: &str = "demitasse_pending";

/// A waiting session as its phone tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The session's token.
    pub token: String,
    /// Where the code went, as it was understood.
    pub to: String,
}

/// The waiting session that the cookies tell of.
pub fn read(headers: &HeaderMap) -> Option<Pending> {
    let (token, to) = cookie(headers, PENDING_COOKIE)?.split_once('.')?;
    Some(Pending { token: token.to_owned(), to: unhex(to)? })
}

/// The `Set-Cookie` value that begins a waiting session. It lives as long as its messages count.
pub fn begin(pending: &Pending, venue: &Venue) -> String {
    let value = format!("{}.{}", pending.token, hex(&pending.to));
    set_cookie(PENDING_COOKIE, &value, COUNTED_SECONDS, venue)
}

/// The `Set-Cookie` value that ends it.
pub fn end(venue: &Venue) -> String {
    set_cookie(PENDING_COOKIE, "", 0, venue)
}

/// An address in characters that a cookie may have (RFC 6265, section 4.1.1).
fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(hex: &str) -> Option<String> {
    let digit =
        |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Vec<u8> = hex.as_bytes().iter().map(digit).collect::<Option<_>>()?;
    String::from_utf8(digits.chunks(2).map(|pair| pair.iter().fold(0, |b, d| b << 4 | d)).collect())
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_the_way_through_a_cookie() {
        for to in ["ana@example.org", "josé;=\"@exämple.org", "+351912345678", ""] {
            assert_eq!(unhex(&hex(to)).as_deref(), Some(to));
        }
        for bad in ["zz", "ff", "é"] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
    }
}

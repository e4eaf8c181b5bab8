//! What a short message holds: a venue pays for each part of one.

/// The characters that take one place of a short message (3GPP TS 23.038, section 6.2.1).
const PLAIN: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// The ones that take two.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// Places in a message of one part, and in each part of a longer one.
const PLAIN_PLACES: (usize, usize) = (160, 153);

/// The same where any other character makes it Unicode, in UTF-16's units.
const UNICODE_PLACES: (usize, usize) = (70, 67);

/// Whether all phones' own alphabet holds the text. One other character makes all of it Unicode.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|c| PLAIN.contains(c) || EXTENDED.contains(c))
}

/// How many parts a text is sent in.
pub fn parts(text: &str) -> usize {
    let (places, (alone, each)) = if is_plain(text) {
        let extended = text.chars().filter(|c| EXTENDED.contains(*c)).count();
        (text.chars().count() + extended, PLAIN_PLACES)
    } else {
        (text.encode_utf16().count(), UNICODE_PLACES)
    };
    if places <= alone { 1 } else { places.div_ceil(each) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_part_up_to_its_places() {
        for (text, expected) in [
            (String::new(), 1),
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("a".repeat(307), 3),
            ("я".repeat(70), 1),
            ("я".repeat(71), 2),
            ("a".repeat(70) + "ó", 2),
            ("☕".repeat(70), 1),
            ("🙂".repeat(36), 2),
        ] {
            assert_eq!(parts(&text), expected, "{text}");
        }
    }
}

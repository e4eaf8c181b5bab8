//! A message as mail programs read it from their input (RFC 5322).

use super::Message;

/// Bytes that one encoded word carries: with its frame and three characters a byte it stays within
/// the 75 that RFC 2047, section 2, allows.
const WORD_BYTES: usize = 20;

/// Headers, an empty line, and the text.
pub(super) fn write(message: &Message) -> String {
    format!(
        "To: {}\nSubject: {}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
         Content-Transfer-Encoding: 8bit\nAuto-Submitted: auto-generated\n\n{}\n",
        message.to,
        header_text(&message.subject),
        message.text
    )
}

/// A header's text: as it is where it is plain, in encoded words (RFC 2047, "Q") where it is not.
/// So nothing in it can begin another header.
fn header_text(text: &str) -> String {
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) && !text.contains("=?") {
        return text.to_owned();
    }
    let mut words = vec![String::new()];
    let mut bytes = 0;
    for c in text.chars() {
        // A character never stands across two words.
        if bytes + c.len_utf8() > WORD_BYTES {
            words.push(String::new());
            bytes = 0;
        }
        bytes += c.len_utf8();
        if let Some(word) = words.last_mut() {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                if byte.is_ascii_alphanumeric() {
                    word.push(char::from(byte));
                } else {
                    word.push_str(&format!("={byte:02X}"));
                }
            }
        }
    }
    let words: Vec<_> = words.iter().map(|word| format!("=?utf-8?Q?{word}?=")).collect();
    words.join("\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_subject_stays_plain_and_another_is_encoded() {
        assert_eq!(header_text("Your code for the bar"), "Your code for the bar");
        assert_eq!(header_text("Café"), "=?utf-8?Q?Caf=C3=A9?=");
    }

    #[test]
    fn a_subject_cannot_begin_another_header() {
        let sly = header_text("Hi\r\nBcc: eve@example.org");
        assert!(!sly.contains('\r') && !sly.contains("\nBcc"), "{sly}");
    }

    #[test]
    fn a_long_subject_is_folded_into_words_of_whole_characters() {
        let folded = header_text(&"エスプレッソ".repeat(5));
        for word in folded.split("\n ") {
            assert!(word.len() <= 75, "{word}");
            let escaped = word.trim_start_matches("=?utf-8?Q?").trim_end_matches("?=");
            assert_eq!(escaped.len() % 9, 0, "three bytes a character: {word}");
        }
    }
}

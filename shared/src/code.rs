//! The code that guests scan: how it is written.

/// Crockford's base 32: no I, L, O, U, so that a code read aloud or typed is not mistaken. Every
/// character is in QR's alphanumeric set (ISO/IEC 18004, table 5), which keeps the picture small.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random bytes behind a window's code: 80 bits.
pub const WINDOW_CODE_BYTES: usize = 10;

/// Random bytes behind a pairing code: 40 bits, good for one use within minutes.
pub const PAIRING_CODE_BYTES: usize = 5;

/// Random bytes behind a pairing code that is made while somebody tries codes out: 80 bits.
pub const LONG_PAIRING_CODE_BYTES: usize = 10;

/// Characters of such a code.
pub const LONG_PAIRING_CODE_CHARS: usize = 16;

/// Writes random bytes as a code, five bits a character.
pub fn encode(bytes: &[u8]) -> String {
    let mut code = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut buffer, mut bits) = (0_u32, 0);
    for &byte in bytes {
        buffer = (buffer << 8) | u32::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            code.push(char::from(ALPHABET[(buffer >> bits) as usize & 31]));
        }
    }
    if bits > 0 {
        code.push(char::from(ALPHABET[(buffer << (5 - bits)) as usize & 31]));
    }
    code
}

/// Reads a code as a person typed it: any case, with spaces or dashes, O for 0, I and L for 1.
///
/// Returns nothing where a character is left that no code contains.
pub fn normalize(typed: &str) -> Option<String> {
    let mut code = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c.to_ascii_uppercase() {
            ' ' | '-' => {}
            'O' => code.push('0'),
            'I' | 'L' => code.push('1'),
            c if c.is_ascii() && ALPHABET.contains(&(c as u8)) => code.push(c),
            _ => return None,
        }
    }
    (!code.is_empty()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighty_bits_make_sixteen_characters() {
        assert_eq!(encode(&[0xff; WINDOW_CODE_BYTES]), "Z".repeat(16));
        let long = encode(&[0; LONG_PAIRING_CODE_BYTES]);
        assert_eq!(long, "0".repeat(LONG_PAIRING_CODE_CHARS));
        assert_eq!(encode(&[0; PAIRING_CODE_BYTES]), "0".repeat(8));
        assert_eq!(encode(&[0b0000_1000, 0b0100_0000]), "1100");
    }

    #[test]
    fn what_a_person_types_is_understood() {
        assert_eq!(normalize("ab3-kO il").as_deref(), Some("AB3K011"));
        assert_eq!(normalize("U2"), None);
        assert_eq!(normalize("é"), None);
        assert_eq!(normalize(" - "), None);
    }
}

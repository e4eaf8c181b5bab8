//! By what a guest is known: an e-mail address, a telephone number or a badge, in the one way in
//! which each is written, so that a person who types it differently is the same guest.

use super::refusal::Refusal;

/// The longest e-mail address, in bytes (RFC 5321, section 4.5.3.1.3, less the brackets).
const EMAIL_BYTES: usize = 254;

/// The longest part of an e-mail address before the @, in bytes (RFC 5321, section 4.5.3.1.1).
const LOCAL_BYTES: usize = 64;

/// How many digits an international telephone number has (ITU-T E.164; shorter ones are no mobiles).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The longest badge code, in characters.
const BADGE_CHARS: usize = 64;

/// An address that a one-time code can be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Where messages go, as it was understood.
    pub to: String,
    /// Who that is: the same text for all the ways in which a person may write it.
    pub identity: String,
}

/// An e-mail address. Messages go to the part before the @ as it was typed; it stands for the same
/// person in any case, as all mail providers have it.
///
/// # Errors
/// `invalid_request` where it cannot be one.
pub fn email(typed: &str) -> Result<Address, Refusal> {
    let no = || Refusal::invalid("Type an e-mail address, such as ana@example.org.");
    let typed = typed.trim();
    let (local, domain) = typed.split_once('@').ok_or_else(no)?;
    let domain = domain.to_lowercase();
    if typed.len() > EMAIL_BYTES || !is_local(local) || !is_domain(&domain) {
        return Err(no());
    }
    let to = format!("{local}@{domain}");
    let identity = to.to_lowercase();
    Ok(Address { to, identity })
}

/// The part before the @: dot-separated words (RFC 5322, section 3.2.3, and RFC 6532). The address is
/// handed to a program of the venue's, so what nobody has in an address and programs may take for
/// something else is refused: a dash in front for an option, a slash for a file, and `$ & |` or a
/// backquote for a command, where a script passes the address on carelessly.
fn is_local(local: &str) -> bool {
    let is_word_character = |c: char| c.is_alphanumeric() || "!#%'*+-=?^_{}~".contains(c);
    local.len() <= LOCAL_BYTES
        && !local.starts_with('-')
        && local.split('.').all(|word| !word.is_empty() && word.chars().all(is_word_character))
}

/// The part after the @: at least two labels of letters, digits and inner dashes.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

/// A telephone number with its country's code: `+` and digits (ITU-T E.164). Understands spaces,
/// dashes, dots, slashes, brackets, `00` for `+`, and the `(0)` that is dialled at home only.
///
/// # Errors
/// `invalid_request` where the country's code is missing, or it cannot be a number.
pub fn phone(typed: &str) -> Result<Address, Refusal> {
    let mut number: String = typed.trim().replace("(0)", "").chars().filter_map(dialled).collect();
    if let Some(rest) = number.strip_prefix("00") {
        number = format!("+{rest}");
    }
    let Some(digits) = number.strip_prefix('+') else {
        return Err(Refusal::invalid(
            "Type the number with + and the country's code, such as +351 912 345 678.",
        ));
    };
    let is_number = PHONE_DIGITS.contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return Err(Refusal::invalid("That is no telephone number. Have a look at the digits."));
    }
    Ok(Address { to: number.clone(), identity: number })
}

/// A character of a telephone number, without what only groups the digits.
fn dialled(c: char) -> Option<char> {
    match c {
        '-' | '.' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}' => None,
        '\u{ff0b}' => Some('+'),
        c if c.is_whitespace() || ('\u{200b}'..='\u{202e}').contains(&c) => None,
        c => Some(digit(c).unwrap_or(c)),
    }
}

/// The code on a badge: any case, spaces and dashes do not count.
///
/// # Errors
/// `invalid_request` where nothing is left, or it is too long.
pub fn badge(typed: &str) -> Result<String, Refusal> {
    let kept = |c: &char| !(c.is_whitespace() || c.is_control() || *c == '-');
    let code: String = typed.chars().filter(kept).flat_map(char::to_uppercase).collect();
    match code.chars().count() {
        0 => Err(Refusal::invalid("Type the code that stands on your badge.")),
        1..=BADGE_CHARS => Ok(code),
        _ => Err(Refusal::invalid(format!("A badge's code has at most {BADGE_CHARS} characters."))),
    }
}

/// The digit that a character stands for, as phones of other scripts type it: Arabic-Indic, Persian
/// and full-width digits.
pub(super) fn digit(c: char) -> Option<char> {
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{ff10}'];
    let value = zeros.into_iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(zero))?;
        (value < 10).then_some(value)
    })?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(read: fn(&str) -> Result<Address, Refusal>, typed: &str, to: &str, identity: &str) {
        let address = read(typed).unwrap_or_else(|no| panic!("{typed:?}: {no}"));
        assert_eq!((address.to.as_str(), address.identity.as_str()), (to, identity), "{typed:?}");
    }

    #[test]
    fn one_person_has_one_address_however_it_is_typed() {
        let ana = "ana.b+bar@example.org";
        check(email, " ana.b+bar@example.org\n", ana, ana);
        check(email, "Ana.B+bar@EXAMPLE.org", "Ana.B+bar@example.org", ana);
        check(email, "josé@exämple.org", "josé@exämple.org", "josé@exämple.org");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@example.org", "a".repeat(65));
        let longer = format!("a@{}.org", "b.".repeat(130));
        let typed = [
            "",
            "ana",
            "@example.org",
            "ana@",
            "ana@example",
            "ana@@example.org",
            "ana@b@example.org",
            "a na@example.org",
            ".ana@example.org",
            "ana..b@example.org",
            "ana@-example.org",
            "ana@example..org",
            "ana@exam ple.org",
            "-oProxy=x@example.org",
            "ana@example.org\r\nBcc: eve@example.org",
            "\"ana\"@example.org",
            "ana,eve@example.org",
            "|reboot@example.org",
            "`reboot`@example.org",
            "$HOME@example.org",
            "/etc/motd@example.org",
            &long,
            &longer,
        ];
        for typed in typed {
            assert!(email(typed).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn one_phone_has_one_number_however_it_is_typed() {
        let ana = "+351912345678";
        for typed in [
            "+351 912 345 678",
            "00351912345678",
            "+351-912-345-678",
            " (+351) 912.345/678 ",
            "+٣٥١ ٩١٢ ٣٤٥ ٦٧٨",
            "＋３５１９１２３４５６７８",
            "\u{202a}+351912345678\u{202c}",
        ] {
            check(phone, typed, ana, ana);
        }
        check(phone, "+44 (0)20 7946 0123", "+442079460123", "+442079460123");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["", "+", "912345678", "+351", "+0351912345678", "+1234567890123456", "+35x"] {
            assert!(phone(typed).is_err(), "{typed:?}");
        }
        let national = phone("912 345 678").expect_err("no country");
        assert!(national.detail.contains("country"), "{}", national.detail);
    }

    #[test]
    fn a_badge_reads_the_same_with_dashes_and_in_small_letters() {
        for typed in ["AB12-CD34", "ab12cd34", " ab12 cd34 "] {
            assert_eq!(badge(typed).as_deref(), Ok("AB12CD34"), "{typed:?}");
        }
        assert!(badge(" - ").is_err() && badge(&"x".repeat(65)).is_err());
    }
}

//! The venue's list of badges: a CSV file, as ticket shops and spreadsheets export it.

/// What may stand between a line's fields. A spreadsheet takes the one of its own language.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The codes in a list's first column. Lines that begin empty hold none.
///
/// # Errors
/// Where it is no list.
pub fn read_badges(file: &[u8]) -> Result<Vec<String>, csv::Error> {
    // Programs on Windows begin a file with a mark that nobody sees.
    let file = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(separator(file))
        .from_reader(file);
    let mut codes = Vec::new();
    for line in lines.byte_records() {
        // Names beside the codes may be written in any old alphabet.
        let code = String::from_utf8_lossy(line?.get(0).unwrap_or_default()).into_owned();
        if !code.is_empty() {
            codes.push(code);
        }
    }
    if is_heading(&codes) {
        codes.remove(0);
    }
    Ok(codes)
}

/// The separator that comes first, outside of quotes: it ends the first code.
fn separator(file: &[u8]) -> u8 {
    let mut is_quoted = false;
    let first = file.iter().find(|byte| {
        is_quoted ^= **byte == b'"';
        !is_quoted && SEPARATORS.contains(byte)
    });
    first.copied().unwrap_or(b',')
}

/// Whether the first line names the column: it is a word where all other lines have digits.
fn is_heading(codes: &[String]) -> bool {
    let has_digit = |code: &String| code.chars().any(|c| c.is_ascii_digit());
    match codes {
        [first, rest @ ..] => !has_digit(first) && !rest.is_empty() && rest.iter().all(has_digit),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, codes: &[&str]) {
        assert_eq!(read_badges(file.as_bytes()).expect("a list"), codes, "{file:?}");
    }

    #[test]
    fn the_first_column_is_read_with_a_heading_or_without() {
        check("Ticket,Name\nAB-1,Ana\nCD-2,Ben\n", &["AB-1", "CD-2"]);
        check("AB-1,Ana\nCD-2\n", &["AB-1", "CD-2"]);
        check("\u{feff}code\r\n\"AB 1\"\r\n\r\n , \r\n", &["AB 1"]);
        check("ABCD\nEFGH\n", &["ABCD", "EFGH"]);
        check("", &[]);
    }

    #[test]
    fn a_spreadsheet_may_separate_as_its_language_does() {
        check("Ticket;Name\nAB-1;Ana, Rui\nCD-2;Ben\n", &["AB-1", "CD-2"]);
        check("AB-1\tAna; Rui\nCD-2\tBen\n", &["AB-1", "CD-2"]);
        check("\"A;B;1\",Ana\nCD-2,Ben\n", &["A;B;1", "CD-2"]);
        check("\u{feff}\"Ticket\";\"Name\"\r\n\"AB-1\";\"Ana\"\r\n", &["AB-1"]);
    }

    #[test]
    fn names_in_an_old_alphabet_are_no_obstacle() {
        let file = b"AB-1;Jos\xe9\r\nCD-2;Ben\r\n";
        assert_eq!(read_badges(file).expect("a list"), ["AB-1", "CD-2"]);
    }
}

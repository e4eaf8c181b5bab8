//! The venue's list of badges: a CSV file, as ticket shops export it.

use std::path::Path;

/// The codes in a file's first column. Lines that begin empty hold none.
pub(super) fn read(path: &Path) -> Result<Vec<String>, csv::Error> {
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_path(path)?;
    let mut codes = Vec::new();
    for line in lines.records() {
        // Programs on Windows begin a file with a mark that nobody sees.
        let code = line?.get(0).unwrap_or_default().trim_start_matches('\u{feff}').to_owned();
        if !code.is_empty() {
            codes.push(code);
        }
    }
    if is_heading(&codes) {
        codes.remove(0);
    }
    Ok(codes)
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
    fn check(text: &str, codes: &[&str]) {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("written");
        assert_eq!(read(file.path()).expect("a list"), codes, "{text:?}");
    }

    #[test]
    fn the_first_column_is_read_with_a_heading_or_without() {
        check("Ticket,Name\nAB-1,Ana\nCD-2,Ben\n", &["AB-1", "CD-2"]);
        check("AB-1,Ana\nCD-2\n", &["AB-1", "CD-2"]);
        check("\u{feff}code\r\n\"AB 1\"\r\n\r\n , \r\n", &["AB 1"]);
        check("ABCD\nEFGH\n", &["ABCD", "EFGH"]);
        check("", &[]);
    }
}

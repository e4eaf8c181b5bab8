//! Cells that no spreadsheet takes for a formula.
//!
//! Reasons, drinks and names are words that somebody typed. A spreadsheet runs a cell that begins
//! with one of a few signs, and one that splits a file at other signs than the comma finds beginnings
//! inside of cells, too. Wherever such a beginning would be, an apostrophe stands before it: the cell
//! is text then, and the words can still be read (OWASP, "CSV Injection").

/// What a formula begins with, also as East Asian keyboards write it.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What some spreadsheet somewhere splits a line at.
const SPLITS: [char; 4] = [',', ';', '|', '\t'];

/// The cell as it may stand in a file. Numbers and times stay as they are: none of ours begins with
/// a sign. Line ends and tabs become spaces, so that a row is a line.
pub fn safe(cell: &str) -> String {
    let mut written = String::with_capacity(cell.len());
    let mut begins = !is_number(cell);
    for letter in cell.chars() {
        if begins && FORMULA.contains(&letter) {
            written.push('\'');
        }
        let is_passed_over = letter.is_whitespace() || letter.is_control() || letter == '"';
        begins = SPLITS.contains(&letter) || (begins && is_passed_over);
        written.push(if letter.is_control() { ' ' } else { letter });
    }
    written
}

/// Whether it is a number, which runs nothing: an offset of the west is below zero.
fn is_number(cell: &str) -> bool {
    cell.parse::<i64>().is_ok() && !cell.starts_with('+')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_becomes_words() {
        let cases = [
            ("Flat white", "Flat white"),
            ("", ""),
            ("=1+1", "'=1+1"),
            ("+351 912", "'+351 912"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", " '=1"),
            ("\r\n=1", "  '=1"),
            ("  =1", "  '=1"),
            ("\"=1", "\"'=1"),
            ("\u{a0}=1", "\u{a0}'=1"),
            ("＝1", "'＝1"),
            ("no milk; =HYPERLINK(1)", "no milk; '=HYPERLINK(1)"),
            ("oat, -1", "oat, '-1"),
            ("a|@b", "a|'@b"),
            ("half-fat + oat = good @ 8", "half-fat + oat = good @ 8"),
            ("Café · ☕", "Café · ☕"),
            ("2022-10-14 09:05:00", "2022-10-14 09:05:00"),
            ("42", "42"),
            ("-180", "-180"),
            ("+42", "'+42"),
            ("two\nlines", "two lines"),
        ];
        for (cell, expected) in cases {
            assert_eq!(safe(cell), expected, "{cell:?}");
        }
    }

    proptest! {
        /// However a spreadsheet splits the line, no part of it begins like a formula.
        #[test]
        fn no_part_of_any_cell_begins_like_a_formula(cell in "[ab=+@＝;|,\t\r\n\" \u{a0}-]{0,12}") {
            prop_assume!(!is_number(&cell));
            let written = safe(&cell);
            for part in written.split(SPLITS) {
                let begins = part.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
                prop_assert!(!begins.starts_with(FORMULA), "{:?} in {:?}", part, written);
            }
            prop_assert!(!written.contains(['\t', '\r', '\n']));
        }
    }
}

//! The right word that somebody most likely meant.

/// Of so many letters one may be wrong.
const LETTERS_A_SLIP: usize = 3;

/// The word that is reached with the fewest slips, if they are few; the first of several.
/// How words are written does not count: capitals, dashes and underscores.
pub fn nearest<W: AsRef<str>>(word: &str, right: impl IntoIterator<Item = W>) -> Option<W> {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_'], " ");
    let word = plain(word);
    let slips = |right: &W| strsim::damerau_levenshtein(&word, &plain(right.as_ref()));
    let right = right.into_iter().map(|right| (slips(&right), right));
    let (slips, right) = right.min_by_key(|(slips, _)| *slips)?;
    (slips <= word.chars().count().div_ceil(LETTERS_A_SLIP)).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        let right = ["colours", "background", "language", "sold-out", "log", "Oat milk"];
        assert_eq!(nearest(word, right), expected, "{word}");
    }

    #[test]
    fn a_slip_of_the_finger_is_understood_and_another_word_is_not() {
        check("colors", Some("colours"));
        check("Colour", Some("colours"));
        check("backgorund", Some("background"));
        check("sold_out", Some("sold-out"));
        check("lgo", Some("log"));
        check("oat_mlik", Some("Oat milk"));
        check("espresso", None);
        check("", None);
    }
}

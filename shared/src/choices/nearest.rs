//! The right word that somebody most likely meant.

/// Of so many letters one may be wrong.
const LETTERS_A_SLIP: usize = 3;

/// The word that is reached with the fewest slips, if they are few.
pub fn nearest(word: &str, right: impl IntoIterator<Item = String>) -> Option<String> {
    let word = word.to_lowercase().replace('-', "_");
    let slips = |right: &String| strsim::damerau_levenshtein(&word, &right.replace('-', "_"));
    let (slips, right) = right.into_iter().map(|right| (slips(&right), right)).min()?;
    (slips <= word.chars().count().div_ceil(LETTERS_A_SLIP)).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        let right = ["colours", "background", "language", "sold-out", "log"].map(str::to_owned);
        assert_eq!(nearest(word, right).as_deref(), expected, "{word}");
    }

    #[test]
    fn a_slip_of_the_finger_is_understood_and_another_word_is_not() {
        check("colors", Some("colours"));
        check("Colour", Some("colours"));
        check("backgorund", Some("background"));
        check("sold_out", Some("sold-out"));
        check("lgo", Some("log"));
        check("espresso", None);
        check("", None);
    }
}

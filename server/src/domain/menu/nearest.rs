//! The right word that somebody most likely meant.

/// Of so many letters one may be wrong.
const LETTERS_A_SLIP: usize = 3;

/// The word that is reached with the fewest slips, if they are few; the first of several.
pub fn nearest<'a>(word: &str, right: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_'], " ");
    let word = plain(word);
    let slips = |right: &str| strsim::damerau_levenshtein(&word, &plain(right));
    let right = right.into_iter().map(|right| (slips(right), right));
    let (slips, right) = right.min_by_key(|(slips, _)| *slips)?;
    (slips <= word.chars().count().div_ceil(LETTERS_A_SLIP)).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood_and_another_word_is_not() {
        let right = ["flat-white", "cortado", "oat", "Oat milk"];
        let found = |word| nearest(word, right);
        assert_eq!(found("flatwhite"), Some("flat-white"));
        assert_eq!(found("Flat_Whit"), Some("flat-white"));
        assert_eq!(found("coratdo"), Some("cortado"));
        assert_eq!(found("oat mlik"), Some("Oat milk"));
        assert_eq!(found("goat"), Some("oat"));
        assert_eq!(found("espresso"), None);
        assert_eq!(found(""), None);
    }
}

//! Licences as crates name them: `(MIT OR Apache-2.0) AND Unicode-3.0` (SPDX 2.3, annex D).

use std::collections::BTreeSet;

/// Which of the allowed licences such a text is met by; none where it asks for another one, too.
pub(crate) fn met(text: &str, allowed: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    // As crates wrote a choice before there was a rule.
    let spaced = text.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let met = reader.choice();
    assert!(reader.words.is_empty(), "{text:?} goes on after its end");
    met
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a BTreeSet<String>,
}

impl Reader<'_> {
    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        self.words = &self.words[usize::from(is_next)..];
        is_next
    }

    /// `A OR B`: any of them will do.
    fn choice(&mut self) -> Option<BTreeSet<String>> {
        let mut met = self.all();
        while self.takes("OR") {
            met = match (met, self.all()) {
                (Some(one), Some(other)) => Some(&one | &other),
                (one, other) => one.or(other),
            };
        }
        met
    }

    /// `A AND B`: each must be met.
    fn all(&mut self) -> Option<BTreeSet<String>> {
        let mut met = self.one();
        while self.takes("AND") {
            let other = self.one();
            met = met.zip(other).map(|(one, other)| &one | &other);
        }
        met
    }

    fn one(&mut self) -> Option<BTreeSet<String>> {
        if self.takes("(") {
            let met = self.choice();
            assert!(self.takes(")"), "a bracket stays open");
            return met;
        }
        let (name, rest) = self.words.split_first().expect("a licence");
        self.words = rest;
        let mut name = (*name).to_owned();
        if self.takes("WITH") {
            name = format!("{name} WITH {}", self.words[0]);
            self.words = &self.words[1..];
        }
        self.allowed.contains(&name).then(|| [name].into())
    }
}

#[test]
fn texts_are_read_as_they_are_meant() {
    let allowed = ["MIT", "ISC", "A WITH B"].map(str::to_owned).into();
    let check = |text: &str, expected: Option<&[&str]>| {
        let expected = expected.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(met(text, &allowed), expected, "{text}");
    };
    check("MIT", Some(&["MIT"]));
    check("GPL-3.0-only", None);
    check("MIT/GPL-3.0-only", Some(&["MIT"]));
    check("MIT AND GPL-3.0-only", None);
    check("(MIT OR GPL-3.0-only) AND ISC", Some(&["ISC", "MIT"]));
    check("A WITH B OR GPL-3.0-only", Some(&["A WITH B"]));
    check("A", None);
}

//! One language's texts, with the kinds of numbers that it tells apart.

use demitasse_shared::texts::{self, FluentValue};

/// What a text is filled with, by name.
pub(in crate::web) type Values<'a> = texts::Values<'a>;

/// Stands for a number or a time that the page's script fills in.
pub(in crate::web) const SLOT: &str = "{}";

/// Asks a language which kind of number it takes one for.
const KIND_OF_NUMBER: &str = "\
kind-of-number = { $n ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
";

/// No language needs a greater number for any of its kinds of small ones.
const SAMPLES: std::ops::RangeInclusive<u32> = 0..=110;

/// A text for each kind of number that a language tells apart (CLDR's plural categories), with a
/// slot where the number stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::web) struct Plural {
    pub(in crate::web) zero: Option<String>,
    pub(in crate::web) one: Option<String>,
    pub(in crate::web) two: Option<String>,
    pub(in crate::web) few: Option<String>,
    pub(in crate::web) many: Option<String>,
    pub(in crate::web) other: Option<String>,
}

impl Plural {
    /// The text for a kind of number; unknown kinds are the general one.
    fn of(&mut self, kind: &str) -> &mut Option<String> {
        match kind {
            "zero" => &mut self.zero,
            "one" => &mut self.one,
            "two" => &mut self.two,
            "few" => &mut self.few,
            "many" => &mut self.many,
            _ => &mut self.other,
        }
    }
}

/// The texts that a language has.
pub(super) struct Texts {
    said: texts::Texts,
    /// A number of each kind, with the kind's name.
    kinds: Vec<(String, u32)>,
}

impl Texts {
    /// Reads the texts of a language. What cannot be read is left out: English stands in for it,
    /// and a test finds it.
    pub(super) fn new(tag: &str, source: &str) -> Self {
        let said = texts::Texts::new(tag, &[source, KIND_OF_NUMBER]);
        if !said.faults().is_empty() {
            tracing::error!(faults = ?said.faults(), "some texts cannot be read");
        }
        let mut texts = Self { said, kinds: Vec::new() };
        texts.kinds = texts.kinds_of_numbers();
        texts
    }

    /// A text, where the language has it. `id` is a message's name, or `NAME.ATTRIBUTE`.
    pub(super) fn say(&self, id: &str, values: &Values<'_>) -> Option<String> {
        self.said.say(id, values)
    }

    /// Whether there is such a text, by the same names.
    #[cfg(test)]
    pub(super) fn has(&self, id: &str) -> bool {
        self.said.has(id)
    }

    /// A text for each kind of number; `number` is the name of the one that it depends on.
    pub(super) fn plural(&self, id: &str, number: &'static str) -> Option<Plural> {
        let mut plural = Plural::default();
        for (kind, sample) in &self.kinds {
            let text = self.say(id, &[(number, FluentValue::from(*sample))])?;
            *plural.of(kind) = Some(text.replace(&sample.to_string(), SLOT));
        }
        Some(plural)
    }

    fn kinds_of_numbers(&self) -> Vec<(String, u32)> {
        let mut kinds: Vec<(String, u32)> = Vec::new();
        for sample in SAMPLES {
            let kind = self.say("kind-of-number", &[("n", FluentValue::from(sample))]);
            let kind = kind.unwrap_or_default();
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                // A greater sample is less likely to be a word's digit.
                Some((_, known)) => *known = sample,
                None => kinds.push((kind, sample)),
            }
        }
        kinds
    }
}

//! Texts for people: one language's Fluent file, read and said.
//!
//! Which languages there are, and which of them stands in for the others, is each program's own.

pub mod written;

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};

/// A value that a text is filled with: words or a number.
pub use fluent_bundle::FluentValue;

/// What a text is filled with, by name.
pub type Values<'a> = [(&'static str, FluentValue<'a>)];

/// The texts that a language has.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    faults: Vec<FluentError>,
}

impl Texts {
    /// Reads the texts of a language; of two with one name the later one counts. What cannot be
    /// read is left out and kept among the [faults](Self::faults).
    pub fn new(tag: &str, sources: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        // The marks of direction are for running text: pages and terminals keep names apart.
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        for source in sources {
            let read = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(read.unwrap_or_else(|(readable, unreadable)| {
                faults.extend(unreadable.into_iter().map(FluentError::ParserError));
                readable
            }));
        }
        Self { bundle, faults }
    }

    /// What could not be read.
    pub fn faults(&self) -> &[FluentError] {
        &self.faults
    }

    /// A text, where the language has it. `id` is a message's name, or `NAME.ATTRIBUTE`.
    pub fn say(&self, id: &str, values: &Values<'_>) -> Option<String> {
        let (name, attribute) = parts(id);
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(attribute) => message.get_attribute(attribute)?.value(),
        };
        let values: FluentArgs<'_> = values.iter().cloned().collect();
        let mut faults: Vec<FluentError> = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut faults);
        debug_assert!(faults.is_empty(), "{id}: {faults:?}");
        Some(text.into_owned())
    }

    /// Whether there is such a text, by the same names.
    pub fn has(&self, id: &str) -> bool {
        let (name, attribute) = parts(id);
        self.bundle.get_message(name).is_some_and(|message| match attribute {
            None => message.value().is_some(),
            Some(attribute) => message.get_attribute(attribute).is_some(),
        })
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("languages", &self.bundle.locales).finish_non_exhaustive()
    }
}

/// A message's name and its attribute's.
fn parts(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
hello = Hello, { $name }
    .short = Hi
many = { $n ->
    [one] one cup
   *[other] { $n } cups
}
";

    #[test]
    fn a_text_is_said_with_its_values_and_an_attribute_by_its_name() {
        let texts = Texts::new("en", &[SOURCE]);
        let said = |id, values: &Values<'_>| texts.say(id, values);
        assert_eq!(said("hello", &[("name", "Ana".into())]).as_deref(), Some("Hello, Ana"));
        assert_eq!(said("hello.short", &[]).as_deref(), Some("Hi"));
        assert_eq!(said("many", &[("n", 1.into())]).as_deref(), Some("one cup"));
        assert_eq!(said("many", &[("n", 12.into())]).as_deref(), Some("12 cups"));
        assert_eq!(said("hello.long", &[]), None);
        assert!(texts.has("hello.short") && !texts.has("many.short") && !texts.has("few"));
    }

    #[test]
    fn what_cannot_be_read_is_told_and_costs_nothing_else() {
        let texts = Texts::new("en", &["broken = { $\n", "whole = Whole\n", "whole = Later\n"]);
        assert!(!texts.faults().is_empty());
        assert_eq!(texts.say("whole", &[]).as_deref(), Some("Later"));
        assert_eq!(texts.say("broken", &[]), None);
    }
}

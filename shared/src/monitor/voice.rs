//! The languages of a monitor: every text that the crowd reads, in one language or in two at once.
//!
//! Texts are Fluent files in `assets/texts/monitor`. Where one has no word for something, English
//! has.

use std::sync::LazyLock;

use serde::Serialize;

use crate::packed::Packed;
use crate::texts::{Texts, Values};

/// The most languages that stand on a monitor at once: with three, nobody finds their own.
pub const LANGUAGES_AT_ONCE: usize = 2;

/// A language that monitors speak.
#[derive(Debug)]
struct Language {
    /// Its tag (BCP 47).
    tag: &'static str,
    texts: Texts,
}

/// Declares the languages by their tags.
macro_rules! languages {
    ($($tag:literal)+) => {
        static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| vec![$(Language {
            tag: $tag,
            texts: Texts::new(
                $tag,
                &[&const { Packed::file(concat!("texts/monitor/", $tag, ".ftl")) }.text()],
            ),
        }),+]);
    };
}

// English first: it is the one for whom none of the others is.
languages! {
    "en"
    "es"
    "fr"
    "de"
    "pt"
    "it"
    "ja"
    "zh"
    "ko"
    "ar"
}

/// A text as it stands on the monitor: once for each language, the leading one first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Said(Vec<String>);

impl Said {
    /// A text that is nobody's translation, such as a name, or what another program said.
    pub fn plain(text: &str) -> Self {
        Self(vec![text.to_owned()])
    }

    /// The text in the leading language.
    pub fn leading(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// The text in the second language, where there is one and it reads otherwise.
    pub fn second(&self) -> Option<&str> {
        self.0.get(1).map(String::as_str).filter(|text| *text != self.leading())
    }

    /// The texts, the leading one first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.leading()).chain(self.second())
    }
}

/// The one or two languages that a monitor speaks.
#[derive(Clone, Debug)]
pub struct Voice(Vec<&'static Language>);

impl Default for Voice {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl PartialEq for Voice {
    fn eq(&self, other: &Self) -> bool {
        self.languages().eq(other.languages())
    }
}

impl Voice {
    /// Speaks the languages of these tags, such as `de` or `de-AT`, as far as there are texts for
    /// them; English where there are none. No more than [`LANGUAGES_AT_ONCE`].
    pub fn of(tags: &[String]) -> Self {
        let mut spoken: Vec<&'static Language> = Vec::new();
        for language in tags.iter().filter_map(|tag| find(tag)) {
            if spoken.len() < LANGUAGES_AT_ONCE && spoken.iter().all(|l| l.tag != language.tag) {
                spoken.push(language);
            }
        }
        if spoken.is_empty() {
            spoken.push(&LANGUAGES[0]);
        }
        Self(spoken)
    }

    /// The tags of all languages that monitors speak, English first.
    pub fn tags() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|language| language.tag)
    }

    /// Whether there are texts in the language of a tag.
    pub fn knows(tag: &str) -> bool {
        find(tag).is_some()
    }

    /// The tags of the languages that are spoken, the leading one first.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|language| language.tag)
    }

    /// A text with its values. `id` is a message's name, or `NAME.ATTRIBUTE`. A text that no
    /// language has, which tests rule out, reads as its name.
    pub fn say(&self, id: &str, values: &Values<'_>) -> Said {
        Said(self.0.iter().map(|language| say(language, id, values)).collect())
    }

    /// A text without values.
    pub fn plain(&self, id: &str) -> Said {
        self.say(id, &[])
    }
}

/// The language of a tag, whatever region and script it names besides.
fn find(tag: &str) -> Option<&'static Language> {
    let tag = tag.to_lowercase();
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|known| known.tag == language)
}

fn say(language: &Language, id: &str, values: &Values<'_>) -> String {
    let own = language.texts.say(id, values);
    let text = own.or_else(|| LANGUAGES[0].texts.say(id, values));
    debug_assert!(text.is_some(), "there is no text {id:?}");
    text.unwrap_or_else(|| id.to_owned())
}

#[cfg(test)]
mod tests;

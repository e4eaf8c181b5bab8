//! The barista's language: every text that the terminal says.
//!
//! Texts are Fluent files in `assets/texts/barista`. Where one has no word for something, English
//! has.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::LazyLock;

use demitasse_shared::packed::Packed;
use demitasse_shared::texts::{Texts, Values};

/// Where terminals say which language people read messages in, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// A language that the terminal speaks.
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
                &[&const { Packed::file(concat!("texts/barista/", $tag, ".ftl")) }.text()],
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
}

/// One language's words, and English ones for what is missing among them.
#[derive(Clone, Copy)]
pub struct Words(&'static Language);

impl Words {
    /// The words of a language by its tag, such as `de` or `de-AT`; English where it is unknown.
    pub fn of(tag: Option<&str>) -> Self {
        let tag = tag.unwrap_or_default().to_lowercase();
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        let place = Self::tags().position(|known| known == language);
        Self(&LANGUAGES[place.unwrap_or_default()])
    }

    /// The words that the terminal's surroundings ask for: `LANG=de_AT.UTF-8` is German.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let asked = VARIABLES.into_iter().filter_map(var).find(|value| !value.is_empty());
        Self::of(asked.as_deref())
    }

    /// The same language where its letters can be told in ASCII, else English: a screen of question
    /// marks helps nobody.
    pub(crate) fn in_ascii(self) -> Self {
        if matches!(self.0.tag, "ja" | "zh" | "ko") { Self::of(None) } else { self }
    }

    /// The tags of all languages, English first.
    pub fn tags() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|language| language.tag)
    }

    /// A text. `id` is a message's name, or `NAME.ATTRIBUTE`. A text that no language has, which
    /// tests rule out, reads as its name.
    pub fn say(self, id: &str, values: &Values<'_>) -> String {
        let own = self.0.texts.say(id, values);
        let text = own.or_else(|| LANGUAGES[0].texts.say(id, values));
        debug_assert!(text.is_some(), "there is no text {id:?}");
        text.unwrap_or_else(|| id.to_owned())
    }

    /// A text without values.
    pub fn plain(self, id: &str) -> String {
        self.say(id, &[])
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.tag)
    }
}

//! The guest's language: which one it is, and how it says texts, numbers and times.
//!
//! Texts are Fluent files in `assets/texts`. Where one has no word for something, English has.

#[cfg(test)]
mod files;
#[cfg(test)]
mod said;
mod texts;

use std::sync::LazyLock;

use demitasse_shared::packed::Packed;
use icu_datetime::NoCalendarFormatter;
use icu_datetime::fieldsets::T;
use icu_datetime::input::Time;
use icu_locale_core::{LanguageIdentifier, Locale};
use jiff::Zoned;

use texts::Texts;
pub(super) use texts::{Plural, SLOT, Values};

/// Numbers are written with the monitor's digits in every language: what is read off one screen is
/// looked for on the other.
const DIGITS: &str = "-u-nu-latn";

/// The most parts of `Accept-Language` that are looked at. Browsers send a handful.
const ACCEPTED: usize = 16;

/// A language that the pages speak.
pub(super) struct Language {
    /// Its tag (BCP 47).
    pub(super) tag: &'static str,
    /// Its own name for itself.
    pub(super) name: &'static str,
    /// Written from right to left.
    pub(super) rtl: bool,
    texts: Texts,
}

/// Declares the languages: tag, own name, whether it is written from right to left.
macro_rules! languages {
    ($($tag:literal $name:literal $rtl:literal)+) => {
        static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| vec![$(Language {
            tag: $tag,
            name: $name,
            rtl: $rtl,
            texts: Texts::new(
                $tag,
                &const { Packed::file(concat!("texts/", $tag, ".ftl")) }.text(),
            ),
        }),+]);
    };
}

// English first: it is the one for whom none of the others is.
languages! {
    "en" "English" false
    "es" "Español" false
    "fr" "Français" false
    "de" "Deutsch" false
    "pt" "Português" false
    "it" "Italiano" false
    "ja" "日本語" false
    "zh" "中文" false
    "ko" "한국어" false
    "ar" "العربية" true
}

impl Language {
    /// Every language, English first.
    pub(super) fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// The language with this tag.
    pub(super) fn tagged(tag: &str) -> Option<&'static Self> {
        Self::all().iter().find(|language| language.tag == tag)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag)
    }
}

/// A language as one guest speaks it: English has a clock of twelve hours in the United States and
/// one of twenty-four in Great Britain.
#[derive(Clone, Debug)]
pub(super) struct Tongue {
    /// The language.
    pub(super) language: &'static Language,
    region: Locale,
}

impl Tongue {
    /// What the guest chose before, or the first of what the browser asks for that is spoken here.
    /// The browser's region counts in any case, where it is the same language's.
    pub(super) fn of(chosen: Option<&str>, accepted: Option<&str>) -> Self {
        let asked = by_preference(accepted.unwrap_or_default());
        let chosen = chosen.and_then(Language::tagged);
        let first = || asked.iter().find_map(|id| Language::tagged(id.language.as_str()));
        let language = chosen.or_else(first).unwrap_or(&LANGUAGES[0]);
        let own = asked.iter().find(|id| id.language.as_str() == language.tag);
        let tag = own.map_or_else(|| language.tag.to_owned(), ToString::to_string);
        let region = format!("{tag}{DIGITS}").parse().unwrap_or(Locale::UNKNOWN);
        Self { language, region }
    }

    /// A moment as a clock shows it: "14:35", "2:35 PM".
    pub(super) fn clock(&self, at: &Zoned) -> String {
        let (hour, minute) = (at.hour().unsigned_abs(), at.minute().unsigned_abs());
        let time = Time::try_new(hour, minute, 0, 0);
        let formatter = NoCalendarFormatter::try_new((&self.region).into(), T::hm());
        match (formatter, time) {
            (Ok(formatter), Ok(time)) => formatter.format(&time).to_string(),
            _ => at.strftime("%H:%M").to_string(),
        }
    }

    /// A text. `id` is a message's name, or `NAME.ATTRIBUTE`. A text that no language has, which
    /// tests rule out, reads as its name.
    pub(super) fn say(&self, id: &str, values: &Values<'_>) -> String {
        #[cfg(test)]
        said::note(id);
        let text = self.texts().find_map(|texts| texts.say(id, values));
        debug_assert!(text.is_some(), "there is no text {id:?}");
        text.unwrap_or_else(|| id.to_owned())
    }

    /// A text for each kind of number that the language tells apart. `number` is the name of the
    /// value that it depends on.
    pub(super) fn plural(&self, id: &str, number: &'static str) -> Plural {
        #[cfg(test)]
        said::note(id);
        self.texts().find_map(|texts| texts.plural(id, number)).unwrap_or_default()
    }

    /// The own texts, and English for what is missing among them.
    fn texts(&self) -> impl Iterator<Item = &'static Texts> {
        [&self.language.texts, &LANGUAGES[0].texts].into_iter()
    }
}

/// What a browser accepts, the best first (RFC 9110, section 12.5.4).
fn by_preference(accepted: &str) -> Vec<LanguageIdentifier> {
    let mut asked: Vec<_> = accepted.split(',').take(ACCEPTED).filter_map(weighed).collect();
    asked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    asked.into_iter().map(|(_, id)| id).collect()
}

/// `de-AT;q=0.8` with its weight; nothing where it is no language, or not wanted.
fn weighed(part: &str) -> Option<(f32, LanguageIdentifier)> {
    let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let weight = weight.trim().strip_prefix("q=")?.parse::<f32>().ok()?;
    (weight > 0.0).then_some((weight, tag.trim().parse().ok()?))
}

#[cfg(test)]
mod tests;

//! A day as people name it on the command line: today's journal and yesterday's report are asked
//! for in the same words.

use std::str::FromStr;

use demitasse_shared::Date;

/// A day as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayWord {
    Today,
    Yesterday,
    Of(Date),
}

/// A word that names no day.
#[derive(Debug, thiserror::Error)]
#[error("say today, yesterday, or a day like 2022-10-14")]
pub(super) struct NoDay;

impl FromStr for DayWord {
    type Err = NoDay;

    fn from_str(word: &str) -> Result<Self, NoDay> {
        match word {
            "today" => Ok(Self::Today),
            "yesterday" => Ok(Self::Yesterday),
            day => day.parse().map(Self::Of).map_err(|_no_date| NoDay),
        }
    }
}

impl DayWord {
    /// The day that is meant, where this is the venue's today.
    pub(super) fn date(self, today: Date) -> Date {
        match self {
            Self::Today => today,
            Self::Yesterday => today.yesterday().unwrap_or(today),
            Self::Of(day) => day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_named_as_people_do() {
        let today: Date = "2022-10-15".parse().expect("a day");
        let check = |word: &str, expected: &str| {
            let day = word.parse::<DayWord>().expect(word).date(today);
            assert_eq!(day.to_string(), expected, "{word}");
        };
        check("today", "2022-10-15");
        check("yesterday", "2022-10-14");
        check("2022-01-02", "2022-01-02");
        for word in ["", "tomorrow", "2022-02-30"] {
            assert!(word.parse::<DayWord>().is_err(), "{word}");
        }
    }
}

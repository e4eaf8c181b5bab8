//! Words as the bar keeps them: nothing in them disturbs a terminal, turns a line round, covers the
//! lines beside it, or looks like nothing.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Marks that may stand over, under or around one letter. No language needs more; a tower of them
/// covers the lines above and below it.
const MARKS: usize = 4;

/// What Unicode says of each character.
static CATEGORIES: icu_properties::CodePointMapDataBorrowed<'static, GeneralCategory> =
    CodePointMapData::<GeneralCategory>::new();

/// Folds white space, and drops what could disturb.
pub(crate) fn plain(typed: &str) -> String {
    let mut letter = Letter::default();
    let visible: String = typed
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !is_unseen(*c))
        .filter(|c| letter.takes(*c))
        .collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The letter that marks stand on: how many of them do. Nothing at the beginning and behind a space,
/// where there is none.
#[derive(Debug, Default)]
struct Letter(Option<usize>);

impl Letter {
    /// Whether a character may stand where it does.
    fn takes(&mut self, c: char) -> bool {
        let mark = CATEGORIES.get(c);
        if !GeneralCategoryGroup::Mark.contains(mark) {
            self.0 = (c != ' ').then_some(0);
            return true;
        }
        // One that stands beside its letter takes room of its own, as letters do.
        let is_beside = mark == GeneralCategory::SpacingMark;
        let Some(marks) = &mut self.0 else { return false };
        *marks += usize::from(!is_beside);
        is_beside || *marks <= MARKS
    }
}

/// Characters that nobody sees, and those that turn a line round: what Unicode lets be ignored
/// (`Default_Ignorable_Code_Point`, the variation selectors of signs aside), Hangul's fillers among it,
/// and the empty pattern of Braille.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_languages_stay_as_they_are() {
        let names = [
            "Zoë",
            "e\u{301}e\u{302}\u{323}",
            "สมศรี",
            "กี่ครั้ง",
            "שִׂמְחָה",
            "بِسْمِ اللّٰهِ",
            "अनिरुद्ध",
            "ক্ষুদ্রাংশু",
            "மீனாட்சி",
            "മറിയം",
            "မျှော့",
            "བསྒྲུབས",
            "សុភាព",
            "ひば\u{309a}り",
            "Ana \u{2615}\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
        ];
        for name in names {
            assert_eq!(plain(name), name);
        }
    }

    #[test]
    fn a_tower_of_marks_ends_whatever_the_script() {
        let scripts = [
            ('A', "\u{301}"),
            ('ก', "\u{e47}"),
            ('ש', "\u{5b4}"),
            ('ب', "\u{64b}"),
            ('क', "\u{902}"),
            ('x', "\u{489}"),
            ('x', "\u{20dd}"),
            ('ཀ', "\u{f71}"),
        ];
        for (letter, mark) in scripts {
            let kept = plain(&format!("{letter}{}z", mark.repeat(40)));
            assert_eq!(kept, format!("{letter}{}z", mark.repeat(MARKS)));
        }
        // Marks that stand beside the letter do not begin a new tower.
        let mixed = plain(&format!("क{}", "\u{93e}\u{902}".repeat(10)));
        assert_eq!(mixed.matches('\u{902}').count(), MARKS);
    }

    #[test]
    fn a_mark_stands_on_a_letter() {
        for alone in ["\u{301}", " \u{e47}", "\u{5b4}\u{64b}", "\u{93e}", "\u{fe0f} \u{20e3}"] {
            assert_eq!(plain(alone), "", "{alone:?}");
        }
        assert_eq!(plain("Ana \u{301}Eve \u{93e}"), "Ana Eve");
    }

    #[test]
    fn what_steers_or_hides_is_dropped() {
        let cases = [
            ("\u{1b}[31mEve\u{9b}0m", "[31mEve0m"),
            ("A\u{202e}na\u{2066}\u{200f}", "Ana"),
            ("a\r\nb\u{2028}c\u{85}d\u{b}e", "a b c d e"),
            ("a\u{200b}b\u{feff}c\u{ad}d\u{3164}\u{e0041}", "abcd"),
            ("\u{7f}\u{0}\u{8}", ""),
        ];
        for (typed, kept) in cases {
            assert_eq!(plain(typed), kept);
        }
    }
}

//! The command line's part about sound.

use clap::Args;
use clap::builder::BoolishValueParser;

use super::quiet::Span;
use super::speech::Template;

/// How loud it is where nobody says it.
const DEFAULT_VOLUME: u8 = 70;

/// What is to be heard, and how loud.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Sound")]
pub struct SoundArgs {
    /// How loud chime and speech are, from 0, which is silence, to 100 [default: 70]
    #[arg(
        long,
        value_name = "0..100",
        env = "DEMITASSE_VOLUME",
        value_parser = clap::value_parser!(u8).range(0..=100)
    )]
    pub volume: Option<u8>,
    /// Chime when numbers become ready; said aloud, a preview does it, too
    #[arg(
        long,
        env = "DEMITASSE_CHIME",
        value_parser = BoolishValueParser::new(),
        overrides_with = "no_chime"
    )]
    pub chime: bool,
    /// Do not chime
    #[arg(
        long,
        env = "DEMITASSE_NO_CHIME",
        value_parser = BoolishValueParser::new(),
        overrides_with = "chime"
    )]
    pub no_chime: bool,
    /// Say the numbers that become ready, by the system's speech where it has one
    #[arg(long, env = "DEMITASSE_SPEAK", value_parser = BoolishValueParser::new())]
    pub speak: bool,
    /// Say them by this program, such as `espeak-ng -v {language} -a {volume} {text}`
    #[arg(long, value_name = "COMMAND", env = "DEMITASSE_SPEAK_COMMAND")]
    pub speak_command: Option<Template>,
    /// When nothing is to be heard, by the venue's clock, such as `22:00-8:00,13:00-14:00`
    #[arg(long, value_name = "FROM-TO", env = "DEMITASSE_QUIET_HOURS", value_delimiter = ',')]
    pub quiet_hours: Vec<Span>,
}

impl SoundArgs {
    /// How loud, from 0 to 100.
    pub(super) fn loudness(&self) -> u8 {
        self.volume.unwrap_or(DEFAULT_VOLUME)
    }

    /// Whether it is to chime. A preview is silent unless somebody wants to hear it.
    pub(super) fn chimes(&self, is_preview: bool) -> bool {
        !self.no_chime && self.loudness() > 0 && (self.chime || !is_preview)
    }

    /// Whether it is to say the numbers.
    pub(super) fn speaks(&self, is_preview: bool) -> bool {
        let wanted = self.speak || self.speak_command.is_some();
        wanted && self.loudness() > 0 && (self.chime || !is_preview)
    }

    /// Whether somebody has asked for the chime, rather than left it as it is.
    #[cfg_attr(feature = "sound", expect(dead_code, reason = "then nobody must be told"))]
    pub(super) fn asks_for_chime(&self) -> bool {
        self.chime || self.volume.is_some()
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Monitor {
        #[command(flatten)]
        sound: SoundArgs,
    }

    fn parse(words: &str) -> Result<SoundArgs, clap::Error> {
        let line = shlex::split(words).expect("words");
        Monitor::try_parse_from([vec!["monitor".to_owned()], line].concat()).map(|m| m.sound)
    }

    #[test]
    fn a_monitor_chimes_and_a_preview_does_when_asked() {
        let check = |words: &str, chimes: (bool, bool), speaks: (bool, bool)| {
            let args = parse(words).expect("good words");
            assert_eq!((args.chimes(false), args.chimes(true)), chimes, "{words:?}");
            assert_eq!((args.speaks(false), args.speaks(true)), speaks, "{words:?}");
        };
        check("", (true, false), (false, false));
        check("--volume 30", (true, false), (false, false));
        check("--chime", (true, true), (false, false));
        check("--no-chime", (false, false), (false, false));
        check("--chime --no-chime", (false, false), (false, false));
        check("--no-chime --chime", (true, true), (false, false));
        check("--speak", (true, false), (true, false));
        check("--speak --chime", (true, true), (true, true));
        check("--speak --no-chime", (false, false), (true, false));
        check("--speak-command 'say {text}'", (true, false), (true, false));
        check("--speak --volume 0", (false, false), (false, false));
    }

    #[test]
    fn bad_words_are_refused_with_the_good_ones() {
        let check = |words: &str, said: &str| {
            let refused = parse(words).expect_err(words).to_string();
            assert!(refused.contains(said), "{words}: {refused}");
        };
        check("--volume 101", "101 is not in 0..=100");
        check("--volume loud", "invalid digit");
        check("--quiet-hours late", "write them like 22:00-8:00");
        check("--quiet-hours 22:00-8:00,13-14", "write them like 22:00-8:00");
        check("--speak-command 'espeak -v {language}'", "{text}");
    }

    #[test]
    fn quiet_hours_may_be_several() {
        for words in [
            "--quiet-hours 22:00-8:00,13:00-14:00",
            "--quiet-hours=22:00-8:00 --quiet-hours=13:00-14:00",
        ] {
            assert_eq!(parse(words).expect("good words").quiet_hours.len(), 2, "{words}");
        }
    }
}

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
    /// Chime when numbers become ready, as a monitor does by itself; asked for, a preview does,
    /// too. `--chime=false` is `--no-chime`
    #[arg(
        long,
        env = "DEMITASSE_CHIME",
        value_name = "true|false",
        value_parser = BoolishValueParser::new(),
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true",
        overrides_with = "no_chime"
    )]
    pub chime: Option<bool>,
    /// Do not chime
    #[arg(long, overrides_with = "chime")]
    pub no_chime: bool,
    /// Say the numbers that become ready, by the system's speech where it has one; in a preview,
    /// too
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
        !self.no_chime && self.loudness() > 0 && self.chime.unwrap_or(!is_preview)
    }

    /// Whether it is to say the numbers. Nobody gets that who has not asked for it.
    pub(super) fn speaks(&self) -> bool {
        self.loudness() > 0 && (self.speak || self.speak_command.is_some())
    }

    /// Whether somebody has asked for the chime, rather than left it as it is.
    #[cfg_attr(feature = "sound", expect(dead_code, reason = "then nobody must be told"))]
    pub(super) fn asks_for_chime(&self) -> bool {
        self.chime.unwrap_or(self.volume.is_some())
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, FromArgMatches, Parser};

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
        let check = |words: &str, chimes: (bool, bool), speaks: bool| {
            let args = parse(words).expect("good words");
            assert_eq!((args.chimes(false), args.chimes(true)), chimes, "{words:?}");
            assert_eq!(args.speaks(), speaks, "{words:?}");
        };
        check("", (true, false), false);
        check("--volume 30", (true, false), false);
        check("--chime", (true, true), false);
        check("--chime=yes", (true, true), false);
        check("--chime=false", (false, false), false);
        check("--no-chime", (false, false), false);
        check("--chime --no-chime", (false, false), false);
        check("--no-chime --chime", (true, true), false);
        check("--speak", (true, false), true);
        check("--speak --chime", (true, true), true);
        check("--speak --no-chime", (false, false), true);
        check("--speak-command 'say {text}'", (true, false), true);
        check("--speak --chime --volume 0", (false, false), false);
    }

    /// What the surroundings would say, said as a default: it is read by the same reader, and
    /// gives way to the command line as they do.
    fn parse_in(chime: &'static str, words: &str) -> Option<bool> {
        let command = Monitor::command().mut_arg("chime", |arg| arg.default_value(chime));
        let line = shlex::split(words).expect("words");
        let matches = command.try_get_matches_from([vec!["monitor".to_owned()], line].concat());
        let matches = matches.expect("good words");
        Monitor::from_arg_matches(&matches).ok().map(|monitor| monitor.sound.chimes(false))
    }

    #[test]
    fn the_command_line_outdoes_the_surroundings() {
        for (chime, words, expected) in [
            ("false", "", false),
            ("0", "", false),
            ("1", "", true),
            ("0", "--chime", true),
            ("1", "--no-chime", false),
            ("1", "--chime=false", false),
        ] {
            assert_eq!(parse_in(chime, words), Some(expected), "{chime} {words:?}");
        }
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

//! A command of the venue's own that says a sentence, with gaps for what it is to say.

use std::str::FromStr;

use tokio::process::Command;

use crate::sound::desk::Sentence;

/// A program and its arguments. The gaps `{text}`, `{language}` and `{volume}` are filled in each
/// time; no shell stands between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    program: String,
    args: Vec<String>,
}

/// What is no such command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTemplate {
    /// It cannot be split into words.
    #[error("{0:?} is no command: write it like \"{example}\"", example = EXAMPLE)]
    Unreadable(String),
    /// It has no place for what is to be said.
    #[error("{0:?} has no {{text}} to say: write it like \"{example}\"", example = EXAMPLE)]
    NoText(String),
}

/// How such a command is written.
const EXAMPLE: &str = "espeak-ng -v {language} {text}";

impl FromStr for Template {
    type Err = BadTemplate;

    /// Splits a command line as a shell would, quotes included, and nothing else.
    fn from_str(line: &str) -> Result<Self, BadTemplate> {
        let unreadable = || BadTemplate::Unreadable(line.to_owned());
        let mut words = shlex::split(line).ok_or_else(unreadable)?.into_iter();
        let program = words.next().ok_or_else(unreadable)?;
        let args: Vec<_> = words.collect();
        if args.iter().any(|arg| arg.contains("{text}")) {
            Ok(Self { program, args })
        } else {
            Err(BadTemplate::NoText(line.to_owned()))
        }
    }
}

impl Template {
    /// The command for a sentence.
    pub(super) fn command(&self, sentence: &Sentence, volume: u8) -> Command {
        let mut command = Command::new(&self.program);
        command.args(self.args.iter().map(|arg| filled(arg, sentence, volume)));
        command
    }
}

/// The words come last, so that nothing in them is taken for a gap.
fn filled(arg: &str, sentence: &Sentence, volume: u8) -> String {
    arg.replace("{language}", sentence.language)
        .replace("{volume}", &volume.to_string())
        .replace("{text}", &sentence.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(command: &Command) -> Vec<String> {
        let command = command.as_std();
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        words.map(|word| word.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn gaps_are_filled_and_words_stay_whole() {
        let sentence = Sentence { language: "de", text: "Nummer {volume}; ja.".to_owned() };
        let check = |line: &str, expected: &[&str]| {
            let template: Template = line.parse().expect("a command");
            assert_eq!(words(&template.command(&sentence, 70)), expected, "{line}");
        };
        check(
            "espeak-ng -v {language} -a {volume} {text}",
            &["espeak-ng", "-v", "de", "-a", "70", "Nummer {volume}; ja."],
        );
        check(
            "'/srv/my say' --as={language} '<{text}>'",
            &["/srv/my say", "--as=de", "<Nummer {volume}; ja.>"],
        );
    }

    #[test]
    fn what_could_say_nothing_is_refused() {
        let check = |line: &str, said: &str| {
            let refused = line.parse::<Template>().expect_err(line).to_string();
            assert!(refused.contains(said), "{refused}");
            assert!(refused.contains("espeak-ng -v {language} {text}"), "{refused}");
        };
        check("", "is no command");
        check("say '{text}", "is no command");
        check("{text}", "has no {text} to say");
        check("espeak-ng -v {language}", "has no {text} to say");
    }
}

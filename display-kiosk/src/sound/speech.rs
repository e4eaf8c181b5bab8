//! Says sentences by a program: one of the venue's own, or one that the system has.

mod system;
mod template;

use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

use super::desk::Sentence;
use super::{SoundArgs, tell};
use system::SystemVoice;
pub(super) use template::Template;

/// A program that takes longer for a sentence hangs, and holds up the next number.
const LONGEST: Duration = Duration::from_secs(12);

/// Something that can say a sentence.
#[derive(Clone, Debug)]
enum Voice {
    Own(Template),
    System(SystemVoice),
}

/// The programs that are there, the best one first.
#[derive(Debug)]
pub(super) struct Speech {
    voices: Vec<Voice>,
    volume: u8,
    /// Whether somebody was told that nothing is said; once is enough until it is again.
    has_told: bool,
}

impl Speech {
    /// Looks for a program that speaks, and tells where there is none.
    pub(super) fn find(args: &SoundArgs) -> Option<Self> {
        let voices: Vec<_> = match &args.speak_command {
            Some(own) => vec![Voice::Own(own.clone())],
            None => SystemVoice::found().map(Voice::System).collect(),
        };
        if voices.is_empty() {
            tell(
                "No program that speaks was found, so no numbers are said. Install espeak-ng, or \
                 name one with --speak-command.",
            );
            return None;
        }
        Some(Self { voices, volume: args.loudness(), has_told: false })
    }

    /// Says a sentence to its end. A program that cannot gives way to the next one for good, the
    /// last one stays: what it lacks may come.
    pub(super) async fn say(&mut self, sentence: &Sentence) {
        while let Some(voice) = self.voices.first() {
            let Err(why) = voice.say(sentence, self.volume).await else {
                self.has_told = false;
                return;
            };
            if self.voices.len() > 1 {
                self.voices.remove(0);
                continue;
            }
            if !self.has_told {
                tell(&format!("Numbers are not said: {why}."));
                self.has_told = true;
            }
            return;
        }
    }
}

impl Voice {
    fn command(&self, sentence: &Sentence, volume: u8) -> Command {
        match self {
            Self::Own(template) => template.command(sentence, volume),
            Self::System(voice) => voice.command(sentence, volume),
        }
    }

    async fn say(&self, sentence: &Sentence, volume: u8) -> Result<(), String> {
        let mut command = self.command(sentence, volume);
        let program = command.as_std().get_program().to_string_lossy().into_owned();
        // What such programs tell a terminal is about sound cards, and for each sentence anew.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let mut child =
            command.spawn().map_err(|why| format!("{program} cannot be run ({why})"))?;
        match timeout(LONGEST, child.wait()).await {
            Err(_elapsed) => Err(format!("{program} does not come to an end")),
            Ok(Err(why)) => Err(format!("{program} was lost ({why})")),
            Ok(Ok(status)) if status.success() => Ok(()),
            Ok(Ok(status)) => Err(format!("{program} ended with {status}")),
        }
    }
}

#[cfg(test)]
mod tests;

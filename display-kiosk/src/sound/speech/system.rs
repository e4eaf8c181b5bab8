//! The programs with which systems speak.

use std::env;
use std::path::Path;

use tokio::process::Command;

use crate::sound::desk::Sentence;

/// A program that some systems have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SystemVoice {
    /// Speech Dispatcher's, on desktops with Linux or a BSD.
    SpdSay,
    /// eSpeak NG.
    EspeakNg,
    /// Its predecessor, with the same flags.
    Espeak,
    /// macOS's. Its voices have names, not languages: the system's own speaks.
    Say,
    /// Windows's.
    PowerShell,
}

/// Speaks what the environment holds: nothing of it can be taken for a command.
const WINDOWS_SCRIPT: &str = "\
    Add-Type -AssemblyName System.Speech; \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [cultureinfo]$env:DEMITASSE_SAY_IN); \
    $voice.Volume = [int]$env:DEMITASSE_SAY_AT; \
    $voice.Speak($env:DEMITASSE_SAY)";

impl SystemVoice {
    /// All of them, the one that a system was set up for before the others.
    const ALL: [Self; 5] =
        [Self::SpdSay, Self::EspeakNg, Self::Espeak, Self::Say, Self::PowerShell];

    /// Those that are there.
    pub(super) fn found() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|voice| on_path(voice.program()))
    }

    fn program(self) -> &'static str {
        match self {
            Self::SpdSay => "spd-say",
            Self::EspeakNg => "espeak-ng",
            Self::Espeak => "espeak",
            Self::Say => "say",
            Self::PowerShell => "powershell",
        }
    }

    /// The command for a sentence, which ends once it was said, at a volume from 0 to 100.
    pub(super) fn command(self, sentence: &Sentence, volume: u8) -> Command {
        let Sentence { language, text } = sentence;
        let mut command = Command::new(self.program());
        match self {
            Self::SpdSay => {
                // From -100 to 100.
                let volume = (i16::from(volume) * 2 - 100).to_string();
                command.args(["--wait", "--language", language, "--volume", &volume, "--", text])
            }
            Self::EspeakNg | Self::Espeak => {
                // From 0 to 200.
                let volume = (u16::from(volume) * 2).to_string();
                command.args(["-v", language, "-a", &volume, "--", text])
            }
            Self::Say => command.args(["--", text]),
            Self::PowerShell => command
                .args(["-NoProfile", "-NonInteractive", "-Command", WINDOWS_SCRIPT])
                .env("DEMITASSE_SAY", text)
                .env("DEMITASSE_SAY_IN", language)
                .env("DEMITASSE_SAY_AT", volume.to_string()),
        };
        command
    }
}

/// Whether a program of this name would be found.
fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let is_there =
        |folder: &Path| folder.join(program).with_extension(env::consts::EXE_EXTENSION).is_file();
    env::split_paths(&path).any(|folder| is_there(&folder))
}

//! Ears for the monitor: what it plays goes into files instead of a sound card, what it says into
//! a pipe instead of a voice.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::unix::pipe::{OpenOptions, Receiver};

use crate::within;

/// Tells each beginning and end, and whether another one speaks meanwhile.
const SPEAKER: &str = r#"
cd "$1"
mkdir speaks || echo "two speak at once" >said
echo "begins in $2: $3" >said
rmdir speaks
echo "ends" >said
"#;

/// A machine's default sound card that writes each sound into a file of its own.
const CARD: &str = r#"
pcm.null { type null }
pcm.!default { type file, slave.pcm null, file "FOLDER/played", format raw, truncate 0 }
"#;

/// Ears in a folder of their own.
#[derive(Debug)]
pub struct Ears {
    folder: TempDir,
    said: Lines<BufReader<Receiver>>,
}

impl Ears {
    /// Opens them. Needs to be called in a runtime.
    pub fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
        write("speaker", SPEAKER).expect("a script");
        write("card", &CARD.replace("FOLDER", text(folder.path()))).expect("a configuration");
        let pipe = folder.path().join("said");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        // Its own writer, too: the pipe stays open between two who write.
        let said = OpenOptions::new().read_write(true).open_receiver(&pipe).expect("the pipe");
        Self { folder, said: BufReader::new(said).lines() }
    }

    /// What the monitor's environment needs for its sound to come here.
    pub fn environment(&self) -> [(&'static str, OsString); 1] {
        [("ALSA_CONFIG_PATH", self.folder.path().join("card").into())]
    }

    /// What the monitor's command line needs to speak here.
    pub fn speaker(&self) -> [String; 2] {
        let folder = text(self.folder.path());
        let command = format!("/bin/sh '{folder}/speaker' '{folder}' {{language}} {{text}}");
        ["--speak-command".to_owned(), command]
    }

    /// The next line that the speaker tells of itself.
    pub async fn said(&mut self) -> String {
        let line = within("a word to be said", self.said.next_line()).await;
        line.expect("it can be read").expect("the pipe stays open")
    }

    /// All that was played, a list of samples for each time that the card was opened and played.
    pub fn played(&self) -> Vec<Vec<f32>> {
        let files = std::fs::read_dir(self.folder.path()).expect("a folder");
        let paths = files.map(|file| file.expect("a file").path());
        let sounds: Vec<PathBuf> = paths.filter(|path| text(path).contains("/played")).collect();
        sounds.iter().map(|path| samples(&std::fs::read(path).expect("a sound"))).collect()
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary folder's name is text")
}

/// Samples as the card was asked to take them: 32-bit floats in this machine's order.
fn samples(bytes: &[u8]) -> Vec<f32> {
    let words = bytes.chunks_exact(4);
    words.map(|word| f32::from_ne_bytes([word[0], word[1], word[2], word[3]])).collect()
}

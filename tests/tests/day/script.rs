//! How a story is written.

/// A story, line by line, without what came of them.
#[derive(Debug)]
pub(crate) struct Script {
    pub(crate) lines: Vec<Line>,
}

/// One line of a story.
#[derive(Debug)]
pub(crate) enum Line {
    /// Nothing happens: an empty line, or one for whoever reads the story (`# …`).
    Text(String),
    /// A heading that sets the clock: `== 2026-05-12 07:30 The laptop is unpacked`.
    Time {
        /// The whole line.
        text: String,
        /// The venue's date and time.
        time: String,
    },
    /// What somebody types at the laptop: `$ demitasse doctor`.
    Command(String),
    /// What somebody does: a sentence.
    Deed(String),
}

impl Script {
    pub(crate) fn read(text: &str) -> Self {
        let said = |line: &&str| !line.starts_with("    ");
        Self { lines: text.lines().filter(said).map(Line::read).collect() }
    }
}

impl Line {
    fn read(line: &str) -> Self {
        let text = line.trim_end().to_owned();
        if text.starts_with("$ ") {
            Self::Command(text)
        } else if let Some(heading) = text.strip_prefix("== ") {
            let time = heading.split(' ').take(2).collect::<Vec<_>>().join(" ");
            Self::Time { time, text }
        } else if text.is_empty() || text.starts_with('#') {
            Self::Text(text)
        } else {
            Self::Deed(text)
        }
    }

    /// The line as it stands in the story.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Time { text, .. } | Self::Command(text) | Self::Deed(text) => {
                text
            }
        }
    }
}

//! The band that stands in for the bell, and the dialog that says how the board calls.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::dialog::paint_list;
use crate::model::{Model, SOUND_LINES, Sound, SoundLine};
use crate::theme::{Theme, sign};

/// Lights the top line up.
pub(super) fn paint_flash(frame: &mut Frame<'_>, model: &Model, theme: Theme) {
    if model.voice.flashes() {
        let area = frame.area();
        let band = Rect { height: 1.min(area.height), ..area };
        frame.buffer_mut().set_style(band, theme.flash());
    }
}

pub(super) fn paint_dialog(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    choice: usize,
    theme: Theme,
) {
    let lines = SOUND_LINES.map(|line| {
        let sign = if is_set(model, line) { sign::READY } else { " " };
        format!("{sign} {}", model.words.plain(about(model, line)))
    });
    paint_list(frame, area, &model.words.plain("sound-title"), &lines, choice, theme);
}

fn is_set(model: &Model, line: SoundLine) -> bool {
    line == SoundLine::Use(model.voice.sound()) && !model.voice.is_silent()
}

fn about(model: &Model, line: SoundLine) -> &'static str {
    match line {
        SoundLine::Mute if model.voice.is_silent() => "sound-unmute",
        SoundLine::Mute => "sound-mute",
        SoundLine::Try => "sound-try",
        SoundLine::Use(Sound::Bell | Sound::Off) => "sound-bell",
        SoundLine::Use(Sound::Flash) => "sound-flash",
        SoundLine::Use(Sound::Both) => "sound-both",
    }
}

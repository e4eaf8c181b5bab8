//! The keys, explained; made from the same map that reads them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Paragraph;

use super::{dialog, words};
use crate::keymap::Scope;
use crate::model::Model;
use crate::theme::{Meaning, Theme};

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, scroll: usize, theme: Theme) {
    let help = model.keymap.help(Scope::Board, model.words);
    let room = usize::from(area.height.saturating_sub(4)).max(1);
    let rows = u16::try_from(help.len().min(room)).unwrap_or(u16::MAX);
    let inner = dialog::sheet(frame, area, &model.words.plain("help-title"), rows, theme);
    // On a narrow screen the first keys must do.
    let keys_room = if inner.width >= 50 { 17 } else { 7 };
    let widest = help.iter().map(|line| words::width(&line.keys)).max().unwrap_or(0);
    let keys_width = widest.min(keys_room);
    let from = scroll.min(help.len().saturating_sub(usize::from(inner.height)));
    let lines = help.into_iter().skip(from).map(|line| {
        let keys = words::cut(&line.keys, keys_width);
        let pad = " ".repeat(usize::from(keys_width - words::width(&keys)));
        Text::from(vec![
            Span::styled(format!(" {pad}{keys}  "), theme.strong(Meaning::Accent)),
            Span::styled(model.words.plain(line.about), theme.of(Meaning::Text)),
        ])
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
}

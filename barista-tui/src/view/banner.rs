//! The band that cannot be overlooked: the line is down, what shows is from before.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line as Text;
use ratatui::widgets::Block;

use super::words;
use crate::model::{Line, Model};
use crate::theme::{Theme, sign};
use crate::words::Words;

/// Between two things that the band says.
const BETWEEN: &str = "  ·  ";

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let candidates = match &model.line {
        Line::Down { since } => {
            let since = since.zip(model.now);
            down(since.map(|(since, now)| now.duration_since(since).as_secs().max(0)), model.words)
        }
        Line::TurnedAway { words } => turned_away(words, model.words),
        Line::Live { .. } | Line::Connecting { .. } => return,
    };
    frame.render_widget(Block::new().style(theme.alarm()), area);
    let fits = |text: &&String| words::width(text) <= area.width;
    let text = candidates.iter().find(fits).or(candidates.last()).cloned().unwrap_or_default();
    let row = area.centered_vertically(Constraint::Length(1));
    frame.render_widget(Text::styled(text, theme.alarm()).centered(), row);
}

/// The line is down, in fewer and fewer words.
fn down(seconds: Option<i64>, words: Words) -> Vec<String> {
    let time = seconds.map_or_else(String::new, |seconds| format!(" {}", words::running(seconds)));
    let down = format!("{}  {}{time}", sign::LATE, words.plain("banner-down"));
    let (before, unsent) = (words.plain("banner-before"), words.plain("banner-unsent"));
    let again = words.plain("banner-again");
    vec![
        [down.as_str(), &before, &unsent, &again].join(BETWEEN),
        [down.as_str(), &unsent, &again].join(BETWEEN),
        [down.as_str(), &unsent].join(BETWEEN),
    ]
}

/// The server does not know this device, in its words and without them.
fn turned_away(why: &str, words: Words) -> Vec<String> {
    let away = format!("{}  {}", sign::LATE, words.plain("banner-not-paired"));
    let unsent = words.plain("banner-unsent");
    vec![[away.as_str(), why, &unsent].join(BETWEEN), [away.as_str(), &unsent].join(BETWEEN)]
}

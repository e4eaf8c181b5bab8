//! The band that cannot be overlooked: the line is down, what shows is from before.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line as Text;
use ratatui::widgets::Block;

use super::words;
use crate::model::{Line, Model};
use crate::theme::Theme;

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let candidates = match &model.line {
        Line::Down { since } => down(
            since.zip(model.now).map(|(since, now)| now.duration_since(since).as_secs().max(0)),
        ),
        Line::TurnedAway { words } => vec![
            format!("!  NOT PAIRED  ·  {words}  ·  keys are not sent"),
            "!  NOT PAIRED  ·  keys are not sent".to_owned(),
        ],
        Line::Live { .. } | Line::Connecting { .. } => return,
    };
    frame.render_widget(Block::new().style(theme.alarm()), area);
    let fits = |text: &&String| words::width(text) <= area.width;
    let text = candidates.iter().find(fits).or(candidates.last()).cloned().unwrap_or_default();
    let row = area.centered_vertically(Constraint::Length(1));
    frame.render_widget(Text::styled(text, theme.alarm()).centered(), row);
}

/// The same in fewer and fewer words.
fn down(seconds: Option<i64>) -> Vec<String> {
    let time = seconds.map_or_else(String::new, |seconds| format!(" {}", words::running(seconds)));
    vec![
        format!(
            "!  LINE DOWN{time}  ·  this is how things stood before  ·  keys are not sent  ·  \
             trying again"
        ),
        format!("!  LINE DOWN{time}  ·  keys are not sent  ·  trying again"),
        format!("!  LINE DOWN{time}  ·  keys are not sent"),
    ]
}

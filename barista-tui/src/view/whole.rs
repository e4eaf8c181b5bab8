//! One ticket with all that it says, where its place on the board has no room for it.

use demitasse_shared::ids::OrderId;
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line as Text;
use ratatui::widgets::Paragraph;

use super::ticket::Card;
use super::{dialog, words};
use crate::model::Model;
use crate::theme::{Meaning, Theme};

pub(super) fn paint(
    frame: &mut Frame<'_>,
    stage: Rect,
    model: &Model,
    order: OrderId,
    scroll: usize,
    theme: Theme,
) {
    let Some(ticket) = model.standing(order) else { return };
    let width = dialog::WIDTH.min(stage.width.saturating_sub(2));
    let lines = Card::of(model, &ticket, usize::MAX).whole(width.saturating_sub(4), theme);
    let room = usize::from(stage.height.saturating_sub(2)).max(1);
    let rows = u16::try_from(lines.len().min(room)).unwrap_or(u16::MAX);
    let place = dialog::place(stage, width, rows).intersection(stage);
    let inner = dialog::framed(frame, place, &ticket.number(), theme);
    let from = scroll.min(lines.len().saturating_sub(usize::from(inner.height)));
    let text = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let shown: Vec<_> = lines.into_iter().skip(from).collect();
    frame.render_widget(Paragraph::new(shown), text.intersection(inner));
    let age = model.age(&ticket);
    let said =
        Text::styled(format!(" {} ", words::age(age, model.words)), theme.of(Meaning::Quiet));
    let edge = Rect { x: place.x + 2, width: place.width.saturating_sub(4), height: 1, ..place };
    frame.render_widget(said.alignment(Alignment::Right), edge.intersection(place));
}

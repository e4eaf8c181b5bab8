//! The rush: what to make now, the next two, what goes with it, and one big step.

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Block;

use super::places::Density;
use super::ticket::Card;
use super::words;
use crate::keymap::{Command, Scope};
use crate::model::{Batch, Column, Model, Picture, Ticket, natural, step_name};
use crate::msg::Target;
use crate::theme::{Meaning, Theme, sign};

/// From this width on the next ones stand beside the one in hand.
const BESIDE_FROM: u16 = 64;

/// Wider than this nothing becomes clearer.
const WIDEST: u16 = 150;

/// Higher than this nothing does either.
const HIGHEST: u16 = 32;

/// Lower than this there is no room for air.
const AIRY_FROM: u16 = 16;

/// Lower than this the button has one row.
const LARGE_BUTTON_FROM: u16 = 12;

/// Where the parts stand.
struct Laid {
    now: Rect,
    button: Rect,
    next: Rect,
    about: Rect,
    density: Density,
}

pub(super) fn paint(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    theme: Theme,
    picture: &mut Picture,
) {
    let tickets = model.rush_tickets();
    let laid = lay(area);
    paint_about(frame, laid.about, model, &tickets, theme);
    let Some(now) = tickets.first() else {
        let text = model.words.plain("column-waiting.empty");
        let row = area.centered_vertically(Constraint::Length(1));
        frame.render_widget(Text::styled(text, theme.of(Meaning::Quiet)).centered(), row);
        return;
    };
    Card::of(model, now, 0).paint_now(frame, laid.now, theme);
    paint_button(frame, laid.button, model, theme);
    picture.targets.push((laid.button, Target::Next));
    picture.put(now, 0, laid.now);
    for (place, card, area) in cards(model, &tickets, &laid) {
        picture.put(&tickets[place], place, area);
        match laid.density {
            Density::Dense => card.paint_in_a_row(frame, area, theme),
            density => card.paint(frame, area, density, theme),
        }
    }
}

fn lay(area: Rect) -> Laid {
    let wide = area.width >= BESIDE_FROM;
    let area = Rect { height: area.height.min(HIGHEST), ..area };
    let area =
        area.centered_horizontally(Constraint::Length(area.width.saturating_sub(2).min(WIDEST)));
    if wide { lay_beside(area) } else { lay_below(area) }
}

/// The next ones to the right.
fn lay_beside(area: Rect) -> Laid {
    let air = u16::from(area.height >= AIRY_FROM);
    let area = Rect { y: area.y + air, height: area.height - air, ..area };
    let gap = if area.width >= 110 { 6 } else { 3 };
    let columns = [Constraint::Fill(3), Constraint::Length(gap), Constraint::Fill(2)];
    let [left, _, right] = area.layout(&Layout::horizontal(columns));
    let button = if area.height >= 30 { 5 } else { 3 };
    let rows = [Constraint::Min(0), Constraint::Length(1), Constraint::Length(button)];
    let [now, _, button] = left.layout(&Layout::vertical(rows));
    let roomy = area.height >= 30 && right.width >= 34;
    let rows = [Constraint::Min(0), Constraint::Length(1), Constraint::Length(button.height)];
    let [next, _, about] = right.layout(&Layout::vertical(rows));
    let density = if roomy { Density::Roomy } else { Density::Airy };
    Laid { now, button, next, about, density }
}

/// The next ones below.
fn lay_below(area: Rect) -> Laid {
    let air = u16::from(area.height >= AIRY_FROM);
    // With the alarm on a low screen the button gives way: nothing can be sent anyway.
    let button = if area.height < LARGE_BUTTON_FROM { 1 } else { 3 };
    let rows = [
        Constraint::Min(4),
        Constraint::Length(2),
        Constraint::Length(air),
        Constraint::Length(2),
        Constraint::Length(air),
        Constraint::Length(button),
    ];
    let [now, next, _, about, _, button] = area.layout(&Layout::vertical(rows));
    Laid { now, button, next, about, density: Density::Dense }
}

/// The next tickets: in rows of their own where there is little room.
fn cards<'a>(
    model: &'a Model,
    tickets: &[Ticket<'a>],
    laid: &Laid,
) -> Vec<(usize, Card<'a>, Rect)> {
    let (mut y, gap) = (laid.next.y, u16::from(laid.density != Density::Dense));
    let mut cards = Vec::new();
    for (place, ticket) in tickets.iter().enumerate().skip(1) {
        let card = Card::of(model, ticket, place);
        let rows = match laid.density {
            Density::Dense => 1,
            density => card.height(laid.next.width, density),
        };
        let area = Rect { y, height: rows, ..laid.next }.intersection(laid.next);
        y = y.saturating_add(rows + gap);
        if area.height > 0 {
            cards.push((place, card, area));
        }
    }
    cards
}

/// The one big step: Enter, or a thumb.
fn paint_button(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let Some(about) = next_words(model) else { return };
    let key = model.keymap.hint(Scope::Board, Command::Next, model.words).unwrap_or_default();
    let text = format!("{key}   {about}");
    frame.render_widget(Block::new().style(theme.button()), area);
    let row = area.centered_vertically(Constraint::Length(1));
    let text = words::cut(&text, row.width);
    frame.render_widget(Text::styled(text, theme.button()).centered(), row);
}

/// What Enter would do, and to which ticket or to how many.
fn next_words(model: &Model) -> Option<String> {
    let say = |step| model.words.plain(step_name(step));
    if let Some(step) = model.next_of_marked() {
        let values = [("step", say(step).into()), ("count", model.marks.len().into())];
        return Some(model.words.say("hint-marked", &values));
    }
    let ticket = model.selected()?;
    Some(format!("{} {}", say(natural(ticket.state)?), ticket.number()))
}

/// What goes with the ticket in hand, and how long the queue is.
fn paint_about(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    tickets: &[Ticket<'_>],
    theme: Theme,
) {
    let batch = tickets.first().map(|now| model.batch(now)).unwrap_or_default();
    let batch = batch_words(model, &batch);
    let quiet = theme.of(Meaning::Quiet);
    let [queue, rest] = queue_and_rest(model, area.height > 2);
    let lines = [(batch, theme.strong(Meaning::Accent)), (queue, quiet), (rest, quiet)];
    let lines = lines.into_iter().filter_map(|(text, style)| {
        let text = words::cut(&text?, area.width);
        Some(Text::from(Span::styled(text, style)))
    });
    let lines: Vec<_> = lines.collect();
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let bottom = Rect { y: area.bottom() - rows, height: rows, ..area };
    for (row, line) in bottom.rows().zip(lines) {
        frame.render_widget(line, row);
    }
}

/// How many waiting tickets can be made together with the one in hand.
fn batch_words(model: &Model, batch: &Batch) -> Option<String> {
    let same = ("same", batch.same.into());
    let base = ("base", batch.base.clone().unwrap_or_default().into());
    let others = ("others", batch.same_base.into());
    let words = match (batch.same, batch.same_base) {
        (0, 0) => return None,
        (_, 0) => model.words.say("rush-same", &[same]),
        (0, _) => model.words.say("rush-base", &[others, base]),
        (_, _) => model.words.say("rush-same-and-base", &[same, others, base]),
    };
    Some(format!("{} {words}", sign::ALIKE))
}

/// How long the queue is, and how many tickets the rush does not show: in words in a row of their
/// own, or as signs behind the queue where there is no room for it.
fn queue_and_rest(model: &Model, roomy: bool) -> [Option<String>; 2] {
    let (ready, struck) = (model.column(Column::Ready).len(), model.gone.len());
    let say = |text, count: usize| model.words.say(text, &[("count", count.into())]);
    let told = |count: usize, sign: &str, text| {
        let words = if roomy { say(text, count) } else { count.to_string() };
        (count > 0).then(|| format!("{sign} {words}"))
    };
    let ready = told(ready, sign::READY, "rush-ready");
    let struck = told(struck, sign::STRUCK, "column-more.crossed-out");
    let rest: Vec<_> = ready.into_iter().chain(struck).collect();
    let rest = (!rest.is_empty()).then(|| rest.join("  "));
    let queue = queue_words(model);
    match (queue, rest) {
        (Some(queue), Some(rest)) if !roomy => [Some(format!("{queue}  {rest}")), None],
        lines => lines.into(),
    }
}

/// How many wait, and since when.
fn queue_words(model: &Model) -> Option<String> {
    let oldest = model.here(Column::Waiting).min_by_key(|ticket| ticket.since)?;
    let oldest = words::age(model.age(&oldest), model.words);
    let waiting = model.here(Column::Waiting).count();
    let values = [("orders", waiting.into()), ("age", oldest.into())];
    Some(model.words.say("rush-queue", &values))
}

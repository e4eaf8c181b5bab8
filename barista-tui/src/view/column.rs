//! One column: its head, the tickets that fit, and how many more there are.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};

use super::places::{Density, Places};
use super::ticket::Card;
use super::words;
use crate::model::{Column, Model, Picture, Ticket};
use crate::msg::Target;
use crate::theme::{Meaning, Theme};

/// A column's contents, laid out.
struct Laid<'a> {
    cards: Vec<(usize, Card<'a>, Rect)>,
    /// The tickets between the oldest and the ones around the cursor; a row says how many.
    between: Option<(Range<usize>, Rect)>,
    /// The tickets that follow; a row says how many.
    more: Option<(Range<usize>, Rect)>,
}

pub(super) fn paint(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    column: Column,
    places: &Places,
    theme: Theme,
    picture: &mut Picture,
) {
    let tickets = model.shown(column);
    let open = tickets.iter().filter(|ticket| ticket.is_open()).count();
    let head = Rect { height: 1.min(area.height), ..area };
    if places.one_column {
        paint_tabs(frame, head, model, theme);
        picture.targets.extend(tabs(head).map(|(column, tab)| (tab, Target::Column(column))));
    } else {
        paint_head(frame, head, model, column, open, theme);
    }
    if tickets.is_empty() {
        paint_empty(frame, body(area, places), model, column, theme);
        picture.targets.push((area, Target::Column(column)));
        return;
    }
    let laid = lay(model, column, &tickets, body(area, places), places.density);
    for (place, card, area) in &laid.cards {
        card.paint(frame, *area, places.density, theme);
        picture.put(&tickets[*place], *place, *area);
    }
    picture.targets.push((area, Target::Column(column)));
    for (hidden, row) in laid.between.into_iter().chain(laid.more) {
        let text = format!("   ↓ {}", more(model, &tickets[hidden]));
        frame.render_widget(Text::styled(text, theme.strong(Meaning::Accent)), row);
    }
}

/// How many tickets do not show: those that wait for something, or else those that ended.
fn more(model: &Model, hidden: &[Ticket<'_>]) -> String {
    let open = hidden.iter().filter(|ticket| ticket.is_open()).count();
    match open {
        0 => model.words.say("column-more.crossed-out", &[("count", hidden.len().into())]),
        count => model.words.say("column-more", &[("count", count.into())]),
    }
}

/// With one column, the head's thirds lead to the three.
fn tabs(head: Rect) -> impl Iterator<Item = (Column, Rect)> {
    let third = head.width / 3;
    Column::ALL.into_iter().zip([0, 1, 2]).map(move |(column, place)| {
        (column, Rect { x: head.x + place * third, width: third, ..head })
    })
}

fn body(area: Rect, places: &Places) -> Rect {
    let head = if places.density == Density::Dense { 1 } else { 2 };
    let head = head.min(area.height);
    Rect { y: area.y + head, height: area.height - head, ..area }
}

fn lay<'a>(
    model: &'a Model,
    column: Column,
    tickets: &[Ticket<'a>],
    area: Rect,
    density: Density,
) -> Laid<'a> {
    let card = |place: usize| Card::of(model, &tickets[place], place);
    let gap = u16::from(density == Density::Airy);
    let height = |place: usize| card(place).height(area.width, density) + gap;
    let focus = if model.cursor.column == column { model.cursor.place } else { 0 };
    let shown = visible(tickets.len(), height, area.height, focus);
    let mut laid = Laid { cards: Vec::new(), between: None, more: None };
    let mut y = area.y;
    let mut put = |rows: u16| {
        let row = Rect { y, height: rows, ..area }.intersection(area);
        y = y.saturating_add(rows);
        row
    };
    for place in (0..shown.head).chain(shown.tail_from..shown.tail_to) {
        if place == shown.tail_from && shown.tail_from > shown.head {
            laid.between = Some((shown.head..shown.tail_from, put(1)));
        }
        let card = card(place);
        let rows = put(card.height(area.width, density) + gap);
        let rows = Rect { height: rows.height.saturating_sub(gap), ..rows };
        laid.cards.push((place, card, rows));
    }
    if shown.tail_to < tickets.len() {
        let rest = shown.tail_to..tickets.len();
        laid.more = Some((rest, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }));
    }
    laid
}

/// Which tickets show: the oldest ones, and, once the cursor is beyond them, those around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Visible {
    /// The first tickets.
    head: usize,
    /// The tickets around the cursor, up to but without `tail_to`.
    tail_from: usize,
    tail_to: usize,
}

fn visible(len: usize, height: impl Fn(usize) -> u16, room: u16, focus: usize) -> Visible {
    let all = fitting(0..len, &height, room);
    if all == len {
        return Visible { head: len, tail_from: len, tail_to: len };
    }
    // A row says how many more there are.
    let room = room.saturating_sub(1);
    let head = fitting(0..len, &height, room).max(1);
    if focus < head {
        return Visible { head, tail_from: head, tail_to: head };
    }
    let room = room.saturating_sub(height(0) + 1);
    let back = fitting((1..=focus).rev(), &height, room).max(1);
    Visible { head: 1, tail_from: focus + 1 - back, tail_to: focus + 1 }
}

/// How many of these fit, one after the other.
fn fitting(
    places: impl Iterator<Item = usize>,
    height: &impl Fn(usize) -> u16,
    room: u16,
) -> usize {
    let mut used = 0_u16;
    places
        .take_while(|place| {
            used = used.saturating_add(height(*place));
            used <= room
        })
        .count()
}

fn paint_head(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    column: Column,
    count: usize,
    theme: Theme,
) {
    let focused = model.cursor.column == column;
    let (sign, meaning) = words::column_sign(column);
    let name = if focused { theme.strong(Meaning::Accent) } else { theme.strong(Meaning::Text) };
    let head = vec![
        Span::styled(format!(" {sign} "), theme.strong(meaning)),
        Span::styled(model.words.plain(words::column(column)), name),
        Span::styled(format!(" {count} "), theme.of(Meaning::Quiet)),
        Span::styled(elsewhere(model, column), theme.of(Meaning::Quiet)),
    ];
    let head = Text::from(head);
    let used = u16::try_from(head.width()).unwrap_or(u16::MAX);
    frame.render_widget(head, area);
    let (rule, meaning) = if focused { ("━", Meaning::Accent) } else { ("─", Meaning::Edge) };
    let rest = Rect { x: area.x + used.min(area.width), ..area }.intersection(area);
    let rule = rule.repeat(usize::from(rest.width));
    frame.render_widget(Text::styled(rule, theme.of(meaning)), rest);
}

/// How many tickets only other stations show.
fn elsewhere(model: &Model, column: Column) -> String {
    match model.elsewhere(column) {
        0 => String::new(),
        count => format!("{} ", model.words.say("elsewhere-more", &[("count", count.into())])),
    }
}

/// All three names above the one column that shows.
fn paint_tabs(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let third = area.width / 3;
    let tabs = Column::ALL.map(|column| {
        let count = match (model.column(column).len(), model.elsewhere(column)) {
            (here, 0) => here.to_string(),
            (here, elsewhere) => format!("{here}+{elsewhere}"),
        };
        let (sign, _) = words::column_sign(column);
        let style = if column == model.cursor.column {
            theme.strong(Meaning::Accent).add_modifier(ratatui::style::Modifier::UNDERLINED)
        } else {
            theme.of(Meaning::Quiet)
        };
        let name = model.words.plain(words::column(column));
        // The sign, the count and a gap to the next one always stay.
        let room = third.saturating_sub(words::width(&format!("{sign}  {count} ")));
        let name = format!("{sign} {} {count}", words::cut(&name, room));
        let gap = third.saturating_sub(words::width(&name));
        [Span::styled(name, style), Span::raw(" ".repeat(usize::from(gap)))]
    });
    frame.render_widget(tabs.into_iter().flatten().collect::<Text<'_>>(), area);
}

fn paint_empty(frame: &mut Frame<'_>, area: Rect, model: &Model, column: Column, theme: Theme) {
    let text = match column {
        Column::Waiting => "column-waiting.empty",
        Column::Making => "column-making.empty",
        Column::Ready => "column-ready.empty",
    };
    let text = format!("   {}", model.words.plain(text));
    frame.render_widget(Text::styled(text, theme.of(Meaning::Quiet)), area);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(len: usize, room: u16, focus: usize, expected: (usize, usize, usize)) {
        let shown = visible(len, |_| 2, room, focus);
        assert_eq!((shown.head, shown.tail_from, shown.tail_to), expected);
    }

    #[test]
    fn the_oldest_ticket_and_the_selected_one_always_show() {
        check(5, 10, 4, (5, 5, 5));
        check(6, 10, 0, (4, 4, 4));
        check(6, 10, 3, (4, 4, 4));
        check(6, 10, 5, (1, 3, 6));
        check(20, 10, 9, (1, 7, 10));
        check(20, 3, 9, (1, 9, 10));
    }
}

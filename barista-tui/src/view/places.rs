//! Where the regions stand, from 200×60 down to 40×15.

use ratatui::layout::{Constraint, Layout, Position, Rect, Spacing};

use crate::model::{Column, Line, Model};

/// Narrower than this, the focused column has the screen for itself.
const THREE_COLUMNS_FROM: u16 = 72;

/// From this height on there is room for air.
const AIRY_FROM: u16 = 24;

/// Cards with large numbers need this much of a column.
const ROOMY_WIDTH: u16 = 34;
const ROOMY_HEIGHT: u16 = 30;

/// How much room a ticket takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    /// A framed card with a large number.
    Roomy,
    /// Lines with air between the tickets.
    Airy,
    /// Lines.
    Dense,
}

/// Where the regions stand.
#[derive(Clone, Debug)]
pub(super) struct Places {
    pub(super) header: Rect,
    pub(super) banner: Rect,
    pub(super) columns: Vec<(Column, Rect)>,
    pub(super) notice: Rect,
    pub(super) footer: Rect,
    pub(super) density: Density,
    /// Only the focused column shows; its head names all three.
    pub(super) one_column: bool,
}

impl Places {
    /// What dialogs may cover: all but the lines that tell how things stand.
    pub(super) fn stage(&self) -> Rect {
        let top = self.banner.bottom();
        let height = self.notice.y.saturating_sub(top);
        Rect { x: self.header.x, y: top, width: self.header.width, height }
    }
}

/// Divides the screen.
pub(super) fn of(model: &Model, area: Rect) -> Places {
    let airy = area.height >= AIRY_FROM;
    let alarm = match &model.line {
        Line::Down { .. } | Line::TurnedAway { .. } if airy => 3,
        Line::Down { .. } | Line::TurnedAway { .. } => 1,
        Line::Live { .. } | Line::Connecting { .. } => 0,
    };
    let air = u16::from(airy);
    let rows = [1, air, alarm, 0, air, 1, 1].map(Constraint::Length);
    let rows = [rows[0], rows[1], rows[2], Constraint::Min(3), rows[4], rows[5], rows[6]];
    let [header, _, banner, body, _, notice, footer] = area.layout(&Layout::vertical(rows));
    let one_column = area.width < THREE_COLUMNS_FROM;
    let columns = columns(model, body, one_column);
    let density = density(columns[0].1);
    Places { header, banner, columns, notice, footer, density, one_column }
}

fn columns(model: &Model, body: Rect, one_column: bool) -> Vec<(Column, Rect)> {
    if one_column {
        return vec![(model.cursor.column, body)];
    }
    let gap = if body.width >= 120 { 3 } else { 1 };
    let layout = Layout::horizontal([Constraint::Fill(1); 3]).spacing(Spacing::Space(gap));
    let areas: [Rect; 3] = body.layout(&layout.horizontal_margin(1));
    Column::ALL.into_iter().zip(areas).collect()
}

fn density(column: Rect) -> Density {
    if column.width >= ROOMY_WIDTH && column.height >= ROOMY_HEIGHT {
        Density::Roomy
    } else if column.height >= AIRY_FROM {
        Density::Airy
    } else {
        Density::Dense
    }
}

/// With one column, the head's thirds lead to the three.
pub(super) fn tab_at(places: &Places, position: Position) -> Option<Column> {
    let (_, area) = places.columns.first()?;
    let head = Rect { height: 1, ..*area };
    if !places.one_column || !head.contains(position) {
        return None;
    }
    let third = (area.width / 3).max(1);
    Column::ALL.get(usize::from((position.x - area.x) / third)).copied()
}

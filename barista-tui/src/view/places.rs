//! Where the regions stand, from 200×60 down to 40×15.

use ratatui::layout::{Constraint, Flex, Layout, Rect, Spacing};

use crate::model::{Column, Line, Model};

/// Narrower than this, the focused column has the screen for itself.
const THREE_COLUMNS_FROM: u16 = 72;

/// From this height on there is room for air.
const AIRY_FROM: u16 = 24;

/// From this size on the totals are a list beside the columns.
const LIST_FROM: (u16, u16) = (150, 30);
const LIST_WIDTH: u16 = 30;

/// From this height on a line of totals has air below it.
const ROOM_BELOW_TOTALS: u16 = 30;

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

/// Where the totals stand.
#[derive(Clone, Copy, Debug)]
pub(super) enum Totals {
    /// Below the header.
    Line(Rect),
    /// Beside the columns.
    List(Rect),
}

/// Where the regions stand.
#[derive(Clone, Debug)]
pub(super) struct Places {
    pub(super) header: Rect,
    pub(super) announcement: Rect,
    pub(super) banner: Rect,
    pub(super) totals: Option<Totals>,
    /// All of the board, for a layout without columns.
    pub(super) body: Rect,
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
    let said = model.board.as_ref().is_some_and(|board| board.announcement.is_some());
    let list = area.width >= LIST_FROM.0 && area.height >= LIST_FROM.1;
    // A line of totals takes the place of air, never that of a ticket.
    let below = air + u16::from(!list && area.height >= ROOM_BELOW_TOTALS);
    let rows = [1, u16::from(said), below, alarm, 0, air, 1, 1];
    let mut rows = rows.map(Constraint::Length);
    rows[4] = Constraint::Min(3);
    let [header, announcement, air, banner, body, _, notice, footer] =
        area.layout(&Layout::vertical(rows));
    let line = Rect { height: 1.min(air.height), ..air };
    let (body, totals) = match () {
        () if list => beside(body),
        () if air.height > 0 => (body, Some(Totals::Line(line))),
        () => (body, None),
    };
    let one_column = area.width < THREE_COLUMNS_FROM;
    let columns = columns(model, body, one_column);
    let density = density(columns[0].1);
    Places {
        header,
        announcement,
        banner,
        totals,
        body,
        columns,
        notice,
        footer,
        density,
        one_column,
    }
}

/// Puts the list of totals to the right of the body.
fn beside(body: Rect) -> (Rect, Option<Totals>) {
    let columns = [Constraint::Min(0), Constraint::Length(2), Constraint::Length(LIST_WIDTH)];
    let [body, _, list] = body.layout(&Layout::horizontal(columns));
    let list = Rect { width: list.width.saturating_sub(1), ..list };
    (body, Some(Totals::List(list)))
}

fn columns(model: &Model, body: Rect, one_column: bool) -> Vec<(Column, Rect)> {
    if one_column {
        return vec![(model.cursor.column, body)];
    }
    let gap: u16 = if body.width >= 120 { 3 } else { 1 };
    // Equal columns; what cannot be divided is air at the right.
    let width = body.width.saturating_sub(2 + 2 * gap) / 3;
    let layout = Layout::horizontal([Constraint::Length(width); 3]).flex(Flex::Start);
    let layout = layout.spacing(Spacing::Space(gap));
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

//! Today in figures: everything at once where there is room, else one part after the other.

use demitasse_shared::report::Report;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Position, Rect};
use ratatui::text::Line as Text;

use super::panels;
use crate::model::{Model, Panel};
use crate::theme::{Meaning, Theme};
use crate::view::{dialog, words};

/// From here on all parts show at once.
const ALL_FROM: (u16, u16) = (96, 26);

/// From here on the sums stand beside one chart.
const TWO_FROM: (u16, u16) = (70, 12);

/// How wide the sums are.
const SUMS_WIDTH: u16 = 34;

pub(super) fn paint(
    frame: &mut Frame<'_>,
    stage: Rect,
    model: &Model,
    panel: Panel,
    scroll: usize,
    theme: Theme,
) {
    let inner = dialog::framed(frame, stage, &model.words.plain("figures-title"), theme);
    let inner = inner.inner(Margin::new(1, 0));
    let Some(report) = &model.desk.day.report else {
        let coming = Text::styled(model.words.plain("figures-coming"), theme.of(Meaning::Quiet));
        frame.render_widget(coming, inner);
        return;
    };
    let [head, body] =
        inner.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]));
    let line = headline(model, report, head.width);
    frame.render_widget(Text::styled(line, theme.strong(Meaning::Text)), head);
    for (panel, area) in places(body, panel) {
        panels::paint(frame, area, model, report, panel, scroll, theme);
    }
}

/// What counts, in one line.
fn headline(model: &Model, report: &Report, room: u16) -> String {
    let served = model.words.say("figures-head", &[("served", report.served.into())]);
    let waiting = report.waiting.map(|waiting| {
        let values = [
            ("usual", words::running(waiting.p50.into()).into()),
            ("long", words::running(waiting.p95.into()).into()),
        ];
        model.words.say("figures-head-waiting", &values)
    });
    words::cut(&[Some(served), waiting].into_iter().flatten().collect::<Vec<_>>().join("  "), room)
}

/// A touch of the page turns to the next part.
pub(super) fn target_at(stage: Rect, panel: Panel, position: Position) -> Option<usize> {
    let next = Panel::ALL.iter().position(|known| *known == panel)? + 1;
    stage.contains(position).then_some(next % Panel::ALL.len())
}

/// The parts that show, and where.
fn places(body: Rect, panel: Panel) -> Vec<(Panel, Rect)> {
    let fits = |(width, height)| body.width >= width && body.height >= height;
    let beside =
        Layout::horizontal([Constraint::Length(SUMS_WIDTH), Constraint::Fill(1)]).spacing(2);
    let [sums, rest] = body.layout(&beside);
    if fits(ALL_FROM) {
        let charts: [Rect; 3] = rest.layout(&Layout::vertical([Constraint::Fill(1); 3]).spacing(1));
        let panels = [Panel::Hours, Panel::Waiting, Panel::Drinks];
        return panels.into_iter().zip(charts).chain([(Panel::Sums, sums)]).collect();
    }
    if fits(TWO_FROM) {
        let chart = if panel == Panel::Sums { Panel::Drinks } else { panel };
        return vec![(Panel::Sums, sums), (chart, rest)];
    }
    vec![(panel, body)]
}

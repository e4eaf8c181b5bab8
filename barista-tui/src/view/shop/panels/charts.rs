//! The day hour by hour.

use demitasse_shared::report::{HourFigures, Report, Waiting};
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::symbols::Marker;
use ratatui::widgets::{Axis, Bar, BarChart, Chart, Dataset, GraphType};

use crate::theme::{Meaning, Theme, sign};
use crate::view::words;

/// As wide as an hour's bar gets, in cells; its name needs two.
const BAR_WIDTHS: std::ops::RangeInclusive<u16> = 2..=6;

/// Drinks by the hour in which they were set on the counter.
pub(super) fn hours(frame: &mut Frame<'_>, area: Rect, report: &Report, theme: Theme) {
    let hours = latest(&report.hours, area.width / (BAR_WIDTHS.start() + 1));
    let count = u16::try_from(hours.len()).unwrap_or(u16::MAX).max(1);
    let width =
        (area.width / count).saturating_sub(1).clamp(*BAR_WIDTHS.start(), *BAR_WIDTHS.end());
    let bars = hours.iter().map(|hour| {
        let figure = if hour.served == 0 { String::new() } else { hour.served.to_string() };
        Bar::with_label(format!("{:02}", hour.hour), u64::from(hour.served)).text_value(figure)
    });
    let chart = BarChart::vertical(bars.collect::<Vec<_>>())
        .bar_width(width)
        .bar_gap(1)
        .bar_set(sign::BARS)
        .bar_style(theme.of(Meaning::Accent))
        .value_style(theme.figure_on(Meaning::Accent))
        .label_style(theme.of(Meaning::Quiet));
    frame.render_widget(chart, area);
}

/// How long half of the drinks took at most, and nineteen in twenty, by the hour.
pub(super) fn waiting(frame: &mut Frame<'_>, area: Rect, report: &Report, theme: Theme) {
    let points = |of: fn(Waiting) -> u32| -> Vec<(f64, f64)> {
        let point = |hour: &HourFigures| Some((f64::from(hour.hour), f64::from(of(hour.waiting?))));
        report.hours.iter().filter_map(point).collect()
    };
    let (usual, long) = (points(|waiting| waiting.p50), points(|waiting| waiting.p95));
    let longest = report.hours.iter().filter_map(|hour| hour.waiting).map(|w| w.p95).max();
    let Some(longest) = longest else { return };
    let line = |points, marker, meaning| {
        Dataset::default()
            .data(points)
            .marker(Marker::Custom(marker))
            .graph_type(GraphType::Line)
            .style(theme.of(meaning))
    };
    let from = report.hours.first().map_or(0, |hour| hour.hour);
    let to = report.hours.last().map_or(0, |hour| hour.hour).max(from + 1);
    let hours = Axis::default()
        .bounds([f64::from(from), f64::from(to)])
        .labels([format!("{from:02}"), format!("{to:02}")])
        .style(theme.of(Meaning::Quiet));
    let times = Axis::default()
        .bounds([0.0, f64::from(longest.max(1))])
        .labels(["0:00".to_owned(), words::running(longest.into())])
        .labels_alignment(Alignment::Right)
        .style(theme.of(Meaning::Quiet));
    let lines =
        vec![line(&long, sign::LONG, Meaning::Making), line(&usual, sign::USUAL, Meaning::Accent)];
    frame.render_widget(Chart::new(lines).x_axis(hours).y_axis(times), area);
}

/// The last so many hours.
fn latest(hours: &[HourFigures], room: u16) -> &[HourFigures] {
    &hours[hours.len().saturating_sub(usize::from(room))..]
}

//! The parts of the figures.

mod charts;
mod sums;

use demitasse_shared::report::Report;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Paragraph;

use crate::model::{Model, Panel};
use crate::theme::{Meaning, Theme, sign};
use crate::view::words;

/// Paints one part under its name.
pub(super) fn paint(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    report: &Report,
    panel: Panel,
    scroll: usize,
    theme: Theme,
) {
    let [head, body] = area.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]));
    let name = match panel {
        Panel::Sums => model.words.plain("figures-sums"),
        Panel::Hours => model.words.plain("figures-hours"),
        Panel::Waiting => {
            let signs = [
                ("usual", sign::USUAL.to_string().into()),
                ("long", sign::LONG.to_string().into()),
            ];
            model.words.say("figures-waiting", &signs)
        }
        Panel::Drinks => model.words.plain("figures-drinks"),
    };
    let name = words::cut(&name, head.width);
    frame.render_widget(Text::styled(name, theme.strong(Meaning::Accent)), head);
    match panel {
        Panel::Sums => sums::paint(frame, body, model, report, scroll, theme),
        Panel::Hours => charts::hours(frame, body, report, theme),
        Panel::Waiting => charts::waiting(frame, body, report, theme),
        Panel::Drinks => drinks(frame, body, report, scroll, theme),
    }
}

/// A bar for each drink, the most ordered first.
fn drinks(frame: &mut Frame<'_>, area: Rect, report: &Report, scroll: usize, theme: Theme) {
    let most = report.drinks.iter().map(|drink| drink.count).max().unwrap_or_default().max(1);
    let names =
        report.drinks.iter().map(|drink| words::width(&drink.name)).max().unwrap_or_default();
    let names = names.min(area.width / 2);
    let figures = u16::try_from(most.to_string().len()).unwrap_or_default();
    let room = area.width.saturating_sub(names + figures + 2);
    let from = scroll.min(report.drinks.len().saturating_sub(usize::from(area.height)));
    let lines = report.drinks.iter().skip(from).map(|drink| {
        let name = words::cut(&drink.name, names);
        let gap = " ".repeat(usize::from(names - words::width(&name)));
        // Less than a whole cell still shows.
        let cells = (u64::from(drink.count) * u64::from(room)).div_ceil(u64::from(most));
        let bar = sign::BLOCK.repeat(usize::try_from(cells).unwrap_or_default());
        Text::from(vec![
            Span::styled(format!("{name}{gap} "), theme.of(Meaning::Text)),
            Span::styled(bar, theme.of(Meaning::Accent)),
            Span::styled(format!(" {}", drink.count), theme.strong(Meaning::Text)),
        ])
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

//! What was served and what was not, as lines of words and figures.

use demitasse_shared::error::RefusalCode;
use demitasse_shared::order::Party;
use demitasse_shared::report::{Cancelled, Report};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Paragraph;

use crate::model::Model;
use crate::theme::{Meaning, Theme};
use crate::view::words;
use crate::words::Words;

/// Words and a figure.
type Sum = (String, String);

pub(super) fn paint(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    report: &Report,
    scroll: usize,
    theme: Theme,
) {
    let sums = sums(model.words, report);
    let from = scroll.min(sums.len().saturating_sub(usize::from(area.height)));
    let lines = sums.into_iter().skip(from).map(|(name, figure)| {
        let name = words::cut(&name, area.width.saturating_sub(words::width(&figure) + 1));
        let used = words::width(&name) + words::width(&figure);
        let gap = " ".repeat(usize::from(area.width.saturating_sub(used)));
        Text::from(vec![
            Span::styled(format!("{name}{gap}"), theme.of(Meaning::Text)),
            Span::styled(figure, theme.strong(Meaning::Text)),
        ])
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

fn sums(words: Words, report: &Report) -> Vec<Sum> {
    let mut sums = vec![(words.plain("sum-served"), report.served.to_string())];
    if let Some(waiting) = report.waiting {
        let times =
            [("sum-usual", waiting.p50), ("sum-long", waiting.p95), ("sum-longest", waiting.max)];
        sums.extend(times.map(|(name, time)| (words.plain(name), words::running(time.into()))));
    }
    sums.push((words.plain("sum-under-way"), report.under_way.to_string()));
    sums.push((words.plain("sum-walk-ups"), report.walk_ups.to_string()));
    let baristas = report.baristas.iter();
    sums.extend(baristas.map(|barista| {
        let name = ("barista", barista.name.as_str().into());
        (words.say("sum-by", &[name]), barista.served.to_string())
    }));
    sums.extend(lost(words, report));
    sums
}

/// What came to nothing, and why.
fn lost(words: Words, report: &Report) -> Vec<Sum> {
    let cancelled = report.cancelled.iter().map(|c| (cancelled(words, c), c.count));
    let expired = [("sum-not-chosen", report.expired.guest), ("sum-not-made", report.expired.bar)];
    let expired = expired.map(|(name, count)| (words.plain(name), count));
    let turned_away =
        report.turned_away.iter().map(|away| (words.plain(turned_away(away.code)), away.count));
    cancelled
        .chain(expired)
        .chain(turned_away)
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| (name, count.to_string()))
        .collect()
}

fn cancelled(words: Words, cancelled: &Cancelled) -> String {
    match (cancelled.by, &cancelled.reason) {
        (Party::Guest, _) => words.plain("sum-cancelled-guest"),
        (Party::Bar, Some(reason)) => {
            words.say("sum-cancelled", &[("reason", reason.as_str().into())])
        }
        (Party::Bar, None) => words.plain("sum-cancelled-bar"),
    }
}

/// The name of the text that says why somebody was turned away.
fn turned_away(code: RefusalCode) -> &'static str {
    match code {
        RefusalCode::WrongCode => "away-wrong-code",
        RefusalCode::OldCode => "away-old-code",
        RefusalCode::SoldOut => "away-sold-out",
        RefusalCode::ShopClosed => "away-closed",
        RefusalCode::ShopPaused => "away-paused",
        RefusalCode::BarFull => "away-full",
        RefusalCode::HasOpenOrder => "away-has-order",
        RefusalCode::DailyLimit => "away-limit",
        RefusalCode::DrinkSoldOut => "away-drink",
        _ => "away-other",
    }
}

//! What all open orders come to: one line below the header, or a list beside the columns.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};

use super::words;
use crate::model::{Model, Total};
use crate::theme::{Meaning, Theme};

/// Between two drinks in a line.
const BETWEEN: &str = "  ·  ";

/// Between two choices in a list.
const BETWEEN_CHOICES: &str = " · ";

/// As many drinks as fit in a line, and how many kinds more there are. Where all kinds fit with
/// fewer choices beside them, all kinds are worth more.
pub(super) fn paint_line(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let totals = model.totals();
    let most = totals.iter().map(|total| total.choices.len()).max().unwrap_or_default();
    let whole = (1..=most.max(1)).rev().map(|choices| (totals.len(), choices));
    let parts = (0..totals.len()).rev().map(|kinds| (kinds, 1));
    let room = area.width.saturating_sub(1);
    let shown = whole
        .chain(parts)
        .map(|(kinds, choices)| line(model, &totals, kinds, choices, theme))
        .find(|line| line.width() <= usize::from(room));
    let area = Rect { x: area.x + 1, width: room, ..area }.intersection(area);
    frame.render_widget(shown.unwrap_or_default(), area);
}

/// So many kinds with so many choices beside each, and how many kinds are not among them.
fn line(
    model: &Model,
    totals: &[Total],
    kinds: usize,
    choices: usize,
    theme: Theme,
) -> Text<'static> {
    let mut spans = Vec::new();
    for total in &totals[..kinds] {
        if !spans.is_empty() {
            spans.push(Span::styled(BETWEEN, theme.of(Meaning::Edge)));
        }
        spans.push(Span::styled(format!("{}×", total.count), theme.strong(Meaning::Text)));
        spans.push(Span::styled(format!(" {}", total.name), theme.of(Meaning::Text)));
        let beside = total.choices.iter().take(choices);
        let beside = beside.map(|choice| format!(", {} {}", choice.count, choice.name));
        let rest = (choices < total.choices.len()).then(|| " …".to_owned());
        let beside = beside.chain(rest).map(|text| Span::styled(text, theme.of(Meaning::Quiet)));
        spans.extend(beside);
    }
    if kinds < totals.len() {
        let gap = if spans.is_empty() { "" } else { BETWEEN };
        let more = more_kinds(model, totals.len() - kinds);
        spans.push(Span::styled(format!("{gap}{more}"), theme.of(Meaning::Quiet)));
    }
    Text::from(spans)
}

/// One drink below the other, with its choices under it.
pub(super) fn paint_list(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let totals = model.totals();
    paint_head(frame, area, model, &totals, theme);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let body = body.intersection(area);
    let blocks: Vec<_> = totals.iter().map(|total| block(total, area.width, theme)).collect();
    let all: usize = blocks.iter().map(|block| block.len() + 1).sum();
    let room = usize::from(body.height) - usize::from(all > usize::from(body.height) + 1);
    let (mut lines, mut shown) = (Vec::new(), 0);
    for block in blocks {
        if lines.len() + block.len() > room {
            break;
        }
        lines.extend(block);
        lines.push(Text::default());
        shown += 1;
    }
    if shown < totals.len() {
        let more = format!(" {}", more_kinds(model, totals.len() - shown));
        lines.truncate(room);
        lines.push(Text::styled(more, theme.of(Meaning::Quiet)));
    }
    for (row, line) in body.rows().zip(lines) {
        frame.render_widget(line, row);
    }
}

fn paint_head(frame: &mut Frame<'_>, area: Rect, model: &Model, totals: &[Total], theme: Theme) {
    let open: usize = totals.iter().map(|total| total.count).sum();
    let head = vec![
        Span::styled(
            format!(" {}", model.words.plain("totals-title")),
            theme.strong(Meaning::Text),
        ),
        Span::styled(format!(" {open} "), theme.of(Meaning::Quiet)),
    ];
    let head = Text::from(head);
    let rule = usize::from(area.width).saturating_sub(head.width());
    let mut spans = head.spans;
    spans.push(Span::styled("─".repeat(rule), theme.of(Meaning::Edge)));
    frame.render_widget(Text::from(spans), Rect { height: 1.min(area.height), ..area });
}

/// A drink's lines in a list of this width.
fn block(total: &Total, width: u16, theme: Theme) -> Vec<Text<'static>> {
    let count = format!("{:>3}×", total.count);
    let lead = words::width(&count) + 1;
    let room = width.saturating_sub(lead);
    let mut lines = vec![Text::from(vec![
        Span::styled(format!("{count} "), theme.strong(Meaning::Text)),
        Span::styled(words::cut(&total.name, room), theme.of(Meaning::Text)),
    ])];
    let choices = total.choices.iter();
    let choices: Vec<_> = choices.map(|c| format!("{} {}", c.count, c.name)).collect();
    if !choices.is_empty() {
        let indent = " ".repeat(usize::from(lead));
        let wrapped = wrap_whole(&choices, room).into_iter();
        lines.extend(
            wrapped.map(|text| Text::styled(format!("{indent}{text}"), theme.of(Meaning::Quiet))),
        );
    }
    lines
}

/// Breaks a row of texts between two of them; one that is too long by itself is cut.
fn wrap_whole(texts: &[String], room: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut() {
            Some(line) if words::width(line) + words::width(text) + 3 <= room => {
                line.push_str(BETWEEN_CHOICES);
                line.push_str(text);
            }
            _ => lines.push(words::cut(text, room)),
        }
    }
    lines
}

fn more_kinds(model: &Model, count: usize) -> String {
    model.words.say("totals-more", &[("count", count.into())])
}

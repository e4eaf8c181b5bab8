//! The top line: which bar, whether it is open, what the code still gives, whose hands, the line.
//! Below it stands what the bar has announced, while there is something.

#[cfg(test)]
mod tests;

use demitasse_shared::board::Board;
use demitasse_shared::shop::Face;
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line as Text, Span};

use super::words;
use crate::model::{Line, Model};
use crate::theme::{Meaning, Theme, sign};

/// From this width on the count says of what.
const ROOM_FOR_WORDS: u16 = 72;

/// The least of a name that is worth showing, in cells.
const SHORTEST_NAME: u16 = 8;

/// The most of a barista's name that shows, in cells; on a narrow screen half of it.
const LONGEST_NAME: u16 = 16;

/// Between two things that the line says.
const GAP: &str = "  ";

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, board: &Board, theme: Theme) {
    let right = right(model, area.width >= ROOM_FOR_WORDS, theme);
    let right_width = u16::try_from(right.width()).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(right_width + 2);
    let left = left(model, board, room.saturating_sub(1), area.width >= ROOM_FOR_WORDS, theme);
    let left_area = Rect { x: area.x + 1, width: room, ..area }.intersection(area);
    frame.render_widget(left, left_area);
    frame.render_widget(right.alignment(Alignment::Right), area);
}

/// What the bar has for everybody. It stays until it is taken down.
pub(super) fn paint_announcement(frame: &mut Frame<'_>, area: Rect, board: &Board, theme: Theme) {
    let Some(announcement) = &board.announcement else { return };
    let text = format!(" {} {}", sign::SAID, announcement.text);
    let text = words::cut(&text, area.width.saturating_sub(1));
    frame.render_widget(Text::styled(text, theme.strong(Meaning::Making)), area);
}

/// The bar. Where there is no room for all, what tells least goes first.
fn left(model: &Model, board: &Board, room: u16, wide: bool, theme: Theme) -> Text<'static> {
    let mut parts = vec![state(model, board, theme)];
    let mut left = room.saturating_sub(width(&parts[0]));
    let mut add = |parts: &mut Vec<_>, part: Option<Span<'static>>| {
        if let Some(part) = part.filter(|part| width(part) <= left) {
            left -= width(&part);
            parts.push(part);
        }
        left
    };
    let quiet = |text| Span::styled(text, theme.of(Meaning::Quiet));
    let ran_out = |text| Span::styled(text, theme.strong(Meaning::Making));
    add(&mut parts, drinks_left(model, board, wide).map(quiet));
    let left = add(&mut parts, sold_out(model, board).map(ran_out));
    let name = words::cut(&board.shop.name, left.saturating_sub(2));
    // A name of which hardly anything is left tells nobody anything.
    if name == board.shop.name || words::width(&name) >= SHORTEST_NAME {
        let left = left.saturating_sub(words::width(&name) + 2);
        let turns = turns(model).map(quiet).filter(|turns| width(turns) <= left);
        let name = Span::styled(name, theme.strong(Meaning::Accent));
        parts.splice(0..0, [name, Span::raw(GAP)]);
        parts.extend(turns);
    }
    Text::from(parts)
}

fn width(span: &Span<'_>) -> u16 {
    u16::try_from(span.width()).unwrap_or(u16::MAX)
}

/// Whether the bar takes orders, and when it will again.
fn state(model: &Model, board: &Board, theme: Theme) -> Span<'static> {
    let asked = model.shop_asked.and_then(|change| change.open);
    let (sign, text, meaning) = match (asked, board.face()) {
        (Some(true), _) => ("○", "shop-opening", Meaning::Quiet),
        (Some(false), _) => ("○", "shop-closing", Meaning::Quiet),
        (None, Face::Open) => ("●", "shop-open", Meaning::Ready),
        (None, Face::SoldOut) => ("◐", "shop-sold-out", Meaning::Making),
        (None, Face::Full) => ("◐", "shop-full", Meaning::Making),
        (None, Face::Paused) => ("◌", "shop-paused", Meaning::Making),
        (None, Face::Closed) => ("○", "shop-closed", Meaning::Quiet),
    };
    let text = match (text, model.shop_minutes().0) {
        ("shop-paused", Some(minutes)) => {
            model.words.say("shop-paused.minutes", &[("minutes", minutes.into())])
        }
        _ => model.words.plain(text),
    };
    Span::styled(format!("{sign} {text}"), theme.strong(meaning))
}

/// What the code on the monitor still gives.
fn drinks_left(model: &Model, board: &Board, wide: bool) -> Option<String> {
    let what = if wide { "drinks-left" } else { "drinks-left.short" };
    let window = board.window.as_ref()?;
    let values = [("left", window.left.into()), ("drinks", window.drinks.into())];
    Some(format!("{GAP}{}", model.words.say(what, &values)))
}

/// How much has run out.
fn sold_out(model: &Model, board: &Board) -> Option<String> {
    let count = board.sold_out.drinks.len() + board.sold_out.choices.len();
    let say = || model.words.say("header-sold-out", &[("count", count.into())]);
    (count > 0).then(|| format!("{GAP}{} {}", sign::SOLD_OUT, say()))
}

/// When the code turns.
fn turns(model: &Model) -> Option<String> {
    let minutes = model.shop_minutes().1?;
    Some(format!("{GAP}{}", model.words.say("header-turns", &[("minutes", minutes.into())])))
}

/// Whose board this is, what it shows, and the line.
fn right(model: &Model, wide: bool, theme: Theme) -> Text<'static> {
    let (sign, text, meaning) = match &model.line {
        Line::Live { quiet: None } => (sign::LIVE, "line-live", Meaning::Ready),
        Line::Live { .. } => (sign::QUIET, "line-silent", Meaning::Making),
        Line::Down { .. } => (sign::LATE, "line-down", Meaning::Late),
        Line::TurnedAway { .. } => (sign::LATE, "line-not-paired", Meaning::Late),
        Line::Connecting { .. } => (sign::QUIET, "line-connecting", Meaning::Quiet),
    };
    let line = match &model.line {
        Line::Live { quiet: Some(seconds) } => {
            model.words.say(text, &[("seconds", (*seconds).into())])
        }
        _ => model.words.plain(text),
    };
    let name = words::cut(&model.me, if wide { LONGEST_NAME } else { LONGEST_NAME / 2 });
    let mut right = vec![Span::styled(name, theme.of(Meaning::Quiet))];
    if let Some(station) = station(model, wide) {
        right.push(Span::styled(format!("{GAP}{station}"), theme.of(Meaning::Accent)));
    }
    if model.voice.is_silent() {
        let muted = format!("{GAP}{}", model.words.plain("sound-muted"));
        right.push(Span::styled(muted, theme.of(Meaning::Making)));
    }
    right.push(Span::styled(format!("{GAP}{sign} {line} "), theme.strong(meaning)));
    Text::from(right)
}

/// Which part of the queue shows, where there is a part that could.
fn station(model: &Model, wide: bool) -> Option<String> {
    if !model.station.is_some() {
        return None;
    }
    let share = model.station.share();
    let text = match (model.station_only, share, wide) {
        (false, _, true) => "station-all",
        (false, _, false) => "station-all.short",
        (true, Some(_), true) => "station-share",
        (true, Some(_), false) => "station-share.short",
        (true, None, true) => "station-drinks",
        (true, None, false) => "station-drinks.short",
    };
    let (part, of) = share.map_or((1, 1), crate::model::Share::parts);
    Some(model.words.say(text, &[("station", part.into()), ("stations", of.into())]))
}

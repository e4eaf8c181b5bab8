//! The last two lines: what just happened, and the keys that work now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};

use super::words;
use crate::keymap::{Command, Scope};
use crate::model::{Column, Leaving, Mode, Model, Tone, natural, offered};
use crate::theme::{Meaning, Theme, sign};

/// So many hints at the end stay on the narrowest screen.
const LASTING: usize = 2;

pub(super) fn paint_notice(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let text = match &model.notice {
        _ if model.leaving != Leaving::No => {
            let words = " Waiting for the last steps. Quit again to leave at once.";
            Text::styled(words, theme.strong(Meaning::Accent))
        }
        Some(notice) => match notice.tone {
            Tone::Told => Text::styled(format!(" {}", notice.words), theme.strong(Meaning::Text)),
            Tone::Refused => {
                let words = format!(" {} {} ", sign::LATE, notice.words);
                Text::from(Span::styled(words::cut(&words, area.width), theme.alarm()))
            }
        },
        None => return,
    };
    frame.render_widget(text, area);
}

pub(super) fn paint_keys(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let scope = model.mode.scope();
    let key = |(command, about): (Command, &'static str)| {
        Some((model.keymap.hint(scope, command)?, about))
    };
    let mut keys: Vec<_> = hints(model).into_iter().filter_map(key).collect();
    // The last ones, help and quit, stay longest; what does not fit goes from before them.
    while keys.iter().map(hint_width).sum::<u16>() > area.width && keys.len() > LASTING {
        keys.remove(keys.len() - LASTING - 1);
    }
    let mut spans = vec![Span::raw(" ")];
    for (key, about) in keys {
        spans.push(Span::styled(key, theme.strong(Meaning::Accent)));
        spans.push(Span::styled(format!(" {about}  "), theme.of(Meaning::Quiet)));
    }
    frame.render_widget(Text::from(spans), area);
}

fn hint_width((key, about): &(String, &str)) -> u16 {
    words::width(key) + words::width(about) + 3
}

/// What keys can do now, the likeliest first.
fn hints(model: &Model) -> Vec<(Command, &'static str)> {
    match (&model.mode, model.mode.scope()) {
        (Mode::Board, _) => board_hints(model),
        (_, Scope::Question) => vec![(Command::Accept, "yes"), (Command::Back, "no")],
        (_, Scope::List) => vec![
            (Command::Accept, "take this one"),
            (Command::Up, "up"),
            (Command::Down, "down"),
            (Command::Back, "back"),
        ],
        (_, Scope::Text) => vec![(Command::Accept, "send"), (Command::Back, "back")],
        _ => vec![(Command::Back, "back"), (Command::Up, "up"), (Command::Down, "down")],
    }
}

fn board_hints(model: &Model) -> Vec<(Command, &'static str)> {
    let last = [(Command::Help, "keys"), (Command::Quit, "quit")];
    if !model.line.is_live() {
        return last.to_vec();
    }
    let mut hints = Vec::new();
    if let Some(ticket) = model.selected() {
        hints.extend(natural(ticket.state).map(|step| (Command::Next, words::step(step))));
        let others = offered(ticket.state).iter().skip(1);
        hints.extend(others.map(|step| (Command::Step(*step), words::step(*step))));
    }
    if model.cursor.column != Column::Ready && !model.recallable().is_empty() {
        let recall = demitasse_shared::order::Step::Recall;
        hints.push((Command::Step(recall), words::step(recall)));
    }
    let open = model
        .board
        .as_ref()
        .is_some_and(|board| board.shop.state == demitasse_shared::shop::ShopState::Open);
    hints.push((Command::Shop, if open { "close the bar" } else { "open the bar" }));
    hints.extend(last);
    hints
}

//! The last two lines: what just happened, and the keys that work now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};

use super::words;
use crate::keymap::{Command, Scope};
use crate::model::{Column, Leaving, Mode, Model, Tone, natural, offered, step_name};
use crate::theme::{Meaning, Theme, sign};

/// So many hints at the end stay on the narrowest screen.
const LASTING: usize = 2;

pub(super) fn paint_notice(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let text = match &model.notice {
        _ if model.leaving != Leaving::No => {
            let words = model.words.plain("leaving-waits");
            Text::styled(format!(" {words}"), theme.strong(Meaning::Accent))
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
        Some((model.keymap.hint(scope, command, model.words)?, model.words.plain(about)))
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

fn hint_width((key, about): &(String, String)) -> u16 {
    words::width(key) + words::width(about) + 3
}

/// What keys can do now, the likeliest first, with the names of the texts that say it.
fn hints(model: &Model) -> Vec<(Command, &'static str)> {
    match (&model.mode, model.mode.scope()) {
        (Mode::Board, _) => board_hints(model),
        (_, Scope::Question) => vec![(Command::Accept, "hint-yes"), (Command::Back, "hint-no")],
        (_, Scope::List) => vec![
            (Command::Accept, "hint-take"),
            (Command::Up, "hint-up"),
            (Command::Down, "hint-down"),
            (Command::Back, "hint-back"),
        ],
        (_, Scope::Text) => vec![(Command::Accept, "hint-send"), (Command::Back, "hint-back")],
        _ => vec![
            (Command::Back, "hint-back"),
            (Command::Up, "hint-up"),
            (Command::Down, "hint-down"),
        ],
    }
}

fn board_hints(model: &Model) -> Vec<(Command, &'static str)> {
    let last = [(Command::Help, "hint-keys"), (Command::Quit, "hint-quit")];
    if !model.line.is_live() {
        return last.to_vec();
    }
    let mut hints = Vec::new();
    if let Some(ticket) = model.selected() {
        hints.extend(natural(ticket.state).map(|step| (Command::Next, step_name(step))));
        let others = offered(ticket.state).iter().skip(1);
        hints.extend(others.map(|step| (Command::Step(*step), step_name(*step))));
    }
    if model.cursor.column != Column::Ready && !model.recallable().is_empty() {
        let recall = demitasse_shared::order::Step::Recall;
        hints.push((Command::Step(recall), step_name(recall)));
    }
    if model.rush.is_on() {
        hints.push((Command::Layout, "hint-layout"));
    }
    let open = model
        .board
        .as_ref()
        .is_some_and(|board| board.shop.state == demitasse_shared::shop::ShopState::Open);
    hints.push((Command::Shop, if open { "hint-close" } else { "hint-open" }));
    hints.extend(last);
    hints
}

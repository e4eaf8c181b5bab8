//! When the board calls: for an order into an empty queue, for one that is near its expiry, for an
//! announcement; and the dialog that says how.

use demitasse_shared::client::Update;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::OrderState;

use super::keys::choose;
use crate::effect::Effect;
use crate::keymap::Command;
use crate::model::{Mode, Model, SOUND_LINES, Sound, SoundLine};
use crate::msg::Msg;

/// What a message may call for once it is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Nothing,
    /// If the queue is not empty then.
    Queue,
    /// If there is another announcement then.
    Announcement,
    /// If an order is near its expiry then.
    Expiry,
}

/// Looks at the board as it is before a message.
pub(super) fn before(model: &Model, msg: &Msg) -> Call {
    let Some(board) = &model.board else { return Call::Nothing };
    match msg {
        Msg::Tick(tick) if seconds(model.now) != seconds(tick.now) => Call::Expiry,
        Msg::Live(Update::Snapshot(_)) if nobody_waits(model) => Call::Queue,
        Msg::Live(Update::Change(change)) => match &change.event {
            LiveEvent::Announcement { announcement: Some(said) }
                if board.announcement.as_ref() != Some(said) =>
            {
                Call::Announcement
            }
            LiveEvent::Order { order, .. } if order.state == OrderState::Waiting => {
                // One that a barista put back is not new.
                let known = board.order(order.id).is_some_and(|known| known.number.is_some());
                if !known && nobody_waits(model) { Call::Queue } else { Call::Nothing }
            }
            _ => Call::Nothing,
        },
        _ => Call::Nothing,
    }
}

/// Calls, if there is a reason.
pub(super) fn after(model: &mut Model, call: Call) -> Vec<Effect> {
    model.repaint |= model.voice.fade(model.now);
    let calls = match call {
        Call::Nothing => false,
        Call::Queue => !nobody_waits(model),
        Call::Announcement => model.board.as_ref().is_some_and(|b| b.announcement.is_some()),
        Call::Expiry => {
            model.line.is_live() && {
                let near = model.near_expiry();
                model.voice.warn_of(near)
            }
        }
    };
    if calls { ring(model) } else { Vec::new() }
}

fn ring(model: &mut Model) -> Vec<Effect> {
    let bell = model.voice.call(model.now);
    rung(model, bell)
}

fn rung(model: &mut Model, bell: bool) -> Vec<Effect> {
    model.repaint |= model.voice.flashes();
    if bell { vec![Effect::Ring] } else { Vec::new() }
}

fn nobody_waits(model: &Model) -> bool {
    !model.has_waiting()
}

fn seconds(now: Option<demitasse_shared::Timestamp>) -> Option<i64> {
    now.map(demitasse_shared::Timestamp::as_second)
}

/// A key in the dialog. What is chosen is heard at once, and the dialog stays for another try.
pub(super) fn choosing(model: &mut Model, mut choice: usize, command: Command) -> Vec<Effect> {
    if command == Command::Back {
        model.mode = Mode::Board;
        return Vec::new();
    }
    let chosen = choose(&mut choice, SOUND_LINES.len(), command);
    model.mode = Mode::Sound { choice: chosen.unwrap_or(choice) };
    match chosen.map(|line| SOUND_LINES[line]) {
        Some(SoundLine::Mute) => {
            model.voice.mute(!model.voice.is_silent());
            model.mode = Mode::Board;
            Vec::new()
        }
        Some(SoundLine::Try) => {
            let bell = model.voice.try_out(model.now);
            rung(model, bell)
        }
        Some(SoundLine::Use(sound)) => {
            model.voice.choose(sound);
            if sound == Sound::Off { Vec::new() } else { ring(model) }
        }
        None => Vec::new(),
    }
}

//! When the board calls, and when it keeps silent.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot};
use demitasse_shared::shop::Announcement;

use super::*;
use crate::model::{Sound, Voice};

/// Ana's board, at second 60, with this sound.
fn board(orders: Vec<Order>, sound: Sound) -> Model {
    let mut model = model(orders, 60);
    model.voice = Voice::new(sound);
    model
}

fn live(model: &mut Model, event: LiveEvent) -> Vec<Effect> {
    let board = model.board.as_ref().expect("a board");
    let (seq, at) = (Seq(board.seq.0 + 1), board.at);
    update(model, Msg::Live(Update::Change(Box::new(Envelope { seq, at, event }))))
}

fn arrives(model: &mut Model, order: Order) -> Vec<Effect> {
    live(model, LiveEvent::Order { order: Box::new(order), left: None })
}

fn said(model: &mut Model, text: Option<&str>) -> Vec<Effect> {
    let announcement = text.map(|text| {
        let (at, until) = (after(60), after(600));
        Announcement { text: text.to_owned(), at, until }
    });
    live(model, LiveEvent::Announcement { announcement })
}

/// Lets the clock show a moment, in milliseconds.
fn wait(model: &mut Model, millis: i64) -> Vec<Effect> {
    let now = Timestamp::from_millisecond(after(0).as_millisecond() + millis).ok();
    update(model, Msg::Tick(Tick { now, silence: Some(Duration::ZERO) }))
}

const RINGS: [Effect; 1] = [Effect::Ring];

#[test]
fn an_order_into_an_empty_queue_rings_and_the_next_does_not() {
    let mut model = board(vec![making(9, 0, "Bo")], Sound::Bell);
    assert_eq!(arrives(&mut model, waiting(1, 60)), RINGS);
    wait(&mut model, 70_000);
    assert_eq!(arrives(&mut model, waiting(2, 70)), []);
}

#[test]
fn an_order_that_was_put_back_is_not_new() {
    let mut model = board(vec![making(1, 0, "Bo")], Sound::Bell);
    assert_eq!(arrives(&mut model, waiting(1, 0)), []);
}

#[test]
fn what_came_while_the_line_was_down_rings_once_it_is_back() {
    let mut model = board(Vec::new(), Sound::Bell);
    down(&mut model);
    let came = snapshot(vec![waiting(1, 60)], 70);
    assert!(rings_at(&mut model, came.clone()));
    wait(&mut model, 80_000);
    assert!(!rings_at(&mut model, came));
}

#[test]
fn the_first_board_is_no_news() {
    let mut model = Model::new("Ana".to_owned(), Words::of(None));
    wait(&mut model, 60_000);
    let first = snapshot(vec![waiting(1, 60)], 60);
    assert!(!rings_at(&mut model, first));
}

/// Whether a whole new board rings, whatever else it asks for.
fn rings_at(model: &mut Model, snapshot: Snapshot) -> bool {
    let effects = update(model, Msg::Live(Update::Snapshot(Box::new(snapshot))));
    effects.contains(&Effect::Ring)
}

#[test]
fn an_order_near_its_expiry_rings_once() {
    let mut model = board(vec![waiting(1, 0), waiting(2, 100)], Sound::Bell);
    assert_eq!(wait(&mut model, 599_000), []);
    assert_eq!(wait(&mut model, 600_000), RINGS);
    assert_eq!(wait(&mut model, 602_000), []);
    assert_eq!(wait(&mut model, 700_000), RINGS, "the second one");
    assert_eq!(wait(&mut model, 800_000), []);
}

#[test]
fn an_announcement_rings_and_its_end_does_not() {
    let mut model = board(vec![waiting(1, 0)], Sound::Bell);
    assert_eq!(said(&mut model, Some("Last orders at five.")), RINGS);
    wait(&mut model, 70_000);
    assert_eq!(said(&mut model, Some("Last orders at five.")), [], "said already");
    assert_eq!(said(&mut model, None), []);
}

#[test]
fn it_calls_once_a_second_at_most() {
    let mut model = board(Vec::new(), Sound::Bell);
    assert_eq!(said(&mut model, Some("One")), RINGS);
    wait(&mut model, 60_900);
    assert_eq!(said(&mut model, Some("Two")), []);
    wait(&mut model, 61_000);
    assert_eq!(said(&mut model, Some("Three")), RINGS);
}

#[test]
fn a_flash_stands_for_a_moment_and_goes() {
    for (sound, effects) in [(Sound::Flash, &[][..]), (Sound::Both, &RINGS)] {
        let mut model = board(Vec::new(), sound);
        assert_eq!(said(&mut model, Some("One")), effects);
        assert!(model.voice.flashes());
        model.repaint = false;
        wait(&mut model, 60_399);
        assert!(model.voice.flashes() && !model.repaint);
        wait(&mut model, 60_400);
        assert!(!model.voice.flashes() && model.repaint, "it is painted away");
    }
}

#[test]
fn muted_it_is_silent_and_heard_again_afterwards() {
    let mut model = board(Vec::new(), Sound::Both);
    assert_eq!(keys(&mut model, "y⏎"), []);
    assert!(model.voice.is_silent() && model.mode == Mode::Board);
    assert_eq!(said(&mut model, Some("One")), []);
    assert!(!model.voice.flashes());
    assert_eq!(keys(&mut model, "y⏎"), []);
    assert_eq!(said(&mut model, Some("Two")), RINGS);
}

#[test]
fn the_dialog_lets_one_hear_what_is_chosen() {
    let mut model = board(Vec::new(), Sound::Off);
    assert!(model.voice.is_silent());
    assert_eq!(keys(&mut model, "y2"), RINGS, "without a sound the bell is tried");
    wait(&mut model, 62_000);
    assert_eq!(keys(&mut model, "4"), []);
    assert!(model.voice.flashes() && model.voice.sound() == Sound::Flash);
    wait(&mut model, 64_000);
    assert_eq!(keys(&mut model, "↓⏎"), RINGS);
    assert_eq!(model.voice.sound(), Sound::Both);
    keys(&mut model, "⎋");
    assert_eq!(model.mode, Mode::Board);
}

#[test]
fn a_try_is_heard_and_whoever_is_silent_stays_so() {
    for sound in [Sound::Bell, Sound::Off] {
        let mut model = six();
        model.voice = crate::model::Voice::new(sound);
        model.voice.mute(true);
        assert_eq!(keys(&mut model, "y2"), [Effect::Ring], "{sound:?}");
        assert!(model.voice.is_silent(), "{sound:?}");
        assert_eq!(model.voice.sound(), sound);
    }
}

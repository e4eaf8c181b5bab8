//! Every face as text, and the promises that no face may break.

use demitasse_shared::client::Update;
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot};

use super::*;
use crate::cli::PreviewFace;
use crate::preview;

/// A model that has heard what the preview of a face says.
fn model(face: PreviewFace) -> Model {
    let mut model = Model::default();
    for update in preview::updates(face) {
        model.take(update);
    }
    model
}

/// The moment at which the sample was taken, and so many seconds later.
fn later(seconds: u64) -> Moment {
    let elapsed = Duration::from_secs(seconds);
    let now = preview::sampled_at() + elapsed;
    Moment { now: Some(now), silence: elapsed }
}

/// The same, with the server heard just now.
fn heard(seconds: u64) -> Moment {
    Moment { silence: Duration::ZERO, ..later(seconds) }
}

fn screen(face: PreviewFace, moment: Moment) -> Screen {
    Screen::of(&model(face), moment)
}

fn code_of(screen: &Screen) -> Option<&CodeCard> {
    match &screen.lead {
        Lead::Code(card) => Some(card),
        Lead::Notice(_) => None,
    }
}

fn why(screen: &Screen) -> Option<Why> {
    match &screen.lead {
        Lead::Code(_) => None,
        Lead::Notice(notice) => Some(notice.why),
    }
}

macro_rules! faces {
    ($($name:ident: $face:ident;)+) => {$(
        #[test]
        fn $name() {
            insta::assert_yaml_snapshot!(screen(PreviewFace::$face, heard(0)));
        }
    )+};
}

faces! {
    open: Open;
    quiet: Quiet;
    sold_out: SoldOut;
    full: Full;
    paused: Paused;
    closed: Closed;
    turning: Turning;
    connecting: Connecting;
    line_lost: LineLost;
    unpaired: Unpaired;
}

#[test]
fn a_code_is_shown_to_the_last_second_of_its_window_and_not_longer() {
    let whole = preview::WINDOW_LEFT.as_secs();
    let last = screen(PreviewFace::Open, heard(whole - 1));
    assert_eq!(code_of(&last).map(|code| code.countdown.as_str()), Some("New code in 0:01"));
    let after = screen(PreviewFace::Open, heard(whole));
    assert_eq!(why(&after), Some(Why::Turning));
}

#[test]
fn a_silent_line_takes_the_code_away_and_leaves_the_numbers() {
    let dead = LINE_DEAD_AFTER.as_secs();
    assert!(code_of(&screen(PreviewFace::Open, later(dead))).is_some());
    let silent = screen(PreviewFace::Open, later(dead + 1));
    assert_eq!(why(&silent), Some(Why::LineLost));
    assert_eq!(silent.numbers.map(|n| n.ready.numbers.len()), Some(4));
}

#[test]
fn a_broken_line_takes_the_code_away_at_once() {
    let mut model = model(PreviewFace::Open);
    model.take(Update::Down("gone".to_owned()));
    let broken = Screen::of(&model, heard(0));
    assert_eq!(why(&broken), Some(Why::LineLost));
    assert!(broken.warning.is_some_and(|words| words.contains("a moment ago")));
    assert!(Screen::of(&model, later(185)).warning.is_some_and(|w| w.contains("3 minutes ago")));
}

#[test]
fn no_code_without_a_clock_a_window_or_a_drink() {
    let code_after = |change: fn(&mut Snapshot), moment: Moment| {
        let mut snapshot = preview::snapshot(PreviewFace::Open);
        change(&mut snapshot);
        let mut model = Model::default();
        model.take(Update::Snapshot(Box::new(snapshot)));
        code_of(&Screen::of(&model, moment)).is_some()
    };
    assert!(code_after(|_| {}, heard(0)));
    assert!(!code_after(|_| {}, Moment::default()));
    assert!(!code_after(|snapshot| snapshot.window = None, heard(0)));
    assert!(!code_after(
        |snapshot| snapshot.window.as_mut().expect("the sample has one").left = 0,
        heard(0)
    ));
}

#[test]
fn a_ready_number_stands_out_for_half_a_minute() {
    let mut model = model(PreviewFace::Quiet);
    let mut order = preview::snapshot(PreviewFace::Open)
        .orders
        .into_iter()
        .find(|order| order.ready_at.is_some())
        .expect("one is ready");
    order.ready_at = Some(preview::sampled_at());
    let seq = model.board.as_ref().expect("a board").seq.0 + 1;
    model.take(Update::Change(Box::new(Envelope {
        seq: demitasse_shared::ids::Seq(seq),
        at: preview::sampled_at(),
        event: LiveEvent::Order { order: Box::new(order), left: None },
    })));
    let mark_after = |seconds| {
        let numbers = Screen::of(&model, heard(seconds)).numbers.expect("columns");
        numbers.ready.numbers.first().map(|number| number.mark)
    };
    assert_eq!(mark_after(0), Some(Mark::Fresh));
    assert_eq!(mark_after(29), Some(Mark::Fresh));
    assert_eq!(mark_after(30), Some(Mark::Ready));
}

/// Longer than anything that shows takes to change.
const LONG: Duration = Duration::from_hours(1);

#[test]
fn nothing_shown_changes_before_the_window_is_woken() {
    let tick = Duration::from_millis(1);
    for face in <PreviewFace as clap::ValueEnum>::value_variants() {
        let model = model(*face);
        for offset in [0, 1, 250, 999, 29_500, 59_999, 130_000] {
            let start = Duration::from_millis(offset);
            let at = |after: Duration| Moment {
                now: Some(preview::sampled_at() + start + after),
                silence: if model.line == Line::Up { Duration::ZERO } else { start + after },
            };
            let shown = Screen::of(&model, at(Duration::ZERO));
            let wake = shown.wake.unwrap_or(LONG);
            let same = |after| Screen { wake: None, ..Screen::of(&model, at(after)) };
            let expected = Screen { wake: None, ..shown };
            assert_eq!(same(wake.saturating_sub(tick)), expected, "{face:?} +{offset} ms");
            if wake < LONG {
                assert_ne!(same(wake), expected, "{face:?} +{offset} ms woke for nothing");
            }
        }
    }
}

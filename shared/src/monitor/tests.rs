//! Every face as text, and the promises that no face may break.

use super::sample::{self, Sample};
use super::*;
use crate::board::Board;
use crate::ids::Seq;
use crate::live::{Envelope, LINE_DEAD_AFTER, LiveEvent, Snapshot};

/// What a monitor knows in these tests.
struct Known {
    line: Line,
    board: Option<Board>,
    venue: Venue,
    voice: Voice,
}

impl Known {
    fn of(sample: Sample) -> Self {
        Self::speaking(sample, &["en"])
    }

    fn speaking(sample: Sample, languages: &[&str]) -> Self {
        let languages: Vec<_> = languages.iter().map(|&tag| tag.to_owned()).collect();
        Self {
            line: sample.line(),
            board: sample.snapshot().map(Board::new),
            venue: sample::venue(&languages),
            voice: Voice::of(&languages),
        }
    }

    fn changed(change: impl FnOnce(&mut Snapshot)) -> Self {
        let mut snapshot = Sample::Open.snapshot().expect("the bar is open");
        change(&mut snapshot);
        Self { board: Some(Board::new(snapshot)), ..Self::of(Sample::Open) }
    }

    fn screen(&self, moment: Moment) -> Screen {
        let facts = Facts {
            line: &self.line,
            board: self.board.as_ref(),
            venue: Some(&self.venue),
            voice: &self.voice,
        };
        Screen::of(facts, moment)
    }
}

/// The moment at which the sample was taken, and so many seconds later.
fn later(seconds: u64) -> Moment {
    let elapsed = Duration::from_secs(seconds);
    Moment { now: Some(sample::sampled_at() + elapsed), silence: elapsed }
}

/// The same, with the server heard just now.
fn heard(seconds: u64) -> Moment {
    Moment { silence: Duration::ZERO, ..later(seconds) }
}

fn screen(sample: Sample, moment: Moment) -> Screen {
    Known::of(sample).screen(moment)
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

#[test]
fn every_face_reads_so() {
    for sample in Sample::ALL {
        insta::assert_yaml_snapshot!(sample.as_str(), screen(*sample, heard(0)));
    }
}

#[test]
fn two_languages_stand_one_under_the_other() {
    for sample in [Sample::Open, Sample::SoldOut, Sample::Opens] {
        let known = Known::speaking(sample, &["de", "en"]);
        insta::assert_yaml_snapshot!(format!("{}-de-en", sample.as_str()), known.screen(heard(0)));
    }
}

#[test]
fn a_samples_word_is_read_back() {
    for sample in Sample::ALL {
        assert_eq!(sample.as_str().parse(), Ok(*sample));
    }
    let refused = "tea".parse::<Sample>().expect_err("no face").to_string();
    assert!(refused.contains("\"tea\"") && refused.contains("sold-out"), "{refused}");
}

#[test]
fn a_code_is_shown_to_the_last_second_of_its_window_and_not_longer() {
    let whole = sample::WINDOW_LEFT.as_secs();
    let last = screen(Sample::Open, heard(whole - 1));
    let words = code_of(&last).map(|code| code.countdown.words.leading().to_owned());
    assert_eq!(words.as_deref(), Some("New code in 0:01"));
    let after = screen(Sample::Open, heard(whole));
    assert_eq!(why(&after), Some(Why::Turning));
}

#[test]
fn a_silent_line_takes_the_code_away_and_leaves_the_numbers() {
    let dead = LINE_DEAD_AFTER.as_secs();
    assert!(code_of(&screen(Sample::Open, later(dead))).is_some());
    let silent = screen(Sample::Open, later(dead + 1));
    assert_eq!(why(&silent), Some(Why::LineLost));
    assert_eq!(silent.numbers.map(|n| n.ready.numbers.len()), Some(4));
}

#[test]
fn a_broken_line_takes_the_code_away_at_once_and_tells_the_numbers_age() {
    let warning_after = |seconds| {
        let lost = screen(Sample::LineLost, later(seconds));
        assert_eq!(why(&lost), Some(Why::LineLost));
        lost.warning.expect("it warns").leading().to_owned()
    };
    assert!(warning_after(0).ends_with("of a moment ago."));
    assert!(warning_after(60).ends_with("are a minute old."));
    assert!(warning_after(185).ends_with("are 3 minutes old."));
    assert!(warning_after(59 * 60).ends_with("are 59 minutes old."));
    assert!(warning_after(61 * 60).ends_with("are an hour old."));
    assert!(warning_after(5 * 3_600).ends_with("are 5 hours old."));
}

#[test]
fn a_monitor_that_is_turned_away_shows_nothing_of_the_bar() {
    let line = Sample::Unpaired.line();
    let turned_away = Known { line, ..Known::of(Sample::Announcement) }.screen(heard(0));
    assert_eq!(why(&turned_away), Some(Why::Unpaired));
    let Screen { warning, announcement, numbers, .. } = turned_away;
    assert!(warning.is_none() && announcement.is_none() && numbers.is_none());
}

#[test]
fn no_code_without_a_clock_a_window_or_a_drink() {
    let code_after = |change: fn(&mut Snapshot), moment: Moment| {
        code_of(&Known::changed(change).screen(moment)).is_some()
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
    let mut known = Known::of(Sample::Quiet);
    let mut order = sample::orders(1, 0, 0).remove(0);
    order.ready_at = Some(sample::sampled_at());
    let board = known.board.as_mut().expect("a board");
    board.apply(Envelope {
        seq: Seq(board.seq.0 + 1),
        at: sample::sampled_at(),
        event: LiveEvent::Order { order: Box::new(order), left: None },
    });
    let mark_after = |seconds| {
        let numbers = known.screen(heard(seconds)).numbers.expect("columns");
        numbers.ready.numbers.first().map(|number| number.mark)
    };
    assert_eq!(mark_after(0), Some(Mark::Fresh));
    assert_eq!(mark_after(29), Some(Mark::Fresh));
    assert_eq!(mark_after(30), Some(Mark::Ready));
}

#[test]
fn a_closed_bar_says_when_it_opens_and_rests_in_between() {
    let minutes = |minutes: u64| heard(minutes * 60);
    let check = |after: Moment, why_then: Why, words: &str| {
        let screen = screen(Sample::Opens, after);
        let Lead::Notice(notice) = screen.lead else { panic!("it is closed") };
        let line = notice.line.expect("a line").leading().to_owned();
        assert_eq!((notice.why, line.as_str()), (why_then, words), "{after:?}");
    };
    check(minutes(0), Why::Closed, "We open tomorrow at 8:29.");
    check(minutes(26), Why::Night, "We open tomorrow at 8:29.");
    // Midnight comes 14 h 18 min later by the venue's clocks, which are an hour ahead of UTC.
    check(minutes(14 * 60 + 19), Why::Night, "We open at 8:29.");
    check(minutes(24 * 60 - 72 - 30), Why::Closed, "We open at 8:29.");
    let code = "The code shows up here when the bar opens.";
    check(minutes(24 * 60 - 72), Why::Closed, code);
    check(minutes(24 * 60 - 72 + 30), Why::Night, code);
}

#[test]
fn an_announcement_ends_when_its_time_is_over() {
    let text_after = |seconds| screen(Sample::Announcement, heard(seconds)).announcement;
    assert!(text_after(20 * 60 - 1).is_some());
    assert_eq!(text_after(20 * 60), None);
}

/// Longer than anything that shows takes to change.
const LONG: Duration = Duration::from_hours(100);

#[test]
fn nothing_shown_changes_before_the_window_is_woken() {
    let tick = Duration::from_millis(1);
    for sample in Sample::ALL {
        let known = Known::of(*sample);
        for offset in [0, 1, 250, 999, 29_500, 59_999, 130_000, 4_000_000] {
            let start = Duration::from_millis(offset);
            let at = |after: Duration| Moment {
                now: Some(sample::sampled_at() + start + after),
                silence: if known.line == Line::Up { Duration::ZERO } else { start + after },
            };
            let shown = known.screen(at(Duration::ZERO));
            let wake = shown.wake.unwrap_or(LONG);
            let same = |after| Screen { wake: None, ..known.screen(at(after)) };
            let expected = Screen { wake: None, ..shown };
            assert_eq!(same(wake.saturating_sub(tick)), expected, "{sample:?} +{offset} ms");
        }
    }
}

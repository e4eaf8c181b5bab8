//! What a monitor's page is told.

use std::time::Duration;

use demitasse_shared::monitor::sample::sampled_at;
use demitasse_shared::monitor::{Lead, Said};

use super::*;

/// A sample's picture, so long after it was taken.
fn picture(sample: Sample, languages: &[&str], later: Duration) -> (Screen, Picture) {
    let languages: Vec<_> = languages.iter().map(|&tag| tag.to_owned()).collect();
    let (line, board) = (sample.line(), sample_board(sample));
    let (venue, voice) = (sample::venue(&languages), Voice::of(&languages));
    let scene = Scene { line: &line, board: board.as_ref(), venue: &venue, voice: &voice };
    let moment = Moment { now: Some(sampled_at() + later), ..Moment::default() };
    let screen = scene.screen(moment);
    let picture = scene.picture(&screen);
    (screen, picture)
}

fn names(sample: Sample, later: Duration) -> Vec<String> {
    let (_, before) = picture(sample, &["en"], Duration::ZERO);
    let (_, after) = picture(sample, &["en"], later);
    after.changes_since(&before).keys().cloned().collect()
}

#[test]
fn a_second_that_passes_is_no_news() {
    for &sample in Sample::ALL {
        assert_eq!(names(sample, Duration::from_secs(2)), [""; 0], "{}", sample.as_str());
    }
}

#[test]
fn only_parts_that_have_changed_are_told() {
    // The newest number has been ready for five seconds.
    assert_eq!(names(Sample::Open, Duration::from_secs(26)), ["ready"]);
    assert_eq!(names(Sample::Paused, Duration::from_mins(1)), ["ready", "words"]);
    let over = sample::WINDOW_LEFT;
    assert_eq!(names(Sample::Quiet, over), ["code", "face", "words"]);
}

#[test]
fn a_code_stands_in_no_other_part_than_its_own() {
    for &sample in Sample::ALL {
        let (screen, picture) = picture(sample, &["en"], Duration::ZERO);
        let is_shown = matches!(screen.lead, Lead::Code(_));
        assert_eq!(picture.part("code").contains("class=\"modules\""), is_shown);
        assert_eq!(picture.part("face") == "code", is_shown, "{}", sample.as_str());
    }
}

#[test]
fn texts_say_which_language_they_are_in_and_which_way_it_runs() {
    let (_, picture) = picture(Sample::SoldOut, &["de", "en"], Duration::ZERO);
    let words = picture.part("words");
    assert!(words.contains("<span lang=\"de\" dir=\"ltr\">"), "{words}");
    assert!(words.contains("<span class=\"second\" lang=\"en\" dir=\"ltr\">"), "{words}");
    assert_eq!(said::direction("ar"), "rtl");
}

#[test]
fn a_time_that_runs_down_is_the_pages_to_count() {
    let (_, picture) = picture(Sample::Open, &["en"], Duration::ZERO);
    let until = (sampled_at() + sample::WINDOW_LEFT).as_millisecond();
    let words = picture.part("words");
    assert!(words.contains(&format!("<bdi class=\"time\" data-until=\"{until}\">3:10</bdi>")));
    let code = picture.part("code");
    assert!(code.starts_with(&format!("<div class=\"card\" data-until=\"{until}\">")), "{code}");
}

#[test]
fn what_guests_and_venues_write_is_text() {
    let mut board = sample_board(Sample::Announcement).expect("it has one");
    board.announcement.as_mut().expect("it has one").text = "<b>&".to_owned();
    let (venue, voice) = (sample::venue(&[]), Voice::default());
    let scene = Scene { line: &Line::Up, board: Some(&board), venue: &venue, voice: &voice };
    let moment = Moment { now: Some(sampled_at()), ..Moment::default() };
    let picture = scene.picture(&scene.screen(moment));
    assert!(picture.part("announcement").contains("&lt;b&gt;&amp;"));
}

#[test]
fn the_page_has_the_words_of_a_lost_line_for_every_age() {
    let voice = Voice::of(&["en".to_owned()]);
    let faces = spare::faces(&sample::venue(&[]), &voice);
    let ages = faces["ages"].as_array().expect("a list");
    let holds = |place: usize, said: &Said| {
        let own = ages[place].as_str().expect("HTML");
        assert!(own.contains(said.leading()), "{own}");
    };
    assert_eq!(ages.len(), 84, "sixty of minutes, and a day of hours");
    holds(0, &voice.plain("stale-now"));
    holds(59, &voice.say("stale-minutes", &[("minutes", 59_u64.into())]));
    holds(60, &voice.say("stale-hours", &[("hours", 1_u64.into())]));
    holds(83, &voice.say("stale-hours", &[("hours", 24_u64.into())]));
    for (face, title) in
        [("connecting", "connecting"), ("turning", "turning"), ("line-lost", "line-lost")]
    {
        let own = faces[face].as_str().expect("HTML");
        assert!(own.contains(voice.plain(title).leading()), "{own}");
    }
}

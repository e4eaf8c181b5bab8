use demitasse::config::{Config, MonitorFlags};
use demitasse_shared::board::Board;
use demitasse_shared::monitor::sample::{self, Sample};
use demitasse_shared::monitor::{Column, Facts, Lead, Moment, Said, Screen, Voice};
use demitasse_tests::{Bar, Tablets};

use crate::hang_up;

/// From 720p to 4K, from 21:9 to 9:16.
const PANELS: [&str; 6] =
    ["1280x720", "1920x1080", "3840x2160", "2560x1080", "1080x1920", "1024x768"];

#[tokio::test(flavor = "multi_thread")]
async fn every_face_says_what_every_monitor_says_on_every_panel() {
    check(&["en"], &PANELS).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_face_says_it_in_two_languages_at_once_and_from_right_to_left() {
    check(&["de", "en"], &PANELS[1..2]).await;
    check(&["ar", "fr"], &PANELS[1..2]).await;
}

async fn check(languages: &[&str], panels: &[&str]) {
    let languages: Vec<_> = languages.iter().map(|&tag| tag.to_owned()).collect();
    let monitors = MonitorFlags { languages: languages.clone(), ..MonitorFlags::default() };
    let config = Config { monitors, ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:00:00Z", config).await;
    let home = format!("{}/", bar.staff.manager.base().trim_end_matches('/'));
    let mut monitors = Tablets::monitors().await;
    hang_up(&mut monitors, &home, &bar.staff).await;
    for &sample in Sample::ALL {
        let face = sample.as_str();
        monitors.does(0, "open", &format!("{home}display?preview={face}")).await;
        let text = monitors.does(0, "text", "").await;
        for words in words(&screen(sample, &languages)) {
            assert!(text.contains(&words), "{face} lacks {words:?}: {text}");
        }
        for panel in panels {
            monitors.does(0, "turn", panel).await;
            let found = monitors.does(0, "whole", "").await;
            assert_eq!(found, "[]", "{face} at {panel} in {languages:?}");
        }
        assert_eq!(monitors.does(0, "faults", "").await, "[]");
    }
}

fn screen(sample: Sample, languages: &[String]) -> Screen {
    let (line, board) = (sample.line(), sample.snapshot().map(Board::new));
    let (venue, voice) = (sample::venue(languages), Voice::of(languages));
    let facts = Facts { line: &line, board: board.as_ref(), venue: Some(&venue), voice: &voice };
    let now = board.as_ref().map(|board| board.at);
    Screen::of(facts, Moment { now, ..Moment::default() })
}

/// Every text of a screen, in each of its languages.
fn words(screen: &Screen) -> Vec<String> {
    let mut said: Vec<Said> = screen.warning.iter().cloned().collect();
    let mut words = vec![screen.venue.clone()];
    words.extend(screen.announcement.clone());
    match &screen.lead {
        Lead::Code(card) => {
            let own = [&card.title, &card.drinks_left, &card.countdown.words, &card.address];
            said.extend(own.into_iter().chain(&card.wifi).cloned());
        }
        Lead::Notice(notice) => {
            let own = [Some(&notice.title), notice.line.as_ref(), notice.quiet.as_ref()];
            let countdown = notice.countdown.as_ref().map(|countdown| &countdown.words);
            let wifi = notice.wifi.as_ref().map(|wifi| &wifi.title);
            said.extend(own.into_iter().chain([countdown, wifi]).flatten().cloned());
        }
    }
    for Column { title, empty, numbers } in
        screen.numbers.iter().flat_map(|both| [&both.ready, &both.preparing])
    {
        said.push(title.clone());
        said.extend(numbers.is_empty().then(|| empty.clone()));
        words.extend(numbers.iter().map(|number| format!("{}{}", number.figures, number.drink)));
    }
    words.extend(said.iter().flat_map(Said::texts).map(str::to_owned));
    words
}

//! Every face on every panel, without a window: what stands on it is found by its words.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use demitasse_kiosk::{Brush, dress, paint};
use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::monitor::sample::{self, Sample};
use demitasse_shared::monitor::{Column, Facts, Lead, Moment, Said, Screen, Voice};
use egui::{Rect, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable};

/// From 720p to 8K, from 21:9 over 4:3 to 9:16.
const PANELS: [Vec2; 10] = [
    vec2(1280.0, 720.0),
    vec2(1920.0, 1080.0),
    vec2(3840.0, 2160.0),
    vec2(7680.0, 4320.0),
    vec2(2560.0, 1080.0),
    vec2(1024.0, 768.0),
    vec2(768.0, 1024.0),
    vec2(1080.0, 1920.0),
    vec2(2160.0, 3840.0),
    vec2(1080.0, 1080.0),
];

const LANGUAGES: [&[&str]; 3] = [&["en"], &["de"], &["de", "en"]];

/// What a face shows a while after its sample was taken.
fn face(sample: Sample, languages: &[&str], later: Duration) -> Screen {
    let languages: Vec<_> = languages.iter().map(|&tag| tag.to_owned()).collect();
    let (voice, venue) = (Voice::of(&languages), sample::venue(&languages));
    let board = sample.snapshot().map(Board::new);
    let facts =
        Facts { line: &sample.line(), board: board.as_ref(), venue: Some(&venue), voice: &voice };
    Screen::of(facts, moment(later))
}

fn moment(later: Duration) -> Moment {
    Moment { now: Some(sample::sampled_at() + later), silence: Duration::ZERO }
}

/// A panel that shows what is put into its place.
struct Panel {
    harness: Harness<'static>,
    shown: Rc<RefCell<(Screen, Option<Timestamp>)>>,
}

impl Panel {
    fn new(size: Vec2, screen: Screen) -> Self {
        let shown = Rc::new(RefCell::new((screen, moment(Duration::ZERO).now)));
        let (looked_at, mut brush) = (Rc::clone(&shown), Brush::default());
        let builder = Harness::builder().with_size(size).with_context_setup(dress);
        let harness = builder.build_ui(move |ui| {
            let (screen, now) = &*looked_at.borrow();
            paint(ui, screen, &mut brush, *now);
        });
        Self { harness, shown }
    }

    fn show(&mut self, screen: Screen, later: Duration) {
        *self.shown.borrow_mut() = (screen, moment(later).now);
        self.harness.run_steps(2);
    }

    fn says(&self, words: &str) -> bool {
        self.harness.query_all_by_label(words).next().is_some()
    }

    /// Whether a text stands there in all of its languages.
    #[track_caller]
    fn check(&self, said: &Said) {
        assert!(self.says(said.leading()), "{:?} does not stand there", said.leading());
        let second =
            said.second().is_none_or(|words| self.says(words) || self.says(&format!("· {words}")));
        assert!(second, "{said:?} does not stand there in its second language");
    }

    /// Every text, and where it stands.
    fn texts(&self) -> Vec<(String, Rect)> {
        let nodes = self.harness.query_all(By::new().predicate(|node| node.value().is_some()));
        nodes.map(|node| (node.value().unwrap_or_default(), node.rect())).collect()
    }
}

/// The languages to look at on a panel. One finer than 1080p is laid out like a coarser one of its
/// shape: there the most words suffice.
fn languages_on(size: Vec2) -> &'static [&'static [&'static str]] {
    let is_fine = size.min_elem() > 1080.0;
    if is_fine { &LANGUAGES[2..] } else { &LANGUAGES }
}

/// Every sample on every panel.
fn check_all(check: impl Fn(&Panel, &Screen, &str)) {
    for &sample in Sample::ALL {
        for size in PANELS {
            for &languages in languages_on(size) {
                let screen = face(sample, languages, Duration::ZERO);
                let panel = Panel::new(size, screen.clone());
                check(&panel, &screen, &format!("{sample:?} at {size:?} in {languages:?}"));
            }
        }
    }
}

#[test]
fn every_face_says_its_words() {
    for &sample in Sample::ALL {
        for languages in LANGUAGES {
            let screen = face(sample, languages, Duration::ZERO);
            let panel = Panel::new(vec2(1920.0, 1080.0), screen.clone());
            screen.warning.iter().for_each(|words| panel.check(words));
            assert!(screen.announcement.is_none_or(|text| panel.says(&text)));
            match &screen.lead {
                Lead::Code(card) => {
                    let words = [&card.title, &card.drinks_left, &card.countdown.words];
                    for words in words.into_iter().chain([&card.address]).chain(&card.wifi) {
                        panel.check(words);
                    }
                    assert!(panel.says(&card.url), "the code itself");
                }
                Lead::Notice(notice) => {
                    panel.check(&notice.title);
                    let countdown = notice.countdown.as_ref().map(|countdown| &countdown.words);
                    for words in countdown.into_iter().chain(&notice.line) {
                        panel.check(words);
                    }
                }
            }
        }
    }
}

/// A column's numbers as they are written.
fn figures(column: &Column) -> Vec<String> {
    column.numbers.iter().map(|number| number.figures.to_string()).collect()
}

#[test]
fn every_number_stands_there_on_every_panel_or_has_its_page() {
    for &sample in Sample::ALL {
        for size in PANELS {
            let screen = face(sample, &["en"], Duration::ZERO);
            let Some(numbers) = screen.numbers.clone() else { continue };
            let mut panel = Panel::new(size, screen);
            let mut hidden = [&numbers.ready, &numbers.preparing].map(figures);
            for page in 0..8 {
                let later = Duration::from_secs(8 * page);
                panel.show(face(sample, &["en"], later), later);
                for hidden in &mut hidden {
                    hidden.retain(|figures| !panel.says(figures));
                }
                if hidden.iter().all(Vec::is_empty) {
                    break;
                }
            }
            assert_eq!(hidden, [const { Vec::<String>::new() }; 2], "{sample:?} at {size:?}");
        }
    }
}

#[test]
fn a_number_that_becomes_ready_stands_there_at_once() {
    let rush = face(Sample::Rush, &["en"], Duration::ZERO);
    for size in PANELS {
        let mut panel = Panel::new(size, rush.clone());
        let later = Duration::from_secs(12);
        panel.show(rush.clone(), later);
        let mut changed = rush.clone();
        let numbers = changed.numbers.as_mut().expect("a rush has numbers");
        let mut number = numbers.preparing.numbers.remove(0);
        number.mark = demitasse_shared::monitor::Mark::Fresh;
        let figures = number.figures.to_string();
        numbers.ready.numbers.insert(0, number);
        panel.show(changed, later);
        assert!(panel.says(&figures), "{figures} at {size:?}");
    }
}

#[test]
fn nothing_is_cut_off_on_any_panel() {
    check_all(|panel, _, what| {
        let whole = Rect::from_min_size(egui::Pos2::ZERO, panel.harness.ctx.content_rect().size());
        for (text, place) in panel.texts() {
            assert!(whole.contains_rect(place), "{what}: {text:?} at {place:?}");
        }
    });
}

#[test]
fn no_text_stands_on_another() {
    check_all(|panel, screen, what| {
        let code = match &screen.lead {
            Lead::Code(card) => card.url.as_str(),
            Lead::Notice(_) => "",
        };
        let texts = panel.texts();
        for (nth, (text, place)) in texts.iter().enumerate() {
            let unit = panel.harness.ctx.content_rect().size().min_elem() / 100.0;
            // A line's box is higher than its letters.
            let letters =
                if text == code { *place } else { place.shrink2(vec2(0.0, 0.24 * place.height())) };
            let over = texts[nth + 1..].iter().find(|(_, other)| {
                other
                    .shrink2(vec2(0.0, 0.24 * other.height()))
                    .shrink(0.02 * unit)
                    .intersects(letters)
            });
            assert_eq!(over, None, "{what}: over {text:?} at {place:?}");
        }
    });
}

//! Who looks at the panel after every event, and holds it to what the bar knows.

use demitasse_kiosk::Panel;
use demitasse_shared::board::Board;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::live::LINE_DEAD_AFTER;
use demitasse_shared::monitor::{Lead, Mark, Number, Screen, Why};
use demitasse_shared::order::Order;
use demitasse_shared::shop::Face;

use crate::bar::House;
use crate::line::{Line, Wire};

/// Pictures that the panel may keep: the letters, the code, the venue's logo and one to spare.
const PICTURES: usize = 4;

/// Panels that are painted: landscape, portrait, wide.
const PANELS: [(f32, f32); 3] = [(1920.0, 1080.0), (1080.0, 1920.0), (2560.0, 1080.0)];

/// One look in so many is painted, too: it takes most of the time.
const PAINTED: usize = 32;

/// What was seen in the week.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) looks: usize,
    pub(crate) painted: usize,
    pub(crate) breaks: u32,
    pub(crate) restarts: u32,
    pub(crate) codes: u32,
    pub(crate) scans: u32,
    /// Guests who scanned in the seconds before anybody could know of a dead line, and heard no.
    pub(crate) refused_in_silence: u32,
    pub(crate) readies: u32,
    pub(crate) readies_in_the_dark: u32,
    pub(crate) sold_out: u32,
    pub(crate) full: u32,
    pub(crate) paused: u32,
    pub(crate) closed: u32,
    pub(crate) night: u32,
    pub(crate) turning: u32,
    pub(crate) line_lost: u32,
    pub(crate) most_orders: usize,
    pub(crate) most_triangles: usize,
}

/// Looks at the panel.
pub(crate) fn look(house: &mut House, wire: &Wire, panel: &mut Panel, seen: &mut Seen) -> Screen {
    let screen = panel.screen();
    let board = house.board();
    check_code(house, wire, board.as_ref(), &screen);
    match (&board, &wire.line) {
        (Some(board), Line::Whole(_)) => check_all(house, board, panel, &screen),
        (_, Line::Cut) if panel.orders() > 0 || screen.warning.is_some() => check_age(&screen),
        _ => {}
    }
    count(seen, &screen);
    seen.most_orders = seen.most_orders.max(panel.orders());
    if seen.looks.is_multiple_of(PAINTED) {
        let (width, height) = PANELS[seen.painted % PANELS.len()];
        let built = panel.build(&screen, width, height);
        assert!(built.triangles > 0, "an empty panel");
        assert!(built.textures <= PICTURES, "{} pictures are kept", built.textures);
        seen.most_triangles = seen.most_triangles.max(built.triangles);
        seen.painted += 1;
    }
    seen.looks += 1;
    screen
}

/// A code on the panel is one that the bar takes.
fn check_code(house: &House, wire: &Wire, board: Option<&Board>, screen: &Screen) {
    let Some(code) = code(screen) else { return };
    let now = house.clock.now();
    let verdict = board.map(|board| house.verdict(board, code));
    match (&wire.line, verdict) {
        (Line::Whole(_), Some(Ok(()))) => {}
        (Line::Silent(since), verdict) => {
            let silence = now.duration_since(*since);
            assert!(silence <= LINE_DEAD_AFTER.try_into().expect("short"), "{silence} of silence");
            // What the bar did meanwhile nobody could tell; but the code's own time is known.
            let known = [RefusalCode::WrongCode, RefusalCode::OldCode];
            assert!(!matches!(&verdict, Some(Err(no)) if known.contains(no)), "{verdict:?}");
        }
        (Line::Whole(_), verdict) => panic!("at {now} a code is shown: {verdict:?}\n{screen:#?}"),
        (Line::Cut, _) => panic!("at {now} a code is shown without a line"),
    }
}

/// The code on the panel.
pub(crate) fn code(screen: &Screen) -> Option<&str> {
    match &screen.lead {
        Lead::Code(card) => card.url.rsplit('/').next(),
        Lead::Notice(_) => None,
    }
}

/// On a whole line the panel says what the bar knows, all of it.
fn check_all(house: &House, board: &Board, panel: &Panel, screen: &Screen) {
    let now = house.clock.now();
    assert_eq!(screen.warning, None, "at {now}: the line is whole");
    assert_eq!(panel.orders(), board.orders().count(), "at {now}: orders in memory");
    let said = board.announcement.as_ref().filter(|line| now < line.until);
    assert_eq!(screen.announcement.as_ref(), said.map(|line| &line.text), "at {now}");
    check_numbers(board, screen);
    let window = board.window.as_ref().filter(|window| now < window.closes_at);
    match (window, board.face()) {
        (Some(window), Face::Open) => {
            assert_eq!(code(screen), Some(window.code.as_str()), "at {now}: the bar is open");
            let Lead::Code(card) = &screen.lead else { return };
            let left = window.left.to_string();
            assert!(card.drinks_left.leading().contains(&left), "at {now}: {left} are left");
        }
        _ => assert_eq!(code(screen), None, "at {now}: the bar gives none"),
    }
}

/// The numbers are the bar's own, each in its place.
fn check_numbers(board: &Board, screen: &Screen) {
    let shown = |numbers: &[Number]| numbers.iter().map(Shown::of).collect::<Vec<_>>();
    let (ready, preparing) = screen.numbers.as_ref().map_or_else(Default::default, |numbers| {
        (shown(&numbers.ready.numbers), shown(&numbers.preparing.numbers))
    });
    let (queue, counter) = (board.waiting(), board.ready());
    let on_counter: Vec<_> = counter.into_iter().rev().filter_map(Shown::wanted).collect();
    let in_hand: Vec<_> =
        board.making().into_iter().chain(queue).filter_map(Shown::wanted).collect();
    assert_eq!((ready, preparing), (on_counter, in_hand), "at {}", board.at);
}

/// A number, its drink, and whether it stands among the ready ones.
#[derive(Debug, PartialEq, Eq)]
struct Shown(u32, String, bool);

impl Shown {
    fn of(number: &Number) -> Self {
        let is_ready = matches!(number.mark, Mark::Ready | Mark::Fresh);
        Self(number.figures, number.drink.clone(), is_ready)
    }

    fn wanted(order: &Order) -> Option<Self> {
        Some(Self(order.number?, order.label(), order.ready_at.is_some()))
    }
}

/// Without a line what is still shown says that it is old.
fn check_age(screen: &Screen) {
    assert!(screen.warning.is_some(), "old numbers without a word: {screen:#?}");
}

fn count(seen: &mut Seen, screen: &Screen) {
    let counter = match &screen.lead {
        Lead::Code(_) => &mut seen.codes,
        Lead::Notice(notice) => match notice.why {
            Why::SoldOut => &mut seen.sold_out,
            Why::Full => &mut seen.full,
            Why::Paused => &mut seen.paused,
            Why::Closed => &mut seen.closed,
            Why::Night => &mut seen.night,
            Why::Turning => &mut seen.turning,
            Why::LineLost => &mut seen.line_lost,
            Why::Connecting | Why::Unpaired => return,
        },
    };
    *counter += 1;
}

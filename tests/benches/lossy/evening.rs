//! An evening at the bar, from inside its namespace.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use demitasse_shared::order::{OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_tests::Server;

use crate::clock::{now, pass};
use crate::crowd::{Crowd, Guest};
use crate::line::{BAR, DELAY_MS, JITTER_MS, LOST_PERCENT, Line};

/// Of all guests so many have a real browser with the real page and script, as many as two cores
/// carry: each page counts its seconds, and paints them. The others speak the API.
const PHONES: u32 = 40;

/// All scan within this time.
const RUSH: Duration = Duration::from_secs(40);

/// The line is cut once while they order and once while drinks are made.
const CUT: Duration = Duration::from_secs(20);
const FIRST_CUT_AFTER: Duration = Duration::from_secs(15);
const SECOND_CUT_AFTER: Duration = Duration::from_secs(20);

/// What a drink takes at least, between two steps: longer than a cut, and what comes after one.
const STEP_TAKES: Duration = Duration::from_mins(1);

/// How long all of them may take for one part of the evening.
const PART: Duration = Duration::from_mins(4);

/// The bar, the line and the hall.
struct Evening {
    server: Server,
    line: Line,
    hall: Crowd,
    talkers: u32,
}

/// Spends it, and tells whether everybody got what they came for.
#[expect(clippy::print_stdout, reason = "the result is what it is for")]
pub(crate) async fn spend(hall: &str, crowd: u32) -> ExitCode {
    let phones = crowd.min(PHONES);
    println!(
        "{crowd} guests, {phones} with a real browser and the others with the API; {LOST_PERCENT} % of packets lost and {DELAY_MS} ± {JITTER_MS} ms of delay \
         in each direction; cut twice for {} s",
        CUT.as_secs()
    );
    let data = tempfile::tempdir().expect("a folder");
    let mut evening = Evening::begin(hall, data.path(), phones, crowd - phones).await;
    let began = now();
    let told = |what: &str, guests: &[Guest], states: &[OrderState]| {
        let seen = guests.iter().filter(|guest| guest.has_seen(states)).count();
        println!("after {:>3} s: {seen} of {crowd} have seen {what}", began.elapsed().as_secs());
        seen == guests.len()
    };

    let mut states = vec![OrderState::Waiting];
    let guests = evening.order().await;
    let mut all = told("their order in the queue", &guests, &states);
    for (step, state, what) in [
        (Step::Make, OrderState::Making, "it being made"),
        (Step::Complete, OrderState::Ready, "it ready"),
    ] {
        states.push(state);
        let guests = evening.take_all(step, &states).await;
        all &= told(what, &guests, &states);
    }
    let guests = evening.hall.look().await;
    let exact = evening.everybody_has_exactly_one(&guests).await;
    tell_of_trouble(&guests);
    let (carried, lost) = evening.line.packets();
    println!("{carried} packets carried, {lost} lost");
    evening.hall.close().await;
    if all && exact { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Evening {
    async fn begin(hall: &str, data: &Path, phones: u32, talkers: u32) -> Self {
        let line = Line::to(hall).expect("the system lets root lay a line");
        let server = Server::serve_on(data, SocketAddr::from((BAR, 0))).await;
        let settings = Settings {
            window_minutes: 60,
            window_drinks: 250,
            grace_seconds: 300,
            capacity: 1_000,
            unclaimed_after_seconds: 3_600,
            ready_for_seconds: 3_600,
            ..Settings::default()
        };
        server.staff.rule(&settings).await;
        server.staff.open().await;
        let hall = Crowd::gather(hall, phones).await;
        Self { server, line, hall, talkers }
    }

    /// All scan; the line is cut in the middle of it.
    async fn order(&mut self) -> Vec<Guest> {
        let window = self.server.staff.window().await;
        let base = self.server.staff.manager.base();
        self.hall.scan(&window.url, base, &window.code, self.talkers, RUSH).await;
        pass(FIRST_CUT_AFTER).await;
        self.line.cut(CUT).await;
        self.until(&[OrderState::Waiting]).await
    }

    /// Baristas take every order a step further; the line is cut while the first step is young.
    async fn take_all(&mut self, step: Step, states: &[OrderState]) -> Vec<Guest> {
        let manager = &self.server.staff.manager;
        let board = manager.board().await.expect("a manager sees it");
        for order in &board.orders {
            // An order that never came so far is missing in the result.
            drop(manager.step(order.id, step, None).await);
        }
        let began = now();
        if step == Step::Make {
            pass(SECOND_CUT_AFTER).await;
            self.line.cut(CUT).await;
        }
        let guests = self.until(states).await;
        pass(STEP_TAKES.saturating_sub(began.elapsed())).await;
        guests
    }

    /// Waits until everybody has seen these states, or should have.
    async fn until(&mut self, states: &[OrderState]) -> Vec<Guest> {
        let began = now();
        loop {
            let guests = self.hall.look().await;
            let all = guests.iter().all(|guest| guest.order.is_some() && guest.has_seen(states));
            if all || began.elapsed() > PART {
                return guests;
            }
            pass(Duration::from_secs(1)).await;
        }
    }

    /// Whether the bar has one order for each guest, and each guest has one of them.
    #[expect(clippy::print_stdout, reason = "the result is what it is for")]
    async fn everybody_has_exactly_one(&self, guests: &[Guest]) -> bool {
        let board = self.server.staff.manager.board().await.expect("a manager sees it");
        let at_the_bar: BTreeSet<_> = board.orders.iter().map(|order| order.id).collect();
        let on_phones: BTreeSet<_> = guests.iter().filter_map(|guest| guest.order).collect();
        let taken = 250 - board.window.map_or(0, |window| window.left);
        println!(
            "{} orders at the bar, {} different ones on {} phones, {taken} places taken",
            at_the_bar.len(),
            on_phones.len(),
            guests.len()
        );
        at_the_bar.len() == guests.len() && at_the_bar == on_phones
    }
}

/// What guests had to do that they should not have to.
#[expect(clippy::print_stdout, reason = "the result is what it is for")]
fn tell_of_trouble(guests: &[Guest]) {
    let again = guests.iter().filter(|guest| guest.opened > 1).count();
    println!("{again} guests had to open the code again, because their browser had given up");
    for guest in guests.iter().filter(|guest| !guest.trouble.is_empty()).take(10) {
        println!(
            "{}: {:?}, order {:?}, saw {:?}",
            guest.name, guest.trouble, guest.order, guest.seen
        );
    }
}

//! An evening: the programs, the people, and round after round of a rush in which a plug is pulled.

use std::net::SocketAddr;

use demitasse_shared::Timestamp;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Chance, Feed, Kiosk, Server};
use tempfile::TempDir;
use tokio::task::{JoinSet, yield_now};

use super::books::Books;
use super::counter::Counter;
use super::guests::{Visit, Whim, visit};
use super::handset::Handset;
use super::line::Line;
use super::plan::{Moment, Plan, Victim, victims};
use super::screens::{agree, board_shows, monitor_shows};
use super::tally::Tally;
use super::told::Told;
use super::unheard::Impatient;
use crate::simulation::{Chronicle, same};

/// Guests who come in a round, and the drinks that are left for them: some go away without.
const GUESTS: u32 = 13;
const DRINKS: u32 = 10;

/// The bar, and everybody in it.
#[derive(Debug)]
pub(super) struct Evening {
    pub(super) chance: Chance,
    /// Nothing while it is dead.
    pub(super) server: Option<Server>,
    pub(super) address: SocketAddr,
    pub(super) monitor: Kiosk,
    pub(super) counter: Counter,
    pub(super) vi: Impatient,
    pub(super) line: Line,
    pub(super) told: Told,
    pub(super) tally: Tally,
    pub(super) data: TempDir,
    chronicle: Chronicle,
    /// When the round began.
    began: Timestamp,
    /// A barista's board and a monitor, as the programs read them.
    witness: Feed,
    panel: Feed,
    books: Books,
    phones: Vec<Visit>,
    guests: u32,
    /// How many were paired after the first round.
    devices: Option<usize>,
}

impl Evening {
    /// Opens the bar and its screens.
    pub(super) async fn begin(seed: u64) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let server = Server::serve(data.path()).await;
        server.staff.rule(&rules(DRINKS)).await;
        server.staff.open().await;
        let (staff, told) = (&server.staff, Told::default());
        let panel = staff.monitor().await;
        let witness = Feed::follow("the witness", &staff.barista("Rui").await).await;
        let monitor = Kiosk::open(data.path()).await;
        let counter = Counter::open(data.path(), staff, seed, told.clone()).await;
        let books = Books::open(data.path(), staff, told.clone()).await;
        Self {
            chance: Chance::new(seed),
            address: server.address,
            vi: Impatient::hired_by(staff).await,
            line: Line::up(),
            tally: Tally::default(),
            chronicle: Chronicle::new(format!("the evening of seed {seed}")),
            began: Timestamp::MIN,
            phones: Vec::new(),
            guests: 0,
            devices: None,
            server: Some(server),
            data,
            told,
            panel,
            witness,
            monitor,
            counter,
            books,
        }
    }

    /// Lives through a round for each victim, and answers what there was to see.
    pub(super) async fn live(mut self) -> Tally {
        for victim in victims(&mut self.chance) {
            self.round(victim).await;
        }
        self.books.read_anew(&self.running().staff).await;
        self.tally.rows = self.books.rows();
        self.tally
    }

    /// Guests come, something is killed, the rush goes on to its end, and all is counted.
    async fn round(&mut self, victim: Victim) {
        let plan = Plan::draw(victim, &mut self.chance);
        let began = self.make_room().await;
        self.began = began.at;
        self.note(&format!("{} guests had come; {plan:?}", self.guests));
        let mut guests = self.guests_come(&began.code);
        let mut visits = Vec::new();
        self.until_the_moment(plan.moment, &mut guests, &mut visits).await;
        for _ in 0..plan.turns {
            yield_now().await;
        }
        self.kill(&plan).await;
        tokio::select! {
            () = self.counter.works(&mut self.witness) => {}
            () = gather(&mut guests, &mut visits) => {}
        }
        self.note("the rush is over");
        self.counter.tidy(&self.running().staff).await;
        self.look_for_the_tenth_drink(&began, &visits).await;
        self.tally.saw(&visits);
        self.phones.append(&mut visits);
        self.hold().await;
    }

    /// Leaves so many drinks in the window, and begins with it.
    async fn make_room(&self) -> Began {
        let staff = &self.running().staff;
        let window = staff.window().await;
        staff.rule(&rules(window.drinks - window.left + DRINKS)).await;
        let board = staff.manager.board().await.expect("a manager sees it");
        let code = board.window.expect("an open shop shows a code").code;
        Began { code, at: board.at }
    }

    fn guests_come(&mut self, code: &str) -> JoinSet<Visit> {
        let mut guests = JoinSet::new();
        for _ in 0..GUESTS {
            self.guests += 1;
            let phone = Handset::new(self.running().staff.manager.base(), self.line.clone());
            let (name, whim) = (format!("Guest {}", self.guests), Whim::draw(&mut self.chance));
            guests.spawn(visit(phone, name, code.to_owned(), whim, self.told.clone()));
        }
        guests
    }

    /// Everybody does what they do, until the moment has come, or all guests have been.
    async fn until_the_moment(
        &mut self,
        moment: Moment,
        guests: &mut JoinSet<Visit>,
        visits: &mut Vec<Visit>,
    ) {
        let (panel, line, mut keys) = (&mut self.panel, &self.line, self.counter.keys());
        let (sent, pressed) = (line.sent(), *keys.borrow());
        let comes = async {
            match moment {
                Moment::Requests(count) => line.has_sent(sent + count).await,
                Moment::Keys(count) => {
                    drop(keys.wait_for(|keys| *keys >= pressed + count).await.expect("it stays"));
                }
                Moment::Changes(count) => {
                    let all = panel.until("what it shows", |view| Some(view.changes.len())).await;
                    let came = |view: &demitasse_tests::View| view.changes.len() >= all + count;
                    panel.until("the moment", |view| came(view).then_some(())).await;
                }
            }
        };
        tokio::select! {
            () = comes => {}
            () = self.counter.works(&mut self.witness) => {}
            () = gather(guests, visits) => {}
        }
    }

    /// Rule 1, the other way round: whoever was sent away was so because all were taken.
    async fn look_for_the_tenth_drink(&self, began: &Began, visits: &[Visit]) {
        let window = self.running().staff.window().await;
        let gave_back = visits.iter().any(|visit| visit.cancelled);
        if window.code == began.code && !gave_back && visits.iter().any(Visit::is_refused) {
            same("rule 1: never undersold", &0, &window.left);
        }
    }

    /// Holds everything that can be seen against everything that was said.
    async fn hold(&mut self) {
        let staff = &self.server.as_ref().expect("it runs").staff;
        let screens = [&mut self.witness, &mut self.panel];
        self.books.hold(staff, screens, self.vi.orders()).await;
        let mut listening = Vec::new();
        for mut phone in self.phones.drain(..) {
            if phone.agrees(staff).await {
                listening.push(phone);
            }
        }
        self.phones = listening;
        let (ana, monitor) = (&mut self.counter.ana, &mut self.monitor);
        agree(&mut self.witness, async |board| board_shows(ana, board).await).await;
        agree(&mut self.witness, async |board| monitor_shows(monitor, board).await).await;
        let devices = staff.manager.devices().await.expect("a manager sees them").len();
        // A program that was killed before it was paired for the first time may have been so twice.
        let known = *self.devices.get_or_insert(devices);
        same("a program that comes back is the same device", &known, &devices);
    }

    pub(super) fn running(&self) -> &Server {
        self.server.as_ref().expect("it runs")
    }

    /// Writes down what was done, in the round that began then.
    pub(super) fn note(&mut self, line: &str) {
        self.chronicle.note(self.began, line);
    }
}

/// How a round began.
struct Began {
    code: String,
    at: Timestamp,
}

/// Windows as short as they may be, so that they turn in the rush; a code counts until its guests have
/// come through, whatever is killed meanwhile.
fn rules(window_drinks: u32) -> Settings {
    Settings {
        window_minutes: 1,
        window_drinks,
        grace_seconds: 300,
        capacity: 1_000,
        ..Settings::default()
    }
}

/// Waits for those who have not been yet.
async fn gather(guests: &mut JoinSet<Visit>, visits: &mut Vec<Visit>) {
    while let Some(visit) = guests.join_next().await {
        visits.push(visit.expect("a guest was told something wrong"));
    }
}

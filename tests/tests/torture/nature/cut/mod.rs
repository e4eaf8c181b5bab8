//! The hall's Wi-Fi is cut: unplugged, swallowed, or in one direction. The bar and its screens stand
//! in two network namespaces, so what happens to the packets is the kernel's own doing.

mod network;
mod talkers;

use std::ops::Range;

use demitasse_shared::api::Role;
use demitasse_shared::client::Client;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use demitasse_tests::{
    Chance, Feed, Kiosk, Launch, Ordeal, Phone, Picture, Scripts, Server, Staff, Standing,
    Terminal, View,
};
use tempfile::TempDir;

use network::{BAR, Cut, Network};

/// Guests who come while the Wi-Fi is cut.
const GUESTS: u32 = 4;

/// How long a cut lasts beyond the moment at which everybody has noticed, in signs of life of the
/// bar, where the ordeal is asked for: a minute or two.
const BEATS: u64 = 40;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_says_so_and_comes_back_current_and_nothing_is_ordered_twice() {
    let test = "nature::cut::everybody_says_so_and_comes_back_current_and_nothing_is_ordered_twice";
    let Some(network) = Network::around(test).await else { return };
    let ordeal = Ordeal::of("nature::cut", 1);
    for seed in ordeal.seeds() {
        let mut chance = Chance::new(seed);
        let mut evening = Evening::begin(&network).await;
        let first = usize::try_from(chance.below(3)).expect("it is small");
        for nth in 0..Cut::ALL.len() {
            let cut = Cut::ALL[(first + nth) % Cut::ALL.len()];
            let beats = if ordeal.is_asked_for() { chance.below(BEATS) } else { 0 };
            println!("{cut:?}, and {beats} signs of life");
            evening.is_cut(cut, beats).await;
        }
        evening.phone.close().await;
    }
}

/// A bar, and everybody at the other end of its Wi-Fi.
struct Evening<'network> {
    network: &'network Network,
    staff: Staff,
    bar: Client,
    /// The numbers that must be in the queue.
    waiting: Range<u32>,
    phone: Phone,
    board: Terminal,
    monitor: Kiosk,
    /// The same reader that all screens have.
    screen: Feed,
    /// Staff's own, whose cable is never cut.
    counter: Feed,
    _server: Server,
    _data: TempDir,
}

impl<'network> Evening<'network> {
    async fn begin(network: &'network Network) -> Self {
        let (data, nowhere) =
            (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let (server, staff) = network.serve(data.path()).await;
        let settings = Settings {
            window_minutes: 60,
            window_drinks: 1_000,
            grace_seconds: 300,
            capacity: 1_000,
            ..Settings::default()
        };
        staff.rule(&settings).await;
        staff.open().await;
        let bar = Client::new(BAR).expect("an address");
        let code = staff.code_for(Role::Display, "Wall").await;
        let monitor = ["--server", BAR, "--pair", &code];
        let monitor = Kiosk::open_with(nowhere.path(), &monitor, []).await;
        let code = staff.code("Rui").await;
        let board = Launch::of("demitasse-barista").args(["--server", BAR, "--pair", &code]);
        let token = staff.token(Role::Barista, "Screen").await;
        Self {
            network,
            waiting: 1..1,
            phone: Phone::new(Scripts::On).await,
            board: board.args(["--name", "Rui"]).start(),
            monitor,
            screen: Feed::follow("a screen", &bar.with_token(&token)).await,
            counter: staff.monitor().await,
            bar,
            staff,
            _server: server,
            _data: data,
        }
    }

    /// All is well, then it is cut for a while, and all is well again.
    async fn is_cut(&mut self, cut: Cut, beats: u64) {
        self.all_is_well().await;
        let (window, downs) = (self.staff.window().await, self.screen.view().downs);
        self.phone.becomes_a_stranger().await;
        self.phone.scan(&window.url, "Mina").await;
        self.phone.pick("Flat white").await;

        self.network.cut(cut).await;
        let (bar, is_whole) = (self.bar.clone(), self.network.is_whole());
        let names = (1..=GUESTS).map(|guest| format!("Guest {guest}"));
        let guests = talkers::talk(&bar, &window.code, names, &is_whole);
        let (guests, ()) = tokio::join!(guests, self.goes_through(cut, downs, beats));
        self.waiting.end += GUESTS + 2;
        for (guest, order) in guests {
            let found = guest.orders().await.expect("the line is whole").orders;
            let own: Vec<_> = found.iter().map(|found| (found.id, found.number)).collect();
            assert_eq!(own, [(order.id, order.number)], "one guest, one order");
        }
        self.phone.is_headed("In the queue").await;
        self.all_is_well().await;
        self.all_are_served().await;
    }

    /// What is done, here and at the counter, while it is cut.
    async fn goes_through(&mut self, cut: Cut, downs: usize, beats: u64) {
        self.phone.tap("Order").await;
        self.phone.says("No answer yet. Trying again by itself.").await;
        self.everybody_says_so(downs).await;
        self.staff.queue(1).await;
        self.lasts(beats).await;
        self.network.mend(cut).await;
    }

    /// Nobody shows as current what may be old.
    async fn everybody_says_so(&mut self, downs: usize) {
        self.board.shows("that the line is down", |screen| screen.contains("LINE DOWN")).await;
        self.monitor.shows("no code", |panel| panel.code().is_none()).await;
        let is_down = |view: &View| (view.downs > downs).then_some(());
        self.screen.until("a dead line", is_down).await;
    }

    /// So many signs of life the bar gives whoever hears it.
    async fn lasts(&mut self, beats: u64) {
        for _ in 0..beats {
            let heard = self.counter.view().beats;
            let is_next = |view: &View| (view.beats > heard).then_some(());
            self.counter.until("a sign of life", is_next).await;
        }
    }

    /// Everybody shows what is so, each order once.
    async fn all_is_well(&mut self) {
        let numbers: Vec<_> = self.waiting.clone().collect();
        let waiting = format!("Waiting {} ", numbers.len());
        let is_live = |screen: &str| screen.contains("● live") && screen.contains(&waiting);
        self.board.shows("a live board", is_live).await;
        let url = self.staff.window().await.url;
        let is_current = |panel: &Picture| {
            panel.code().as_ref() == Some(&url) && panel.numbers(Standing::Waiting) == numbers
        };
        self.monitor.shows(&format!("{url} and {numbers:?}"), is_current).await;
        let board = self.screen.agrees().await;
        let found: Vec<_> = board.waiting().iter().filter_map(|order| order.number).collect();
        assert_eq!(found, numbers, "each order once");
        assert_eq!(self.screen.view().snapshots, 1, "it went on from its last event each time");
    }

    /// The queue is worked off.
    async fn all_are_served(&mut self) {
        let board = self.staff.manager.board().await.expect("a manager sees it");
        for order in board.orders {
            for step in [Step::Make, Step::Complete, Step::Collect] {
                self.staff.manager.step(order.id, step, None).await.expect("it is the next step");
            }
        }
        self.waiting.start = self.waiting.end;
    }
}

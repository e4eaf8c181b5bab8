//! The real bar, in a folder of its own, without its sockets; it may be shut for a while.

use std::net::{Ipv4Addr, SocketAddr};

use demitasse::app::Bar;
use demitasse::clock::Clock;
use demitasse::config::Config;
use demitasse::domain::code::{self, RedeemFacts, WindowId, WindowRecord};
use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::shop::Window;
use demitasse_tests::{unlocked, within};
use tempfile::TempDir;

/// Windows that are remembered after they have turned: more than grace lasts.
const KEPT: usize = 8;

/// The bar and its data.
pub(crate) struct House {
    bar: Option<Bar>,
    pub(crate) clock: Clock,
    /// The windows that the bar has had, as they stood last.
    windows: Vec<Window>,
    config: Config,
    data: TempDir,
}

impl House {
    /// A new, closed bar at this moment.
    pub(crate) async fn at(now: Timestamp) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let config = Config {
            data: data.path().to_owned(),
            zone: Some("UTC".to_owned()),
            ..Config::default()
        };
        let (clock, windows) = (Clock::manual(now), Vec::new());
        let mut house = Self { bar: None, clock, windows, config, data };
        house.start().await;
        house
    }

    /// Starts the server, which catches up with what it slept through before it answers.
    pub(crate) async fn start(&mut self) {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 80));
        let bar = demitasse::open(&self.config, &self.clock, address).expect("its data are good");
        bar.catch_up().await.expect("the disk takes it");
        self.bar = Some(bar);
    }

    /// Stops the server.
    pub(crate) async fn stop(&mut self) {
        self.bar = None;
        within("the data to be let go", unlocked(self.data.path())).await;
    }

    /// The bar, while its server runs.
    pub(crate) fn bar(&self) -> Option<&Bar> {
        self.bar.as_ref()
    }

    /// What the bar knows; nothing while its server does not run.
    pub(crate) fn board(&mut self) -> Option<Board> {
        let board = Board::new(self.bar.as_ref()?.hub().snapshot());
        if let Some(window) = &board.window {
            self.windows.retain(|known| known.code != window.code);
            self.windows.push(window.clone());
            if self.windows.len() > KEPT {
                self.windows.remove(0);
            }
        }
        Some(board)
    }

    /// What the bar's rules would say to a fresh guest who scans this code now.
    pub(crate) fn verdict(&self, board: &Board, code: &str) -> Result<(), RefusalCode> {
        let window = self.windows.iter().find(|window| window.code == code).map(record);
        let on_show = board.window.as_ref().map(record);
        let facts = RedeemFacts {
            shop: &board.shop,
            window: window.as_ref(),
            on_show: on_show.as_ref(),
            held: None,
            open: &[],
            drinks_today: 0,
            alive: board.alive(),
        };
        let verdict = code::redeem(&facts, &board.settings, self.clock.now());
        verdict.map(drop).map_err(|refusal| refusal.code)
    }
}

fn record(window: &Window) -> WindowRecord {
    WindowRecord {
        id: WindowId(window.opens_at.as_second()),
        code: window.code.clone(),
        opens_at: window.opens_at,
        closes_at: window.closes_at,
        drinks: window.drinks,
        taken: window.drinks - window.left,
    }
}

//! A disk that a rush fills, that stays full for a while, and that has room again.

mod disk;

use std::net::SocketAddr;

use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Chance, Ordeal, Server, fetch};

use super::rush::{Refused, Rush};
use disk::SmallDisk;

/// What the rush finds free, from this on: some dozens of orders.
const LEAST_BYTES: u64 = 150_000;
const MOST_BYTES: u64 = 700_000;

/// With so much room a bar is started, step by step.
const STEPS_BYTES: [u64; 9] = [0, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072, 262_144, 524_288];

/// The words by which people know what to do.
const ADVICE: [&str; 2] = ["the disk is full", "free some space"];

#[tokio::test(flavor = "multi_thread")]
async fn a_rush_that_fills_the_disk_goes_on_by_itself_once_there_is_room() {
    for seed in Ordeal::of("nature::full", 1).seeds() {
        let Some(evening) = Evening::begin(seed).await else { return };
        let (evening, refused) = evening.fills_up().await;
        evening.has_room_again(refused).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_is_killed_on_a_full_disk_is_whole() {
    for seed in Ordeal::of("nature::full", 1).seeds() {
        let Some(evening) = Evening::begin(seed).await else { return };
        let (evening, refused) = evening.fills_up().await;
        let evening = evening.killed_and_started_again().await;
        evening.has_room_again(refused).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_for_which_there_is_no_room_costs_no_order() {
    let Some(evening) = Evening::begin(0).await else { return };
    evening.server.staff.order("Ana").await;
    evening.disk.leave(100_000);
    let backup = evening.disk.demitasse(["backup"]).output().await.expect("it can be started");
    let said = String::from_utf8_lossy(&backup.stderr).into_owned();
    assert_eq!(backup.status.code(), Some(1), "{said}");
    assert!(said.contains("no room") && said.contains("free some space"), "{said}");
    let left = std::fs::read_dir(evening.disk.seen().join("backups"));
    assert_eq!(left.map_or(0, Iterator::count), 0, "nothing half done is left");
    evening.server.staff.order("Ben").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_starts_with_hardly_any_room_opens_or_says_what_to_do() {
    let Some(disk) = SmallDisk::make().await else { return };
    let begun = starts_as_the_room_grows(&disk, None).await;
    let (ana, order) = begun.staff.order("Ana").await;
    let address = begun.address;
    assert!(begun.stop().await.success());
    let server = starts_as_the_room_grows(&disk, Some(address)).await;
    assert_eq!(ana.order(order.id).await.expect("hers").number, order.number);
    server.kill().await;
    let server = starts_as_the_room_grows(&disk, Some(address)).await;
    assert_eq!(ana.order(order.id).await.expect("hers").number, order.number);
    assert_eq!(server.staff.order("Ben").await.1.number, Some(2));
}

/// Starts the bar with more and more room, each time until it says what is in the way, and kills it
/// where it opens all the same. Answers with the one that has all the room there is.
async fn starts_as_the_room_grows(disk: &SmallDisk, address: Option<SocketAddr>) -> Server {
    let address = address.unwrap_or_else(any_port);
    for room in STEPS_BYTES {
        disk.leave(room);
        match disk.serve(address).await {
            Ok(server) => server.kill().await,
            Err(_status) => says_why_not(disk, address).await,
        }
        disk.make_room();
    }
    let server = disk.serve(address).await.expect("there is room");
    let kept = disk.seen().join("before-upgrade");
    assert!(!kept.exists(), "what was begun and never opened is no older version");
    server.staff.open().await;
    server
}

/// A start that came to nothing comes to nothing again, and says what helps.
async fn says_why_not(disk: &SmallDisk, address: SocketAddr) {
    let again = disk.command(address).output().await.expect("it can be started");
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    assert_eq!(again.status.code(), Some(1), "{said}");
    assert!(said.contains("disk is full") && said.contains(ADVICE[1]), "{said}");
}

/// An evening on a small disk.
struct Evening {
    disk: SmallDisk,
    server: Server,
    rush: Rush,
}

impl Evening {
    /// Opens the bar and leaves it little room. Nothing where this machine has no small disks.
    async fn begin(seed: u64) -> Option<Self> {
        let disk = SmallDisk::make().await?;
        let server = disk.serve(any_port()).await.expect("there is room");
        let settings = Settings {
            window_minutes: 60,
            window_drinks: 10_000,
            grace_seconds: 300,
            capacity: 10_000,
            ..Settings::default()
        };
        server.staff.rule(&settings).await;
        server.staff.open().await;
        let rush = Rush::at(&server.staff).await;
        disk.leave(LEAST_BYTES + Chance::new(seed).below(MOST_BYTES - LEAST_BYTES));
        Some(Self { disk, server, rush })
    }

    /// Guests come until nobody is served any more. All that was acknowledged is there, and nothing
    /// else; staff see it.
    async fn fills_up(self) -> (Self, Vec<Refused>) {
        let mut monitor = self.server.staff.monitor().await;
        let refused = self.rush.goes_on().await;
        self.rush.is_kept().await;
        for refused in &refused {
            says_what_to_do(&refused.problem);
            refused.did_not_happen().await;
        }
        monitor.agrees().await;
        assert_eq!((monitor.view().downs, monitor.view().snapshots), (0, 1), "nobody lost it");
        let (status, health) = ready(&self.server).await;
        assert!(status.contains("503") && ADVICE.iter().all(|words| health.contains(words)));
        (self, refused)
    }

    /// Pulls the plug, and starts the bar while there is no room: it opens as it was, or says what
    /// is in the way.
    async fn killed_and_started_again(self) -> Self {
        let Self { disk, server, rush } = self;
        let (address, before) = (server.address, server.staff.manager.board().await);
        server.kill().await;
        let server = match disk.serve(address).await {
            Ok(server) => server,
            Err(_status) => {
                says_why_not(&disk, address).await;
                disk.make_room();
                disk.serve(address).await.expect("there is room again")
            }
        };
        let rush = rush.meets(&server.staff);
        let (before, after) = (before.expect("it ran"), server.staff.manager.board().await);
        assert_eq!(after.expect("it runs").orders, before.orders, "as it was");
        rush.is_kept().await;
        Self { disk, server, rush }
    }

    /// The same server takes what it refused, as soon as there is room.
    async fn has_room_again(self, refused: Vec<Refused>) {
        self.disk.make_room();
        let staff = &self.server.staff;
        staff.manager.doctor().await.expect("a manager may ask");
        let (status, health) = ready(&self.server).await;
        assert!(status.contains("200"), "{status}: {health}");
        for refused in refused {
            self.rush.is_tried_again(refused).await;
        }
        self.rush.is_kept().await;
        self.rush.has_numbers_without_a_gap();
        staff.monitor().await.agrees().await;
    }
}

fn any_port() -> SocketAddr {
    "127.0.0.1:0".parse().expect("an address")
}

#[track_caller]
fn says_what_to_do(problem: &Problem) {
    assert_eq!((problem.code, problem.status), (RefusalCode::Unavailable, 503), "{problem:?}");
    assert!(ADVICE.iter().all(|words| problem.detail.contains(words)), "{problem:?}");
    assert!(problem.detail.contains("Nothing was changed"), "{problem:?}");
}

/// The status line and the body of `/ready`.
async fn ready(server: &Server) -> (String, String) {
    let answer = fetch(server.address, "/ready", &[]).await;
    (answer.head.lines().next().unwrap_or_default().to_owned(), answer.text().to_owned())
}

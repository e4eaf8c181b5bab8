//! The real bar in a folder of its own, with a machine around it whose clock may be wrong, and which
//! may lose its power.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use demitasse::app::{self, Bar};
use demitasse::clock::Clock;
use demitasse::config::Config;
use demitasse::storage::restore::{Prepared, Present};
use demitasse::storage::{Storage, wipe};
use demitasse_shared::Timestamp;
use demitasse_shared::api::SignInKind;
use demitasse_shared::backup::NewBackup;
use demitasse_shared::menu::Item;
use demitasse_shared::settings::Settings;
use demitasse_tests::{quick_folder, unlocked, within};
use jiff::SignedDuration;
use tempfile::TempDir;

use super::people::badge;
use super::temper::Temper;
use super::{gateway, menus};

/// What a killed process leaves on the disk: the file, and the log that nobody has folded into it.
const FILES: [&str; 2] = ["demitasse.db", "demitasse.db-wal"];

/// The bar, its data, and its machine.
#[derive(Debug)]
pub(super) struct House {
    bar: Option<Bar>,
    clock: Clock,
    /// What the machine's own clock says. The bar's time follows it, but never back.
    machine: Timestamp,
    config: Config,
    data: TempDir,
    /// Where the backups are.
    stick: TempDir,
}

impl House {
    /// A bar that was never opened.
    pub(super) async fn new(temper: &Temper) -> Self {
        let data = quick_folder();
        let mut config = Config {
            data: data.path().to_owned(),
            zone: Some(temper.zone.to_owned()),
            menu: Some(write(data.path(), "menu.toml", menus::USUAL)),
            ..Config::default()
        };
        if temper.by_badge() {
            let list: Vec<_> = (0..temper.people).map(badge).collect();
            config.sign_in = SignInKind::Badge;
            config.badges = Some(write(data.path(), "badges.csv", &list.join("\n")));
        }
        if temper.by_code() {
            gateway::open(&mut config).await;
        }
        let clock = Clock::manual(temper.begins);
        let stick = quick_folder();
        Self { bar: None, clock, machine: temper.begins, config, data, stick }
    }

    pub(super) fn bar(&self) -> Option<&Bar> {
        self.bar.as_ref()
    }

    pub(super) fn data(&self) -> &Path {
        &self.config.data
    }

    /// The bar's time.
    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Both clocks go on.
    pub(super) fn forward(&mut self, by: Duration) {
        self.machine += by;
        self.clock.advance(SignedDuration::try_from(by).expect("short"));
        self.follow();
    }

    /// Somebody sets the machine's clock, or it has slept.
    pub(super) fn set_clock(&mut self, by: SignedDuration) {
        self.machine += by;
        self.follow();
    }

    /// The bar's time follows the machine's clock, as [`Clock::system`] does: forward only.
    fn follow(&self) {
        if self.bar.is_some() {
            let ahead = self.machine.duration_since(self.clock.now());
            self.clock.advance(ahead.max(SignedDuration::ZERO));
        }
    }

    /// Starts the server. It knows nothing but its data and the machine's clock.
    pub(super) fn start(&mut self) {
        self.clock = Clock::manual(self.machine);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 80));
        self.bar = Some(demitasse::open(&self.config, &self.clock, address).expect("good data"));
    }

    /// Stops the server, as it does where it is told to.
    pub(super) async fn stop(&mut self) {
        let Some(bar) = self.bar.take() else { return };
        bar.write_down().await.expect("the disk takes it");
        bar.hub().close();
        drop(bar);
        self.let_go(self.data().to_owned()).await;
    }

    /// The server's process is gone from one moment to the next: all that is left is what it has
    /// written by then. Nothing is under way just now, so the files can be taken as they are.
    pub(super) async fn kill(&mut self) {
        let Some(bar) = self.bar.take() else { return };
        let left = quick_folder();
        for name in FILES {
            let from = self.data().join(name);
            if from.exists() {
                std::fs::copy(from, left.path().join(name)).expect("a copy");
            }
        }
        drop(bar);
        self.let_go(self.data().to_owned()).await;
        // What the venue has written stays where it was read.
        for path in [&mut self.config.menu, &mut self.config.badges].into_iter().flatten() {
            let name = path.file_name().expect("it has one").to_owned();
            std::fs::copy(&path, left.path().join(&name)).expect("a copy");
            *path = left.path().join(name);
        }
        left.path().clone_into(&mut self.config.data);
        self.data = left;
    }

    async fn let_go(&self, data: PathBuf) {
        within("the data to be let go", unlocked(&data)).await;
    }

    /// The data while nobody serves, and when that is: commands know the journal's last moment, too.
    fn closed(&self) -> (Storage, Timestamp) {
        let storage = Storage::open(self.data()).expect("good data");
        let last = storage.last_moment().expect("a journal");
        let now = last.map_or(self.machine, |last| last.max(self.machine));
        (storage, now)
    }

    /// Copies everything while the bar is open, and says where to.
    pub(super) async fn back_up(&self, name: &str) -> Option<PathBuf> {
        let file = self.stick.path().join(name);
        let to = Some(file.to_string_lossy().into_owned());
        let new = NewBackup { to, keep: None, only_changed: false };
        self.bar.as_ref()?.back_up(new).await.expect("the disk takes it");
        Some(file)
    }

    /// Goes back to a backup, as the command does.
    pub(super) fn restore(&self, file: &Path) -> Timestamp {
        let mut prepared = Prepared::new(self.data(), file).expect("a good backup");
        let present = match &prepared.present {
            Present::Known(known) => known.at(),
            _ => None,
        };
        let seen = prepared.backup.at.into_iter().chain(present);
        let now = seen.fold(self.machine, Timestamp::max);
        prepared.carry_over(now, 0).expect("the disk takes it");
        prepared.finish().expect("the disk takes it");
        now
    }

    /// Everything personal goes.
    pub(super) fn wipe(&self) -> Timestamp {
        let (mut storage, now) = self.closed();
        wipe::wipe(storage.connection(), now).expect("nobody reads it");
        now
    }

    /// A command changes the rules. A refusal is the oracle's to foresee.
    pub(super) fn rule(&self, rules: Settings) -> Timestamp {
        let (mut storage, now) = self.closed();
        drop(app::set_settings_offline(&mut storage, &Clock::manual(self.machine), rules));
        now
    }

    /// A command marks something as sold out, or as there again.
    pub(super) fn mark(&self, item: &Item, there: bool) -> Timestamp {
        let (mut storage, now) = self.closed();
        let (clock, usual) = (Clock::manual(self.machine), menus::usual());
        let items = std::slice::from_ref(item);
        drop(app::mark_offline(&mut storage, &clock, &usual, items, there));
        now
    }
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("room for it");
    path
}

//! A bar that is open and has room, run by the real program: where stories with screens take place.

use std::path::Path;

use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use tempfile::TempDir;

use crate::{Server, Staff};

/// The real server with a data directory of its own, open.
#[derive(Debug)]
pub struct OpenBar {
    server: Option<Server>,
    first_code: String,
    data: TempDir,
}

impl OpenBar {
    /// Opens a bar whose code is good for this many drinks.
    pub async fn with_drinks(window_drinks: u32) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let server = Server::serve(data.path()).await;
        // The real clock goes on meanwhile: a window that turns must not spoil a story.
        let settings = Settings {
            window_minutes: 60,
            window_drinks,
            grace_seconds: 300,
            capacity: 1_000,
            ..Settings::default()
        };
        server.staff.rule(&settings).await;
        server.staff.open().await;
        let first_code = server.staff.window().await.url;
        Self { server: Some(server), first_code, data }
    }

    /// The way in.
    pub fn staff(&self) -> &Staff {
        &self.running().staff
    }

    /// The address of the first page.
    pub fn home(&self) -> String {
        format!("http://{}/", self.running().address)
    }

    /// The data directory, by which programs on the bar's own laptop find the server.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Whether the server gave out this code: since it opened, or just now.
    pub async fn has_shown(&self, url: &str) -> bool {
        url == self.first_code || url == self.staff().window().await.url
    }

    /// Serves guests from the queue to the cup, one after the other.
    pub async fn serve_guests(&self, guests: u32) {
        let staff = self.staff();
        for guest in 1..=guests {
            let (_, order) = staff.order(&format!("Guest {guest}")).await;
            for step in [Step::Make, Step::Complete, Step::Collect] {
                staff.manager.step(order.id, step, None).await.expect("it is the next step");
            }
        }
    }

    /// Puts walk-up orders into the queue, one after the other.
    pub async fn queue(&self, orders: u32) {
        self.staff().queue(orders).await;
    }

    /// Freezes the server for as long as `meanwhile` takes.
    pub async fn freeze(&self, meanwhile: impl AsyncFnOnce()) {
        self.running().freeze(meanwhile).await;
    }

    /// Takes the bar's one order a step further.
    pub async fn step(&self, step: Step) {
        let manager = &self.staff().manager;
        let board = manager.board().await.expect("a manager sees it");
        let order = board.orders.first().expect("somebody has ordered");
        manager.step(order.id, step, None).await.expect("it is the next step");
    }

    /// Pulls the server's plug and serves again on the same data and address; `meanwhile` is what
    /// happens before it does.
    pub async fn pull_the_plug(&mut self, meanwhile: impl AsyncFnOnce()) {
        let server = self.server.take().expect("it runs");
        let address = server.address;
        server.kill().await;
        meanwhile().await;
        self.server = Some(Server::serve_on(self.data.path(), address).await);
    }

    /// The server itself.
    pub fn server(&self) -> &Server {
        self.running()
    }

    fn running(&self) -> &Server {
        self.server.as_ref().expect("it runs")
    }
}

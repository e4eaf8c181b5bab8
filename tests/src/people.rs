//! Who is in the bar: staff with paired devices, guests with phones.

use std::fmt::Debug;
use std::path::Path;

use demitasse_shared::api::{Claim, NewPairing, Role, ShopChange, Submit};
use demitasse_shared::client::{Client, ClientError, LocalServer, fresh_key};
use demitasse_shared::error::Problem;
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::Window;

use crate::Feed;

/// The people behind the counter, and the way in for everybody else.
#[derive(Clone, Debug)]
pub struct Staff {
    /// A manager's device.
    pub manager: Client,
}

impl Staff {
    /// Comes in as programs of the server's own user do: by the word that it leaves in its data.
    pub fn of(data: &Path) -> Self {
        let local = LocalServer::read(data).expect("a running server leaves word of itself");
        let nobody = Client::new(&local.url).expect("its address is one");
        Self { manager: nobody.with_token(&local.token) }
    }

    /// Nobody in particular.
    pub fn nobody(&self) -> Client {
        Client::new(self.manager.base()).expect("an address that has worked before")
    }

    /// Pairs a device.
    pub async fn device(&self, role: Role, name: &str) -> Client {
        self.nobody().with_token(&self.token(role, name).await)
    }

    /// Pairs a device and hands out its bare token.
    pub async fn token(&self, role: Role, name: &str) -> String {
        let new = NewPairing { role, name: name.to_owned() };
        let pairing = self.manager.pair(&new).await.expect("a manager may pair");
        let claim = Claim { code: pairing.code, device: name.to_owned() };
        self.nobody().claim(&claim).await.expect("a fresh code is good").token
    }

    /// A fresh pairing code for a barista.
    pub async fn code(&self, name: &str) -> String {
        self.code_for(Role::Barista, name).await
    }

    /// A fresh pairing code for a device of a role.
    pub async fn code_for(&self, role: Role, name: &str) -> String {
        let new = NewPairing { role, name: name.to_owned() };
        self.manager.pair(&new).await.expect("a manager may pair").code
    }

    /// A barista with a device of their own.
    pub async fn barista(&self, name: &str) -> Client {
        self.device(Role::Barista, name).await
    }

    /// A monitor, watching.
    pub async fn monitor(&self) -> Feed {
        Feed::follow("the monitor", &self.device(Role::Display, "Monitor").await).await
    }

    /// A guest who has signed in.
    pub async fn guest(&self, name: &str) -> Client {
        self.nobody().sign_in(name).await.expect("a name is all it takes")
    }

    /// A guest who has ordered a flat white.
    pub async fn order(&self, name: &str) -> (Client, Order) {
        let guest = self.guest(name).await;
        let code = self.window().await.code;
        let place = guest.redeem(&code).await.expect("the window has a drink left");
        let order = guest.submit(place.id, &flat_white()).await.expect("it is on the menu");
        (guest, order)
    }

    /// Puts walk-up orders into the queue, one after the other.
    pub async fn queue(&self, orders: u32) {
        for _ in 0..orders {
            let key = fresh_key().expect("the system has randomness");
            let order = self.manager.walk_up(&flat_white(), &key).await;
            order.expect("staff may, and there is room");
        }
    }

    /// Makes and completes the waiting orders of these numbers, one after the other.
    pub async fn complete(&self, numbers: &[u32]) {
        let board = self.manager.board().await.expect("a manager sees the board");
        for number in numbers {
            let mut waiting = board.orders.iter().filter(|o| o.state == OrderState::Waiting);
            let order = waiting.find(|order| order.number == Some(*number)).expect("it waits");
            for step in [Step::Make, Step::Complete] {
                self.manager.step(order.id, step, None).await.expect("it is the next step");
            }
        }
    }

    /// Opens the shop.
    pub async fn open(&self) {
        let open = ShopChange { open: Some(true), ..ShopChange::default() };
        self.manager.set_shop(&open).await.expect("a manager may open");
    }

    /// Sets the rules.
    pub async fn rule(&self, settings: &Settings) {
        self.manager.set_settings(settings).await.expect("a manager may set the rules");
    }

    /// The code window on show.
    pub async fn window(&self) -> Window {
        let board = self.manager.board().await.expect("a manager sees the board");
        board.window.expect("an open shop shows a code")
    }
}

/// What most people have.
pub fn flat_white() -> Submit {
    Submit { drink: "flat-white".into(), options: vec!["oat".into()], note: None }
}

/// The refusal that a call must come to.
#[track_caller]
pub fn refusal<T: Debug>(answer: Result<T, ClientError>) -> Problem {
    match answer {
        Err(ClientError::Refused(problem)) => *problem,
        other => panic!("this must be refused, and came to {other:?}"),
    }
}

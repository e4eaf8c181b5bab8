//! The way into the bar: rights for the replay's baristas, and what all of its people share.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use demitasse_shared::api::{Claim, NewPairing, Role};
use demitasse_shared::client::{Client, ClientError, DevicePairing};
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;

use super::feed::Feed;
use super::line::{Trouble, insist};
use super::pace::Pace;
use super::{ReplayArgs, ReplayError};

/// What the replay calls itself in the list of devices.
const NAME: &str = "Replay";

/// What everybody in the replay shares.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    /// Nobody in particular: what a phone is before its guest signs in.
    pub(super) phone: Client,
    /// Staff's hand at the counter, which notes that a guest has fetched a drink.
    pub(super) counter: Client,
    /// The monitor over the counter.
    pub(super) monitor: Feed,
    /// What was on when the doors opened.
    pub(super) menu: Arc<Menu>,
    /// What the recording says about the orders that the baristas find.
    pub(super) tickets: Tickets,
    /// The recording's clock.
    pub(super) pace: Pace,
    /// How long a refused guest waits for another chance, in recorded time.
    pub(super) patience: Duration,
}

impl Bar {
    /// Opens the doors: recorded time begins.
    pub(super) async fn enter(manager: Client, args: &ReplayArgs) -> Result<Self, ReplayError> {
        let phone = manager.without_rights();
        let menu = insist("the menu", || phone.menu()).await?;
        let mut monitor = Feed::follow(&manager);
        monitor.until(|_board| Some(())).await?;
        Ok(Self {
            phone,
            counter: manager,
            monitor,
            menu: Arc::new(menu),
            tickets: Tickets::default(),
            pace: Pace::begin(args.speed),
            patience: Duration::from_secs(args.patience.into()),
        })
    }
}

/// What a barista needs to know to play an order as it was recorded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ticket {
    /// How long making takes, in recorded time.
    pub(super) making: Duration,
    /// Whether it was cancelled.
    pub(super) cancels: bool,
}

/// The tickets of the orders that the replay's guests have placed.
#[derive(Clone, Debug, Default)]
pub(super) struct Tickets(Arc<Mutex<HashMap<OrderId, Ticket>>>);

impl Tickets {
    pub(super) fn put(&self, order: OrderId, ticket: Ticket) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(order, ticket);
    }

    /// Nothing for an order of somebody outside the replay.
    pub(super) fn get(&self, order: OrderId) -> Option<Ticket> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&order).copied()
    }
}

/// Pairs the replay itself. It keeps no token: each run pairs anew.
pub(super) async fn manager(args: &ReplayArgs) -> Result<Client, ReplayError> {
    let pairing = DevicePairing {
        role: Role::Manager,
        server: args.server.clone(),
        code: args.pair.clone(),
        name: NAME.to_owned(),
        data: args.data.clone(),
        keep: None,
        authority: args.authority.clone(),
    };
    Ok(pairing.connect().await?)
}

/// Pairs so many baristas, each with a device of their own.
pub(super) async fn baristas(manager: &Client, count: u8) -> Result<Vec<Client>, Trouble> {
    let mut devices = Vec::with_capacity(count.into());
    for number in 1..=count {
        let name = format!("{NAME} {number}");
        let what = "pairing a barista (the replay needs a manager's pairing code)";
        devices.push(insist(what, || barista(manager, &name)).await?);
    }
    Ok(devices)
}

/// Makes a code and claims it. Both again where the line broke in between: a code is good once.
async fn barista(manager: &Client, name: &str) -> Result<Client, ClientError> {
    let new = NewPairing { role: Role::Barista, name: name.to_owned() };
    let code = manager.pair(&new).await?.code;
    let claimed = manager.claim(&Claim { code, device: name.to_owned() }).await?;
    Ok(manager.with_token(&claimed.token))
}

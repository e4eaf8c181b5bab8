//! What people ask of the bar in a day, drawn by chance.

use demitasse_shared::api::ShopChange;
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::live::Snapshot;
use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::Chance;

use super::people::{GUESTS, People};

/// One thing that is asked of the bar. Asked twice, it is the same thing.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// Time has gone on, and the bar works off what is due.
    Round,
    Door(ShopChange),
    /// Windows of so many minutes, with so many drinks.
    Rules(u32, u32),
    SoldOut(bool),
    Menu,
    Announce,
    TakeDown,
    SignIn(usize),
    SignOut(usize),
    Forget(usize),
    Redeem(usize, String),
    Submit(usize, OrderId, bool),
    Withdraw(usize, OrderId),
    Step(OrderId, Step, i64),
    WalkUp(Option<DeviceId>),
    Pair,
    Claim(String),
    Rename(DeviceId, u64),
    Revoke(DeviceId),
    /// The counts of who was turned away are written.
    WriteDown,
    /// A program beside the bar folds the log into the file, as far as nobody reads it.
    Fold,
    /// The server stops and starts again.
    Restart,
}

impl Command {
    /// Whether it may be kept piece by piece: each piece is whole, and says nothing to anybody who
    /// asked.
    pub(crate) fn has_parts(&self) -> bool {
        matches!(self, Self::Round | Self::Restart)
    }

    /// The next thing that somebody asks.
    pub(crate) fn draw(chance: &mut Chance, people: &People, board: &Snapshot) -> Self {
        match chance.below(100) {
            0..6 => Self::Round,
            6..11 => Self::Door(door(chance)),
            11..14 => Self::Rules(chance.one_of(&[3, 5, 10]), chance.one_of(&[3, 5, 20])),
            14..16 => Self::SoldOut(chance.percent(50)),
            16 => Self::Menu,
            17..19 => Self::Announce,
            19 => Self::TakeDown,
            20 => Self::WriteDown,
            21..23 => Self::Fold,
            23 => Self::Restart,
            24..30 => device(chance, people),
            30..34 => Self::WalkUp(people.devices.last().map(|device| device.device)),
            34..60 => step(chance, board).unwrap_or(Self::Round),
            _ => guest(chance, people, board),
        }
    }
}

fn door(chance: &mut Chance) -> ShopChange {
    match chance.below(8) {
        0 => ShopChange::CLOSE,
        1 => ShopChange::pause(3),
        _ => ShopChange::OPEN,
    }
}

fn device(chance: &mut Chance, people: &People) -> Command {
    match (people.codes.last(), people.devices.last()) {
        (Some(code), _) if chance.percent(70) => Command::Claim(code.clone()),
        (_, Some(device)) if chance.percent(40) => {
            Command::Rename(device.device, chance.below(1_000))
        }
        (_, Some(device)) if chance.percent(40) => Command::Revoke(device.device),
        _ => Command::Pair,
    }
}

/// What a barista would do with one of the orders.
fn step(chance: &mut Chance, board: &Snapshot) -> Option<Command> {
    let place = chance.below(board.orders.len() as u64);
    let order = board.orders.get(usize::try_from(place).ok()?)?;
    let step = match (order.state, chance.below(10)) {
        (OrderState::Waiting | OrderState::Making, 0) => Step::Cancel,
        (OrderState::Waiting, _) => Step::Make,
        (OrderState::Making, 1) => Step::Unmake,
        (OrderState::Making, _) => Step::Complete,
        (OrderState::Ready, 0) => Step::Recall,
        _ => Step::Collect,
    };
    Some(Command::Step(order.id, step, 1 + i64::from(chance.percent(10))))
}

/// What a guest would do next.
fn guest(chance: &mut Chance, people: &People, board: &Snapshot) -> Command {
    let who = usize::try_from(chance.below(GUESTS as u64)).unwrap_or(0);
    let Some(guest) = &people.guests[who] else { return Command::SignIn(who) };
    let own = guest.order.and_then(|id| board.orders.iter().find(|order| order.id == id));
    match (own.map(|order| (order.id, order.state)), chance.below(12)) {
        (Some((id, OrderState::Reserved | OrderState::Waiting)), 0) => Command::Withdraw(who, id),
        (Some((id, OrderState::Reserved)), dice) => Command::Submit(who, id, dice % 2 == 0),
        (_, 1) => Command::SignIn(who),
        (_, 2) => Command::SignOut(who),
        (_, 3..5) => Command::Forget(who),
        _ => {
            let code = board.window.as_ref().map(|window| window.code.clone());
            Command::Redeem(who, code.unwrap_or_else(|| "0000000000000000".to_owned()))
        }
    }
}

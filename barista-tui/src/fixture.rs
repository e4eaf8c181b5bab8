//! Orders, boards and models for tests: real vocabulary, small numbers.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use demitasse_shared::Timestamp;
use demitasse_shared::client::Update;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot};
use demitasse_shared::menu::{Choice, Drink, Menu, OptionGroup, SoldOut};
use demitasse_shared::order::{Chosen, Order, OrderState};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState, Window};

mod card;
mod day;

pub(crate) use card::card;
pub(crate) use day::{log, report};

use crate::model::{Aim, Column, Hand, Model, Picture, Rush, RushWhen, Seen, Stand};
use crate::msg::{Msg, Tick};
use crate::update::update;
use crate::words::Words;

/// The moment at which every test begins.
const START_SECOND: i64 = 1_700_000_000;

/// So many seconds after the beginning.
pub(crate) fn after(seconds: i64) -> Timestamp {
    Timestamp::from_second(START_SECOND + seconds).expect("a second of this century")
}

/// So many milliseconds after it.
pub(crate) fn after_millis(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(START_SECOND * 1_000 + millis).expect("a moment of this century")
}

/// A waiting order that was submitted at a second: order 1 has the number 101.
pub(crate) fn waiting(id: i64, at: i64) -> Order {
    Order {
        id: OrderId(id),
        state: OrderState::Waiting,
        number: u32::try_from(100 + id).ok(),
        chosen: Some(chosen("Flat white", &["Oat"], None)),
        walk_up: false,
        reserved_at: after(at),
        submit_by: None,
        submitted_at: Some(after(at)),
        expires_at: Some(after(at + 900)),
        making_at: None,
        ready_at: None,
        ended_at: None,
        barista: None,
        ended_by: None,
        reason: None,
        promised: None,
        ahead: None,
        estimate: None,
    }
}

/// The same in a barista's hands.
pub(crate) fn making(id: i64, at: i64, barista: &str) -> Order {
    let barista = Some(barista.to_owned());
    Order {
        state: OrderState::Making,
        making_at: Some(after(at)),
        expires_at: None,
        barista,
        ..waiting(id, at)
    }
}

/// The same on the counter.
pub(crate) fn ready(id: i64, at: i64) -> Order {
    Order { state: OrderState::Ready, ready_at: Some(after(at)), ..making(id, at, "Bo") }
}

/// A drink as it was chosen.
pub(crate) fn chosen(drink: &str, options: &[&str], note: Option<&str>) -> Chosen {
    Chosen {
        drink: word(drink).as_str().into(),
        drink_name: drink.to_owned(),
        options: options.iter().map(|option| word(option).as_str().into()).collect(),
        option_names: options.iter().map(|option| (*option).to_owned()).collect(),
        note: note.map(str::to_owned),
    }
}

/// A board with these orders, at a second.
pub(crate) fn snapshot(orders: Vec<Order>, at: i64) -> Snapshot {
    Snapshot {
        seq: Seq(1),
        at: after(at),
        shop: Shop {
            name: "Bar am Steg".into(),
            state: ShopState::Open,
            paused_until: None,
            opens_at: None,
            since: None,
        },
        window: Some(Window {
            url: "HTTP://BAR/Q/7".into(),
            code: "7".into(),
            drinks: 10,
            left: 7,
            opens_at: after(0),
            closes_at: after(300),
        }),
        orders,
        settings: Settings::default(),
        sold_out: SoldOut::default(),
        announcement: None,
    }
}

/// A small menu: whole milk and black tea are the usual ones.
pub(crate) fn menu() -> Menu {
    let group = |id: &str, default: Option<&str>, choices: &[&str]| OptionGroup {
        id: id.into(),
        name: id.to_owned(),
        names: [].into(),
        required: default.is_some(),
        several: default.is_none(),
        default: default.map(Into::into),
        choices: choices.iter().map(|name| choice(name)).collect(),
    };
    Menu {
        categories: Vec::new(),
        ingredients: Vec::new(),
        drinks: vec![
            drink("Espresso", &["coffee"]),
            drink("Cortado", &["milk", "coffee"]),
            drink("Flat white", &["milk", "coffee"]),
            drink("Latte", &["milk", "coffee"]),
            drink("Tea", &["leaf"]),
        ],
        groups: vec![
            group("milk", Some("whole-milk"), &["Whole milk", "Oat", "Soy"]),
            group("coffee", None, &["Extra shot", "Decaf"]),
            group("leaf", Some("black"), &["Black", "Green"]),
        ],
    }
}

fn drink(name: &str, groups: &[&str]) -> Drink {
    Drink {
        id: word(name).as_str().into(),
        name: name.to_owned(),
        names: [].into(),
        about: None,
        abouts: [].into(),
        icon: "espresso".to_owned(),
        category: None,
        needs: Vec::new(),
        work: 1,
        groups: groups.iter().map(|group| (*group).into()).collect(),
        available: true,
    }
}

fn choice(name: &str) -> Choice {
    let id = word(name).as_str().into();
    Choice { id, name: name.to_owned(), names: [].into(), needs: Vec::new(), available: true }
}

/// A name's word.
fn word(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

/// Ana's board with these orders, live, at a second; in columns, however many wait.
pub(crate) fn model(orders: Vec<Order>, at: i64) -> Model {
    let mut model = Model::new("Ana".to_owned(), Words::of(None));
    model.rush = Rush::new(RushWhen::Never);
    tick(&mut model, at);
    update(&mut model, Msg::Live(Update::Snapshot(Box::new(snapshot(orders, at)))));
    model
}

/// Somebody looks at the board, on a screen with room for everything, and takes the time that it
/// needs: what the next key means is what stands there now.
pub(crate) fn look(model: &mut Model) {
    (model.seen, model.hand) = (Seen::default(), Hand::default());
    let picture = Box::new(picture(model));
    update(model, Msg::Painted(picture));
}

/// What a screen with room for everything shows.
pub(crate) fn picture(model: &Model) -> Picture {
    let rush = model.rush.is_on();
    let rows = if rush { vec![model.places()] } else { Column::ALL.map(|c| model.shown(c)).into() };
    let places = rows.iter().flat_map(|row| row.iter().enumerate());
    let stand = |(place, ticket): (usize, &crate::model::Ticket<'_>)| {
        Some(Stand { aim: Aim::at(ticket), column: ticket.column()?, place })
    };
    Picture {
        rush,
        focus: model.cursor.column,
        tickets: places.filter_map(stand).collect(),
        selected: model.selected().map(|ticket| Aim::at(&ticket)),
        next: model.next_of_marked(),
        targets: Vec::new(),
    }
}

/// Lets the clock show a second, with a server that has just been heard.
pub(crate) fn tick(model: &mut Model, at: i64) {
    let silence = Some(std::time::Duration::ZERO);
    update(model, Msg::Tick(Tick { now: Some(after(at)), silence }));
}

/// Tells the model that an order is like this now.
pub(crate) fn changed(model: &mut Model, order: Order) {
    let board = model.board.as_ref().expect("a board");
    let (seq, at) = (Seq(board.seq.0 + 1), board.at);
    let event = LiveEvent::Order { order: Box::new(order), left: None };
    update(model, Msg::Live(Update::Change(Box::new(Envelope { seq, at, event }))));
    model.settle();
}

/// A key without modifiers.
pub(crate) fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// A character's key.
pub(crate) fn char(c: char) -> KeyEvent {
    key(KeyCode::Char(c))
}

/// A key by its character; `⏎`, `⎋`, `⌫`, `↑`, `↓`, `←` and `→` stand for their keys.
pub(crate) fn typed(c: char) -> KeyEvent {
    match c {
        '⏎' => key(KeyCode::Enter),
        '⎋' => key(KeyCode::Esc),
        '⌫' => key(KeyCode::Backspace),
        '↑' => key(KeyCode::Up),
        '↓' => key(KeyCode::Down),
        '←' => key(KeyCode::Left),
        '→' => key(KeyCode::Right),
        c => char(c),
    }
}

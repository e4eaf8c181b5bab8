//! Sample data for every face: what `--preview FACE` shows and what the text snapshots are of.
//!
//! A preview goes the whole way that a server's words go: updates into the model, and on.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::client::Update;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::{STAFF_BEAT_SECONDS, Snapshot};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::{Chosen, Order, OrderState};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState, Window};

use crate::cli::PreviewFace;

/// Between two signs of life, as on a real line.
pub(crate) const BEAT: Duration = Duration::from_secs(STAFF_BEAT_SECONDS);

/// How much of the sample's window is left; then the preview begins anew.
pub(crate) const WINDOW_LEFT: Duration = Duration::from_secs(190);

/// When the sample was taken: 2026-05-12 08:41:50 UTC.
const SAMPLED_AT_SECONDS: i64 = 1_778_575_310;

/// Drinks that a busy counter is full of.
const DRINKS: [(&str, &[&str]); 7] = [
    ("Flat white", &["oat"]),
    ("Espresso", &[]),
    ("Cappuccino", &["whole milk"]),
    ("Filter", &[]),
    ("Latte", &["oat", "vanilla"]),
    ("Cortado", &[]),
    ("Americano", &["decaf"]),
];

/// The server's clock in the sample.
pub(crate) fn sampled_at() -> Timestamp {
    Timestamp::from_second(SAMPLED_AT_SECONDS).unwrap_or_default()
}

/// What the live reader would have said for this face.
pub(crate) fn updates(face: PreviewFace) -> Vec<Update> {
    let snapshot = || Update::Snapshot(Box::new(snapshot(face)));
    match face {
        PreviewFace::Connecting => Vec::new(),
        PreviewFace::LineLost => vec![snapshot(), Update::Down("the line is silent".to_owned())],
        PreviewFace::Unpaired => vec![Update::Refused(Box::new(turned_away()))],
        _ => vec![snapshot()],
    }
}

/// How things stand at the bar for this face.
pub(crate) fn snapshot(face: PreviewFace) -> Snapshot {
    let state = match face {
        PreviewFace::Paused => ShopState::Paused,
        PreviewFace::Closed => ShopState::Closed,
        _ => ShopState::Open,
    };
    let settings = Settings::default();
    let capacity = match face {
        PreviewFace::Full => 6,
        PreviewFace::Rush => 40,
        _ => settings.capacity,
    };
    let pause_ends = sampled_at() + Duration::from_mins(12);
    Snapshot {
        seq: Seq(812),
        at: sampled_at(),
        shop: Shop {
            name: "The Corner Cup".to_owned(),
            state,
            paused_until: (state == ShopState::Paused).then_some(pause_ends),
        },
        window: (state == ShopState::Open).then(|| window(face)),
        orders: orders(face),
        settings: Settings { capacity, ..settings },
        sold_out: SoldOut::default(),
        announcement: None,
    }
}

fn window(face: PreviewFace) -> Window {
    let code = "7K3MQ2XW9VBCDEFG";
    let closes_at = match face {
        PreviewFace::Turning => sampled_at(),
        _ => sampled_at() + WINDOW_LEFT,
    };
    Window {
        url: format!("HTTP://192.168.1.20:8080/Q/{code}"),
        code: code.to_owned(),
        drinks: 10,
        left: if face == PreviewFace::SoldOut { 0 } else { 7 },
        opens_at: closes_at - Duration::from_mins(5),
        closes_at,
    }
}

/// So many ready, in hand and waiting.
fn orders(face: PreviewFace) -> Vec<Order> {
    let (ready, making, waiting) = match face {
        PreviewFace::Quiet | PreviewFace::Closed | PreviewFace::Connecting => (0, 0, 0),
        PreviewFace::Rush => (17, 6, 14),
        PreviewFace::Paused => (2, 1, 0),
        _ => (4, 2, 4),
    };
    let states = std::iter::repeat_n(OrderState::Ready, ready)
        .chain(std::iter::repeat_n(OrderState::Making, making))
        .chain(std::iter::repeat_n(OrderState::Waiting, waiting));
    states.enumerate().map(|(place, state)| order(place, ready, state)).collect()
}

/// An order in its place of the day, of which so many are ready; the last of those just now.
fn order(place: usize, ready: usize, state: OrderState) -> Order {
    let number = 396 + u32::try_from(place).unwrap_or_default();
    let ago = |seconds: usize| sampled_at() - Duration::from_secs(seconds as u64);
    let submitted_at = ago(40 * 60 - 40 * place);
    let ready_at = ago(5 + 70 * ready.saturating_sub(place + 1));
    Order {
        id: OrderId(i64::from(number)),
        state,
        number: Some(number),
        chosen: Some(chosen(place)),
        walk_up: false,
        reserved_at: submitted_at,
        submit_by: None,
        submitted_at: Some(submitted_at),
        expires_at: None,
        making_at: None,
        ready_at: (state == OrderState::Ready).then_some(ready_at),
        ended_at: None,
        barista: None,
        ended_by: None,
        reason: None,
        ahead: None,
        estimate: None,
    }
}

fn chosen(place: usize) -> Chosen {
    let (drink, options) = DRINKS[place % DRINKS.len()];
    Chosen {
        drink: drink.into(),
        drink_name: drink.to_owned(),
        options: options.iter().map(|&option| option.into()).collect(),
        option_names: options.iter().map(|&option| option.to_owned()).collect(),
        note: None,
    }
}

fn turned_away() -> Problem {
    let code = RefusalCode::NotSignedIn;
    Problem {
        code,
        title: code.title().to_owned(),
        status: code.status(),
        detail: "Staff get a pairing code with `demitasse staff pair --role display`.".to_owned(),
        order: None,
        by: None,
        retry_at: None,
    }
}

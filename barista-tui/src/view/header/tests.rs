//! The header's faces as text.

use demitasse_shared::client::Update;
use demitasse_shared::live::Snapshot;
use demitasse_shared::shop::{Announcement, ShopState};

use crate::fixture::{after, making, model, ready, snapshot, waiting};
use crate::model::Model;
use crate::msg::Msg;
use crate::update::update;
use crate::view::tests::screen;

/// Six orders of a board whose shop is set like this.
fn board(set: impl Fn(&mut Snapshot)) -> Model {
    let orders: Vec<_> = (1..=4).map(|id| waiting(id, id * 10)).collect();
    let mut snapshot = snapshot(orders, 100);
    snapshot.orders.extend([making(5, 0, "Ana"), ready(6, 0)]);
    set(&mut snapshot);
    let mut model = model(Vec::new(), 100);
    update(&mut model, Msg::Live(Update::Snapshot(Box::new(snapshot))));
    model
}

/// The top of a screen, so many rows.
fn top(model: &Model, width: u16, height: u16, rows: usize) -> String {
    let screen = screen(model, width, height);
    screen.lines().take(rows).collect::<Vec<_>>().join("\n")
}

/// One face at all widths.
fn faces(set: impl Fn(&mut Snapshot)) -> String {
    let model = board(set);
    let sizes = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 15)];
    sizes.map(|(width, height)| top(&model, width, height, 2)).join("\n")
}

#[test]
fn paused_says_how_long_in_minutes() {
    insta::assert_snapshot!(faces(|board| {
        board.shop.state = ShopState::Paused;
        board.shop.paused_until = Some(after(100 + 250));
        board.window = None;
    }));
}

#[test]
fn what_has_run_out_is_counted() {
    insta::assert_snapshot!(faces(|board| {
        board.sold_out.drinks = vec!["latte".into()];
        board.sold_out.choices = vec!["oat".into()];
    }));
}

#[test]
fn an_announcement_has_a_row_of_its_own() {
    insta::assert_snapshot!(faces(|board| {
        let text = "Last orders at five, then we count beans.".to_owned();
        board.announcement = Some(Announcement { text, at: after(0), until: after(900) });
    }));
}

#[test]
fn a_station_says_which_and_how_much_is_elsewhere() {
    let mut model = board(|_| {});
    model.station = "2/3".parse().expect("a station");
    insta::assert_snapshot!("all_stations_80x24", top(&model, 80, 24, 8));
    insta::assert_snapshot!("all_stations_40x15", top(&model, 40, 15, 6));
    update(&mut model, Msg::Key(crate::fixture::char('f')));
    insta::assert_snapshot!("station_80x24", top(&model, 80, 24, 8));
    insta::assert_snapshot!("station_40x15", top(&model, 40, 15, 6));
    model.station = "flat-white".parse().expect("a station");
    insta::assert_snapshot!("own_drinks_80x24", top(&model, 80, 24, 8));
}

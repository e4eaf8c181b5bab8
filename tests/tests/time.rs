//! Time: what happens by itself happens on the second, and after a restart too.

use demitasse_shared::api::ShopChange;
use demitasse_shared::board::Board;
use demitasse_shared::client::Client;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Party, Step};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Face, ShopState};
use demitasse_tests::{Bar, Feed, at, flat_white, refusal};
use jiff::SignedDuration;

#[tokio::test(flavor = "multi_thread")]
async fn windows_turn_on_the_second_and_the_code_changes() {
    let bar = Bar::open_at("2022-10-14T12:52:10Z").await;
    let mut monitor = bar.staff.monitor().await;
    let first = bar.staff.window().await;
    assert_eq!(first.opens_at, at("2022-10-14T12:50:00Z"), "aligned to the clock");
    assert_eq!(first.closes_at, at("2022-10-14T12:55:00Z"));

    bar.advance_to("2022-10-14T12:54:59.999Z");
    let ana = bar.staff.guest("Ana").await;
    ana.redeem(&first.code).await.expect("good for another millisecond");
    assert_eq!(bar.staff.window().await.code, first.code);

    bar.advance_to("2022-10-14T12:55:00Z");
    let board = next_code(&mut monitor, &first.code).await;
    let next = board.window.expect("it shows");
    assert_eq!((next.opens_at, next.closes_at), (first.closes_at, at("2022-10-14T13:00:00Z")));
    assert_eq!((next.left, board.at), (10, first.closes_at));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_code_is_good_for_twenty_seconds_against_its_own_window() {
    let bar = Bar::open_at("2022-10-14T12:52:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let old = bar.staff.window().await.code;
    let (slow, slower) = (bar.staff.guest("Slow").await, bar.staff.guest("Slower").await);

    bar.advance_to("2022-10-14T12:55:19.999Z");
    next_code(&mut monitor, &old).await;
    slow.redeem(&old).await.expect("within the grace");
    assert_eq!(bar.staff.window().await.left, 10, "the new window gave nothing");

    bar.advance_to("2022-10-14T12:55:20Z");
    assert_eq!(refusal(slower.redeem(&old).await).code, RefusalCode::OldCode);
    let again = slow.redeem(&old).await.expect("a scan repeated is no new scan");
    assert_eq!(again.state, OrderState::Reserved);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_over_after_a_day_and_a_half() {
    let bar = Bar::open_at("2022-10-14T08:00:00Z").await;
    let (ana, ben) = (bar.staff.guest("Ana").await, bar.staff.guest("Ben").await);
    bar.advance_to("2022-10-15T19:59:59.999Z");
    ana.orders().await.expect("for another millisecond");
    bar.advance_to("2022-10-15T20:00:00Z");
    let codes = [refusal(ana.orders().await).code, refusal(ben.orders().await).code];
    assert_eq!(codes, [RefusalCode::NotSignedIn; 2], "remembered, and not asked for until now");
    let bar = bar.restart_at("2022-10-15T20:00:00Z").await;
    assert_eq!(refusal(ana.orders().await).code, RefusalCode::NotSignedIn);
    drop(bar);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_nobody_fills_goes_back_to_its_window_while_that_shows() {
    let bar = Bar::at("2022-10-14T12:50:00Z").await;
    bar.staff.rule(&Settings { window_minutes: 60, ..Settings::default() }).await;
    bar.staff.open().await;
    let mut monitor = bar.staff.monitor().await;
    let code = bar.staff.window().await.code;
    let ana = bar.staff.guest("Ana").await;
    let place = ana.redeem(&code).await.expect("there is room");
    assert_eq!(place.submit_by, Some(at("2022-10-14T12:55:00Z")));

    bar.advance_to("2022-10-14T12:55:00Z");
    let board = gone(&mut monitor, place.id).await;
    assert_eq!(board.window.map(|window| window.left), Some(10));
    ended(&ana, place.id, OrderState::Expired, Some(Party::Guest)).await;
    let late = refusal(ana.submit(place.id, &flat_white()).await);
    assert_eq!(late.code, RefusalCode::WrongState);
    assert_ne!(ana.redeem(&code).await.expect("the place is free").id, place.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_of_a_window_that_has_turned_is_no_gift_to_the_next() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let ana = bar.staff.guest("Ana").await;
    let place = ana.redeem(&bar.staff.window().await.code).await.expect("there is room");

    bar.advance_to("2022-10-14T12:56:00Z");
    let board = gone(&mut monitor, place.id).await;
    assert_eq!(board.window.map(|window| window.left), Some(10));
    ended(&ana, place.id, OrderState::Expired, Some(Party::Guest)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_nobody_makes_expires_as_the_bars_fault() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let (ana, order) = bar.staff.order("Ana").await;
    assert_eq!(order.expires_at, Some(at("2022-10-14T13:06:00Z")));

    bar.advance_to("2022-10-14T13:05:59.999Z");
    assert_eq!(ana.order(order.id).await.expect("hers").state, OrderState::Waiting);
    bar.advance(SignedDuration::from_millis(1));
    gone(&mut monitor, order.id).await;
    ended(&ana, order.id, OrderState::Expired, Some(Party::Bar)).await;

    assert_eq!(
        ana.orders().await.expect("hers").drinks_left,
        Some(3),
        "she keeps the day's allowance"
    );
    let again = ana.redeem(&bar.staff.window().await.code).await.expect("at once");
    let again = ana.submit(again.id, &flat_white()).await.expect("it is on the menu");
    assert_eq!(again.number, Some(2), "a number is never used twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ready_order_leaves_the_monitor_after_ten_minutes() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let (ana, order) = ready(&bar, "Ana").await;

    bar.advance_to("2022-10-14T13:01:00Z");
    gone(&mut monitor, order.id).await;
    ended(&ana, order.id, OrderState::Collected, None).await;
    assert_eq!(ana.orders().await.expect("hers").drinks_left, Some(2), "it was a drink");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_ends_by_itself() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let code = bar.staff.window().await.code;
    pause(&bar, 12).await;
    let ends = at("2022-10-14T13:03:00Z");
    let board = monitor.board("no code", |board| board.window.is_none()).await;
    assert_eq!((board.face(), board.shop.paused_until), (Face::Paused, Some(ends)));
    let no = refusal(bar.staff.guest("Ana").await.redeem(&code).await);
    assert_eq!((no.code, no.retry_at), (RefusalCode::ShopPaused, Some(ends)));

    bar.advance_to("2022-10-14T13:03:00Z");
    let board = monitor.board("a code again", |board| board.face() == Face::Open).await;
    assert_eq!((board.shop.paused_until, board.at), (None, ends));
    assert_ne!(board.window.expect("it shows").code, code);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_bar_says_when_it_opens_until_that_is_over() {
    let bar = Bar::open_at("2022-10-14T22:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let code = bar.staff.window().await.code;
    let (closed_at, opens_at) = (at("2022-10-14T23:00:00Z"), at("2022-10-15T08:30:00Z"));
    bar.advance_to("2022-10-14T23:00:00Z");
    let until = ShopChange::close_until(opens_at);
    let status = bar.staff.manager.set_shop(&until).await.expect("a manager may close");
    assert_eq!((status.face, status.opens_at), (Face::Closed, Some(opens_at)));
    let board = monitor.board("no code", |board| board.window.is_none()).await;
    assert_eq!((board.shop.since, board.shop.opens_at), (Some(closed_at), Some(opens_at)));
    let no = refusal(bar.staff.guest("Ana").await.redeem(&code).await);
    assert_eq!((no.code, no.retry_at), (RefusalCode::ShopClosed, Some(opens_at)));
    let seq = bar.staff.manager.board().await.expect("a manager sees it").seq;
    bar.staff.manager.set_shop(&until).await.expect("it is so already");

    let bar = bar.restart_at("2022-10-15T08:29:00Z").await;
    let again = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!((again.shop, again.seq), (board.shop, seq), "nothing has happened since");
    bar.advance_to("2022-10-15T08:30:00Z");
    let status = bar.staff.nobody().shop().await.expect("anyone may");
    assert_eq!((status.face, status.opens_at), (Face::Closed, None), "nobody opens it but staff");
    bar.staff.open().await;
    let shop = bar.staff.manager.board().await.expect("a manager sees it").shop;
    assert_eq!((shop.opens_at, shop.since), (None, Some(opens_at)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_that_slept_through_it_all_catches_up_before_it_answers() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let code = bar.staff.window().await.code;
    let ana = bar.staff.guest("Ana").await;
    let place = ana.redeem(&code).await.expect("there is room");
    let (ben, waits) = bar.staff.order("Ben").await;
    let (cem, stands) = ready(&bar, "Cem").await;
    pause(&bar, 10).await;

    let bar = bar.restart_at("2022-10-14T14:02:30Z").await;

    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!((board.shop.state, board.orders), (ShopState::Open, vec![]));
    let window = board.window.expect("an open shop shows a code");
    assert_eq!(window.opens_at, at("2022-10-14T14:00:00Z"));
    assert_ne!(window.code, code);
    ended(&ana, place.id, OrderState::Expired, Some(Party::Guest)).await;
    ended(&ben, waits.id, OrderState::Expired, Some(Party::Bar)).await;
    ended(&cem, stands.id, OrderState::Collected, None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_behind_after_a_restart_brings_nothing_twice() {
    let bar = Bar::open_at("2022-10-14T12:52:00Z").await;
    let (_, first) = bar.staff.order("Ana").await;
    let window = bar.staff.window().await;

    let bar = bar.restart_at("2022-10-13T09:00:00Z").await;

    assert_eq!(bar.staff.window().await, window, "the same window goes on, with what it has left");
    let (_, second) = bar.staff.order("Ben").await;
    assert_eq!((first.number, second.number), (Some(1), Some(2)), "the day goes on");
    assert!(second.id > first.id && second.submitted_at >= first.submitted_at);
    let mut monitor = bar.staff.monitor().await;
    bar.advance_to("2022-10-14T12:55:00Z");
    let next = next_code(&mut monitor, &window.code).await.window.expect("it shows");
    assert_eq!(next.opens_at, window.closes_at, "no window begins before the last one ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_begin_at_one_at_the_venues_midnight() {
    // Lisbon is an hour ahead of UTC in October, until the last Sunday.
    let bar = Bar::in_zone("2022-10-14T22:58:00Z", "Europe/Lisbon").await;
    bar.staff.open().await;
    let (ana, first) = bar.staff.order("Ana").await;
    let ben = bar.staff.guest("Ben").await;
    let place = ben.redeem(&bar.staff.window().await.code).await.expect("there is room");
    assert_eq!(first.number, Some(1));

    bar.advance_to("2022-10-14T22:59:59.999Z");
    assert_eq!(bar.staff.order("Cem").await.1.number, Some(2));
    assert_eq!(ana.orders().await.expect("hers").drinks_left, Some(2));
    bar.advance_to("2022-10-14T23:00:00Z");
    let late = ben.submit(place.id, &flat_white()).await.expect("within five minutes");
    assert_eq!(late.number, Some(1), "it entered the queue on the new day");
    assert_eq!(bar.staff.order("Dora").await.1.number, Some(2));
    assert_eq!(ana.orders().await.expect("hers").drinks_left, Some(3));
}

/// An order on the counter.
async fn ready(bar: &Bar, name: &str) -> (Client, Order) {
    let (guest, order) = bar.staff.order(name).await;
    let barista = bar.staff.barista("Rui").await;
    for step in [Step::Make, Step::Complete] {
        barista.step(order.id, step, None).await.expect("it is his");
    }
    (guest, order)
}

async fn pause(bar: &Bar, minutes: u32) {
    let pause = ShopChange { pause_minutes: Some(minutes), ..ShopChange::default() };
    bar.staff.manager.set_shop(&pause).await.expect("a manager may pause");
}

/// Waits until the monitor shows another code than this one.
async fn next_code(monitor: &mut Feed, code: &str) -> Board {
    let other = |board: &Board| board.window.as_ref().is_some_and(|window| window.code != code);
    monitor.board("another code", other).await
}

/// Waits until the monitor shows an order no more.
async fn gone(monitor: &mut Feed, id: OrderId) -> Board {
    monitor.until("the order's end", |view| view.has_lost(id).then(|| view.board.clone())).await
}

/// Checks what a guest is told of an order that time has ended.
async fn ended(guest: &Client, id: OrderId, state: OrderState, by: Option<Party>) {
    let order = guest.order(id).await.expect("the guest's own");
    assert_eq!((order.state, order.ended_by), (state, by));
}

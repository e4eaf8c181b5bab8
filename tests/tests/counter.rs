//! What the counter tells the room: what has run out, a line for everybody, and how long it takes.

use demitasse_shared::api::NewAnnouncement;
use demitasse_shared::board::Board;
use demitasse_shared::client::Client;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::shop::Announcement;
use demitasse_tests::{Bar, Feed, View, at, flat_white, refusal};
use jiff::SignedDuration;

#[tokio::test(flavor = "multi_thread")]
async fn what_has_run_out_is_seen_at_once_and_refused_and_the_place_stays() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let (barista, ana) = (bar.staff.barista("Rui").await, bar.staff.guest("Ana").await);
    let place = ana.redeem(&bar.staff.window().await.code).await.expect("there is room");
    let marked = barista.mark_drink(&"flat-white".into(), false).await.expect("a barista may");
    assert_eq!(marked.drinks, ["flat-white".into()]);
    let board = monitor.board("it", |board| board.sold_out == marked).await;
    let refused = refusal(ana.submit(place.id, &flat_white()).await);
    assert_eq!(refused.code, RefusalCode::DrinkSoldOut);
    assert_eq!(ana.order(place.id).await.expect("hers").state, OrderState::Reserved);

    let again = barista.mark_drink(&"flat-white".into(), false).await.expect("it is so already");
    assert_eq!((again, seq(&bar).await), (marked.clone(), board.seq), "nothing happened");
    let bar = bar.restart_at("2022-10-14T12:51:00Z").await;
    assert_eq!(monitor.agrees().await.sold_out, marked, "it has not come back by a restart");
    let guests = Feed::follow("Ana's phone", &ana).await;
    assert_eq!(guests.view().board.sold_out, marked, "her phone begins with it");

    bar.staff.manager.mark_drink(&"flat-white".into(), true).await.expect("a manager may");
    monitor.board("it again", |board| board.sold_out.is_empty()).await;
    ana.submit(place.id, &flat_white()).await.expect("the place was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_any_milk_there_is_no_flat_white() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    for milk in ["whole", "oat", "soy"] {
        let sold_out = bar.staff.manager.mark_choice(&milk.into(), false).await.expect("known");
        assert_eq!(sold_out.drinks, [], "there is another milk");
    }
    bar.staff.manager.mark_choice(&"lactose-free".into(), false).await.expect("known");
    let board = monitor.board("no milk", |board| board.sold_out.choices.len() == 4).await;
    let gone = ["cortado", "flat-white", "cappuccino", "latte", "hot-chocolate"];
    assert_eq!(board.sold_out.drinks, gone.map(Into::into));
    let refused = refusal(bar.staff.manager.walk_up(&flat_white(), "once").await);
    assert_eq!(refused.code, RefusalCode::DrinkSoldOut);
    assert!(refused.detail.starts_with("Flat white has just run out"), "{}", refused.detail);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_for_everybody_stands_until_its_time_is_over() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let barista = bar.staff.barista("Rui").await;
    say(&barista, "Back in a minute", None).await;
    let line = say(&barista, "  Last orders\nat one ", Some(3)).await;
    assert_eq!(
        (line.text.as_str(), line.until),
        ("Last orders at one", at("2022-10-14T12:53:00Z"))
    );
    monitor.board("the second line", |board| board.announcement == Some(line.clone())).await;

    let bar = bar.restart_at("2022-10-14T12:52:30Z").await;
    assert_eq!(monitor.agrees().await.announcement, Some(line.clone()));
    let phone = Feed::follow("a phone", &bar.staff.guest("Ana").await).await;
    assert_eq!(phone.view().board.announcement, Some(line));
    bar.advance_to("2022-10-14T12:53:00Z");
    let board = silent(&mut monitor).await;
    assert_eq!(board.at, at("2022-10-14T12:53:00Z"), "it went by itself, on the second");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_taken_down_by_hand_or_while_the_bar_slept() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    say(&bar.staff.manager, "Last orders", None).await;
    bar.staff.manager.take_down().await.expect("it stands");
    let board = silent(&mut monitor).await;
    bar.staff.manager.take_down().await.expect("nothing stands, and that is fine");
    assert_eq!(seq(&bar).await, board.seq, "nothing happened");

    let line = say(&bar.staff.manager, "Closing soon", None).await;
    assert_eq!(line.until, at("2022-10-14T13:00:00Z"), "ten minutes where nothing is said");
    let bar = bar.restart_at("2022-10-14T15:00:00Z").await;
    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(board.announcement, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_is_told_how_long_it_takes_and_not_who_makes_it() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let barista = bar.staff.barista("Rui").await;
    for guest in 1..=5 {
        let (_, order) = bar.staff.order(&format!("Guest {guest}")).await;
        assert_eq!(order.estimate, None, "too little is known");
        make(&bar, &barista, &order).await;
    }
    let (ana, order) = bar.staff.order("Ana").await;
    let told = order.estimate.expect("five drinks say something");
    let now = at("2022-10-14T12:55:00Z");
    assert!(now <= told.from && told.from <= at("2022-10-14T12:56:00Z"), "{told:?}");
    assert!(at("2022-10-14T12:56:00Z") <= told.to && told.to <= at("2022-10-14T12:58:00Z"));

    let bar = bar.restart_at("2022-10-14T12:55:00Z").await;
    assert_eq!(ana.order(order.id).await.expect("hers").estimate, Some(told), "learnt anew");
    let list = ana.orders().await.expect("hers");
    assert_eq!(list.orders[0].estimate, Some(told));
    let phone = Feed::follow("Ana's phone", &ana).await;
    assert_eq!(phone.view().board.order(order.id).and_then(|order| order.estimate), Some(told));
    let seen = bar.staff.manager.order(order.id).await.expect("staff see all");
    assert_eq!(seen.estimate, None, "it is for the guest");

    barista.step(order.id, Step::Make, None).await.expect("it waits");
    let hers = ana.order(order.id).await.expect("hers");
    assert_eq!((hers.barista, hers.estimate.is_some()), (None, true));
    let seen = bar.staff.manager.order(order.id).await.expect("staff see all");
    assert_eq!(seen.barista.as_deref(), Some("Rui"));
}

/// Makes an order in a minute.
async fn make(bar: &Bar, barista: &Client, order: &Order) {
    barista.step(order.id, Step::Make, None).await.expect("it waits");
    bar.advance(SignedDuration::from_mins(1));
    barista.step(order.id, Step::Complete, None).await.expect("it is being made");
}

async fn say(staff: &Client, text: &str, minutes: Option<u32>) -> Announcement {
    let new = NewAnnouncement { text: text.to_owned(), minutes };
    staff.announce(&new).await.expect("staff may")
}

/// Waits until the monitor has seen the line go.
async fn silent(monitor: &mut Feed) -> Board {
    let went = |change: &Envelope| change.event == LiveEvent::Announcement { announcement: None };
    let seen = |view: &View| view.changes.iter().any(went).then(|| view.board.clone());
    monitor.until("no line", seen).await
}

/// The journal's last place.
async fn seq(bar: &Bar) -> Seq {
    bar.staff.manager.board().await.expect("a manager sees it").seq
}

//! Changes while the bar serves: every screen hears of them at once, orders stay what they are.

use std::net::SocketAddr;

use demitasse_shared::api::{Marks, Submit};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::menu::{Item, Menu};
use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::{Bar, Feed, fetch, flat_white, refusal};
use jiff::SignedDuration;

use crate::default_menu;

#[tokio::test(flavor = "multi_thread")]
async fn without_oat_milk_all_that_needs_it_is_out_and_nothing_else() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let (barista, ana) = (bar.staff.barista("Rui").await, bar.staff.guest("Ana").await);
    let mut phone = Feed::follow("Ana's phone", &ana).await;
    let place = ana.redeem(&bar.staff.window().await.code).await.expect("there is room");

    let oat = Item::Ingredient("oat-milk".into());
    let out = barista.mark(&oat, false).await.expect("a barista may");
    assert_eq!(out.ingredients, ["oat-milk".into()]);
    assert_eq!(out.choices, ["oat".into(), "splash-oat".into()]);
    assert_eq!(out.drinks, [], "every drink can do without");
    monitor.board("no oat milk", |board| board.sold_out == out).await;
    phone.board("no oat milk", |board| board.sold_out == out).await;
    let refused = refusal(ana.submit(place.id, &flat_white()).await);
    assert_eq!(refused.code, RefusalCode::DrinkSoldOut);
    assert!(refused.detail.starts_with("Oat has just run out"), "{}", refused.detail);

    let beans = Item::Ingredient("espresso-beans".into());
    let out = barista.mark(&beans, false).await.expect("a barista may");
    let coffees = ["espresso", "cortado", "flat-white", "cappuccino", "latte", "americano"];
    assert_eq!(out.drinks, coffees.map(Into::into));

    let bar = bar.restart_at("2022-10-14T12:51:00Z").await;
    assert_eq!(monitor.agrees().await.sold_out, out, "it has not come back by a restart");
    bar.staff.manager.mark(&beans, true).await.expect("a manager may");
    bar.staff.manager.mark(&oat, true).await.expect("a manager may");
    monitor.board("everything", |board| board.sold_out.is_empty()).await;
    ana.submit(place.id, &flat_white()).await.expect("the place was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_menu_shows_at_once_and_changes_no_order() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let (_bo, ordered) = bar.staff.order("Bo").await;
    let ana = bar.staff.guest("Ana").await;
    let mut phone = Feed::follow("Ana's phone", &ana).await;
    let place = ana.redeem(&bar.staff.window().await.code).await.expect("there is room");
    let before = phone.view().board.sold_out.menu;
    assert!(!before.is_empty(), "the menu has a word");

    let other = mocha();
    let manager = &bar.staff.manager;
    let up = manager.set_menu(&other, Marks::Replace, None).await.expect("a manager may");
    assert_eq!(up, other);
    let heard = monitor.board("another menu", |board| board.sold_out.menu != before).await;
    phone.board("another menu", |board| board.sold_out == heard.sold_out).await;
    assert_eq!(bar.staff.nobody().menu().await.expect("anyone may read it"), other);

    let stays = manager.order(ordered.id).await.expect("staff see all");
    assert_eq!(stays.chosen.expect("a drink").drink_name, "Flat white");
    let refused = refusal(ana.submit(place.id, &flat_white()).await);
    assert_eq!(refused.code, RefusalCode::UnknownDrink);
    assert_eq!(ana.order(place.id).await.expect("hers").state, OrderState::Reserved);
    ana.submit(place.id, &drink("mocha")).await.expect("it is on");

    let seq = manager.board().await.expect("a manager sees it").seq;
    manager.set_menu(&other, Marks::Replace, None).await.expect("it is up already");
    assert_eq!(manager.board().await.expect("a manager sees it").seq, seq, "nothing happened");
    let rui = bar.staff.barista("Rui").await;
    let refused = refusal(rui.set_menu(&default_menu(), Marks::Replace, None).await);
    assert_eq!(refused.code, RefusalCode::NotAllowed);
    let bar = bar.restart_at("2022-10-14T12:51:00Z").await;
    assert_eq!(bar.staff.manager.menu().await.expect("it is kept"), other);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sold_out_stays_so_where_the_new_menu_is_to_keep_it() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let manager = &bar.staff.manager;
    let oat = Item::Choice("oat".into());
    manager.mark(&oat, false).await.expect("it is on the menu");
    let kept = manager.set_menu(&default_menu(), Marks::Keep, None).await.expect("a good menu");
    assert_eq!(kept.marks(), [oat]);
    let fresh = manager.set_menu(&default_menu(), Marks::Replace, None).await.expect("good");
    assert_eq!(fresh, default_menu());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changes_a_menu_that_somebody_else_has_changed_is_told() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let manager = &bar.staff.manager;
    let version = version(&bar).await;
    manager.mark(&Item::Drink("tea".into()), false).await.expect("it is on the menu");
    let refused = refusal(manager.set_menu(&mocha(), Marks::Replace, Some(&version)).await);
    assert_eq!((refused.code, refused.status), (RefusalCode::WrongState, 412));
    let version = self::version(&bar).await;
    let set = manager.set_menu(&mocha(), Marks::Replace, Some(&version)).await;
    assert_eq!(set.expect("nobody came in between"), mocha());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_with_faults_is_told_all_of_them_and_stays_out() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let mut broken = default_menu();
    broken.drinks[0].icon = "expresso".to_owned();
    broken.drinks[1].needs = vec!["oat-mlik".into()];
    broken.drinks[2].name = String::new();
    let manager = &bar.staff.manager;
    let refused = refusal(manager.set_menu(&broken, Marks::Replace, None).await);
    assert_eq!(refused.code, RefusalCode::InvalidRequest);
    let told = "The menu cannot be used: drink espresso: there is no icon \"expresso\"; did you \
                mean \"espresso\"?; drink cortado: there is no ingredient \"oat-mlik\"; did you \
                mean \"oat-milk\"?; drink flat-white: its `name` is empty.";
    assert_eq!(refused.detail, told);
    assert_eq!(manager.menu().await.expect("the old one"), default_menu());

    broken.drinks[0].name = "x".repeat(600_000);
    let refused = refusal(manager.set_menu(&broken, Marks::Replace, None).await);
    assert_eq!(refused.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drink_that_was_never_made_is_promised_by_its_points() {
    let bar = Bar::open_at("2022-10-14T12:50:00Z").await;
    let barista = bar.staff.barista("Rui").await;
    for guest in 1..=6 {
        let (_, order) = bar.staff.order(&format!("Guest {guest}")).await;
        barista.step(order.id, Step::Make, None).await.expect("it waits");
        bar.advance(SignedDuration::from_mins(2));
        barista.step(order.id, Step::Complete, None).await.expect("it is being made");
    }
    // A flat white has two points: a minute each.
    let ana = bar.staff.guest("Ana").await;
    let place = ana.redeem(&bar.staff.window().await.code).await.expect("there is room");
    let order = ana.submit(place.id, &drink("filter")).await.expect("it is on");
    let told = order.estimate.expect("six drinks say something");
    let quick = Menu { drinks: weighed(default_menu(), 1), ..default_menu() };
    bar.staff.manager.set_menu(&quick, Marks::Keep, None).await.expect("a good menu");
    let sooner = ana.order(order.id).await.expect("hers").estimate.expect("still known");
    let gained = told.to.duration_since(sooner.to);
    assert!(gained >= SignedDuration::from_mins(1), "{told:?} {sooner:?}");
}

/// The drinks of a menu, with other points for the filter.
fn weighed(menu: Menu, points: u32) -> Vec<demitasse_shared::menu::Drink> {
    let mut drinks = menu.drinks;
    for drink in drinks.iter_mut().filter(|drink| drink.id.as_str() == "filter") {
        drink.work = points;
    }
    drinks
}

/// A menu with one drink, and none of before.
fn mocha() -> Menu {
    toml::from_str("[[drinks]]\nid = \"mocha\"\nname = \"Mocha\"\nicon = \"chocolate\"\n")
        .expect("a menu")
}

fn drink(id: &str) -> Submit {
    Submit { drink: id.into(), options: Vec::new(), note: None }
}

/// The menu's version, as a program reads it.
async fn version(bar: &Bar) -> String {
    let base = bar.staff.manager.base();
    let server: SocketAddr = base.trim_start_matches("http://").parse().expect("an address");
    let answer = fetch(server, "/api/menu", &[]).await;
    let tag = answer.head.lines().find_map(|line| line.strip_prefix("etag: "));
    tag.expect("a version").to_owned()
}

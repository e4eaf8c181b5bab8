//! What happens at the counter shows on the phones at once: what runs out, what the bar says.

use demitasse_shared::api::{Marks, NewAnnouncement, ShopChange};
use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn a_drink_that_runs_out_under_the_finger_is_named_and_the_rest_stays() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.hold_time().await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;
    phone.says("Give it back").await;
    phone.fill("A word to your barista", "in my own cup").await;
    phone.pick("Flat white").await;
    takes_time(&mut phone).await;

    mark(&bar, "flat-white", false).await;

    phone.says("Flat white has just run out.").await;
    phone.pick("Cortado").await;
    phone.says("Cortado, Whole milk").await;
    phone.says_no_more("Flat white has just run out.").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let chosen = board.orders[0].chosen.as_ref().expect("it was ordered");
    assert_eq!(chosen.note.as_deref(), Some("in my own cup"));
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_menu_is_on_the_phone_at_once() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.hold_time().await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.says("Tea and chocolate").await;
    phone.pick("Flat white").await;
    phone.says("Give it back").await;
    takes_time(&mut phone).await;

    let manager = &bar.staff().manager;
    let mut menu = manager.menu().await.expect("anyone may read it");
    menu.categories[1].name = "Something else".to_owned();
    menu.drinks[8].name = "Chamomile".to_owned();
    manager.set_menu(&menu, Marks::Keep, None).await.expect("a manager may");

    phone.says("Something else").await;
    phone.says("Chamomile").await;
    phone.says_no_more("Tea and chocolate").await;
    phone.says("Flat white, Whole milk").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_option_that_runs_out_is_not_replaced_unasked() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.hold_time().await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;
    phone.pick("Oat").await;
    phone.says("Flat white, Oat").await;
    phone.says("Give it back").await;
    takes_time(&mut phone).await;

    let manager = &bar.staff().manager;
    manager.mark_choice(&"oat".into(), false).await.expect("a manager may");

    phone.says("Oat has just run out.").await;
    phone.says_no_more("Flat white, Oat").await;
    phone.tap("Order").await;
    phone.is_headed("One choice is still open").await;
    phone.pick("Soy").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    phone.says("Flat white, Soy").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_in_the_making_outlives_what_happens_to_other_drinks() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.hold_time().await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;
    phone.pick("Oat").await;
    phone.says("Give it back").await;
    takes_time(&mut phone).await;

    mark(&bar, "latte", false).await;
    phone.says("Sold out").await;
    phone.says("Flat white, Oat").await;
    mark(&bar, "latte", true).await;
    phone.says_no_more("Sold out").await;

    phone.tap("Order").await;
    phone.says("Flat white, Oat").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_bar_says_stands_on_every_phone_until_it_is_taken_down() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    phone.has_streams(1).await;

    let line = NewAnnouncement { text: "Last orders at five".to_owned(), minutes: None };
    bar.staff().manager.announce(&line).await.expect("a manager may");
    phone.says("Last orders at five").await;
    bar.step(Step::Make).await;
    phone.is_headed("Being made").await;
    phone.says("Last orders at five").await;

    bar.staff().manager.take_down().await.expect("a manager may");
    phone.says_no_more("Last orders at five").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_and_the_list_of_orders_go_with_the_bar() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.open(&bar.home()).await;
    phone.is_headed("The bar is open").await;
    phone.has_streams(1).await;
    open(&bar, false).await;
    phone.is_headed("The bar is closed").await;
    open(&bar, true).await;
    phone.is_headed("The bar is open").await;

    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    phone.tap("My orders").await;
    phone.is_headed("Today").await;
    phone.has_streams(1).await;
    bar.step(Step::Make).await;
    phone.says_something_like("Being made").await;
    phone.close().await;
}

/// Whoever takes time to choose hears what runs out; whoever is quick only when ordering it.
async fn takes_time(phone: &mut Phone) {
    phone.pass(21).await;
    phone.has_streams(1).await;
}

async fn open(bar: &OpenBar, open: bool) {
    let change = ShopChange { open: Some(open), ..ShopChange::default() };
    bar.staff().manager.set_shop(&change).await.expect("a manager may");
}

/// Says at the counter whether there is any of a drink.
async fn mark(bar: &OpenBar, drink: &str, available: bool) {
    let manager = &bar.staff().manager;
    manager.mark_drink(&drink.into(), available).await.expect("a manager may");
}

//! Guessing, with as many guesses in the air at once as a script likes.

use std::fs;

use demitasse::config::Config;
use demitasse_shared::api::{SignInKind, route};
use demitasse_shared::board::Board;
use demitasse_tests::{Bar, Chance, Ordeal, flat_white};
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::eve::{Answers, Eve};
use super::post::{Post, code};

const NOON: &str = "2022-10-14T12:51:00Z";

fn counted<const N: usize>(answers: [(&str, usize); N]) -> Answers {
    answers.into_iter().map(|(word, times)| (word.to_owned(), times)).collect()
}

/// Codes that nobody has given out, no two the same.
fn guesses(chance: &mut Chance, many: usize) -> Vec<Value> {
    let guess = |nth| json!({ "code": format!("{:08}{nth:08}", chance.below(100_000_000)) });
    (0..many).map(guess).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_codes_are_twenty_a_session_however_many_come_at_once() {
    for seed in Ordeal::of("guests::tries", 1).seeds() {
        let mut chance = Chance::new(seed);
        let bar = Bar::open_at(NOON).await;
        let eve = Eve::at(&bar).named("Eve").await;
        let answers = eve.post_at_once(route::RESERVATIONS, guesses(&mut chance, 200)).await;
        assert_eq!(answers, counted([("too_many_tries", 180), ("wrong_code", 20)]));
        bar.staff.order("Ana").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_pairing_codes_are_three_hundred_however_many_come_at_once() {
    for seed in Ordeal::of("guests::tries", 1).seeds() {
        let mut chance = Chance::new(seed);
        let bar = Bar::open_at(NOON).await;
        let codes = (0..600).map(|nth| format!("{:04}{nth:04}", chance.below(10_000)));
        let claims = codes.map(|code| json!({ "code": code, "device": "Eve" })).collect();
        let answers = Eve::at(&bar).post_at_once(route::PAIRINGS_CLAIM, claims).await;
        assert_eq!(answers, counted([("too_many_tries", 300), ("wrong_code", 300)]));
        bar.staff.barista("Rui").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_badges_are_a_thousand_however_many_come_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("badges.csv");
    fs::write(&list, "Badge\nDM-2022-0001\n").expect("written");
    let venue = Config { sign_in: SignInKind::Badge, badges: Some(list), ..Config::default() };
    let bar = Bar::of_venue(NOON, venue).await;
    bar.staff.open().await;
    let badges = (0..1_200).map(|nth| json!({ "badge": format!("guess {nth}") })).collect();
    let eve = Eve::at(&bar);
    let answers = eve.post_at_once(route::SESSION, badges).await;
    assert_eq!(answers, counted([("too_many_tries", 200), ("unknown_badge", 1_000)]));
    // Whoever stands before the monitor has a share of their own.
    let code = bar.staff.window().await.code;
    let honest = json!({ "badge": "DM-2022-0001", "code": code });
    assert_eq!(eve.post(route::SESSION, &honest).await.word(), "ok");
}

/// Uses up what all guests together may guess.
async fn guess_until_nobody_may(bar: &Bar, chance: &mut Chance) {
    let nobody = Eve::at(bar);
    for round in 0..25 {
        let sessions = (0..10).map(|nth| {
            let (nobody, name) = (nobody.clone(), format!("Eve {round} {nth}"));
            let guesses = guesses(chance, 20);
            tokio::spawn(async move {
                let eve = nobody.named(&name).await;
                eve.post_at_once(route::RESERVATIONS, guesses).await
            })
        });
        for answers in join_all(sessions).await {
            assert_eq!(answers.expect("no panic"), counted([("wrong_code", 20)]));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_codes_are_five_thousand_in_all_and_honest_guests_are_served_meanwhile() {
    for seed in Ordeal::of("guests::tries", 1).seeds() {
        let mut chance = Chance::new(seed);
        let bar = Bar::open_at("2022-10-14T12:54:00Z").await;
        let mut monitor = bar.staff.monitor().await;
        guess_until_nobody_may(&bar, &mut chance).await;
        let fresh = Eve::at(&bar).named("Eve, once more").await;
        let answers = fresh.post_at_once(route::RESERVATIONS, guesses(&mut chance, 30)).await;
        assert_eq!(answers, counted([("too_many_tries", 30)]), "all budgets are one");

        let first = bar.staff.window().await.code;
        let (ana, order) = bar.staff.order("Ana").await;
        bar.advance_to("2022-10-14T12:55:10Z");
        let turned = |board: &Board| board.window.as_ref().is_some_and(|w| w.code != first);
        monitor.board("the next code", turned).await;
        let ben = bar.staff.guest("Ben").await;
        let place = ben.redeem(&first).await.expect("a code that has just turned is good still");
        ben.submit(place.id, &flat_white()).await.expect("it is kept");
        let again = ana.redeem(&first).await.expect("a scan is idempotent");
        assert_eq!(again.id, order.id);
        bar.staff.order("Carla").await;

        bar.advance_to("2022-10-14T13:04:30Z");
        let later = fresh.post_at_once(route::RESERVATIONS, guesses(&mut chance, 1)).await;
        assert_eq!(later, counted([("wrong_code", 1)]), "what was wrong is forgotten");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_one_time_codes_are_three_however_many_come_at_once() {
    let (post, bar) = Post::and_bar().await;
    let asked = Eve::at(&bar).post(route::SESSION, &json!({ "email": "ana@example.org" })).await;
    let eve = Eve::at(&bar).with(asked.cookie.as_deref().expect("who waits for a code"));
    let letters = post.letters();
    let right = code(letters.first().expect("it has come"));
    let wrong = (0..).map(|nth| format!("{nth:06}")).filter(|guess| guess != right);
    let guesses = wrong.take(100).map(|guess| json!({ "code": guess })).collect();
    let answers = eve.post_at_once(route::SESSION_VERIFY, guesses).await;
    // The third says that it was the last.
    assert_eq!(answers, counted([("old_proof", 98), ("wrong_proof", 2)]));
    let late = eve.post(route::SESSION_VERIFY, &json!({ "code": right })).await;
    assert_eq!(late.word(), "old_proof", "the right one is used up as well");
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_to_one_address_are_few_however_many_ask_at_once() {
    let (post, bar) = Post::and_bar().await;
    let asks = (0..40).map(|_| json!({ "email": "ana@example.org" })).collect();
    let answers = Eve::at(&bar).post_at_once(route::SESSION, asks).await;
    let sent = answers.get("ok").copied().unwrap_or_default();
    assert_eq!(answers, counted([("ok", sent), ("too_many_tries", 40 - sent)]));
    assert!((1..=5).contains(&sent), "{answers:?}");
    assert_eq!(post.letters().len(), sent);
    let ben = Eve::at(&bar).post(route::SESSION, &json!({ "email": "ben@example.org" })).await;
    assert_eq!(ben.word(), "ok", "that costs nobody else");
}

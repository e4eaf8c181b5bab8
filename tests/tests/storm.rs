//! The storm: a whole hall scans the same code at the same instant.

use std::sync::Arc;

use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_tests::{Bar, Staff, View, at, refusal, within};
use futures_util::future::join_all;
use tokio::sync::Barrier;

const GUESTS: usize = 1_000;
const DRINKS: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn a_window_gives_ten_drinks_to_a_thousand_guests() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let code = bar.staff.window().await.code;
    let hall = hall(&bar.staff, GUESTS).await;

    let (served, refused) = scan(&hall, &code).await;

    assert_eq!((served.len(), refused.len()), (DRINKS, GUESTS - DRINKS));
    let turns = Some(at("2022-10-14T12:55:00Z"));
    for (_, answer) in refused {
        let problem = refusal(answer);
        assert_eq!((problem.code, problem.retry_at), (RefusalCode::SoldOut, turns));
    }
    assert_eq!(bar.staff.window().await.left, 0, "the board says so");
    let board = monitor.agrees().await;
    assert_eq!(board.window.as_ref().map(|window| window.left), Some(0), "the monitor says so");
    let told: Vec<_> = monitor.view().changes.iter().filter_map(left).collect();
    assert_eq!(told, (0..10).rev().collect::<Vec<_>>(), "it counted down, drink by drink");
    assert_eq!(board.orders().count(), DRINKS);
    assert!(board.orders().all(|order| order.state == OrderState::Reserved));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_comes_back_goes_to_exactly_one_other_guest() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let code = bar.staff.window().await.code;
    let hall = hall(&bar.staff, 200).await;
    let (mut served, refused) = scan(&hall, &code).await;

    let (gone, place) = served.pop().expect("ten have a place");
    hall[gone].step(place.id, Step::Cancel, None).await.expect("nobody has begun it");
    let back = |view: &View| view.has_lost(place.id).then(|| view.board.clone());
    let board = monitor.until("the place back", back).await;
    assert_eq!(board.window.map(|window| window.left), Some(1));

    let others: Vec<_> = refused.iter().map(|(guest, _)| hall[*guest].clone()).collect();
    let (lucky, refused) = scan(&others, &code).await;
    assert_eq!((lucky.len(), refused.len()), (1, others.len() - 1));
    assert_ne!(lucky[0].1.id, place.id, "it is another order");
    assert_eq!(bar.staff.window().await.left, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn scanning_again_and_again_gives_the_same_place() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let code = bar.staff.window().await.code;
    let ana = bar.staff.guest("Ana").await;
    let impatient: Vec<_> = std::iter::repeat_n(ana, 50).collect();

    let (served, refused) = scan(&impatient, &code).await;

    assert!(refused.is_empty());
    assert!(served.iter().all(|(_, place)| *place == served[0].1), "one place, however often");
    assert_eq!(bar.staff.window().await.left, 9);
}

/// Guests who have signed in, each with a session of their own.
async fn hall(staff: &Staff, guests: usize) -> Vec<Client> {
    let phones = staff.nobody();
    let coming = (1..=guests).map(|number| {
        let phones = phones.clone();
        tokio::spawn(async move { phones.sign_in(&format!("Guest {number}")).await })
    });
    let came = within("the hall to fill", join_all(coming)).await;
    came.into_iter().map(|guest| guest.expect("no panic").expect("signed in")).collect()
}

/// How many drinks a change says are left.
fn left(change: &Envelope) -> Option<u32> {
    match &change.event {
        LiveEvent::Order { left, .. } => *left,
        _ => None,
    }
}

/// What became of a guest's scan; the guest by place in the hall.
type Scans<T> = Vec<(usize, T)>;

/// Lets everybody scan at the same instant, and parts who got a place from who did not.
async fn scan(hall: &[Client], code: &str) -> (Scans<Order>, Scans<Result<Order, ClientError>>) {
    let instant = Arc::new(Barrier::new(hall.len()));
    let scans = hall.iter().cloned().map(|guest| {
        let (instant, code) = (Arc::clone(&instant), code.to_owned());
        tokio::spawn(async move {
            instant.wait().await;
            guest.redeem(&code).await
        })
    });
    let answers = within("an answer to every scan", join_all(scans)).await;
    let answers = answers.into_iter().map(|answer| answer.expect("no panic")).enumerate();
    let (mut served, mut refused) = (Vec::new(), Vec::new());
    for (guest, answer) in answers {
        match answer {
            Ok(order) => served.push((guest, order)),
            no => refused.push((guest, no)),
        }
    }
    (served, refused)
}

//! Air time is what a venue runs out of: a phone asks for little, and hears the rest.

use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_life_takes_five_questions() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;
    phone.says("Give it back").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    phone.has_streams(1).await;
    let asked = phone.questions().await;
    let questions: Vec<_> = asked.iter().map(|asked| room(asked)).collect();
    assert_eq!(questions, ["GET /Q", "GET /assets", "POST /q", "POST /orders", "GET /api"]);

    for (step, heading) in [
        (Step::Make, "Being made"),
        (Step::Complete, "✓ Ready"),
        (Step::Recall, "Being made"),
        (Step::Complete, "✓ Ready"),
        (Step::Collect, "Enjoy it"),
    ] {
        bar.step(step).await;
        phone.is_headed(heading).await;
    }
    phone.says_something_like("It has left the counter").await;
    phone.has_streams(0).await;

    assert_eq!(phone.questions().await, asked, "the steps came by themselves");
    phone.reload().await;
    phone.says_something_like("It left the counter at").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_nobody_foresaw_is_asked_for() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    phone.has_streams(1).await;

    bar.step(Step::Make).await;
    phone.is_headed("Being made").await;
    bar.step(Step::Unmake).await;
    phone.is_headed("In the queue").await;
    phone.says("You are next").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_while_a_place_is_kept_stays() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;
    phone.fill("A word to your barista", "in my own cup").await;
    phone.says("Give it back").await;
    phone.says_something_like("Your place is kept for").await;
    phone.tap("Order").await;

    phone.is_headed("In the queue").await;
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let chosen = board.orders[0].chosen.as_ref().expect("it was ordered");
    assert_eq!(chosen.note.as_deref(), Some("in my own cup"));
    assert_eq!(chosen.options, ["whole".into()]);
    phone.close().await;
}

/// The first part of what was asked for.
fn room(asked: &str) -> &str {
    asked.match_indices('/').nth(1).map_or(asked, |(end, _)| &asked[..end])
}

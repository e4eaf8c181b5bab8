use demitasse_tests::{OpenBar, Tablets};

use crate::DRINKS;

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_is_paired_by_a_code_and_works_a_ticket_by_touch() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(1).await;
    let mut tablets = Tablets::new().await;
    let page = format!("{}barista", bar.home());
    tablets.does(0, "open", &page).await;
    tablets.does(0, "pair", "0000-0000").await;
    tablets.does(0, "says", "This pairing code is not good").await;
    tablets.does(0, "pair", &bar.staff().code("Ana").await).await;
    tablets.does(0, "shows", "Waiting 1 ").await;
    tablets.does(0, "tap", "Flat white").await;
    tablets.does(0, "key", "Enter").await;
    tablets.does(0, "shows", "Making 1 ").await;
    tablets.does(0, "shows", "in your hands").await;

    tablets.does(0, "turn", "600x900").await;
    tablets.does(0, "shows", "Making 1").await;
    tablets.does(0, "turn", "1024x768").await;
    tablets.does(0, "reload", "").await;
    tablets.does(0, "shows", "Making 1 ").await;
    tablets.does(0, "press", "q").await;
    tablets.does(0, "says", "The board is closed.").await;
    tablets.does(0, "key", "Open it again").await;
    tablets.does(0, "shows", "Making 1 ").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_on_a_broken_line_is_refused_with_a_sign_and_the_board_comes_back_as_it_was() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(1).await;
    let mut tablets = Tablets::new().await;
    tablets.does(0, "open", &format!("{}barista", bar.home())).await;
    tablets.does(0, "pair", &bar.staff().code("Ana").await).await;
    tablets.does(0, "shows", "Waiting 1 ").await;
    tablets.does(0, "key", "Help").await;
    tablets.does(0, "hides", "Waiting 1 ").await;
    tablets.does(0, "offline", "").await;
    tablets.does(0, "press", "Escape").await;
    tablets.does(0, "says", "Not sent: there is no line to the bar.").await;
    tablets.does(0, "silent", "Not sent: there is no line to the bar.").await;

    tablets.does(0, "online", "").await;
    bar.queue(1).await;
    // Still in the help, as before: the key that was refused never comes.
    let screen = tablets.does(0, "text", "").await;
    assert!(!screen.contains("Waiting"), "{screen}");
    tablets.does(0, "key", "Back").await;
    tablets.does(0, "shows", "Waiting 2 ").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_board_comes_back_with_its_server() {
    let mut bar = OpenBar::with_drinks(DRINKS).await;
    let mut tablets = Tablets::new().await;
    tablets.does(0, "open", &format!("{}barista", bar.home())).await;
    tablets.does(0, "pair", &bar.staff().code("Ana").await).await;
    tablets.does(0, "shows", "● live").await;
    bar.pull_the_plug(async || {}).await;
    bar.queue(3).await;
    tablets.does(0, "shows", "Waiting 3 ").await;
}

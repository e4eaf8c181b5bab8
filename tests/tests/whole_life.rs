//! The whole life of one order, for real: the real server, the real monitor in a window, a real
//! browser of a phone's size, the real baristas' board in a terminal.

use demitasse_shared::order::Step;
use demitasse_tests::Standing::{Making, Ready, Stale, Waiting};
use demitasse_tests::{Kiosk, OpenBar, Phone, Picture, Scripts, Terminal};

/// More drinks than any story needs.
const DRINKS: u32 = 100;

#[tokio::test(flavor = "multi_thread")]
async fn from_the_code_on_the_monitor_to_the_cup() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.serve_guests(12).await;
    bar.staff().order("Ben").await;
    let mut kiosk = Kiosk::open(bar.data()).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    let mut phone = Phone::new(Scripts::On).await;

    let code = kiosk.code().await;
    assert!(bar.has_shown(&code).await, "{code} is not what the server gave out");
    phone.open(&code).await;
    phone.fill("Your first name", "Mina").await;
    phone.pick("Flat white").await;
    phone.pick("Oat").await;
    phone.says("Flat white, Oat").await;
    phone.tap("Order").await;

    phone.is_headed("In the queue").await;
    phone.says("14").await;
    phone.says("One ahead of you").await;
    kiosk.shows("both numbers waiting", |panel| panel.numbers(Waiting) == [13, 14]).await;
    board.shows("both tickets", |screen| holds(screen, [2, 0, 0])).await;

    board.press("m");
    board.shows("Ben's in hand", |screen| holds(screen, [1, 1, 0])).await;
    phone.says("You are next").await;
    kiosk.shows("Ben's in hand", |panel| panel.numbers(Making) == [13]).await;

    take_the_next(&mut board).await;
    phone.is_headed("Being made").await;
    kiosk.shows("both in hand", |panel| panel.numbers(Making) == [13, 14]).await;

    // Into the next column, and down to the younger ticket.
    board.press("ljc");
    board.shows("Mina's on the counter", |screen| holds(screen, [0, 1, 1])).await;
    phone.is_headed("✓ Ready").await;
    phone.says("14").await;
    let mina_first =
        |panel: &Picture| panel.numbers(Ready) == [14] && panel.numbers(Making) == [13];
    kiosk.shows("Mina's ready, Ben's in hand", mina_first).await;

    board.press("ld");
    board.shows("a clear counter", |screen| holds(screen, [0, 1, 0])).await;
    phone.is_headed("Enjoy it").await;
    let next_please = |panel: &Picture| panel.numbers(Ready).is_empty() && panel.code().is_some();
    kiosk.shows("no ready number, and a code for the next guest", next_please).await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulled_plug_is_forgotten_without_a_hand() {
    let mut bar = OpenBar::with_drinks(DRINKS).await;
    let mut kiosk = Kiosk::open(bar.data()).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    let code = kiosk.code().await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&code, "Mina").await;
    phone.says("You are next").await;
    board.shows("the order", |screen| holds(screen, [1, 0, 0])).await;
    kiosk.shows("the order", |panel| panel.numbers(Waiting) == [1]).await;

    bar.pull_the_plug(async || {
        board.shows("that the line is down", |screen| screen.contains("LINE DOWN")).await;
        let stale = |panel: &Picture| panel.code().is_none() && panel.numbers(Stale) == [1];
        kiosk.shows("the number as it stood, without a code", stale).await;
    })
    .await;

    board.shows("a live board", |screen| screen.contains("● live")).await;
    let again = kiosk.code().await;
    assert!(bar.has_shown(&again).await, "{again} is not what the server gives out");
    board.press("m");
    phone.is_headed("Being made").await;
    kiosk.shows("the order in hand", |panel| panel.numbers(Making) == [1]).await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_catches_up_on_what_it_missed() {
    let mut bar = OpenBar::with_drinks(DRINKS).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let order = board.orders[0].id;

    bar.pull_the_plug(async || {}).await;
    for step in [Step::Make, Step::Complete] {
        bar.staff().manager.step(order, step, None).await.expect("it is the next step");
    }

    phone.is_headed("✓ Ready").await;
    phone.close().await;
}

/// Takes the ticket that has just moved up. The board may ask to look first, and to press again:
/// another one stood there a blink ago.
async fn take_the_next(board: &mut Terminal) {
    board.press("m");
    let asked = |screen: &str| screen.contains("press again");
    let taken = |screen: &str| holds(screen, [0, 2, 0]);
    board.shows("both in hand, or a word", |screen| asked(screen) || taken(screen)).await;
    if !taken(&board.text()) {
        board.shows("nothing to say any more", |screen| !asked(screen)).await;
        board.press("m");
        board.shows("both in hand", taken).await;
    }
}

/// Whether the columns of the baristas' board hold so many: waiting, making, ready.
fn holds(screen: &str, [waiting, making, ready]: [u32; 3]) -> bool {
    let heads =
        [format!("Waiting {waiting} "), format!("Making {making} "), format!("Ready {ready} ")];
    heads.iter().all(|head| screen.contains(head))
}

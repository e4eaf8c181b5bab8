//! Programs that stand still (SIGSTOP) for longer than a line may be silent, and go on as if nothing
//! had been (SIGCONT): what they show meanwhile, what was pressed meanwhile, what they show then.

use demitasse_shared::board::Board;
use demitasse_shared::order::{OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Feed, Kiosk, OpenBar, Phone, Picture, Scripts, Server, Standing, Terminal};
use rustix::process::Signal;

use super::rows::{Rows, is_down, is_live};
use super::screens::{agree, board_shows, is_stale, monitor_shows};

/// More than any story needs.
const DRINKS: u32 = 100;

/// So many signs of life take longer than a line may be silent.
const LONG: usize = 5;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stands_still_is_told_everywhere_and_goes_on_where_it_was() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(2).await;
    let mut witness = Feed::follow("the witness", &bar.staff().barista("Rui").await).await;
    let mut monitor = Kiosk::open(bar.data()).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    let (mut mina, mut noa) = (Phone::new(Scripts::On).await, Phone::new(Scripts::On).await);
    let code = monitor.code().await;
    mina.order_flat_white(&code, "Mina").await;
    noa.scan(&code, "Noa").await;
    noa.pick("Flat white").await;
    board.shows("three tickets", |screen| waiting(screen) == [1, 2, 3]).await;
    monitor.shows("three numbers", |panel| panel.numbers(Standing::Waiting) == [1, 2, 3]).await;

    bar.freeze(async || {
        // Neither of them can know yet.
        board.press("m");
        noa.tap("Order").await;
        monitor.shows("that nothing is certain", is_stale).await;
        let old = |panel: &Picture| panel.numbers(Standing::Stale) == [1, 2, 3];
        monitor.shows("the numbers as they stood", old).await;
        board.shows("that the line is down", is_down).await;
        board.press("m");
        board.shows("that it is not sent", |screen| screen.contains("Not sent")).await;
        noa.says("No answer yet. Trying again by itself.").await;
        mina.says_something_like("Last heard from the bar").await;
    })
    .await;

    noa.is_headed("In the queue").await;
    mina.says_nothing_like("Last heard from the bar").await;
    board.shows("a live board", is_live).await;
    agree(&mut witness, async |now| board_shows(&mut board, now).await).await;
    agree(&mut witness, async |now| monitor_shows(&mut monitor, now).await).await;
    let orders = witness.agrees().await;
    let numbers: Vec<_> = orders.orders().filter_map(|order| order.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4], "each once, whoever asked while the server stood still");
    // Ana's first key may have come in or not; the second was refused.
    let in_hand: Vec<_> = orders.making().iter().map(|order| order.number).collect();
    assert!(matches!(in_hand[..], [] | [Some(1)]), "{in_hand:?} are in hand");
    mina.close().await;
    noa.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_that_stood_still_past_its_window_shows_that_code_no_more() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    server.staff.rule(&Settings { window_minutes: 1, ..Settings::default() }).await;
    server.staff.open().await;
    server.staff.queue(2).await;
    let mut witness = Feed::follow("the witness", &server.staff.barista("Rui").await).await;
    let mut monitor = Kiosk::open(data.path()).await;
    agree(&mut witness, async |now| monitor_shows(&mut monitor, now).await).await;

    monitor.signal(Signal::STOP);
    let old = server.staff.window().await.url;
    server.staff.complete(&[1]).await;
    stands_still(&mut witness).await;
    let turned = |board: &Board| board.window.as_ref().is_some_and(|window| window.url != old);
    witness.board("the next code", turned).await;

    // What waits for the monitor on its line is all that it hears when it goes on.
    server
        .freeze(async || {
            monitor.signal(Signal::CONT);
            monitor.shows("another picture", |panel| panel.code().as_ref() != Some(&old)).await;
            let is_stale = |panel: &Picture| never(panel, &old) && is_stale(panel);
            monitor.shows("that nothing is certain", is_stale).await;
        })
        .await;

    monitor.shows("a code", |panel| never(panel, &old) && panel.code().is_some()).await;
    agree(&mut witness, async |now| monitor_shows(&mut monitor, now).await).await;
}

/// Looks for a code that must never show again.
fn never(panel: &Picture, old: &str) -> bool {
    assert_ne!(panel.code().as_deref(), Some(old), "an old code shows as if it were current");
    true
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_pressed_on_a_board_that_stands_still_mean_what_it_showed() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let bo = bar.staff().barista("Bo").await;
    let mut witness = Feed::follow("the witness", &bar.staff().barista("Rui").await).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    // By which keys the first or the second ticket is meant, and whether the board stands still for
    // longer than a line may be silent.
    let pressed =
        [("m", 0, false), ("1", 0, false), ("\r", 0, true), ("jm", 1, false), ("2", 1, true)];
    for (keys, meant, is_long) in pressed {
        bar.queue(3).await;
        agree(&mut witness, async |now| board_shows(&mut board, now).await).await;
        let shown: Vec<_> = witness.view().board.waiting().iter().map(|order| order.id).collect();

        board.signal(Signal::STOP);
        bo.step(shown[0], Step::Make, None).await.expect("it waits");
        board.press(keys);
        // Whatever came of them has set out once the help shows.
        board.press("?");
        if is_long {
            stands_still(&mut witness).await;
        }
        board.signal(Signal::CONT);
        board.shows("the help", |screen| Rows::of(screen).is_none()).await;
        board.press("q");

        agree(&mut witness, async |now| board_shows(&mut board, now).await).await;
        let now = witness.agrees().await;
        for (place, id) in shown.iter().enumerate() {
            let order = now.order(*id).expect("nobody has served it");
            let by_ana = order.barista.as_deref() == Some("Ana");
            assert!(!by_ana || place == meant, "{keys:?} meant {meant}, and took {place}");
            assert_eq!(place == 0 || by_ana, order.state == OrderState::Making, "{order:?}");
        }
        for id in shown {
            bar.staff()
                .manager
                .step(id, Step::Cancel, Some("The next try."))
                .await
                .expect("it may");
        }
        clear(&mut board).await;
    }
}

/// Lets the tickets go that are struck through.
async fn clear(board: &mut Terminal) {
    let struck = |screen: &str| Rows::of(screen).map_or(0, |rows| rows.struck);
    board.shows("that they were cancelled", |screen| struck(screen) == 3).await;
    board.press("---");
    board.shows("an empty board", |screen| struck(screen) == 0).await;
}

/// Waits for longer than a line may be silent.
async fn stands_still(witness: &mut Feed) {
    let beats = witness.view().beats;
    let long = |view: &demitasse_tests::View| view.beats >= beats + LONG;
    witness.until("signs of life", |view| long(view).then_some(())).await;
}

fn waiting(screen: &str) -> Vec<u32> {
    Rows::of(screen).map(|rows| rows.open[0].clone()).unwrap_or_default()
}

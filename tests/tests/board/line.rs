//! What the board does while it cannot know how things stand, and when it can again.

use std::time::Duration;

use demitasse_shared::api::{NewPairing, Role};
use demitasse_shared::order::OrderState;
use demitasse_tests::{Launch, Line, OpenBar, Terminal};
use tokio::time::timeout;

use crate::{DRINKS, holds, is_live};

/// How soon the board is back once the server accepts again.
const BACK_WITHIN: Duration = Duration::from_secs(2);

/// Signs of life that make a longer span than a silence that counts as a dead line.
const BEATS: usize = 4;

fn is_down(screen: &str) -> bool {
    screen.contains("LINE DOWN")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_leaves_selection_and_half_a_reason_as_they_were() {
    let mut bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(3).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    board.shows("the queue", |screen| holds(screen, [3, 0, 0])).await;
    // The second ticket, and a reason of one's own.
    board.press("jxG\rno more");
    board.shows("half a reason", |screen| screen.contains("no more")).await;

    bar.pull_the_plug(async || {
        board.shows("that the line is down", is_down).await;
        board.press(" oat\r");
        board.shows("that keys are not sent", |screen| screen.contains("Not sent")).await;
        board.shows("the reason, kept", |screen| screen.contains("no more oat")).await;
    })
    .await;
    timeout(BACK_WITHIN, board.shows("a live board", is_live)).await.expect("it was too slow");
    assert!(board.text().contains("no more oat"), "the reason stays:\n{}", board.text());

    let second = bar.staff().manager.board().await.expect("a manager sees it").orders[1].clone();
    board.press(" milk\r");
    board.shows("two tickets", |screen| holds(screen, [2, 0, 0])).await;
    let mut monitor = bar.staff().monitor().await;
    monitor.board("one cancelled", |board| board.waiting().len() == 2).await;
    let order = bar.staff().manager.order(second.id).await.expect("it is known");
    assert_eq!(order.state, OrderState::Cancelled);
    assert_eq!(order.reason.as_deref(), Some("no more oat milk"));
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_refused_while_the_line_is_down_and_nothing_is_sent_later() {
    let mut bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(2).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    board.shows("the queue", |screen| holds(screen, [2, 0, 0])).await;
    bar.pull_the_plug(async || {
        board.shows("that the line is down", is_down).await;
        board.press("m");
        board.shows("that it is not sent", |screen| screen.contains("Not sent")).await;
        assert!(holds(&board.text(), [2, 0, 0]), "the ticket stays:\n{}", board.text());
    })
    .await;
    board.shows("a live board", is_live).await;
    bar.queue(1).await;
    board.shows("what came meanwhile", |screen| holds(screen, [3, 0, 0])).await;
    board.press("m");
    board.shows("one in hand", |screen| holds(screen, [2, 1, 0])).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_bar_is_no_alarm_and_a_silent_line_is() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let line = Line::to(&bar.staff().manager).await;
    let mut board = far_away(&bar, &line).await;
    board.shows("a live board", is_live).await;
    let mut monitor = bar.staff().monitor().await;
    let beats = monitor.until("signs of life", |view| (view.beats >= BEATS).then_some(()));
    board.never_shows("an alarm", |screen| !is_live(screen), beats).await;

    line.fall_silent();
    board.shows("that it hears nothing", |screen| screen.contains("silent 5 s")).await;
    board.shows("that the line is down", is_down).await;
    bar.queue(1).await;
    line.mend();
    board.shows("what came meanwhile", |screen| is_live(screen) && holds(screen, [1, 0, 0])).await;
}

/// Ana's board at the other end of a line.
async fn far_away(bar: &OpenBar, line: &Line) -> Terminal {
    let new = NewPairing { role: Role::Barista, name: "Ana".to_owned() };
    let code = bar.staff().manager.pair(&new).await.expect("a manager may pair").code;
    let server = line.url(&bar.home());
    Launch::of("demitasse-barista")
        .args(["--server", server.trim_end_matches('/'), "--pair", &code, "--name", "Ana"])
        .start()
}

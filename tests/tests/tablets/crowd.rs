use std::collections::BTreeSet;
use std::time::Duration;

use demitasse_tests::{OpenBar, Server, Tablets, Terminal, within};
use futures_util::future::join_all;
use rustix::process::Signal;
use tokio::time::interval;

use crate::{Client, DRINKS};

/// Ssh lines, and as many browsers.
const EACH: usize = 20;

/// What the step key says once a ticket is marked.
const MARKED: &str = "1 marked";

/// How often it is looked whether everything is gone.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// A board's line takes memory for its pictures and its keys. This would be a leak or a waste.
const KILOBYTES_A_BOARD: usize = 4_096;

#[tokio::test(flavor = "multi_thread")]
async fn twenty_lines_and_twenty_browsers_work_at_once_and_leave_nothing_behind() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let all = u32::try_from(2 * EACH).expect("a few");
    bar.queue(all).await;
    let (sockets, memory) = (bar.server().sockets(), bar.server().memory_kilobytes());

    let mut lines = come_by_ssh(&bar).await;
    let mut tablets = come_by_browser(&bar).await;
    let held = bar.server().memory_kilobytes().saturating_sub(memory) / (2 * EACH);
    println!("{held} kB a board");
    assert!(held < KILOBYTES_A_BOARD, "{held} kB a board");

    // Everybody turns the rush's layout off and marks a ticket of their own. Once all have, nobody's
    // keys are on their way any more, and then all make theirs at once.
    let queue = format!("Waiting {all} ");
    for line in &mut lines {
        line.press("ww");
        line.shows("the whole queue", |screen| screen.contains(&queue)).await;
    }
    tablets.all_do("press", &vec!["w w".to_owned(); EACH]).await;
    tablets.all_do("shows", &vec![queue; EACH]).await;
    for (line, own) in lines.iter_mut().zip(0..) {
        line.press(&format!("{}v", "\x1b[B".repeat(own)));
    }
    let down = |own: usize| format!("{} v", ["ArrowDown"].repeat(EACH + own).join(" "));
    tablets.all_do("press", &(0..EACH).map(down).collect::<Vec<_>>()).await;
    for line in &mut lines {
        line.shows("the own mark", |screen| screen.contains(MARKED)).await;
    }
    tablets.all_do("shows", &vec![MARKED.to_owned(); EACH]).await;
    let makes = async { tablets.all_do("press", &vec!["Enter".to_owned(); EACH]).await };
    let make = async {
        for line in &mut lines {
            line.press("\r");
        }
    };
    tokio::join!(makes, make);

    let in_hand = format!("Making {all} ");
    for line in &mut lines {
        line.shows("what all do", |screen| screen.contains(&in_hand)).await;
    }
    tablets.all_do("shows", &vec![in_hand; EACH]).await;
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let hands: BTreeSet<_> =
        board.orders.iter().filter_map(|order| order.barista.clone()).collect();
    assert_eq!(hands.len(), 2 * EACH, "each has their own: {hands:?}");

    leave(lines).await;
    drop(tablets);
    within("everything to be freed", gone(bar.server(), sockets)).await;
}

async fn come_by_ssh(bar: &OpenBar) -> Vec<Terminal> {
    let lines = join_all((0..EACH).map(async |number| {
        let client = Client::new().await;
        let mut line = client.comes_to(bar).sized(100, 30).start();
        line.shows("the question", |screen| screen.contains("Pairing code:")).await;
        line.press(&format!("{}\r", bar.staff().code(&format!("Line {number}")).await));
        line.shows("the queue", |screen| screen.contains("● live")).await;
        line
    }));
    lines.await
}

async fn come_by_browser(bar: &OpenBar) -> Tablets {
    let mut tablets = Tablets::new().await;
    tablets.all_do("open", &vec![format!("{}barista", bar.home()); EACH]).await;
    let codes = (0..EACH).map(async |number| bar.staff().code(&format!("Tablet {number}")).await);
    tablets.all_do("pair", &join_all(codes).await).await;
    tablets.all_do("shows", &vec!["● live".to_owned(); EACH]).await;
    tablets
}

/// One half quits, the other one is cut off.
async fn leave(lines: Vec<Terminal>) {
    for (mut line, number) in lines.into_iter().zip(0..) {
        if number % 2 == 0 {
            line.press("q");
            assert_eq!(line.ended().await, 0);
        } else {
            line.signal(Signal::KILL);
            line.ended().await;
        }
    }
}

/// Waits until the server has no more sockets than before. The database's own files stay: it opens
/// more of them when many read at once.
async fn gone(server: &Server, sockets: usize) {
    let mut look = interval(LOOK_EVERY);
    while server.sockets() > sockets {
        look.tick().await;
    }
}

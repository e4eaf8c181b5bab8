//! From a live event to the first frame that shows it.
//!
//! The bar is closed with one order still in the queue: nothing counts down, so each repaint is the
//! answer to what happened. A barista takes the order in hand and puts it back, over and over.

use std::time::{Duration, Instant};

use demitasse_shared::api::ShopChange;
use demitasse_shared::client::{LiveReader, UPDATE_QUEUE, Update};
use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, within};
use tokio::sync::mpsc;

use crate::SIZE;
use crate::clock::{now, pass};
use crate::panel::Panel;
use crate::window::Window;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::spread;

/// A monitor that has settled paints nothing for so long.
const QUIET: Duration = Duration::from_millis(1_500);

/// Between two steps: by chance of the machine alone they would always meet the same moment of
/// whatever the program does in a rhythm.
const BETWEEN: Duration = Duration::from_millis(137);

pub(crate) async fn measure(table: &mut Table, events: usize) {
    let bar = OpenBar::with_drinks(100).await;
    bar.queue(1).await;
    close(&bar).await;
    let panel = Panel::start(SIZE).await;
    let window = Window::open(bar.data(), &panel);
    panel.next_repaint();
    panel.settle(QUIET);
    let mut heard = listen(&bar);
    let manager = &bar.staff().manager;
    let order = manager.board().await.expect("a manager sees it").orders[0].id;

    let (mut from_event, mut from_key) = (Vec::new(), Vec::new());
    for step in [Step::Make, Step::Unmake].into_iter().cycle().take(events) {
        let before = panel.picture();
        panel.settle(BETWEEN);
        let pressed = now();
        manager.step(order, step, None).await.expect("it is the next step");
        let told = within("the event", heard.recv()).await.expect("the reader goes on");
        let shown = panel.next_repaint();
        assert!(panel.picture() != before, "the frame shows it");
        from_event.push(shown.saturating_duration_since(told));
        from_key.push(shown.duration_since(pressed));
        pass(BETWEEN).await;
    }
    table.row(
        "live event to the frame that shows it",
        spread(&from_event),
        format!(
            "{events} events, from when another reader of the feed had them; goal: 50 ms at most"
        ),
    );
    table.row("a barista's request to that frame", spread(&from_key), "the disk's part included");
    window.close().await;
}

async fn close(bar: &OpenBar) {
    let closed = ShopChange::CLOSE;
    bar.staff().manager.set_shop(&closed).await.expect("a manager may");
}

/// When each change comes to another reader of the feed.
fn listen(bar: &OpenBar) -> mpsc::Receiver<Instant> {
    let (updates, mut comes) = mpsc::channel(UPDATE_QUEUE);
    let (tell, heard) = mpsc::channel(UPDATE_QUEUE);
    tokio::spawn(LiveReader::new(bar.staff().manager.clone()).run(updates));
    tokio::spawn(async move {
        while let Some(update) = comes.recv().await {
            if matches!(update, Update::Change(_)) && tell.send(now()).await.is_err() {
                return;
            }
        }
    });
    heard
}

//! A terminal whose size changes while orders come in.

use demitasse_tests::{Launch, OpenBar};

use crate::{DRINKS, is_live};

/// Down to the smallest phone and back, through the sizes at which the layout turns.
const SIZES: [(u16, u16); 10] = [
    (200, 60),
    (120, 40),
    (80, 24),
    (60, 20),
    (40, 15),
    (60, 20),
    (80, 24),
    (120, 40),
    (200, 60),
    (40, 15),
];

/// Orders that come in at each size.
const EACH_TIME: u32 = 4;

#[tokio::test(flavor = "multi_thread")]
async fn a_resized_board_is_whole_at_every_size() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(1).await;
    let oldest = " 1 ";
    let (columns, rows) = SIZES[0];
    let mut board = Launch::board(bar.data(), "Ana").sized(columns, rows).start();
    board.shows("a live board", is_live).await;
    for (columns, rows) in SIZES {
        // Orders come in before and after it.
        let ((), ()) = tokio::join!(bar.queue(EACH_TIME), async { board.resize(columns, rows) });
        let mut fresh = Launch::board(bar.data(), "Ana").sized(columns, rows).start();
        fresh.shows("a live board", is_live).await;
        board.shows_the_same_as(&mut fresh).await;
        let text = board.text();
        assert!(text.contains(oldest), "the oldest ticket shows at {columns}×{rows}:\n{text}");
    }
}

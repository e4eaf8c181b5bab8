//! What a board takes while nothing happens but time.

use std::time::Duration;

use crate::bar::FullBar;
use crate::clock::pass;
use crate::core_time::core_time;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::ms;

pub(crate) async fn measure(table: &mut Table, bar: &FullBar, span: Duration) {
    let board = bar.board();
    pass(Duration::from_secs(1)).await;
    board.settle();
    let before = core_time(board.process());
    pass(span).await;
    let own = core_time(board.process()).saturating_sub(before);
    let written: usize = board.settle().iter().map(|paint| paint.bytes.len()).sum();
    table.row(
        format!("{} idle seconds", span.as_secs()),
        format!("{:.3} % of a core", own.div_duration_f64(span) * 100.0),
        format!("{}; {written} bytes written", ms(own)),
    );
}

//! What the monitor takes while nothing happens: on a closed bar, where nothing shown changes, and
//! on an open one, where the countdown does.

use std::time::Duration;

use demitasse_shared::api::ShopChange;
use demitasse_tests::OpenBar;

use crate::SIZE;
use crate::clock::pass;
use crate::core_time::core_time;
use crate::panel::Panel;
use crate::window::Window;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::{mb, per_second};

/// Until what comes at a start is over.
const SETTLE: Duration = Duration::from_secs(5);

pub(crate) async fn measure(table: &mut Table, span: Duration) {
    let bar = OpenBar::with_drinks(100).await;
    bar.queue(5).await;
    let panel = Panel::start(SIZE).await;
    let window = Window::open(bar.data(), &panel);
    pass(SETTLE).await;
    watch(table, "with the countdown", "goal: one a second, 3 %", &panel, &window, span).await;
    let closed = ShopChange::CLOSE;
    bar.staff().manager.set_shop(&closed).await.expect("a manager may");
    pass(SETTLE).await;
    watch(table, "nothing shown changes", "goal: none, 0.0 %", &panel, &window, span).await;
    let memory = window.process().memory();
    table.row(
        "memory of its own (anonymous)",
        mb(memory.own),
        format!("{} resident; goal: 60 MB at most", mb(memory.resident)),
    );
    window.close().await;
}

async fn watch(
    table: &mut Table,
    what: &str,
    goal: &str,
    panel: &Panel,
    window: &Window,
    span: Duration,
) {
    panel.repaints();
    let before = core_time(window.process());
    pass(span).await;
    let own = core_time(window.process()).saturating_sub(before);
    let repaints = panel.repaints();
    table.row(
        format!("{} idle seconds, {what}", span.as_secs()),
        format!("{:.2} % of a core", own.div_duration_f64(span) * 100.0),
        format!("{repaints} repaints, {:.2} a second; {goal}", per_second(repaints, span)),
    );
}

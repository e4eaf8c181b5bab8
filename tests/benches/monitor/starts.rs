//! From the start to the first picture: before there is a server, and to the code of one.

use std::path::Path;
use std::time::Duration;

use demitasse_tests::OpenBar;

use crate::SIZE;
use crate::clock::now;
use crate::panel::Panel;
use crate::window::Window;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::{median, ms, range};

pub(crate) async fn measure(table: &mut Table, starts: usize) {
    let panel = Panel::start(SIZE).await;
    let empty = tempfile::tempdir().expect("a folder");
    tell(table, "without a server", &panel, empty.path(), starts).await;
    let bar = OpenBar::with_drinks(100).await;
    tell(table, "beside its server", &panel, bar.data(), starts).await;
}

async fn tell(table: &mut Table, what: &str, panel: &Panel, data: &Path, starts: usize) {
    let mut spans = Vec::new();
    for _ in 0..starts {
        spans.push(first_frame(panel, data).await);
    }
    let all = range(spans.iter().map(|span| span.as_secs_f64() * 1_000.0));
    table.row(
        format!("start to first frame, {what}"),
        ms(median(spans)),
        format!("{all} ms in {starts} starts; goal: 400 ms at most"),
    );
}

/// Until there is more on the panel than one colour.
async fn first_frame(panel: &Panel, data: &Path) -> Duration {
    panel.settle(Duration::from_millis(100));
    let began = now();
    let window = Window::open(data, panel);
    let span = loop {
        let at = panel.next_repaint();
        if panel.is_painted() {
            break at.duration_since(began);
        }
    };
    window.close().await;
    span
}

//! Every page of the guests' web app and every face of the monitor, as contact sheets for people to
//! look at, and the pages of the documentation that show them: `cargo xtask sheet`.

mod event;
mod monitor;
mod phone;
mod report;

use std::time::Duration;

use demitasse_tests::Auditor;
use serde::Deserialize;

/// The most that one sheet takes: documentation is read on slow lines, too.
const BYTES: usize = 200_000;

const PATIENCE: Duration = Duration::from_mins(5);

/// What became of a sheet.
#[derive(Deserialize)]
struct Sheet {
    width: u32,
    height: u32,
    bytes: usize,
}

#[tokio::main]
async fn main() {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let wishes = |part: &str| named.is_empty() || named.iter().any(|word| word == part);
    let mut auditor = Auditor::new(PATIENCE).await;
    if wishes("phone") {
        phone::document(&mut auditor).await;
    }
    if wishes("monitor") {
        monitor::document(&mut auditor).await;
    }
    if wishes("report") {
        report::document(&mut auditor).await;
    }
    auditor.close().await;
}

#[expect(clippy::print_stderr, reason = "a command for people")]
fn tell(file: &str, sheet: &Sheet) {
    let Sheet { width, height, bytes } = sheet;
    eprintln!("docs/{file}: {width} × {height}, {bytes} bytes");
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

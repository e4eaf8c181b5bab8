//! The day's report, as an organiser reads it.

use std::fs;
use std::path::Path;

use demitasse::report::{Masthead, page, text};
use demitasse_tests::{Auditor, source};
use serde_json::json;

use crate::event::Event;
use crate::{BYTES, Sheet, tell};

const DAYS: [&str; 3] = ["2022-10-12", "2022-10-13", "2022-10-14"];

/// Takes the picture. The pages themselves are left beside the build, to be looked at.
pub(crate) async fn document(auditor: &mut Auditor) {
    let reports = Event::held(&DAYS).await;
    let masthead = Masthead { venue: "Bar am Steg".to_owned(), accent: None };
    let folder = std::env::temp_dir().join("demitasse-report");
    fs::create_dir_all(&folder).expect("a folder");
    let keep = |name: &str, content: &str| {
        let path = folder.join(name);
        fs::write(&path, content).expect("it can be written");
        path
    };
    let day = keep("day.html", &page(&masthead, &reports[..1]));
    keep("event.html", &page(&masthead, &reports));
    keep("day.txt", &text(&masthead, &reports[..1]));
    keep("event.txt", &text(&masthead, &reports));
    let file = "screens/report.webp";
    let sheet: Sheet = auditor.ask("sheet", wish(&day, file)).await;
    tell(file, &sheet);
}

fn wish(day: &Path, file: &str) -> serde_json::Value {
    let address = format!("file://{}", day.display());
    json!({
        "tiles": [{ "label": "report", "address": address }],
        "look": { "width": 900, "height": 1_200, "text": 100, "colorScheme": "light" },
        "columns": 1,
        "tile": 800,
        "path": source::root().join("docs").join(file),
        "bytes": BYTES,
    })
}

//! Every face of the overhead monitor, from its real window.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use demitasse_shared::monitor::sample::Sample;
use demitasse_shared::monitor::{Lead, Said, Screen};
use demitasse_tests::{Auditor, Kiosk, Panel, alone, program, sample, source, within};
use serde_json::json;
use tokio::process::Command;

use crate::{BYTES, Sheet, sentence, tell};

/// A way to hang the monitor up.
struct Hung {
    name: &'static str,
    about: &'static str,
    panel: Panel,
    /// More on the program's command line.
    more: &'static [&'static str],
    /// How a face stands on the sheet: how wide in pixels, and how many in a row.
    width: u32,
    columns: u32,
}

const HUNG: [Hung; 6] = [
    hung("1080p", "1080p", Panel::FULL_HD, (560, 3)),
    hung("4k", "4K, which is the same with more pixels", Panel::UHD, (560, 3)),
    hung("portrait", "1080p, turned on its side", Panel::PORTRAIT, (300, 5)),
    hung("wide", "21:9", Panel::WIDE, (640, 3)),
    Hung {
        more: &["--theme", "light"],
        ..hung("light", "in a bright hall: `--theme light`", Panel::FULL_HD, (560, 3))
    },
    Hung {
        more: &["--languages", "de,en"],
        ..hung("languages", "two languages at once, as a venue may wish", Panel::FULL_HD, (560, 3))
    },
];

const fn hung(
    name: &'static str,
    about: &'static str,
    panel: Panel,
    (width, columns): (u32, u32),
) -> Hung {
    Hung { name, about, panel, more: &[], width, columns }
}

/// Takes the pictures, and writes the page that shows them.
pub(crate) async fn document(auditor: &mut Auditor) {
    let mut page = String::from(INTRODUCTION);
    faces(&mut page);
    for hung in &HUNG {
        let file = format!("screens/monitor-{}.webp", hung.name);
        let sheet = sheet(auditor, hung, &file).await;
        tell(&file, &sheet);
        let about = sentence(hung.about);
        write!(page, "\n{about}\n\n![Every face: {}]({file})\n", hung.about).expect("it has room");
    }
    write!(page, "{FLAGS}\n```text\n{}\n```\n", help().await.trim_end()).expect("it has room");
    let docs = source::root().join("docs");
    let mut kiosk = Kiosk::preview(Panel::SMALL, Sample::Open, &[]).await;
    kiosk.code().await;
    kiosk.face().await.save_to(&docs.join("screens/monitor.png"));
    fs::write(docs.join("monitor.md"), page).expect("docs/ can be written");
}

/// Photographs every face on one kind of panel.
async fn sheet(auditor: &mut Auditor, hung: &Hung, file: &str) -> Sheet {
    let folder = tempfile::tempdir().expect("a folder");
    let mut kiosk = Kiosk::preview(hung.panel, Sample::ALL[0], hung.more).await;
    let mut tiles = Vec::new();
    for (nth, &face) in Sample::ALL.iter().enumerate() {
        if nth > 0 {
            kiosk.turn_to(face, hung.more).await;
        }
        let path = folder.path().join(face.as_str()).with_extension("png");
        photograph(&mut kiosk, face, &path).await;
        tiles.push(json!({ "label": face.as_str(), "file": path }));
    }
    let path = source::root().join("docs").join(file);
    let (width, columns) = (hung.width, hung.columns);
    let wish =
        json!({ "tiles": tiles, "width": width, "columns": columns, "path": path, "bytes": BYTES });
    auditor.ask("mosaic", wish).await
}

async fn photograph(kiosk: &mut Kiosk, face: Sample, path: &Path) {
    let codes = sample::codes(&sample::screen(face));
    kiosk.shows(face.as_str(), |panel| !panel.is_blank() && panel.codes() == codes).await;
    kiosk.face().await.save_to(path);
}

/// What each face says, in a table.
fn faces(page: &mut String) {
    for &face in Sample::ALL {
        let (word, when, says) = (face.as_str(), when(face), says(&sample::screen(face)));
        writeln!(page, "| `{word}` | {when} | {says} |").expect("a text has room");
    }
}

/// The words in the code's place, or beside the code.
fn says(screen: &Screen) -> String {
    let (first, then) = match &screen.lead {
        Lead::Code(card) => (&card.title, vec![&card.drinks_left, &card.countdown.words]),
        Lead::Notice(notice) => {
            let countdown = notice.countdown.as_ref().map(|countdown| &countdown.words);
            (&notice.title, countdown.into_iter().chain(&notice.line).collect())
        }
    };
    let then: Vec<_> = then.into_iter().map(Said::leading).collect();
    let warning = screen.warning.as_ref().map(Said::leading).unwrap_or_default();
    let announcement = screen.announcement.as_deref().unwrap_or_default();
    let said = [announcement, warning, &format!("**{}**", first.leading())];
    let said: Vec<_> = said.into_iter().chain(then).filter(|words| !words.is_empty()).collect();
    said.join("<br>").replace('|', "\\|")
}

/// When a face comes.
fn when(face: Sample) -> &'static str {
    match face {
        Sample::Open => "The bar is open and the window has drinks left",
        Sample::Quiet => "The same, before the first order",
        Sample::Rush => {
            "More numbers than fit at the size that reads from ten metres: they take turns, a page every eight seconds"
        }
        Sample::Announcement => "Staff have a line for everybody, until its time is over",
        Sample::SoldOut => "The window's drinks are gone; the next window brings new ones",
        Sample::Full => "The bar has as many orders in hand as the settings allow",
        Sample::Paused => "Staff take a break",
        Sample::Closed => "The bar is closed, and nobody has said until when",
        Sample::Opens => "The bar is closed, and staff have said until when",
        Sample::Night => "Closed for more than half an hour, and not about to open",
        Sample::Turning => "One code is over and the next is on its way, for a moment",
        Sample::Connecting => "The server has not answered yet",
        Sample::LineLost => {
            "The line to the server broke: the code goes at once, the numbers stay, with their age"
        }
        Sample::Unpaired => "The server does not know this monitor, or has been told to forget it",
    }
}

async fn help() -> String {
    let mut kiosk = Command::new(program("demitasse-kiosk"));
    alone(kiosk.as_std_mut()).arg("--help");
    let output = within("the program's help", kiosk.output()).await.expect("it can be started");
    String::from_utf8(output.stdout).expect("text")
}

const INTRODUCTION: &str = "\
# The overhead monitor, in every state

Made by `cargo xtask sheet` from the real program's window, with the sample data of
`shared/src/monitor/sample.rs`. To see a face on the panel itself, before the bar is there:

```sh
demitasse-kiosk --preview rush
```

The code is on show only while it is known to be good: when the window is over, the drinks are gone, the bar is full or
closed, or the line to the server is silent, it goes at once. Ready numbers stand newest first, and are filled for their first half minute.

| `--preview` | when it comes | what it says |
| --- | --- | --- |
";

const FLAGS: &str = "
## Flags

What stands in brackets as `env` can be set in the surroundings instead.
";

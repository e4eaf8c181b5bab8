//! Every page of the guests' web app in every state.

use std::fmt::Write;
use std::fs;

use demitasse_tests::{Auditor, Gallery, source};
use serde_json::{Value, json};

use crate::{BYTES, Sheet, sentence, tell};

const SMALL: (u32, u32) = (320, 568);
const LARGE: (u32, u32) = (430, 932);

/// A way to look at all pages.
struct Look {
    name: &'static str,
    about: &'static str,
    language: &'static str,
    phone: (u32, u32),
    scheme: &'static str,
    text: u32,
}

const LOOKS: [Look; 6] = [
    look("small-light", "a small phone, in the light", "en", SMALL, "light", 100),
    look("large-dark", "a large phone, in the dark", "en", LARGE, "dark", 100),
    look("german", "German, with its long words, on a small phone", "de", SMALL, "dark", 100),
    look("arabic-small", "Arabic, from right to left, on a small phone", "ar", SMALL, "dark", 100),
    look("arabic-large", "Arabic on a large phone", "ar", LARGE, "light", 100),
    look("text", "letters of twice the size on a small phone", "en", SMALL, "light", 200),
];

const fn look(
    name: &'static str,
    about: &'static str,
    language: &'static str,
    phone: (u32, u32),
    scheme: &'static str,
    text: u32,
) -> Look {
    Look { name, about, language, phone, scheme, text }
}

/// Pages that belong on one sheet.
struct Part {
    name: &'static str,
    about: &'static str,
    holds: fn(&str) -> bool,
}

const PARTS: [Part; 3] = [
    Part { name: "choosing", about: "On the way to an order", holds: is_before },
    Part { name: "order", about: "An order's life, and after it", holds: is_after },
    Part { name: "no", about: "Where the bar says no", holds: is_refusal },
];

fn is_before(page: &str) -> bool {
    !is_after(page) && !is_refusal(page)
}

fn is_after(page: &str) -> bool {
    ["order-", "journey", "today", "forget"].iter().any(|start| page.starts_with(start))
}

fn is_refusal(page: &str) -> bool {
    page.starts_with("refused-")
}

/// Takes the pictures, and writes the page that shows them.
pub(crate) async fn document(auditor: &mut Auditor) {
    let gallery = Gallery::open(&["en", "de", "ar"]).await;
    let mut page = String::from(INTRODUCTION);
    for part in &PARTS {
        writeln!(page, "\n## {}", part.about).expect("a text has room");
        for look in &LOOKS {
            let file = format!("screens/phone-{}-{}.webp", part.name, look.name);
            let sheet: Sheet = auditor.ask("sheet", wish(&gallery, part, look, &file)).await;
            tell(&file, &sheet);
            let about = sentence(look.about);
            write!(page, "\n{about}\n\n![{}: {}]({file})\n", part.about, look.about)
                .expect("a text has room");
        }
    }
    fs::write(source::root().join("docs/phone.md"), page).expect("docs/ can be written");
}

const INTRODUCTION: &str = "\
# The guest's phone, in every state

Made by `cargo xtask sheet` from the very pages that the tests look through; the word under each
phone is the name of the sample in `server/src/web/samples.rs`.
";

fn wish(gallery: &Gallery, part: &Part, look: &Look, file: &str) -> Value {
    let tiles: Vec<_> = gallery
        .names_in(look.language)
        .filter(|(name, _)| (part.holds)(name))
        .map(|(label, address)| json!({ "label": label, "address": address }))
        .collect();
    let (width, height) = look.phone;
    json!({
        "tiles": tiles,
        "look": { "width": width, "height": height, "text": look.text, "colorScheme": look.scheme },
        "columns": 9,
        "path": source::root().join("docs").join(file),
        "bytes": BYTES,
    })
}

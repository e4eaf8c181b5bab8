//! The page around a board, and the form that pairs a tablet. Both work in any browser; the board
//! needs a script.

use maud::{DOCTYPE, Markup, html};

/// Where the page's parts are.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The venue's name.
    pub venue: &'a str,
    /// The style sheet's address.
    pub style: &'a str,
    /// The script's address.
    pub script: &'a str,
    /// The address of the form's script, which takes a scanned code.
    pub pairing: &'a str,
    /// The icon's address.
    pub icon: &'a str,
}

/// The keys for whoever has no keyboard: what is sent, what is written, what is said.
const KEYS: [(&str, &str, &str); 19] = [
    ("1", "1", "1"),
    ("2", "2", "2"),
    ("3", "3", "3"),
    ("4", "4", "4"),
    ("5", "5", "5"),
    ("6", "6", "6"),
    ("7", "7", "7"),
    ("8", "8", "8"),
    ("9", "9", "9"),
    ("0", "0", "0"),
    ("ArrowLeft", "←", "Left"),
    ("ArrowUp", "↑", "Up"),
    ("ArrowDown", "↓", "Down"),
    ("ArrowRight", "→", "Right"),
    ("Enter", "⏎", "Enter"),
    ("z", "↶", "Undo"),
    ("?", "?", "Help"),
    ("Escape", "Esc", "Back"),
    ("", "⌨", "Keyboard"),
];

/// The board.
pub fn board(parts: &Parts<'_>) -> Markup {
    let body = html! {
        main.board #board tabindex="0" role="application" aria-label="The baristas' board"
            data-silent="No line to the bar for {seconds} s. What stands here may be old; keys count again once it is back."
            data-refused="Not sent: there is no line to the bar."
            data-quit="The board is closed."
            data-elsewhere="This board goes on in another tab."
            data-revoked="This tablet is not paired any more."
            data-closed="The bar's server has closed. The board comes back with it."
            data-failed="The board could not go on."
            data-full="There are too many boards open. Close one that nobody looks at." {}
        p.line #line role="status" hidden {}
        p.unseen #ruler aria-hidden="true" { "MMMMMMMMMMMMMMMMMMMM" }
        nav.keys #keys aria-label="Keys" {
            @for (key, sign, name) in KEYS {
                button type="button" data-key=(key) aria-label=(name) { (sign) }
            }
        }
        input.unseen #typed type="text" aria-label="Type here" autocapitalize="off"
            autocomplete="off" autocorrect="off" spellcheck="false" tabindex="-1";
        section.over #over hidden {
            p #why role="status" {}
            button #again type="button" { "Open it again" }
        }
        noscript { p.door { "The board needs JavaScript. Without it, any ssh client shows it too." } }
    };
    frame(parts, "board-page", &body, parts.script)
}

/// The form for a pairing code, with why the last one was not good.
pub fn door(parts: &Parts<'_>, why: Option<&str>) -> Markup {
    let body = html! {
        main.door {
            h1 { "The baristas' board" }
            p { "Staff make a pairing code on the bar's machine: " code { "demitasse staff pair --role barista --name NAME" } }
            form method="post" action="/barista" {
                label for="code" { "Pairing code" }
                input #code type="text" name="code" required maxlength="64" autofocus
                    autocomplete="off" autocapitalize="characters" spellcheck="false"
                    aria-describedby=[why.map(|_| "why")] aria-invalid=[why.map(|_| "true")];
                @if let Some(why) = why { p.why #why role="alert" { "! " (why) } }
                button { "Pair this tablet" }
            }
        }
    };
    frame(parts, "door-page", &body, parts.pairing)
}

fn frame(parts: &Parts<'_>, class: &str, body: &Markup, script: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { "Board · " (parts.venue) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="dark light";
                meta name="format-detection" content="telephone=no";
                meta name="apple-mobile-web-app-capable" content="yes";
                link rel="stylesheet" href=(parts.style);
                link rel="icon" type="image/svg+xml" href=(parts.icon);
                script type="module" src=(script) {}
            }
            body class=(class) { (body) }
        }
    }
}

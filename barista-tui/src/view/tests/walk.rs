//! The walk through all screens in `docs/barista.md`, painted by the program itself, so that it
//! cannot differ from it. After a change of what the board shows:
//!
//! ```console
//! $ DEMITASSE_WALK=write cargo nextest run -p demitasse-barista walk
//! ```

use std::fs;

use clap::CommandFactory;

use super::*;
use crate::cli::Cli;
use crate::config::Choice;
use crate::keymap::{Keymap, Scope};
use crate::theme::{Ascii, Look};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/barista.md");

/// Says that the document is to be written anew.
const WRITE: &str = "DEMITASSE_WALK";

/// Columns that the flags are explained in.
const HELP_WIDTH: usize = 98;

/// One screen of the walk.
struct Stop {
    caption: &'static str,
    /// The keys that lead there from the board.
    keys: &'static str,
    size: (u16, u16),
}

const fn stop(caption: &'static str, keys: &'static str, size: (u16, u16)) -> Stop {
    Stop { caption, keys, size }
}

const USUAL: (u16, u16) = (80, 24);

/// The walk over a calm board.
const STOPS: &[Stop] = &[
    stop("The board: three columns, oldest first. `1` acts on the ticket beside it.", "", USUAL),
    stop("The same on a large screen.", "", (120, 40)),
    stop("The same on a telephone: one column at a time.", "", (40, 15)),
    stop("`?` explains the keys.", "?", USUAL),
    stop("`x` asks why an order is cancelled.", "x", USUAL),
    stop("`i` shows a ticket with all of its note.", "i", USUAL),
    stop("`r` offers what was ready a short while ago.", "r", USUAL),
    stop("`o` closes the bar, and asks first.", "o", USUAL),
    stop("`w` shows the quiet layout of a rush, whatever the queue is.", "ww", USUAL),
    stop("`y` says how the board calls, and lets one hear it.", "y", USUAL),
];

fn fenced(text: &str) -> String {
    format!("```text\n{}\n```\n", text.trim_end())
}

/// What a screen shows, without the quotes around its lines.
fn shown(model: &Model, (width, height): (u16, u16)) -> String {
    let screen = screen(model, width, height);
    let lines = screen.lines().map(|line| line.trim_matches('"').trim_end());
    fenced(&lines.collect::<Vec<_>>().join("\n"))
}

fn after_keys(mut model: Model, keys: &str) -> Model {
    for key in keys.chars() {
        press(&mut model, KeyCode::Char(key));
    }
    model
}

fn screens() -> String {
    let mut text = String::new();
    let mut add = |caption: &str, model: &Model, size| {
        text.extend(["\n", caption, "\n\n", &shown(model, size)]);
    };
    for stop in STOPS {
        add(stop.caption, &after_keys(calm(), stop.keys), stop.size);
    }
    add("Forty people wait.", &rush(), USUAL);
    let mut down = calm();
    update(&mut down, Msg::Live(Update::Down("gone".to_owned())));
    fixture::tick(&mut down, 442);
    add("The line is down: what shows is from before, and keys are refused.", &down, USUAL);
    let mut german = calm();
    german.words = Words::of(Some("de"));
    add("In another language.", &german, USUAL);
    text
}

/// The board where there is nothing but ASCII.
fn in_ascii() -> String {
    let mut terminal = Terminal::new(TestBackend::new(80, 12)).expect("a test backend");
    let theme = Theme::chosen(Look { ascii: Ascii::On, ..Look::default() }, |_| None);
    terminal.draw(|frame| drop(paint(frame, &calm(), theme))).expect("a test backend draws");
    let text = terminal.backend().to_string();
    let lines = text.lines().map(|line| line.trim_matches('"').trim_end());
    fenced(&lines.collect::<Vec<_>>().join("\n"))
}

fn keys_table() -> String {
    let (keymap, words) = (Keymap::default(), Words::of(None));
    let lines = keymap.help(Scope::Board, words);
    let rows =
        lines.iter().map(|line| format!("| {} | {} |\n", line.keys, words.plain(line.about)));
    format!("| keys | what they do |\n| --- | --- |\n{}", rows.collect::<String>())
}

fn help() -> String {
    let command = Cli::command().mut_args(|arg| arg.hide_env_values(true));
    fenced(&command.term_width(HELP_WIDTH).render_long_help().to_string())
}

fn document() -> String {
    let settings = format!("```toml\n{}```\n", Choice::usual().written());
    format!(
        "# The baristas' terminal\n\n\
         A walk through all screens, painted by the program's own tests from sample orders. What \
         is said in words here is\nsaid by colours as well, where the terminal has any.\n\
         {}\n## Keys\n\n{}\nA place is the digit beside a ticket. A tap on a ticket selects it. Every key can be \
         another: see Settings.\n\n\
         A digit, Enter and a tap mean the ticket that was painted there. Where another one has come \
         there less than 0.4 seconds\nago, or the ticket has gone on in other hands, nothing is \
         stepped and the line above the keys says so. The same ticket's\nnext step within that time \
         is a finger that bounced, or a key that is held down. The rush comes and goes by itself \
         only\nwhile no key has been pressed for a second; `/` brings the columns where the rush does \
         not show a ticket, `w` leads back.\nA walk-up order that was refused is kept: `n` opens it \
         again.\n\n\
         ## Sound\n\n\
         The board calls when an order comes into an empty queue, when one will soon expire (once \
         for each), and when something\nis announced; never more than once a second. It rings the \
         bell, lights the top line up for a moment, or both. `y`, then\n`Enter`, makes it silent; \
         the top line says so.\n\n\
         ## Any terminal\n\n\
         24-bit colours where `COLORTERM` or the terminal's name promise them, else 256, else the \
         terminal's own sixteen; none with\n`NO_COLOR` or on a terminal without. Light grounds \
         where `COLORFGBG` names one, or with `--background light`. Where the\nlocale knows no \
         UTF-8, nothing but ASCII is painted:\n\n{}\n\
         ## Stations\n\n\
         Several boards can share the queue. `--station 2/3` makes every third number, beginning \
         with the second; `--station\nespresso,cortado` makes these drinks, a category of \
         the menu all of its own; `2/3,espresso` is both. `f` shows all tickets,\nand those of \
         the station again.\n\n\
         ## Flags, surroundings, exit codes\n\n{}\n\
         ## Settings\n\n\
         `demitasse-barista --print-config > ~/.config/demitasse/barista.toml` writes what is in \
         force now. A word that nobody\nunderstands is refused with its line and the word that \
         was meant.\n\n{settings}",
        screens(),
        keys_table(),
        in_ascii(),
        help(),
    )
}

#[test]
fn the_walk_in_the_documents_shows_the_program_as_it_is() {
    let document = document();
    if std::env::var_os(WRITE).is_some() {
        fs::write(DOCUMENT, &document).expect("the document can be written");
    }
    let written = fs::read_to_string(DOCUMENT).unwrap_or_default();
    let lines = written.lines().zip(document.lines());
    let differs = lines.enumerate().find(|(_, (written, painted))| written != painted);
    assert!(
        differs.is_none() && written.len() == document.len(),
        "docs/barista.md is from before; write it anew with {WRITE}=write. It differs at {differs:?}"
    );
}

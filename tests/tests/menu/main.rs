//! The menu of a venue: changed while the bar serves, and from the command line whether it serves
//! or not. The document that tells venues how is held to the program.

mod command;
mod document;
mod live;

use demitasse_shared::menu::Menu;
use demitasse_tests::source;

/// The menu that comes along, as text.
fn default_text() -> String {
    source::read("assets/menus/default.toml")
}

/// The menu that comes along.
fn default_menu() -> Menu {
    toml::from_str(&default_text()).expect("a good menu")
}

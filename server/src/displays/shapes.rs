//! Small drawings: the cup, and what stands beside a number so that colour is never alone.

use maud::{Markup, PreEscaped, html};

/// The drawings, once for the whole page.
pub(super) fn symbols() -> Markup {
    html! {
        svg.symbols aria-hidden="true" {
            symbol #cup viewBox="0 0 24 24" { (PreEscaped(CUP)) }
            symbol #steam viewBox="0 0 24 24" { (PreEscaped(CUP)) (PreEscaped(STEAM)) }
            symbol #check viewBox="0 0 20 20" { (PreEscaped(CHECK)) }
            symbol #checked viewBox="0 0 20 20" { (PreEscaped(CHECKED)) }
            symbol #half viewBox="0 0 20 20" { (PreEscaped(HALF)) }
            symbol #ring viewBox="0 0 20 20" { (PreEscaped(RING)) }
            symbol #clock viewBox="0 0 20 20" { (PreEscaped(CLOCK)) }
            symbol #speech viewBox="0 0 20 20" { (PreEscaped(SPEECH)) }
            symbol #alarm viewBox="0 0 20 20" { (PreEscaped(ALARM)) }
        }
    }
}

/// One of them, in the colour of the text around it.
pub(super) fn shape(name: &str) -> Markup {
    html! { svg.shape aria-hidden="true" { use href=(format!("#{name}")) {} } }
}

/// A demitasse on its saucer, on a grid of 24 units with lines 1.75 wide.
const CUP: &str = r#"<path class="drawn" d="M4 9.5h12V12a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10.5c4.6-.9 4.4 4.3-.6 3.7M3 20.5h15"/>"#;

/// The same while the bar brews.
const STEAM: &str =
    r#"<path class="drawn" d="M7.8 6.4c-1.1-1.2 1.1-2.4 0-3.6M12.2 6.4c-1.1-1.2 1.1-2.4 0-3.6"/>"#;

const CHECK: &str = r#"<path class="thick" d="M2.4 10.8 8 16.4 18 4.4"/>"#;

/// A disc with a check mark cut out of it.
const CHECKED: &str = r#"<path d="M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.6 14.6L4.9 11.1l1.2-1.2 2.2 2.2 5.2-6.3 1.4 1.1z"/>"#;

/// A circle whose left half is filled: in hand.
const HALF: &str =
    r#"<path d="M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2.2a7.8 7.8 0 0 1 0 15.6z"/>"#;

/// An empty circle: in the queue.
const RING: &str = r#"<circle class="ring" cx="10" cy="10" r="8.9"/>"#;

/// A clock's face: of some time ago.
const CLOCK: &str =
    r#"<circle class="ring" cx="10" cy="10" r="8.9"/><path class="ring" d="M10 4.4V10l4 2.4"/>"#;

/// A bubble with two lines of speech cut out of it.
const SPEECH: &str = r#"<path fill-rule="evenodd" d="M3 2h14a3 3 0 0 1 3 3v7.2a3 3 0 0 1-3 3H9l-5 4v-4H3a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3zm1.4 3.7v1.8h11.2V5.7zm0 4v1.8H12V9.7z"/>"#;

/// An exclamation mark in a filled triangle.
const ALARM: &str = r#"<path d="M10 .6c.6 0 1.1.3 1.4.8l8.3 15.7a1.6 1.6 0 0 1-1.4 2.4H1.7a1.6 1.6 0 0 1-1.4-2.4L8.6 1.4c.3-.5.8-.8 1.4-.8zM8.9 6.6l.3 6.2h1.6l.3-6.2zm1.1 7.5a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z" fill-rule="evenodd"/>"#;

//! The two columns of numbers. Nothing else on the panel is written in figures of their size.

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::monitor::{Column, FRESH_FOR, Mark, Number};
use maud::{Markup, html};

use super::said::Speaker;
use super::shapes::shape;

/// A heading and the numbers under it.
pub(super) fn column(
    column: &Column,
    mark: &str,
    speaker: Speaker<'_>,
    board: Option<&Board>,
) -> Markup {
    let longest = column.numbers.iter().map(|number| number.figures).max().unwrap_or_default();
    let digits = longest.to_string().len().max(2);
    html! {
        h2 { (shape(mark)) (speaker.say(&column.title)) }
        @if column.numbers.is_empty() { p.empty { (speaker.say(&column.empty)) } }
        @else {
            ul.numbers data-digits=(digits) {
                @for number in &column.numbers { (one(number, board)) }
            }
        }
    }
}

/// One number with its mark and its drink.
fn one(number: &Number, board: Option<&Board>) -> Markup {
    let (class, mark) = look(number.mark);
    let fresh = (number.mark == Mark::Fresh).then(|| fresh_until(number, board)).flatten();
    html! {
        li class=(class) data-fresh=[fresh.map(Timestamp::as_millisecond)] {
            b { (number.figures) }
            span.drink { span.now { (shape(mark)) } span.old { (shape("clock")) } bdi { (number.drink) } }
        }
    }
}

fn look(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Fresh => ("ready fresh", "check"),
        Mark::Ready => ("ready", "check"),
        Mark::Making => ("making", "half"),
        Mark::Waiting => ("waiting", "ring"),
    }
}

/// Until when a number stands out as new: a page without a line ends that by itself.
fn fresh_until(number: &Number, board: Option<&Board>) -> Option<Timestamp> {
    let ready = board?.ready();
    let order = ready.into_iter().find(|order| order.number == Some(number.figures))?;
    order.ready_at?.checked_add(FRESH_FOR).ok()
}

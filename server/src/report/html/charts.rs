//! What the drawings have in common: they are stretched to the page, so they hold shapes alone.

use maud::{Markup, html};

/// How many units of a drawing are its whole height, or a bar's whole length.
pub(super) const WHOLE: u32 = 1_000;

/// A part of the whole, in a drawing's units.
pub(super) fn part(value: u32, most: u32) -> u32 {
    let most = u64::from(most.max(1));
    u32::try_from(u64::from(value) * u64::from(WHOLE) / most).unwrap_or(WHOLE).min(WHOLE)
}

/// A drawing of so many units that stretches. `says` is what somebody who does not see it hears.
pub(super) fn drawing(name: &str, says: &str, width: u32, shapes: &Markup) -> Markup {
    html! {
        svg class="chart" viewBox={ "0 0 " (width) " " (WHOLE) } preserveAspectRatio="none"
            role="img" aria-label={ (name) ". " (says) } {
            title { (name) }
            desc { (says) }
            (shapes)
        }
    }
}

/// A number's bar, in the row where the number stands: nothing new for a screen reader.
pub(super) fn bar(value: u32, most: u32) -> Markup {
    stacked(&[("fill", value)], most)
}

/// Parts behind each other in one bar, each in the look of its class.
pub(super) fn stacked(parts: &[(&str, u32)], most: u32) -> Markup {
    let mut end = 0;
    let ends = parts.iter().map(|&(class, value)| {
        let start = end;
        end += value;
        (class, part(start, most), part(end, most))
    });
    let ends: Vec<_> = ends.collect();
    html! {
        svg class="bar" viewBox={ "0 0 " (WHOLE) " 10" } preserveAspectRatio="none" aria-hidden="true" {
            @for (class, from, to) in ends { rect class=(class) x=(from) width=(to - from) height="10" {} }
        }
    }
}

/// The lines that part a drawing's height in four.
pub(super) fn grid(width: u32) -> Markup {
    html! {
        @for quarter in 1..4 { path class="grid" d={ "M0 " (quarter * WHOLE / 4) "H" (width) } {} }
    }
}

/// A piece of a drawing's look, beside the word for it.
pub(super) fn swatch(class: &str) -> Markup {
    let is_line = ["mark", "came", "got"].contains(&class);
    html! {
        svg class="swatch" viewBox="0 0 24 12" aria-hidden="true" {
            @if is_line { path class=(class) d="M0 6H24" {} }
            @else { rect class=(class) width="24" height="12" {} }
        }
    }
}

/// A line's place at the side of a drawing, in percent of its width.
pub(super) fn place(index: usize, of: usize) -> String {
    let (index, of) = (u32::try_from(index).unwrap_or(0), u32::try_from(of.max(1)).unwrap_or(1));
    let tenths = part(index, of);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The least number of a round kind that is no less than this: an axis ends with it.
pub(super) fn round_up(value: u32) -> u32 {
    let mut unit = 1_u32;
    loop {
        for step in [1, 2, 4, 5, 6, 8].map(|step| step * unit) {
            if step >= value {
                return step;
            }
        }
        let Some(next) = unit.checked_mul(10).filter(|next| *next <= 100_000_000) else {
            return value;
        };
        unit = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_with_a_round_number() {
        for (value, expected) in [(0, 1), (1, 1), (3, 4), (7, 8), (9, 10), (31, 40), (101, 200)] {
            assert_eq!(round_up(value), expected, "{value}");
        }
        assert!(round_up(u32::MAX) >= 800_000_000);
    }

    #[test]
    fn a_part_stays_within_the_whole() {
        assert_eq!([part(0, 9), part(9, 9), part(1, 3)], [0, WHOLE, 333]);
        assert_eq!([part(5, 0), part(u32::MAX, 1)], [WHOLE, WHOLE]);
        assert_eq!([place(0, 9), place(1, 3), place(9, 9)], ["0.0%", "33.3%", "100.0%"]);
    }
}

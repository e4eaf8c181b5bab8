//! Sizes in hundredths of the panel's shorter side, so that a panel turned on its side reads from
//! as far away as before.

/// Text that stands alone on the panel.
pub(crate) const HERO: f32 = 8.8;
/// A time that runs down where the code would stand. Its figures are smaller than any order's.
pub(crate) const COUNTDOWN: f32 = 7.0;
/// The one thing to know beside the code.
pub(crate) const TITLE: f32 = 5.4;
/// What the bar has to say to everybody, at best and at least.
pub(crate) const ANNOUNCEMENT: (f32, f32) = (5.8, 3.6);
/// Headings and countdowns.
pub(crate) const BODY: f32 = 3.6;
/// A drink beside its number.
pub(crate) const DRINK: f32 = 3.0;
/// The rest.
pub(crate) const SMALL: f32 = 2.5;
/// Nothing is smaller.
pub(crate) const FLOOR: f32 = 2.3;
/// What a ready number's figures are high, and what they shrink to where many are ready.
pub(crate) const READY: (f32, f32) = (12.0, 9.0);
/// The same for a number in preparation.
pub(crate) const PREPARING: (f32, f32) = (7.0, 6.0);
/// Steps in which numbers shrink: few sizes make few glyphs to keep.
pub(crate) const NUMBER_STEP: f32 = 1.0;
/// The panel's margin.
pub(crate) const MARGIN: f32 = 4.0;
/// Corners.
pub(crate) const CORNER: f32 = 1.2;
/// Lines.
pub(crate) const LINE: f32 = 0.2;

/// The size of the second language's words beside words of a size.
pub(crate) fn second(leading: f32) -> f32 {
    match leading {
        HERO.. => BODY,
        BODY.. => DRINK,
        _ => SMALL.min(leading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::fonts::FIGURE_HEIGHT;

    #[test]
    fn sizes_read_from_ten_metres() {
        let texts = [HERO, COUNTDOWN, TITLE, ANNOUNCEMENT.1, BODY, DRINK, SMALL, FLOOR];
        for text in texts {
            assert!(text >= 2.2, "{text}");
            assert!(second(text) >= 2.2 && second(text) <= text, "{text}");
        }
        let (ready, ready_floor) = READY;
        let (preparing, preparing_floor) = PREPARING;
        assert!(ready >= ready_floor && ready_floor >= 9.0);
        assert!(preparing >= preparing_floor && preparing_floor >= 6.0);
        assert!(preparing < ready_floor, "ready numbers are the largest thing");
    }

    #[test]
    fn no_other_figures_are_as_large_as_an_orders() {
        let (_, smallest_order) = PREPARING;
        for text in [HERO, COUNTDOWN, TITLE, ANNOUNCEMENT.0, BODY, DRINK, SMALL] {
            assert!(text * FIGURE_HEIGHT < smallest_order, "{text}");
        }
    }
}

//! Where a figure stands on a scale on which each step is twice as far as the one before.

/// The scale's ends in the drawing.
pub(super) const LEFT: u32 = 480;
pub(super) const RIGHT: u32 = 920;

/// Steps of twice as bad to the left of the goal, and of twice as good to its right.
const WORSE: u32 = 6;
const BETTER: u32 = 4;
const STEP: u32 = (RIGHT - LEFT) / (WORSE + BETTER);

/// The goal's own place.
pub(super) const GOAL_X: u32 = LEFT + WORSE * STEP;

/// The least that can be seen of a bar.
const SLIVER: u32 = 3;

/// What is written above the scale.
pub(super) const TICKS: [(f64, &str); 6] = [
    (1.0 / 64.0, "64 ×"),
    (1.0 / 16.0, "16 ×"),
    (0.25, "4 ×"),
    (1.0, "goal"),
    (4.0, "4 ×"),
    (16.0, "16 ×"),
];

/// A figure's place by how many times better than the goal it is. What is off the scale stands at
/// its end.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies on the scale")]
pub(super) fn place(margin: f64) -> u32 {
    let x = f64::from(GOAL_X) + margin.log2() * f64::from(STEP);
    x.clamp(f64::from(LEFT), f64::from(RIGHT)).round() as u32
}

/// A bar from the goal to a figure: where it begins, and how long it is.
pub(super) fn bar(margin: f64) -> (u32, u32) {
    let x = place(margin);
    let (from, to) = if x < GOAL_X { (x, GOAL_X) } else { (GOAL_X, x) };
    (from.min(GOAL_X), (to - from).max(SLIVER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_twice_as_far() {
        assert_eq!(place(1.0), GOAL_X);
        assert_eq!(place(2.0) - GOAL_X, GOAL_X - place(0.5));
        assert_eq!(place(4.0) - GOAL_X, 2 * (place(2.0) - GOAL_X));
    }

    #[test]
    fn nothing_stands_outside() {
        for margin in [0.0, 1e-9, 1e9, f64::INFINITY] {
            assert!((LEFT..=RIGHT).contains(&place(margin)), "{margin}");
        }
        assert_eq!(bar(0.0), (LEFT, GOAL_X - LEFT));
        assert_eq!(bar(f64::INFINITY), (GOAL_X, RIGHT - GOAL_X));
    }

    #[test]
    fn a_figure_on_the_line_can_be_seen() {
        assert_eq!(bar(1.0), (GOAL_X, SLIVER));
    }
}

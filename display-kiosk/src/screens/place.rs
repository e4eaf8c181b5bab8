//! Brings one window to its monitor and keeps it there.
//!
//! A window that asks for full screen may not get it: bare X11 has nobody to ask, a window manager
//! may be late, and after a cable was pulled the window system takes the old request for granted.
//! So what counts is where the window is. While it does not fill its monitor it asks again, and
//! then takes the place itself.

use egui::Rect;

use super::Monitor;

/// Between two attempts, in seconds: window managers take their time.
const PATIENCE_SECONDS: f64 = 0.4;

/// For how long after an attempt the window's moves are taken for an answer to it, in seconds. A
/// later one is somebody else's, and worth another try.
const ECHO_SECONDS: f64 = 2.0;

/// After so many attempts in a row the window stays as it is until something changes. What the
/// attempts themselves change is none of it: where monitors mirror each other, or a notch takes
/// its part, a window that moves with each of them would flicker for ever.
const ATTEMPTS: u32 = 8;

/// How far a window may be from its monitor's edges, in pixels, and still fill it: places are told
/// in fractions of points.
const NEAR_PIXELS: f32 = 1.5;

/// What a window does to get to its monitor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Move {
    /// It asks for full screen on the monitor of this index.
    Enter(usize),
    /// It leaves full screen and asks anew, for those who believe that it is there already.
    Reenter(usize),
    /// It takes a place on the desktop, in pixels.
    Take(Rect),
}

/// A window on its way to a monitor, or there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    target: Option<Monitor>,
    window: Option<Rect>,
    attempts: u32,
    acted_at: f64,
}

impl Place {
    /// Where the window stands in the queue for its monitor: what to do now, and after how many
    /// seconds to look again.
    ///
    /// `window` is where it is, in pixels; nothing on window systems that do not tell.
    pub(crate) fn step(
        &mut self,
        target: &Monitor,
        window: Option<Rect>,
        now: f64,
    ) -> (Option<Move>, Option<f64>) {
        if self.target.as_ref() != Some(target) {
            *self = Self { target: Some(target.clone()), window, attempts: 0, acted_at: now };
            return (Some(Move::Enter(target.index)), Some(PATIENCE_SECONDS));
        }
        self.notice(window, now);
        if window.is_none_or(|window| fills(window, target.area)) || self.attempts >= ATTEMPTS {
            return (None, None);
        }
        let again_at = self.acted_at + PATIENCE_SECONDS;
        if now < again_at {
            return (None, Some(again_at - now));
        }
        (Some(self.attempt(target, now)), Some(PATIENCE_SECONDS))
    }

    /// Takes in where the window is.
    fn notice(&mut self, window: Option<Rect>, now: f64) {
        if self.window != window && now > self.acted_at + ECHO_SECONDS {
            self.attempts = 0;
        }
        self.window = window;
    }

    fn attempt(&mut self, target: &Monitor, now: f64) -> Move {
        self.attempts += 1;
        self.acted_at = now;
        let asks = self.attempts % 2 == 1;
        if asks { Move::Reenter(target.index) } else { Move::Take(target.area) }
    }

    /// The monitor is to be entered anew, whatever was tried before.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

/// Whether a window fills a monitor.
pub(crate) fn fills(window: Rect, monitor: Rect) -> bool {
    let near = |one: f32, other: f32| (one - other).abs() <= NEAR_PIXELS;
    near(window.left(), monitor.left())
        && near(window.top(), monitor.top())
        && near(window.right(), monitor.right())
        && near(window.bottom(), monitor.bottom())
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;
    use crate::screens::tests::row;

    /// A window that fills no monitor.
    const STRAY: Option<Rect> = Some(Rect { min: pos2(30.0, 20.0), max: pos2(670.0, 500.0) });

    #[test]
    fn a_window_that_is_there_stays_still() {
        let monitor = &row(&["A", "B"])[1];
        let mut place = Place::default();
        let first = place.step(monitor, STRAY, 0.0);
        assert_eq!(first, (Some(Move::Enter(1)), Some(PATIENCE_SECONDS)));
        assert_eq!(place.step(monitor, Some(monitor.area), 0.1), (None, None));
        assert_eq!(place.step(monitor, Some(monitor.area), 90.0), (None, None));
    }

    #[test]
    fn a_window_that_got_nothing_asks_again_and_then_takes_its_place() {
        let monitor = &row(&["A"])[0];
        let mut place = Place::default();
        place.step(monitor, STRAY, 0.0);
        assert_eq!(place.step(monitor, STRAY, 0.1).0, None, "whoever asked is patient");
        assert_eq!(place.step(monitor, STRAY, 0.5).0, Some(Move::Reenter(0)));
        assert_eq!(place.step(monitor, STRAY, 1.0).0, Some(Move::Take(monitor.area)));
    }

    #[test]
    fn a_window_that_gets_nowhere_gives_up_until_something_changes() {
        let mut monitor = row(&["A"])[0].clone();
        let mut place = Place::default();
        let tries = |place: &mut Place, monitor: &Monitor, from: u32| {
            let at = |second: u32| f64::from(from + second);
            (0..40).filter(|&second| place.step(monitor, STRAY, at(second)).0.is_some()).count()
        };
        assert_eq!(tries(&mut place, &monitor, 0), 9, "the first and eight more");
        assert_eq!(tries(&mut place, &monitor, 100), 0);
        monitor.area = monitor.area.translate(vec2(0.0, 1080.0));
        assert_eq!(tries(&mut place, &monitor, 200), 9);
    }

    /// How many moves a window makes in a minute, a step every 100 ms, that stands where `answer`
    /// says after so many moves.
    fn moves(place: &mut Place, monitor: &Monitor, from: u32, answer: impl Fn(u32) -> Rect) -> u32 {
        let mut moves = 0;
        for tenth in 0..600 {
            let now = f64::from(from) + f64::from(tenth) / 10.0;
            moves += u32::from(place.step(monitor, Some(answer(moves)), now).0.is_some());
        }
        moves
    }

    #[test]
    fn a_window_that_moves_with_each_attempt_but_never_fits_stops_too() {
        let monitor = &row(&["A"])[0];
        let short = monitor.area.with_min_y(32.0);
        let stray = monitor.area.translate(vec2(7.0, 0.0));
        let mut place = Place::default();
        let reacts = |moves: u32| if moves.is_multiple_of(2) { short } else { stray };
        assert_eq!(moves(&mut place, monitor, 0, reacts), 1 + ATTEMPTS);
        assert_eq!(moves(&mut place, monitor, 60, |_| stray), 0, "it stands still from then on");

        assert_eq!(moves(&mut place, monitor, 200, |_| short), ATTEMPTS, "somebody else moved it");
        place.forget();
        assert_eq!(moves(&mut place, monitor, 300, reacts), 1 + ATTEMPTS, "monitors have changed");
    }

    #[test]
    fn a_window_that_fits_for_a_moment_and_is_pushed_away_stops_too() {
        let monitor = &row(&["A"])[0];
        let short = monitor.area.with_min_y(32.0);
        let mut place = Place::default();
        let (mut moves, mut moved_at) = (0, 0);
        for tenth in 0..600 {
            let is_pushed = tenth - moved_at > 2;
            let window = if is_pushed { short } else { monitor.area };
            if place.step(monitor, Some(window), f64::from(tenth) / 10.0).0.is_some() {
                (moves, moved_at) = (moves + 1, tenth);
            }
        }
        assert_eq!(moves, 1 + ATTEMPTS);
    }

    #[test]
    fn where_nobody_tells_places_the_window_asks_once() {
        let monitor = &row(&["A"])[0];
        let mut place = Place::default();
        assert_eq!(place.step(monitor, None, 0.0).0, Some(Move::Enter(0)));
        assert_eq!(place.step(monitor, None, 5.0), (None, None));
    }

    #[test]
    fn a_monitor_that_has_changed_is_entered_anew() {
        let mut monitor = row(&["A"])[0].clone();
        let mut place = Place::default();
        place.step(&monitor, STRAY, 0.0);
        monitor.area = Rect::from_min_size(pos2(0.0, 0.0), vec2(1080.0, 1920.0));
        assert_eq!(place.step(&monitor, Some(monitor.area), 1.0).0, Some(Move::Enter(0)));
    }
}

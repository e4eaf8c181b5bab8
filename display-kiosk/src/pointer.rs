//! The pointer hides: nobody points at an overhead monitor.

use egui::{CursorIcon, Pos2};

/// For how long a pointer that was moved is seen, in seconds.
const SEEN_SECONDS: f64 = 2.0;

/// A window's pointer.
#[derive(Debug, Default)]
pub(crate) struct Pointer {
    at: Option<Pos2>,
    moved_at: Option<f64>,
}

impl Pointer {
    /// How the pointer looks, and after how many seconds it may look otherwise.
    ///
    /// A pointer that lies where the window opens has not been moved, so it is never seen.
    pub(crate) fn look(&mut self, at: Option<Pos2>, now: f64) -> (CursorIcon, Option<f64>) {
        if at.is_some() && self.at.is_some() && self.at != at {
            self.moved_at = Some(now);
        }
        self.at = at;
        let left = self.moved_at.map(|moved_at| moved_at + SEEN_SECONDS - now);
        match left.filter(|&left| left > 0.0) {
            Some(left) => (CursorIcon::Default, Some(left)),
            None => (CursorIcon::None, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn the_pointer_is_seen_while_it_moves_and_a_moment_longer() {
        let mut pointer = Pointer::default();
        let hidden = (CursorIcon::None, None);
        assert_eq!(pointer.look(None, 0.0), hidden);
        assert_eq!(pointer.look(Some(pos2(5.0, 5.0)), 1.0), hidden, "it lay there");
        assert_eq!(pointer.look(Some(pos2(6.0, 5.0)), 3.0), (CursorIcon::Default, Some(2.0)));
        assert_eq!(pointer.look(Some(pos2(6.0, 5.0)), 4.0), (CursorIcon::Default, Some(1.0)));
        assert_eq!(pointer.look(Some(pos2(6.0, 5.0)), 5.0), hidden);
        assert_eq!(pointer.look(Some(pos2(9.0, 5.0)), 9.0).0, CursorIcon::Default);
    }
}

//! The shop's door and the window behind it.

use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::shop::{Shop, ShopState};

use super::{CodeWindow, Foreseen, No, Oracle, Row, later};

/// What time has done to the door and the window by now, if somebody looks.
pub(super) struct Turning {
    shop: Shop,
    /// The next window's span, where the last one is over.
    pub(super) opens: Option<(Timestamp, Timestamp)>,
    /// Whether a pause has ended in the middle of a window.
    shows_again: bool,
    has_resumed: bool,
}

impl Turning {
    pub(super) fn shop(&self) -> &Shop {
        &self.shop
    }
}

impl Oracle {
    /// A pause that is over has ended, and an open bar has the window that this moment belongs to.
    pub(super) fn turning(&self) -> Turning {
        let is_over = |until: Timestamp| self.now >= until;
        let has_resumed =
            self.shop.state == ShopState::Paused && self.shop.paused_until.is_some_and(is_over);
        let shop = if has_resumed {
            let since = Some(self.now);
            Shop { state: ShopState::Open, paused_until: None, since, ..self.shop.clone() }
        } else {
            self.shop.clone()
        };
        let opens = (shop.state == ShopState::Open).then(|| self.next_span()).flatten();
        let shows_again = has_resumed && self.windows.last().is_some_and(|w| w.shows(self.now));
        Turning { shop, opens, shows_again, has_resumed }
    }

    /// Lets that be so.
    pub(super) fn turn(&mut self, turning: Turning) -> Vec<Row> {
        let mut rows = Vec::new();
        self.shop = turning.shop;
        if turning.has_resumed {
            rows.push(("shop_resumed", None));
        }
        if turning.shows_again {
            self.show_last();
            rows.push(("window_shown", None));
        }
        if let Some(span) = turning.opens {
            self.open_window(span);
            rows.push(("window_opened", None));
        }
        rows
    }

    /// Windows are aligned to the clock, and none begins before the last one is over.
    fn next_span(&self) -> Option<(Timestamp, Timestamp)> {
        let last = self.windows.last().map(|window| window.closes_at);
        if last.is_some_and(|closes_at| self.now < closes_at) {
            return None;
        }
        let length = i64::from(self.rules.window_minutes) * 60;
        let start = self.now.as_second().div_euclid(length) * length;
        let moment = |second| Timestamp::from_second(second).expect("a moment");
        Some((last.map_or(moment(start), |l| l.max(moment(start))), moment(start + length)))
    }

    fn open_window(&mut self, (opens_at, closes_at): (Timestamp, Timestamp)) {
        let (code, drinks) = (String::new(), self.rules.window_drinks);
        self.windows.push(CodeWindow { code, opens_at, closes_at, drinks, taken: 0 });
        self.show_last();
    }

    fn show_last(&mut self) {
        let last = self.windows.len() - 1;
        self.shown = Some((last, self.windows[last].left()));
    }

    /// Staff open, close or pause.
    pub(super) fn door(&mut self, wish: ShopChange) -> Foreseen {
        let turning = self.turning();
        let next = match self.next_shop(&turning.shop, wish) {
            Ok(next) => next,
            Err(no) => return Foreseen::refused(no),
        };
        // Only the pause is looked at: the window follows from what the door becomes.
        let mut rows = self.turn(Turning { opens: None, ..turning });
        if next == self.shop {
            return Foreseen::done(rows);
        }
        let before = std::mem::replace(&mut self.shop, next).state;
        let state = self.shop.state;
        rows.push(match state {
            ShopState::Open => ("shop_opened", None),
            ShopState::Closed => ("shop_closed", None),
            ShopState::Paused => ("shop_paused", None),
        });
        if state == before {
            return Foreseen::done(rows);
        }
        if state != ShopState::Open {
            self.shown = None;
            rows.push(("window_hidden", None));
        } else if let Some(span) = self.next_span() {
            self.open_window(span);
            rows.push(("window_opened", None));
        } else {
            self.show_last();
            rows.push(("window_shown", None));
        }
        Foreseen::done(rows)
    }

    fn next_shop(&self, shop: &Shop, wish: ShopChange) -> Result<Shop, No> {
        let invalid = (RefusalCode::InvalidRequest, None);
        let two_weeks = later(self.now, 14 * 86_400);
        if let Some(at) = wish.opens_at
            && (wish.open != Some(false) || at <= self.now || at > two_weeks)
        {
            return Err(invalid);
        }
        let (state, paused_until) = match (wish.open, wish.pause_minutes) {
            (Some(true), None) => (ShopState::Open, None),
            (Some(false), None) => (ShopState::Closed, None),
            (None, Some(1..=240)) if shop.state == ShopState::Closed => {
                return Err((RefusalCode::ShopClosed, None));
            }
            (None, Some(minutes @ 1..=240)) => {
                (ShopState::Paused, Some(later(self.now, minutes * 60)))
            }
            _ => return Err(invalid),
        };
        let whole = |at: Timestamp| Timestamp::from_second(at.as_second()).expect("a moment");
        let since = if state == shop.state { shop.since } else { Some(self.now) };
        let opens_at = wish.opens_at.map(whole);
        Ok(Shop { state, paused_until, opens_at, since, ..shop.clone() })
    }
}

//! Shares of what the whole bar has for people who are nobody yet: messages with codes, and wrong
//! badges.
//!
//! Whoever comes from the code on the monitor has a share of their own, fresh with each code. A
//! script that cannot see the monitor never touches it; one in the hall that does is through with
//! it before the next code shows. What everybody else may use ends and comes back, too.

use demitasse_shared::Timestamp;

use super::limits::{TRY_SPAN_SECONDS, TryBudget};
use super::proof::COUNTED_SECONDS;
use super::refusal::Refusal;

/// Messages within ten minutes for all who do not come from the code on the monitor.
pub const STRANGERS_MESSAGES: u32 = 200;

/// The fewest messages for those who come from one code, and how many for each of its drinks: a
/// guest may mistype, ask again, and let a friend go first.
pub const CODE_MESSAGES: (u32, u32) = (50, 5);

/// The fewest messages that the whole bar may send within an hour: a conference of a thousand that
/// all come at once.
pub const BAR_MESSAGES: u32 = 2_000;

/// Wrong badges within ten minutes from all who do not come from the code on the monitor.
pub const STRANGERS_BADGES: u32 = 1_000;

/// Wrong badges from those who come from one code.
pub const CODE_BADGES: u32 = 300;

/// How many messages there are for those who come from a code of so many drinks.
pub fn code_messages(drinks: u32) -> u32 {
    let (fewest, each) = CODE_MESSAGES;
    drinks.saturating_mul(each).max(fewest)
}

/// How many messages the whole bar may send within an hour, while each code is for so many drinks
/// and shows for so many minutes. It is an end to what scripts can spend of the venue's money, and
/// as much as all shares of an hour together: whoever uses up some of them takes nothing from the
/// next code's.
pub fn bar_messages(drinks: u32, minutes: u32) -> u32 {
    let shown = minutes.max(1).saturating_mul(60);
    // An hour touches one more than fits into it. A share comes back while its code still shows.
    let codes = COUNTED_SECONDS.div_ceil(shown) + 1;
    let shares = codes.saturating_mul(shown.div_ceil(TRY_SPAN_SECONDS));
    let strangers = STRANGERS_MESSAGES * (COUNTED_SECONDS.div_ceil(TRY_SPAN_SECONDS) + 1);
    shares.saturating_mul(code_messages(drinks)).saturating_add(strangers).max(BAR_MESSAGES)
}

/// Two shares: for those who come from the code on the monitor, and for everybody else.
#[derive(Clone, Debug)]
pub struct Shares {
    strangers: TryBudget,
    /// The code that shows, and what those who come from it have used.
    shown: Option<(String, TryBudget)>,
}

impl Shares {
    /// Fresh shares; `strangers` is everybody else's.
    pub fn new(strangers: u32) -> Self {
        Self { strangers: TryBudget::new(strangers), shown: None }
    }

    /// The share of whoever asks: `shown` is the code that shows, where they come from it, and how
    /// much there is for it.
    fn of(&mut self, shown: Option<(&str, u32)>) -> &mut TryBudget {
        let Some((code, allowed)) = shown else { return &mut self.strangers };
        let kept = self.shown.take().filter(|(kept, _)| kept == code);
        let fresh = || (code.to_owned(), TryBudget::new(allowed));
        &mut self.shown.insert(kept.unwrap_or_else(fresh)).1
    }

    /// Whether there is anything left.
    ///
    /// # Errors
    /// `too_many_tries`, with when there will be.
    pub fn check(&mut self, shown: Option<(&str, u32)>, now: Timestamp) -> Result<(), Refusal> {
        self.of(shown).check(now)
    }

    /// Takes one, where there is one left.
    ///
    /// # Errors
    /// `too_many_tries`, with when there will be.
    pub fn take(&mut self, shown: Option<(&str, u32)>, now: Timestamp) -> Result<(), Refusal> {
        let share = self.of(shown);
        share.check(now)?;
        share.note_wrong(now);
        Ok(())
    }

    /// Notes that one was used.
    pub fn note(&mut self, shown: Option<(&str, u32)>, now: Timestamp) {
        self.of(shown).note_wrong(now);
    }

    /// Gives one back that came to nothing. Where the code has turned meanwhile, its share is gone,
    /// and the next code's is not touched.
    pub fn give_back(&mut self, shown: Option<(&str, u32)>) {
        let share = match (shown, &mut self.shown) {
            (None, _) => &mut self.strangers,
            (Some((code, _)), Some((kept, share))) if *kept == code => share,
            _ => return,
        };
        share.forget_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn who_comes_from_the_monitor_is_served_whatever_others_ask() {
        let mut shares = Shares::new(3);
        for _ in 0..3 {
            assert_eq!(shares.take(None, at(1)), Ok(()));
        }
        let no = shares.take(None, at(2)).expect_err("used up");
        assert_eq!(no.retry_at, Some(at(601)));
        assert_eq!(shares.check(Some(("A", 2)), at(2)), Ok(()));
        assert_eq!(shares.check(None, at(601)), Ok(()));
    }

    #[test]
    fn the_next_code_brings_a_fresh_share() {
        let mut shares = Shares::new(3);
        for _ in 0..2 {
            shares.note(Some(("A", 2)), at(1));
        }
        assert!(shares.check(Some(("A", 2)), at(2)).is_err());
        assert_eq!(shares.check(None, at(2)), Ok(()));
        assert_eq!(shares.check(Some(("B", 2)), at(2)), Ok(()));
    }

    #[test]
    fn what_came_to_nothing_is_given_back() {
        let mut shares = Shares::new(1);
        shares.give_back(None);
        shares.note(None, at(1));
        shares.give_back(None);
        assert_eq!(shares.check(None, at(1)), Ok(()));
    }

    #[test]
    fn what_comes_back_late_leaves_the_next_code_as_it_is() {
        let mut shares = Shares::new(1);
        assert_eq!(shares.take(Some(("A", 1)), at(1)), Ok(()));
        assert_eq!(shares.take(Some(("B", 1)), at(2)), Ok(()));
        shares.give_back(Some(("A", 1)));
        assert!(shares.check(Some(("B", 1)), at(3)).is_err());
    }

    #[test]
    fn the_hour_is_long_enough_for_every_share() {
        assert_eq!(bar_messages(10, 10), 2_000);
        assert_eq!(bar_messages(10, 5), 13 * 50 + 7 * 200);
        assert_eq!(bar_messages(100, 5), 13 * 500 + 7 * 200);
        assert_eq!(bar_messages(100, 60), 2 * 6 * 500 + 7 * 200);
    }

    #[test]
    fn there_is_enough_for_every_drink() {
        assert_eq!((code_messages(1), code_messages(10), code_messages(100)), (50, 50, 500));
    }
}

//! How long people have waited, as it shows: whole minutes and one of three tempers.

use demitasse_shared::Timestamp;
use demitasse_shared::order::OrderState;
use demitasse_shared::settings::Settings;

use super::Ticket;

/// Whether a ticket needs somebody's eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lateness {
    Calm,
    Soon,
    Late,
}

/// An age as it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Age {
    /// Whole minutes.
    pub(crate) minutes: i64,
    /// Whether they are too many.
    pub(crate) lateness: Lateness,
}

impl Age {
    /// A ticket's age. On the counter it is the guest who takes the time: that is never late.
    pub(crate) fn of(ticket: &Ticket<'_>, now: Timestamp, settings: &Settings) -> Self {
        let seconds = seconds_between(ticket.since, now);
        let lateness = match ticket.state {
            OrderState::Waiting | OrderState::Making => lateness(seconds, settings),
            _ => Lateness::Calm,
        };
        Self { minutes: seconds / 60, lateness }
    }
}

fn lateness(seconds: i64, settings: &Settings) -> Lateness {
    if seconds >= i64::from(settings.red_after_seconds) {
        Lateness::Late
    } else if seconds >= i64::from(settings.amber_after_seconds) {
        Lateness::Soon
    } else {
        Lateness::Calm
    }
}

/// In how many minutes, rounded up, a waiting ticket expires; nothing while that is far away.
pub(crate) fn leaves_in(ticket: &Ticket<'_>, now: Timestamp) -> Option<i64> {
    let expires = ticket.order.expires_at.filter(|_| ticket.state == OrderState::Waiting)?;
    let (waited, left) = (seconds_between(ticket.since, now), seconds_between(now, expires));
    (left * 2 <= waited).then(|| (left + 59) / 60)
}

/// Whole minutes from one moment to a later one.
pub(crate) fn minutes_between(from: Timestamp, to: Timestamp) -> i64 {
    seconds_between(from, to) / 60
}

/// Minutes until a later moment, rounded up; nothing once it has come.
pub(super) fn minutes_until(now: Timestamp, then: Timestamp) -> Option<i64> {
    let seconds = seconds_between(now, then);
    (seconds > 0).then(|| (seconds + 59) / 60)
}

fn seconds_between(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_secs().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(seconds: i64, expected: (i64, Lateness)) {
        let order = fixture::waiting(1, 0);
        let ticket = Ticket::new(&order, None, "Ana");
        let age = Age::of(&ticket, fixture::after(seconds), &Settings::default());
        assert_eq!((age.minutes, age.lateness), expected, "after {seconds} s");
    }

    #[test]
    fn ages_turn_at_the_settings_limits() {
        check(-5, (0, Lateness::Calm));
        check(59, (0, Lateness::Calm));
        check(119, (1, Lateness::Calm));
        check(120, (2, Lateness::Soon));
        check(299, (4, Lateness::Soon));
        check(300, (5, Lateness::Late));
    }

    #[test]
    fn a_ticket_about_to_expire_says_so_from_two_thirds_of_its_time_on() {
        let order = fixture::waiting(1, 0);
        let ticket = Ticket::new(&order, None, "Ana");
        assert_eq!(leaves_in(&ticket, fixture::after(599)), None);
        assert_eq!(leaves_in(&ticket, fixture::after(600)), Some(5));
        assert_eq!(leaves_in(&ticket, fixture::after(890)), Some(1));
    }
}

//! A day's figures from the journal alone, in the plainest way: no sums on the way, each figure
//! looks through all orders again.

use std::collections::BTreeSet;

use demitasse_shared::journal::JournalEntry;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::Party;
use demitasse_shared::report::{
    BaristaFigures, Cancelled, Codes, DrinkFigures, Expired, HourFigures, OptionFigures, Peak,
    Promises, Report, RushSlot, TurnedAway, Waiting,
};
use demitasse_shared::{Date, Timestamp};
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use crate::life::{End, Life, lives};

/// Reads a journal.
pub(crate) struct Bookkeeper {
    zone_name: String,
    zone: TimeZone,
    lives: Vec<Life>,
    windows: Vec<(Timestamp, u32, u32)>,
}

/// Orders of a day.
type Lives<'a> = Vec<&'a Life>;

impl Bookkeeper {
    pub(crate) fn new(journal: &[JournalEntry], zone: &str) -> Self {
        Self {
            zone_name: zone.to_owned(),
            zone: TimeZone::get(zone).expect("a zone"),
            lives: lives(journal).into_values().collect(),
            windows: windows(journal),
        }
    }

    fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    fn hour_of(&self, at: Timestamp, day: Date) -> i8 {
        if self.day_of(at) > day { 23 } else { at.to_zoned(self.zone.clone()).hour() }
    }

    pub(crate) fn report(&self, day: Date, at: Timestamp, away: &[TurnedAway]) -> Report {
        let began = |life: &&Life| life.submitted_at.or(life.reserved_at).map(|at| self.day_of(at));
        let all: Lives<'_> = self.lives.iter().filter(|life| began(life) == Some(day)).collect();
        let is_over = |life: &Life| life.ready_at.is_some() || life.end.is_some();
        let served = served(&all);
        let (peak, rush) = rush(&all);
        Report {
            day,
            at,
            zone: self.zone_name.clone(),
            redeemed: count(&all, |life| !life.is_walk_up),
            walk_ups: count(&all, |life| life.is_walk_up),
            submitted: count(&all, |life| life.submitted_at.is_some()),
            under_way: count(&all, |life| !is_over(life)),
            served: count(&served, |_| true),
            collected: count(&served, |life| life.end.is_some()),
            aged_out: count(&served, aged_out),
            cancelled: cancelled(&all),
            expired: Expired {
                guest: count(&all, |life| expired(life) && life.submitted_at.is_none()),
                bar: count(&all, |life| expired(life) && life.submitted_at.is_some()),
            },
            turned_away: away.to_vec(),
            waiting: waits(&served),
            making: in_hand(&served),
            promises: promises(&served),
            codes: self.codes(day),
            peak,
            rush,
            hours: self.hours(&all, day),
            drinks: drinks(&all),
            baristas: baristas(&served),
            options: options(&all),
        }
    }

    fn codes(&self, day: Date) -> Codes {
        let of_day = self.windows.iter().filter(|(opens_at, ..)| self.day_of(*opens_at) == day);
        let mut codes = Codes::default();
        for (_, drinks, left) in of_day {
            codes.shown += 1;
            codes.drinks += drinks;
            codes.taken += drinks - left;
            codes.sold_out += u32::from(*left == 0);
        }
        codes
    }

    fn hours(&self, all: &[&Life], day: Date) -> Vec<HourFigures> {
        let submitted_in = |life: &Life| life.submitted_at.map(|at| self.hour_of(at, day));
        let served_in = |life: &Life| life.served_at().map(|at| self.hour_of(at, day));
        let hours = all.iter().flat_map(|life| [submitted_in(life), served_in(life)]).flatten();
        let hours: BTreeSet<i8> = hours.collect();
        let (Some(first), Some(last)) = (hours.first(), hours.last()) else { return Vec::new() };
        let figures = |hour: i8| {
            let here = |life: &&&Life| served_in(life) == Some(hour);
            let served: Lives<'_> = all.iter().filter(here).copied().collect();
            HourFigures {
                hour: u8::try_from(hour).expect("an hour"),
                submitted: count(all, |life| submitted_in(life) == Some(hour)),
                served: count(&served, |_| true),
                waiting: waits(&served),
                promises: promises(&served),
            }
        };
        (*first..=*last).map(figures).collect()
    }
}

fn count(lives: &[&Life], is: impl Fn(&Life) -> bool) -> u32 {
    u32::try_from(lives.iter().filter(|life| is(life)).count()).expect("few")
}

fn served<'a>(all: &[&'a Life]) -> Lives<'a> {
    all.iter().filter(|life| life.ready_at.is_some()).copied().collect()
}

fn aged_out(life: &Life) -> bool {
    matches!(life.end, Some((_, End::AgedOut)))
}

fn expired(life: &Life) -> bool {
    matches!(life.end, Some((_, End::Expired)))
}

/// Each window's beginning, its drinks, and how many were left in the end.
fn windows(journal: &[JournalEntry]) -> Vec<(Timestamp, u32, u32)> {
    let mut windows: Vec<(Timestamp, u32, u32)> = Vec::new();
    for entry in journal {
        match (&entry.event, windows.last_mut()) {
            (LiveEvent::Window { window: Some(window) }, _) if entry.kind == "window_opened" => {
                windows.push((window.opens_at, window.drinks, window.left));
            }
            (LiveEvent::Order { left: Some(left), .. }, Some((_, _, last))) => *last = *left,
            _ => {}
        }
    }
    windows
}

/// The least of the times that so many in a hundred do not exceed, found by trying each.
fn spread(mut times: Vec<u32>) -> Option<Waiting> {
    times.sort_unstable();
    let within = |time: u32| times.iter().filter(|other| **other <= time).count();
    let rank = |percent: usize| {
        times.iter().copied().find(|time| within(*time) * 100 >= percent * times.len())
    };
    Some(Waiting { p50: rank(50)?, p95: rank(95)?, max: *times.last()? })
}

fn seconds(from: Timestamp, to: Timestamp) -> u32 {
    u32::try_from(to.duration_since(from).as_secs()).expect("a time goes on")
}

fn waits(served: &[&Life]) -> Option<Waiting> {
    let wait = |life: &&Life| Some(seconds(life.submitted_at?, life.ready_at?));
    spread(served.iter().filter_map(wait).collect())
}

fn in_hand(served: &[&Life]) -> Option<Waiting> {
    let taken = |life: &&Life| Some(seconds(life.in_hand_since?, life.ready_at?));
    spread(served.iter().filter_map(taken).collect())
}

fn promises(served: &[&Life]) -> Option<Promises> {
    let told = served.iter().filter_map(|life| Some((life.promised?, life.ready_at?)));
    let told: Vec<_> = told.collect();
    let early = told.iter().filter(|(told, ready)| ready < &told.from);
    let late = told.iter().filter(|(told, ready)| ready > &told.to);
    let sooner_by: Vec<_> = early.map(|(told, ready)| seconds(*ready, told.from)).collect();
    let later_by: Vec<_> = late.map(|(told, ready)| seconds(told.to, *ready)).collect();
    let few = |list: usize| u32::try_from(list).expect("few");
    let (sooner, later) = (few(sooner_by.len()), few(later_by.len()));
    let promises = || Promises {
        told: few(told.len()),
        within: few(told.len()) - sooner - later,
        sooner,
        later,
        sooner_by: spread(sooner_by.clone()),
        later_by: spread(later_by.clone()),
    };
    (!told.is_empty()).then(promises)
}

fn cancelled(all: &[&Life]) -> Vec<Cancelled> {
    let why = |life: &&Life| match &life.end {
        Some((_, End::Withdrawn)) => Some((false, None)),
        Some((_, End::Cancelled(reason))) => Some((true, reason.clone())),
        _ => None,
    };
    let reasons: BTreeSet<_> = all.iter().filter_map(why).collect();
    let figures = |(by_bar, reason): (bool, Option<String>)| Cancelled {
        by: if by_bar { Party::Bar } else { Party::Guest },
        count: count(all, |life| why(&life) == Some((by_bar, reason.clone()))),
        reason,
    };
    reasons.into_iter().map(figures).collect()
}

fn drinks(all: &[&Life]) -> Vec<DrinkFigures> {
    let drink = |life: &&Life| Some(life.chosen.as_ref()?.drink.clone());
    let names: BTreeSet<_> = all.iter().filter_map(drink).collect();
    let figures = |id| {
        let of_it = all.iter().filter(|life| drink(life).as_ref() == Some(&id));
        let of_it: Lives<'_> = of_it.copied().collect();
        let served = served(&of_it);
        let last = of_it.iter().rev().find_map(|life| life.chosen.as_ref());
        DrinkFigures {
            name: last.expect("somebody chose it").drink_name.clone(),
            drink: id,
            count: count(&of_it, |_| true),
            served: count(&served, |_| true),
            aged_out: count(&served, aged_out),
            waiting: waits(&served),
            making: in_hand(&served),
        }
    };
    names.into_iter().map(figures).collect()
}

fn options(all: &[&Life]) -> Vec<OptionFigures> {
    let chosen = all.iter().filter_map(|life| life.chosen.as_ref());
    let pairs = chosen.flat_map(|chosen| chosen.options.iter().zip(&chosen.option_names));
    let pairs: Vec<_> = pairs.collect();
    let ids: BTreeSet<_> = pairs.iter().map(|(id, _)| *id).collect();
    let figures = |id: &demitasse_shared::ids::ChoiceId| {
        let same: Vec<_> = pairs.iter().filter(|(other, _)| *other == id).collect();
        OptionFigures {
            option: id.clone(),
            name: same.last().expect("somebody chose it").1.clone(),
            count: u32::try_from(same.len()).expect("few"),
        }
    };
    ids.into_iter().map(figures).collect()
}

fn baristas(served: &[&Life]) -> Vec<BaristaFigures> {
    let names: BTreeSet<_> = served.iter().filter_map(|life| life.barista.clone()).collect();
    let figures = |name: String| BaristaFigures {
        served: count(served, |life| life.barista.as_ref() == Some(&name)),
        name,
    };
    names.into_iter().map(figures).collect()
}

/// Every moment at which something changes is looked at, and at each of them every order.
fn rush(all: &[&Life]) -> (Option<Peak>, Vec<RushSlot>) {
    let gone = |life: &Life| life.ready_at.or(life.end.as_ref().map(|(at, _)| *at));
    let in_queue: Lives<'_> =
        all.iter().filter(|life| life.submitted_at.is_some()).copied().collect();
    let moments = in_queue.iter().flat_map(|life| [life.submitted_at, gone(life)]).flatten();
    let moments: BTreeSet<Timestamp> = moments.collect();
    let waiting = |moment: Timestamp| count(&in_queue, |life| life.waits_at(moment));
    let most = moments.iter().map(|moment| waiting(*moment)).max().unwrap_or_default();
    let first = moments.iter().find(|moment| most > 0 && waiting(**moment) == most);
    let peak = first.map(|at| Peak { at: *at, waiting: most });
    let (Some(start), Some(end)) = (moments.first(), moments.last()) else {
        return (peak, Vec::new());
    };
    let five = SignedDuration::from_mins(5);
    let mut from = Timestamp::from_second(start.as_second() / 300 * 300).expect("a time");
    let mut slots = Vec::new();
    while from <= *end {
        let until = from.checked_add(five).expect("a time");
        let inside = |at: Option<Timestamp>| at.is_some_and(|at| from <= at && at < until);
        let looked_at = moments.range(from..until).copied().chain([from]);
        slots.push(RushSlot {
            from,
            submitted: count(&in_queue, |life| inside(life.submitted_at)),
            served: count(&in_queue, |life| inside(life.ready_at)),
            waiting: looked_at.map(waiting).max().unwrap_or_default(),
        });
        from = until;
    }
    (peak, slots)
}

//! What kind of bar a seed makes, and for how long it is watched.

use demitasse_shared::Timestamp;
use demitasse_shared::api::SignInKind;
use demitasse_tests::{Chance, at};

/// A venue and its habits.
#[derive(Debug)]
pub(super) struct Temper {
    pub(super) kind: &'static str,
    pub(super) zone: &'static str,
    pub(super) begins: Timestamp,
    pub(super) days: u64,
    /// How guests sign in: by name, by a badge, or by a code to their telephone.
    pub(super) sign_in: SignInKind,
    /// Whether somebody tries codes out by the thousand.
    pub(super) has_storms: bool,
    /// How many different guests there are.
    pub(super) people: usize,
    /// Of a hundred days, how many the bar opens on.
    pub(super) open: u64,
    pub(super) opens_at_hour: u64,
    pub(super) open_hours: u64,
    pub(super) guests_a_day: u64,
    /// Guests who scan in the same instant, how often a day.
    pub(super) crowds: u64,
    /// Of a hundred words on a line, how many are lost, late or said twice.
    pub(super) loss: u64,
    pub(super) stops: u64,
    pub(super) kills: u64,
    pub(super) clock_jumps: u64,
    pub(super) whims: u64,
    /// Of a hundred nights, how many end with a wipe.
    pub(super) wipes: u64,
    /// How often the data are copied a day, and how often somebody goes back to a copy.
    pub(super) backups: u64,
    pub(super) restores: u64,
    /// How late the bar may look at what is due, in seconds, one time in five.
    pub(super) late: u64,
    /// Whether the rules are so tight that they are met all the time.
    pub(super) is_tight: bool,
}

/// Zones with their clocks set back or forward in the days from which on they are watched, and some
/// whose midnight is at an odd time.
const PLACES: [(&str, &str); 6] = [
    ("UTC", "2022-10-14T00:00:00Z"),
    ("Europe/Lisbon", "2022-10-29T00:00:00Z"),
    ("America/New_York", "2026-03-07T05:00:00Z"),
    ("Asia/Kolkata", "2024-02-27T18:30:00Z"),
    ("America/St_Johns", "2025-12-30T03:30:00Z"),
    ("Australia/Lord_Howe", "2023-03-31T13:00:00Z"),
];

impl Temper {
    /// The seed's own.
    pub(super) fn of(seed: u64, chance: &mut Chance) -> Self {
        let usual = Self::usual(chance);
        match seed % 8 {
            0 => Self {
                kind: "a rush",
                days: 1,
                guests_a_day: 250,
                crowds: 12,
                sign_in: SignInKind::Name,
                has_storms: true,
                open_hours: 4,
                ..usual
            },
            1 => Self {
                kind: "a calm month",
                days: 28,
                guests_a_day: 3,
                crowds: 0,
                whims: 1,
                stops: 0,
                ..usual
            },
            2 => Self {
                kind: "weeks of closed nights",
                days: 90,
                open: 8,
                guests_a_day: 15,
                open_hours: 3,
                whims: 0,
                kills: 0,
                ..usual
            },
            3 => Self { kind: "bad lines", loss: 40, guests_a_day: 80, ..usual },
            4 => Self {
                kind: "a machine that falls over",
                stops: 8,
                kills: 12,
                late: 90,
                backups: 8,
                restores: 3,
                ..usual
            },
            5 => Self {
                kind: "a wrong clock",
                days: 5,
                clock_jumps: 4,
                late: 600,
                kills: 3,
                wipes: 20,
                backups: 3,
                restores: 1,
                ..usual
            },
            6 => Self { kind: "restless managers", whims: 60, is_tight: true, ..usual },
            _ => Self {
                kind: "a bar that never closes",
                days: 3,
                opens_at_hour: 0,
                open_hours: 24,
                guests_a_day: 60,
                people: 8,
                is_tight: true,
                wipes: 10,
                backups: 5,
                restores: 2,
                ..usual
            },
        }
    }

    pub(super) fn by_badge(&self) -> bool {
        self.sign_in == SignInKind::Badge
    }

    pub(super) fn by_code(&self) -> bool {
        self.sign_in == SignInKind::Sms
    }

    fn usual(chance: &mut Chance) -> Self {
        let (zone, begins) = chance.one_of(&PLACES);
        let sign_in = match chance.below(10) {
            0..4 => SignInKind::Badge,
            4..7 => SignInKind::Sms,
            _ => SignInKind::Name,
        };
        Self {
            kind: "an ordinary bar",
            zone,
            begins: at(begins),
            days: 2,
            sign_in,
            has_storms: false,
            people: 30,
            open: 100,
            opens_at_hour: 8,
            open_hours: 9,
            guests_a_day: 60,
            crowds: 2,
            loss: 5,
            stops: 1,
            kills: 1,
            clock_jumps: 0,
            whims: 6,
            wipes: 0,
            backups: 1,
            restores: 0,
            late: 2,
            is_tight: false,
        }
    }
}

//! Who is signed in. Limits follow the person, not the cookie.

use std::collections::{BTreeMap, BTreeSet};

use demitasse::domain::order::GuestId;
use demitasse_shared::Timestamp;

use super::{Foreseen, Verdict, later};

/// How long a form may be sent again and still mean the same guest, in seconds.
const SAME_VISIT: u32 = 120;

/// Wrong codes that a guest may try, and within how many seconds.
const GUESSES: (u32, u32) = (20, 600);

/// Wrong codes that all guests together may try in that time, before only the one on the wall counts.
const ALL_GUESSES: u32 = 5_000;

/// How long a session lasts, in seconds: a day and its night.
const SESSION: u32 = 36 * 3_600;

/// All guests, by what they are known by.
#[derive(Clone, Debug)]
pub(in crate::simulation) struct Guests {
    by_badge: bool,
    /// Whose each session is, and when it ends.
    sessions: BTreeMap<String, (GuestId, Timestamp)>,
    /// Forms that somebody signed in with: who, and when.
    pages: BTreeMap<String, (GuestId, Timestamp)>,
    /// Badges and addresses that were shown: whose, and when the bar forgets that.
    badges: BTreeMap<usize, (GuestId, Option<Timestamp>)>,
    /// Wrong codes: since when, and how many.
    guesses: BTreeMap<GuestId, (Timestamp, u32)>,
    all_guesses: Option<(Timestamp, u32)>,
    /// Who has signed in last: with which form or badge, for the answer.
    asked: Option<Asked>,
    /// Everybody who was ever here, and those of them of whom nothing is known any more, or soon.
    all: BTreeSet<GuestId>,
    forgotten: BTreeSet<GuestId>,
}

#[derive(Clone, Debug)]
enum Asked {
    Page(Option<String>, Timestamp),
    Badge(usize),
}

impl Guests {
    pub(super) fn new(by_badge: bool) -> Self {
        Self {
            by_badge,
            sessions: BTreeMap::new(),
            pages: BTreeMap::new(),
            badges: BTreeMap::new(),
            guesses: BTreeMap::new(),
            all_guesses: None,
            asked: None,
            all: BTreeSet::new(),
            forgotten: BTreeSet::new(),
        }
    }

    /// Whom a session stands for.
    pub(in crate::simulation) fn of(&self, token: &str, now: Timestamp) -> Option<GuestId> {
        self.sessions.get(token).filter(|(_, ends_at)| now < *ends_at).map(|(guest, _)| *guest)
    }

    pub(super) fn sign_in(
        &mut self,
        token: Option<&str>,
        person: usize,
        page: &str,
        now: Timestamp,
    ) -> Foreseen {
        if self.by_badge {
            return self.prove(person, token);
        }
        self.asked = None;
        // Whoever is signed in already stays the same guest, and is called otherwise.
        if let Some(guest) = token.and_then(|token| self.of(token, now)) {
            return signed_in(Some(guest), false, "guest_renamed");
        }
        let seen = self.pages.get(page);
        let guest = seen.filter(|(_, at)| now < later(*at, SAME_VISIT)).map(|(guest, _)| *guest);
        let fresh = seen.is_none().then(|| page.to_owned());
        self.asked = Some(Asked::Page(fresh, now));
        signed_in(guest, true, "guest_signed_in")
    }

    /// Somebody has shown a badge, or the code that was sent to them. Whoever was signed in on that
    /// phone is not any more.
    pub(super) fn prove(&mut self, person: usize, token: Option<&str>) -> Foreseen {
        if let Some(token) = token {
            self.sessions.remove(token);
        }
        let guest = self.badges.get(&person).map(|(guest, _)| *guest);
        self.asked = Some(Asked::Badge(person));
        signed_in(guest, true, "guest_signed_in")
    }

    /// Who it was, and the session's token: only the bar can know.
    pub(in crate::simulation) fn learn(
        &mut self,
        guest: GuestId,
        token: Option<&str>,
        now: Timestamp,
    ) {
        let session = (guest, later(now, SESSION));
        self.sessions.extend(token.map(|token| (token.to_owned(), session)));
        self.all.insert(guest);
        self.forgotten.remove(&guest);
        match self.asked.take() {
            Some(Asked::Page(Some(page), at)) => {
                self.pages.insert(page, (guest, at));
            }
            // Who was to be forgotten and came back stays.
            Some(Asked::Badge(person)) => {
                self.badges.insert(person, (guest, None));
            }
            _ => {}
        }
    }

    /// Whether somebody was ever here.
    pub(in crate::simulation) fn has_been(&self, guest: GuestId) -> bool {
        self.all.contains(&guest)
    }

    pub(super) fn forgotten(&self) -> &BTreeSet<GuestId> {
        &self.forgotten
    }

    pub(super) fn sign_out(&mut self, token: &str) -> Foreseen {
        self.sessions.remove(token);
        Foreseen::done(vec![("guest_signed_out", None)])
    }

    /// What says who a guest is goes; the badge itself when the day is over.
    pub(super) fn forget(&mut self, guest: GuestId, day_ends: Timestamp) {
        self.sessions.retain(|_, (known, _)| *known != guest);
        self.pages.retain(|_, (known, _)| *known != guest);
        self.forgotten.insert(guest);
        for (_, until) in self.badges.values_mut().filter(|(known, _)| *known == guest) {
            *until = Some(day_ends);
        }
    }

    /// The badges of forgotten guests whose day is over.
    pub(super) fn forget_due(&mut self, now: Timestamp) {
        self.badges.retain(|_, (_, until)| until.is_none_or(|until| now < until));
    }

    /// Everybody is forgotten.
    pub(super) fn wipe(&mut self) {
        let all = std::mem::take(&mut self.all);
        *self = Self { forgotten: all.clone(), all, ..Self::new(self.by_badge) };
    }

    /// Until when a guest has guessed too often.
    pub(super) fn is_guessing(&self, guest: GuestId, now: Timestamp) -> Option<Timestamp> {
        let (since, wrong) = self.guesses.get(&guest)?;
        let end = later(*since, GUESSES.1);
        (now < end && *wrong >= GUESSES.0).then_some(end)
    }

    /// Until when all together have guessed too often.
    pub(super) fn are_guessing(&self, now: Timestamp) -> Option<Timestamp> {
        let (since, wrong) = self.all_guesses?;
        let end = later(since, GUESSES.1);
        (now < end && wrong >= ALL_GUESSES).then_some(end)
    }

    pub(super) fn guessed_wrong(&mut self, guest: GuestId, now: Timestamp) {
        let goes_on = self.all_guesses.filter(|(since, _)| now < later(*since, GUESSES.1));
        let (since, wrong) = goes_on.unwrap_or((now, 0));
        self.all_guesses = Some((since, wrong + 1));
        let (since, wrong) = self.guesses.entry(guest).or_insert((now, 0));
        if now >= later(*since, GUESSES.1) {
            (*since, *wrong) = (now, 0);
        }
        *wrong += 1;
    }

    /// A server that starts anew has forgotten who guessed.
    pub(super) fn forget_guesses(&mut self) {
        self.guesses.clear();
        self.all_guesses = None;
    }
}

fn signed_in(guest: Option<GuestId>, has_token: bool, row: &'static str) -> Foreseen {
    Foreseen { answer: Verdict::Session { guest, has_token }, rows: vec![(row, None)] }
}

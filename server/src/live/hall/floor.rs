//! Who stands in the hall, and who of them hears what. It knows neither sockets nor clocks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::time::Duration;

use bytes::Bytes;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::GUEST_BEAT_SECONDS;
use slab::Slab;

use super::news::News;
use super::told::Told;
use super::wire::Said;
use super::{comeback, welcome};
use crate::domain::order::GuestId;
use crate::live::{Hub, frames};

/// Between two beats of one phone: never more than is promised, though they are given in handfuls.
const BEAT: Duration = Duration::from_secs(GUEST_BEAT_SECONDS).saturating_sub(HANDFUL);

/// Beats are given together where they are due so close to each other: a thousand phones are no
/// reason to wake up a hundred times a second.
const HANDFUL: Duration = Duration::from_millis(500);

/// A line that takes events.
pub(in crate::live) trait Line {
    /// Sends them, or keeps them until there is room.
    fn say(&mut self, said: &Said) -> Result<(), Gone>;

    /// Sends them and ends with them. Whom they do not reach at once comes back and asks.
    fn say_last(&mut self, said: &Said);
}

/// The line is no use any more: it broke, or what it has not taken is too much.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::live) struct Gone;

/// A phone that comes in.
#[derive(Debug)]
pub(in crate::live) struct Entry<L> {
    pub(in crate::live) told: Told,
    pub(in crate::live) wire: L,
}

/// Everybody who stands in the hall.
#[derive(Debug)]
pub(in crate::live) struct Floor<L> {
    phones: Slab<Standing<L>>,
    /// Where each guest's phones stand.
    guests: BTreeSet<(GuestId, usize)>,
    /// When each phone is looked at next: whether it has been silent for long enough for a beat. Of
    /// those who have left the entries run out by themselves.
    beats: BinaryHeap<Reverse<Due>>,
    entered: u64,
    /// The last change that was told. A page takes nothing that is older than what it has heard, so
    /// all that a phone hears comes in the order of the changes that it follows from.
    told: Seq,
    /// Who turned out to be gone and has yet to be shown out.
    gone: BTreeSet<usize>,
}

/// A phone in its place.
#[derive(Debug)]
struct Standing<L> {
    line: L,
    told: Told,
    /// Which of all who ever came in it is: places are used again.
    entry: u64,
    /// For how great a crowd it was told when to come back.
    crowd: usize,
    /// When it was told something last: who has just heard a word needs no sign of life.
    heard: Duration,
}

impl<L: Line> Standing<L> {
    /// Says something. Whoever has heard all that they came for goes with it.
    fn say(&mut self, said: &Said) -> Result<(), Gone> {
        if !self.told.is_over() {
            return self.line.say(said);
        }
        self.line.say_last(said);
        Err(Gone)
    }
}

/// A beat to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Due {
    at: Duration,
    place: usize,
    entry: u64,
}

impl<L: Line> Floor<L> {
    pub(in crate::live) fn new() -> Self {
        Self {
            phones: Slab::new(),
            guests: BTreeSet::new(),
            beats: BinaryHeap::new(),
            entered: 0,
            told: Seq::default(),
            gone: BTreeSet::new(),
        }
    }

    pub(in crate::live) fn len(&self) -> usize {
        self.phones.len()
    }

    /// The line in a place.
    pub(in crate::live) fn line(&mut self, place: usize) -> Option<&mut L> {
        self.phones.get_mut(place).map(|phone| &mut phone.line)
    }

    /// Gives a phone its place. `now` is what has passed since the floor was opened.
    pub(in crate::live) fn enter(&mut self, entry: Entry<L>, now: Duration) -> usize {
        let (crowd, guest) = (self.phones.len(), entry.told.guest());
        self.entered += 1;
        let Entry { told, wire: line } = entry;
        let phone = Standing { line, told, entry: self.entered, crowd, heard: now };
        let place = self.phones.insert(phone);
        self.guests.extend(guest.map(|guest| (guest, place)));
        let due = Due { at: in_a_handful(now + BEAT), place, entry: self.entered };
        self.beats.push(Reverse(due));
        place
    }

    /// Shows a phone out.
    pub(in crate::live) fn leave(&mut self, place: usize) -> Option<L> {
        self.gone.remove(&place);
        let phone = self.phones.try_remove(place)?;
        if let Some(guest) = phone.told.guest() {
            self.guests.remove(&(guest, place));
        }
        Some(phone.line)
    }

    /// Somebody whose line is no use any more.
    pub(in crate::live) fn gone(&mut self) -> Option<usize> {
        self.gone.first().copied()
    }

    /// Everybody, where all have to go.
    pub(in crate::live) fn clear(&mut self) -> impl Iterator<Item = L> {
        self.guests.clear();
        self.beats.clear();
        self.gone.clear();
        let phones = std::mem::replace(&mut self.phones, Slab::new());
        phones.into_iter().map(|(_, phone)| phone.line)
    }

    /// Tells a phone what it has missed on its way in.
    pub(in crate::live) fn catch_up(&mut self, place: usize, missed: &welcome::Missed) {
        let Some(phone) = self.phones.get_mut(place) else { return };
        let events = phone.told.catch_up(missed);
        self.say(place, &events);
    }

    /// Tells everybody what is news for them.
    pub(in crate::live) fn hear(&mut self, news: &News, now: Duration) {
        self.told = news.seq;
        let own = self.own(news);
        if news.common.is_empty() {
            for (place, events) in own.into_iter().filter(|(_, events)| !events.is_empty()) {
                let events: Vec<_> = events.into_iter().map(|(_, event)| event).collect();
                self.say(place, &events);
                self.phones[place].heard = now;
            }
            return;
        }
        let all: Vec<_> = news.common.iter().map(|(_, event)| event.clone()).collect();
        let (all, first) = (Said::of(&all), news.common.iter().map(|(seq, _)| *seq).min());
        for (place, phone) in &mut self.phones {
            let own = own.get(&place);
            phone.heard = now;
            let said = if own.is_none() && first.is_some_and(|seq| phone.told.has_yet_to_hear(seq))
            {
                phone.say(&all)
            } else {
                let common = news.common.iter().filter(|(seq, _)| phone.told.has_yet_to_hear(*seq));
                let mut events: Vec<_> = own.into_iter().flatten().chain(common).collect();
                events.sort_by_key(|(seq, _)| *seq);
                let events: Vec<_> = events.into_iter().map(|(_, event)| event.clone()).collect();
                if events.is_empty() { Ok(()) } else { phone.say(&Said::of(&events)) }
            };
            if said == Err(Gone) {
                self.gone.insert(place);
            }
        }
    }

    /// What concerns some guests only, by where their phones stand, with the changes that it follows.
    fn own(&mut self, news: &News) -> BTreeMap<usize, Vec<(Seq, Bytes)>> {
        let mut own: BTreeMap<usize, Vec<(Seq, Bytes)>> = BTreeMap::new();
        for item in &news.own {
            let Some((guest, _)) = &item.own else { continue };
            for place in standing(&self.guests, *guest) {
                let event = self.phones[place].told.own(item);
                own.entry(place).or_default().extend(event.map(|event| (item.seq, event)));
            }
        }
        for (guest, order, now) in &news.places {
            for place in standing(&self.guests, *guest) {
                let event = self.phones[place].told.place(*order, *now, news.seq, news.at);
                own.entry(place).or_default().extend(event.map(|event| (news.seq, event)));
            }
        }
        own
    }

    /// How long until the next beats are due; nothing where nobody waits for one.
    pub(in crate::live) fn next_beat(&self, now: Duration) -> Option<Duration> {
        self.beats.peek().map(|due| due.0.at.saturating_sub(now))
    }

    /// Gives the beats that are due: a sign of life, and how the own estimates have moved while
    /// nothing happened.
    pub(in crate::live) fn beat(&mut self, hub: &Hub, now: Duration) {
        let due = self.due(now);
        if due.is_empty() {
            return;
        }
        let told = due.iter().map(|place| (*place, self.phones[*place].told.places()));
        let outlook = hub.outlook_for(told);
        let beat = frames::beat(outlook.at);
        let alone = Said::of(std::slice::from_ref(&beat));
        let crowd = self.phones.len();
        for place in due {
            let phone = &mut self.phones[place];
            let mut events = Vec::new();
            for (order, now) in outlook.places.get(&place).into_iter().flatten() {
                events.extend(phone.told.place(*order, *now, self.told, outlook.at));
            }
            if comeback::is_another(phone.crowd, crowd) {
                phone.crowd = crowd;
                events.push(Bytes::from(comeback::retry(crowd)));
            }
            let said = if events.is_empty() {
                phone.line.say(&alone)
            } else {
                events.push(beat.clone());
                phone.line.say(&Said::of(&events))
            };
            if said == Err(Gone) {
                self.gone.insert(place);
            }
        }
    }

    /// Who has been silent for so long that a beat is due. Each is looked at again a period after the
    /// last word.
    fn due(&mut self, now: Duration) -> Vec<usize> {
        let mut due = Vec::new();
        while let Some(Reverse(next)) = self.beats.peek().copied()
            && next.at <= now
        {
            self.beats.pop();
            let phone = self.phones.get_mut(next.place);
            let Some(phone) = phone.filter(|phone| phone.entry == next.entry) else { continue };
            if in_a_handful(phone.heard + BEAT) <= now {
                phone.heard = now;
                due.push(next.place);
            }
            self.beats.push(Reverse(Due { at: in_a_handful(phone.heard + BEAT), ..next }));
        }
        due
    }

    fn say(&mut self, place: usize, events: &[Bytes]) {
        let Some(phone) = self.phones.get_mut(place).filter(|_| !events.is_empty()) else { return };
        if phone.say(&Said::of(events)) == Err(Gone) {
            self.gone.insert(place);
        }
    }
}

/// Where a guest's phones stand.
fn standing(guests: &BTreeSet<(GuestId, usize)>, guest: GuestId) -> impl Iterator<Item = usize> {
    guests.range((guest, 0)..=(guest, usize::MAX)).map(|(_, place)| *place)
}

fn in_a_handful(at: Duration) -> Duration {
    let handfuls = at.as_millis().div_ceil(HANDFUL.as_millis());
    HANDFUL * u32::try_from(handfuls).unwrap_or(u32::MAX)
}

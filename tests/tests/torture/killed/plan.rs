//! What is killed, and when: all of it chance that repeats.

use demitasse_tests::Chance;

/// The programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Victim {
    Server,
    Barista,
    Monitor,
}

/// Out of ten kills, so many are of each: most of what can be lost is the server's.
const VICTIMS: [Victim; 10] = [
    Victim::Server,
    Victim::Server,
    Victim::Server,
    Victim::Server,
    Victim::Server,
    Victim::Server,
    Victim::Server,
    Victim::Barista,
    Victim::Barista,
    Victim::Monitor,
];

/// By what the moment is told.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moment {
    /// So many changes have come in on a screen.
    Changes(usize),
    /// So many requests have left the phones.
    Requests(u64),
    /// So many keys have been pressed on the barista's board.
    Keys(u64),
}

/// One kill.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) victim: Victim,
    pub(super) moment: Moment,
    /// So often everybody else has a turn, between the moment and the kill.
    pub(super) turns: u64,
    /// Requests that are sent right before the server is killed, without waiting: how much of each
    /// gets through, in hundredths.
    pub(super) volley: Vec<u64>,
    /// The program is killed so often again while it comes back, each time after so many looks.
    pub(super) in_vain: Vec<u64>,
    /// Whether all screens are looked at while the server is gone.
    pub(super) stares: bool,
}

impl Plan {
    pub(super) fn draw(chance: &mut Chance) -> Self {
        let moment = match chance.below(4) {
            0 => Moment::Keys(1 + chance.below(12)),
            1 => Moment::Requests(1 + chance.below(40)),
            _ => Moment::Changes(1 + usize::try_from(chance.below(50)).unwrap_or(0)),
        };
        let victim = chance.one_of(&VICTIMS);
        let some = |chance: &mut Chance, percent, most| {
            if chance.percent(percent) { 1 + chance.below(most) } else { 0 }
        };
        let (shots, again) = (some(chance, 60, 6), some(chance, 15, 2));
        Self {
            victim,
            moment,
            turns: chance.below(300),
            volley: (0..shots).map(|_| chance.one_of(&[100, 100, 100, 60, 99])).collect(),
            in_vain: (0..again).map(|_| chance.below(20_000)).collect(),
            stares: chance.percent(25),
        }
    }

    /// How many programs are killed by it.
    pub(super) fn kills(&self) -> u32 {
        1 + u32::try_from(self.in_vain.len()).unwrap_or(0)
    }
}

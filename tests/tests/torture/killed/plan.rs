//! What is killed, and when: all of it chance that repeats.

use demitasse_tests::Chance;

/// What is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Victim {
    Server,
    Barista,
    Monitor,
    /// All three at once, as when the laptop goes.
    Laptop,
}

/// In an evening so many are of each: most of what can be lost is the server's.
const VICTIMS: [Victim; 12] = [
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
    Victim::Monitor,
    Victim::Laptop,
];

/// The victims of an evening, one for each round.
pub(super) fn victims(chance: &mut Chance) -> [Victim; 12] {
    let mut victims = VICTIMS;
    for last in (1..victims.len()).rev() {
        let other = chance.below(u64::try_from(last).unwrap_or(0) + 1);
        victims.swap(last, usize::try_from(other).unwrap_or(0));
    }
    victims
}

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

/// Looks at a program that starts or stops, one after the other without a pause: about as long as
/// either takes.
const LOOKS: u64 = 20_000;

/// One kill.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) victim: Victim,
    pub(super) moment: Moment,
    /// So often everybody else has a turn, between the moment and the kill.
    pub(super) turns: u64,
    /// Requests that are sent right before the server is killed, without waiting: how much of each
    /// gets through, in hundredths.
    pub(super) unheard: Vec<u64>,
    /// The program is killed so often again while it comes back, each time after so many looks.
    pub(super) in_vain: Vec<u64>,
    /// The server is asked to stop, and killed while it does, after so many looks.
    pub(super) haste: Option<u64>,
    /// Whether all screens are looked at while the server is gone.
    pub(super) stares: bool,
}

impl Plan {
    pub(super) fn draw(victim: Victim, chance: &mut Chance) -> Self {
        let moment = match chance.below(4) {
            0 => Moment::Keys(1 + chance.below(12)),
            1 => Moment::Requests(1 + chance.below(40)),
            _ => Moment::Changes(1 + usize::try_from(chance.below(50)).unwrap_or(0)),
        };
        let some = |chance: &mut Chance, percent, most| {
            if chance.percent(percent) { 1 + chance.below(most) } else { 0 }
        };
        let (unheard, again) = (some(chance, 60, 6), some(chance, 15, 2));
        Self {
            victim,
            moment,
            turns: chance.below(300),
            unheard: (0..unheard).map(|_| chance.one_of(&[100, 100, 100, 60, 99])).collect(),
            in_vain: (0..again).map(|_| chance.below(LOOKS)).collect(),
            haste: chance.percent(15).then(|| chance.below(LOOKS)),
            stares: chance.percent(25),
        }
    }

    /// How often each program that it is about is killed.
    pub(super) fn kills(&self) -> u32 {
        1 + u32::try_from(self.in_vain.len()).unwrap_or(0)
    }

    /// Whether it is about this program.
    pub(super) fn kills_the(&self, program: Victim) -> bool {
        self.victim == program || self.victim == Victim::Laptop
    }
}

//! How the board calls somebody who looks elsewhere.

use std::collections::BTreeSet;

use clap::ValueEnum;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;

/// The shortest time between two calls, in milliseconds: a rush is no alarm clock.
const APART_MILLIS: i128 = 1_000;

/// How long a flash stands at least, in milliseconds. It goes with the next look at the clocks.
const FLASH_MILLIS: i128 = 400;

/// What calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Sound {
    /// The terminal's bell.
    #[default]
    Bell,
    /// A bright band at the top, for a moment.
    Flash,
    /// Bell and band.
    Both,
    /// Nothing.
    Off,
}

/// The board's voice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice {
    sound: Sound,
    muted: bool,
    called: Option<Timestamp>,
    flash: Option<Timestamp>,
    /// Orders near their expiry that were called for already.
    warned: BTreeSet<OrderId>,
}

impl Voice {
    /// As the settings have it.
    pub(crate) fn new(sound: Sound) -> Self {
        Self { sound, muted: sound == Sound::Off, ..Self::default() }
    }

    /// What calls, once it may.
    pub(crate) fn sound(&self) -> Sound {
        self.sound
    }

    /// Whether nothing calls.
    pub(crate) fn is_silent(&self) -> bool {
        self.muted
    }

    /// Whether the band shows.
    pub(crate) fn flashes(&self) -> bool {
        self.flash.is_some()
    }

    /// Keeps silent, or speaks again. Who had no sound at all gets the bell.
    pub(crate) fn mute(&mut self, muted: bool) {
        self.muted = muted;
        if !muted && self.sound == Sound::Off {
            self.sound = Sound::Bell;
        }
    }

    /// Calls with this from now on.
    pub(crate) fn choose(&mut self, sound: Sound) {
        (self.sound, self.muted) = (sound, false);
    }

    /// Calls, unless it just did or must be silent; says whether the bell is to ring.
    pub(crate) fn call(&mut self, now: Option<Timestamp>) -> bool {
        let Some(now) = now.filter(|_| !self.muted) else { return false };
        if self.called.is_some_and(|called| millis_between(called, now) < APART_MILLIS) {
            return false;
        }
        self.called = Some(now);
        if matches!(self.sound, Sound::Flash | Sound::Both) {
            self.flash = Some(now);
        }
        matches!(self.sound, Sound::Bell | Sound::Both)
    }

    /// Calls once so that somebody can hear it; who is silent stays so.
    pub(crate) fn try_out(&mut self, now: Option<Timestamp>) -> bool {
        let (sound, muted) = (self.sound, self.muted);
        self.mute(false);
        let bell = self.call(now);
        (self.sound, self.muted) = (sound, muted);
        bell
    }

    /// Takes the band away once it was seen; says whether it did.
    pub(crate) fn fade(&mut self, now: Option<Timestamp>) -> bool {
        let seen =
            |since: Timestamp| now.is_some_and(|now| millis_between(since, now) >= FLASH_MILLIS);
        self.flash.take_if(|since| seen(*since)).is_some()
    }

    /// Takes note of the orders that are near their expiry; says whether one of them is new.
    pub(crate) fn warn_of(&mut self, near: BTreeSet<OrderId>) -> bool {
        let is_new = !near.is_subset(&self.warned);
        self.warned = near;
        is_new
    }
}

fn millis_between(from: Timestamp, to: Timestamp) -> i128 {
    to.duration_since(from).as_millis()
}

/// A line of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SoundLine {
    /// Silent, or not any more.
    Mute,
    /// Call once, as it is set.
    Try,
    /// Call with this.
    Use(Sound),
}

/// The dialog's lines.
pub(crate) const SOUND_LINES: [SoundLine; 5] = [
    SoundLine::Mute,
    SoundLine::Try,
    SoundLine::Use(Sound::Bell),
    SoundLine::Use(Sound::Flash),
    SoundLine::Use(Sound::Both),
];

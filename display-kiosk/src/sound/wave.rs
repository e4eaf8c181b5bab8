//! The chime: a spoon that touches a porcelain cup twice. It is reckoned rather than recorded, so
//! that nothing has to be read, and nobody's rights are in it.

use std::f32::consts::{PI, TAU};

/// Samples in a second.
pub(super) const RATE: u16 = 48_000;

/// How long the chime is, in samples: 1.1 seconds.
const LENGTH: u16 = 52_800;

/// The cup's tones. A cup is no string: they are no multiples of the lowest one, which is what
/// makes it sound like porcelain.
const PARTIALS: [Partial; 3] = [
    Partial { hertz: 1_245.0, share: 0.62, fades_in: 0.26 },
    Partial { hertz: 2_940.0, share: 0.26, fades_in: 0.15 },
    Partial { hertz: 4_870.0, share: 0.12, fades_in: 0.07 },
];

/// When the spoon touches the cup, in seconds, and how hard.
const TOUCHES: [(f32, f32); 2] = [(0.0, 0.75), (0.17, 1.0)];

/// How long the cup takes to sound at its fullest, in seconds: at once would be a click.
const ONSET: f32 = 0.006;

/// The last part, in seconds, in which what is left goes to nothing.
const RELEASE: f32 = 0.12;

/// The loudest that it gets at full volume, of what a sound card can give.
const PEAK: f32 = 0.5;

struct Partial {
    hertz: f32,
    /// Its share of the whole.
    share: f32,
    /// After how many seconds a third of it is left.
    fades_in: f32,
}

/// The chime's samples, at a volume from 0 to 100.
pub(super) fn chime(volume: u8) -> Vec<f32> {
    let seconds = |sample: u16| f32::from(sample) / f32::from(RATE);
    let mut wave: Vec<_> = (0..LENGTH).map(|sample| cup(seconds(sample))).collect();
    let loudest = wave.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
    // Ears hear the square root of what a loudspeaker gives.
    let gain = PEAK * (f32::from(volume) / 100.0).powi(2) / loudest;
    for sample in &mut wave {
        *sample *= gain;
    }
    wave
}

/// How the cup sounds at a moment.
fn cup(at: f32) -> f32 {
    let touches = TOUCHES.iter().map(|(when, how_hard)| how_hard * touch(at - when));
    let left = (seconds_long() - at) / RELEASE;
    touches.sum::<f32>() * rise(left)
}

/// One touch, so many seconds ago.
fn touch(age: f32) -> f32 {
    if age < 0.0 {
        return 0.0;
    }
    let tone = |p: &Partial| p.share * (-age / p.fades_in).exp() * (TAU * p.hertz * age).sin();
    rise(age / ONSET) * PARTIALS.iter().map(tone).sum::<f32>()
}

/// From 0 to 1 without a corner.
fn rise(part: f32) -> f32 {
    0.5 - 0.5 * (PI * part.clamp(0.0, 1.0)).cos()
}

/// The chime's last sample stands at this moment.
fn seconds_long() -> f32 {
    f32::from(LENGTH - 1) / f32::from(RATE)
}

#[cfg(test)]
mod tests;

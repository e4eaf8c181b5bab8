//! What must hold of the chime, whoever tunes it.

use super::*;

/// How much of a tone is in samples, by Goertzel's algorithm; 1 is a full sine wave.
fn tone(samples: &[f32], hertz: f32) -> f32 {
    let turn = 2.0 * (TAU * hertz / f32::from(RATE)).cos();
    let (mut last, mut before) = (0.0, 0.0);
    for sample in samples {
        (last, before) = (sample + turn * last - before, last);
    }
    let power: f32 = last * last + before * before - turn * last * before;
    2.0 * power.max(0.0).sqrt() / f32::from(u16::try_from(samples.len()).expect("short"))
}

fn loudest(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |loudest, sample| loudest.max(sample.abs()))
}

#[test]
fn it_takes_about_a_second() {
    let seconds = chime(100).len() * 10 / usize::from(RATE);
    assert!((9..=13).contains(&seconds), "{seconds} tenths of a second");
}

#[test]
fn it_stays_well_below_what_a_card_can_give() {
    for (volume, peak) in [(100, PEAK), (50, PEAK / 4.0), (10, PEAK / 100.0), (0, 0.0)] {
        let loudest = loudest(&chime(volume));
        assert!((loudest - peak).abs() < 1e-4, "{loudest} at {volume}");
    }
}

#[test]
fn it_begins_and_ends_without_a_click() {
    let wave = chime(100);
    let (first, last) = (wave.first().expect("sound"), wave.last().expect("sound"));
    assert!(first.abs() < 1e-6 && last.abs() < 1e-6, "{first} and {last}");
    let millisecond = usize::from(RATE) / 1_000;
    assert!(loudest(&wave[..millisecond / 2]) < 0.05);
    assert!(loudest(&wave[wave.len() - 5 * millisecond..]) < 0.001);
}

#[test]
fn no_sample_jumps() {
    let wave = chime(100);
    // The steepest that partials of these tones at this loudness can be, and nothing above it.
    let steepest: f32 = PARTIALS.iter().map(|p| p.share * TAU * p.hertz / f32::from(RATE)).sum();
    let jump = wave.windows(2).fold(0.0_f32, |jump, pair| jump.max((pair[1] - pair[0]).abs()));
    assert!(jump < PEAK * steepest * 2.0, "{jump}");
}

#[test]
fn its_tones_are_the_cups() {
    let wave = chime(100);
    let second_touch = &wave[8_200..20_000];
    let between = [600.0, 2_000.0, 3_800.0, 7_000.0, 10_000.0];
    let noise = between.map(|hertz| tone(second_touch, hertz)).into_iter().fold(0.0, f32::max);
    for partial in PARTIALS {
        let strength = tone(second_touch, partial.hertz);
        assert!(strength > 5.0 * noise, "{} Hz: {strength} over {noise}", partial.hertz);
    }
}

#[test]
fn it_is_two_touches() {
    let wave = chime(100);
    let loudness = |from: u16| {
        let from = usize::from(from);
        loudest(&wave[from..from + 1_000])
    };
    // Louder after each touch than just before it.
    assert!(loudness(500) > 0.2);
    assert!(loudness(8_400) > 1.2 * loudness(7_000));
    assert!(loudness(40_000) < 0.2 * loudness(8_400));
}

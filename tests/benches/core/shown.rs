//! What monitors take to decide what they show.

use demitasse_shared::monitor::encode;
use demitasse_shared::monitor::sample::Sample;
use demitasse_tests::sample::screen;
use divan::{Bencher, black_box};

/// The code of one window, as modules.
#[divan::bench]
fn code(bencher: Bencher<'_, '_>) {
    let url = "HTTP://192.168.1.20:8080/Q/7K3MQ2XW9VBCDEFG";
    bencher.bench(|| encode(black_box(url)).expect("it fits"));
}

/// A whole panel in a rush, as plain data.
#[divan::bench]
fn panel(bencher: Bencher<'_, '_>) {
    bencher.bench(|| screen(black_box(Sample::Rush)));
}

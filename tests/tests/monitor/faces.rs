//! Every face on every panel: the numbers are the orders', the codes are those that are good, and
//! nothing else could be taken for either.

use demitasse_shared::monitor::Screen;
use demitasse_shared::monitor::sample::Sample;
use demitasse_tests::Standing::{Making, Ready, Waiting};
use demitasse_tests::{Decoder, Kiosk, Panel, Picture, Standing};

use demitasse_tests::sample::{codes, numbers, screen};

#[tokio::test(flavor = "multi_thread")]
async fn are_true_on_1080p() {
    check(Panel::FULL_HD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn are_true_on_4k() {
    check(Panel::UHD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn are_true_on_a_panel_on_its_side() {
    check(Panel::PORTRAIT).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn are_true_on_a_wide_panel() {
    check(Panel::WIDE).await;
}

async fn check(panel: Panel) {
    let mut kiosk = Kiosk::preview(panel, Sample::ALL[0], &[]).await;
    for (nth, &face) in Sample::ALL.iter().enumerate() {
        if nth > 0 {
            kiosk.turn_to(face, &[]).await;
        }
        let screen = screen(face);
        let what = format!("{} as it is, on {panel}", face.as_str());
        let look = |panel: &Picture| is_true(panel, &screen).then(|| panel.clone());
        let picture = kiosk.rests(&what, look).await;
        sizes(&picture, panel, &what);
        for decoder in Decoder::ALL {
            let read = decoder.read(&picture.grey()).await;
            assert_eq!(read, codes(&screen), "{what}, as {decoder:?} reads it");
        }
    }
}

/// Whether all large numbers are orders' numbers, in their order and their colours, and the codes
/// are those that may be shown.
fn is_true(picture: &Picture, screen: &Screen) -> bool {
    let stand = |standing: Standing| {
        let (mut shown, mut all) = (picture.numbers(standing), numbers(screen, standing));
        if standing == Standing::Stale {
            // Both columns in one colour: rows are read across.
            shown.sort_unstable();
            all.sort_unstable();
        }
        // The first page of them, where they take several.
        shown.is_empty() == all.is_empty() && is_part(&shown, &all)
    };
    Standing::ALL.into_iter().all(stand)
        && picture.stray_figures().is_empty()
        && picture.codes() == codes(screen)
}

/// Whether these are numbers of all of them that follow each other.
fn is_part(shown: &[u32], all: &[u32]) -> bool {
    shown.is_empty() || all.windows(shown.len()).any(|part| part == shown)
}

/// Ready numbers are at least 9 % of the shorter side high, and those in preparation 6 %.
fn sizes(picture: &Picture, panel: Panel, what: &str) {
    for (standing, hundredths) in [(Ready, 9), (Making, 6), (Waiting, 6)] {
        for seen in picture.figures(standing) {
            // Smoothed edges do not count: a pixel above and one below.
            let least = panel.shorter() * hundredths / 100 - 2;
            assert!(seen.height >= least, "{what}: {seen:?} is under {least} pixels");
        }
    }
}

//! The monitor in a browser: paired by a person with a remote control, live, and never wrong about
//! its code.

mod faces;
mod rights;
mod story;
mod trust;
mod weight;

use std::path::Path;

use demitasse_shared::api::Role;
use demitasse_tests::{OpenBar, Staff, Tablets, within};
use rqrr::PreparedImage;

/// More drinks than any story needs.
const DRINKS: u32 = 1_000;

/// A bar that is open, and a monitor that shows its code.
async fn shown() -> (OpenBar, Tablets) {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let mut monitors = Tablets::monitors().await;
    hang_up(&mut monitors, &bar.home(), bar.staff()).await;
    monitors.does(0, "code", "").await;
    (bar, monitors)
}

/// Opens the page on the first monitor, and pairs it.
async fn hang_up(monitors: &mut Tablets, home: &str, staff: &Staff) {
    monitors.does(0, "open", &format!("{home}display")).await;
    monitors.does(0, "pair", &staff.code_for(Role::Display, "Wall").await).await;
}

/// What the code on a monitor says to whoever scans it. Between two windows there is none: whoever
/// scans then, scans again.
async fn scan(monitors: &mut Tablets) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("panel.png");
    let scanned = async {
        loop {
            monitors.does(0, "picture", path.to_str().expect("letters")).await;
            let mut codes = codes(&path);
            assert!(codes.len() < 2, "one code on the panel: {codes:?}");
            if let Some(code) = codes.pop() {
                return code;
            }
        }
    };
    within("a code that can be scanned", scanned).await
}

/// What the codes of a picture say, by a decoder that is not ours.
fn codes(path: &Path) -> Vec<String> {
    let file = std::io::BufReader::new(std::fs::File::open(path).expect("a picture"));
    let mut reader = png::Decoder::new(file).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    let samples = info.color_type.samples();
    let (width, height) = (info.width as usize, info.height as usize);
    let luma = |x: usize, y: usize| pixels[(y * width + x) * samples + 1];
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, luma);
    let grids = picture.detect_grids();
    grids.iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

//! The demo: a recorded rush through a bar whose settings let most of it in.

use std::fs;
use std::path::Path;

use demitasse_shared::settings::Settings;
use tokio::process::Command;

use super::UpError;
use super::programs;

/// The rush of 2022-10-14; see assets/recordings.
const RECORDING: &[u8] = include_bytes!("../../../../assets/recordings/2022-10-14.csv");

/// Too few for a rush, so that there is a queue to see, and something to do for who sits at the
/// board.
const BARISTAS: u8 = 2;

/// The rush brings over four times what the default window gives, so the demo's windows give more
/// and the bar carries more at once; most guests get in, some still meet a sold-out window.
pub(super) fn settings() -> Settings {
    Settings {
        window_minutes: 1,
        window_drinks: 30,
        capacity: 40,
        ready_for_seconds: 60,
        ..Settings::default()
    }
}

/// The program that plays the rush. Its table is for who plays a recording on purpose.
pub(super) fn rush(data: &Path, speed: u16) -> Result<Command, UpError> {
    let path = data.join("rush.csv");
    fs::write(&path, RECORDING)
        .map_err(|source| UpError::System { what: "cannot write the recorded rush", source })?;
    let mut rush = programs::program("demitasse");
    rush.arg("replay").arg(path).arg("--data").arg(data).arg("--speed").arg(speed.to_string());
    rush.arg("--baristas").arg(BARISTAS.to_string());
    Ok(rush)
}

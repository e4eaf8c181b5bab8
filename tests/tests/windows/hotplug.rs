//! Cables are pulled, and plugged in again.

use crate::outputs::{LEFT, Outputs, RIGHT, RIGHT_ALONE};

#[tokio::test]
async fn each_monitor_has_its_window_whatever_happens_to_cables() {
    let outputs = Outputs::bare().await;
    let mut kiosk = outputs.kiosk(&["--monitor", "all"]);
    outputs.until_windows_fill(&[LEFT, RIGHT]).await;

    outputs.unplug(&["DUMMY1"]).await;
    outputs.until_windows_fill(&[LEFT]).await;
    outputs.plug_in_right().await;
    outputs.until_windows_fill(&[LEFT, RIGHT]).await;

    // The main window's own: the other one goes on.
    outputs.unplug(&["DUMMY0"]).await;
    outputs.until_windows_fill(&[RIGHT_ALONE]).await;
    outputs.plug_in_left().await;
    outputs.until_windows_fill(&[LEFT, RIGHT]).await;

    // With none left, one window waits for the next.
    outputs.unplug(&["DUMMY0", "DUMMY1"]).await;
    outputs.until_windows("one window", |areas| areas.len() == 1).await;
    outputs.plug_in_left().await;
    outputs.plug_in_right().await;
    outputs.until_windows_fill(&[LEFT, RIGHT]).await;
    assert_eq!(kiosk.try_wait().expect("it can be asked"), None, "it runs");
}

#[tokio::test]
async fn a_window_comes_back_to_its_monitor_on_a_desktop() {
    let outputs = Outputs::with_window_manager().await;
    let _kiosk = outputs.kiosk(&["--monitor", "dummy1"]);
    outputs.until_windows_fill(&[RIGHT]).await;
    outputs.unplug(&["DUMMY1"]).await;
    outputs.until_windows_fill(&[LEFT]).await;
    outputs.plug_in_right().await;
    outputs.until_windows_fill(&[RIGHT]).await;
}

#[tokio::test]
async fn a_monitor_that_is_not_there_yet_is_waited_for() {
    let outputs = Outputs::bare().await;
    outputs.unplug(&["DUMMY1"]).await;
    let _kiosk = outputs.kiosk(&["--monitor", "2"]);
    outputs.until_windows_fill(&[LEFT]).await;
    outputs.plug_in_right().await;
    outputs.until_windows_fill(&[RIGHT]).await;
}

#[tokio::test]
async fn nobody_needs_a_monitor_to_start() {
    let outputs = Outputs::bare().await;
    outputs.unplug(&["DUMMY0", "DUMMY1"]).await;
    assert_eq!(outputs.printed(&["--list-monitors"]).await, "No monitor is plugged in.\n");
    let mut kiosk = outputs.kiosk(&[]);
    outputs.until_windows("one window", |areas| areas.len() == 1).await;
    outputs.plug_in_left().await;
    outputs.until_windows_fill(&[LEFT]).await;
    assert_eq!(kiosk.try_wait().expect("it can be asked"), None, "it runs");
}

#[tokio::test]
async fn the_list_counts_monitors_from_left_to_right() {
    let outputs = Outputs::bare().await;
    let list = "1: DUMMY0, 1280×720 at 0,0\n2: DUMMY1, 800×600 at 1280,0\n";
    assert_eq!(outputs.printed(&["--list-monitors"]).await, list);
}

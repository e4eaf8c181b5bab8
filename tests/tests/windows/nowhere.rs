//! A machine without a display.

use std::process::Stdio;

use demitasse_tests::{alone, program, within};
use tokio::process::Command;

#[tokio::test]
async fn without_a_display_the_monitor_says_so_in_a_sentence() {
    for display in [None, Some(":4711")] {
        let mut kiosk = Command::new(program("demitasse-kiosk"));
        kiosk.args(["--preview", "open"]).stdin(Stdio::null()).kill_on_drop(true);
        alone(kiosk.as_std_mut());
        kiosk.envs(display.map(|display| ("DISPLAY", display)));
        let output = within("the monitor to give up", kiosk.output()).await.expect("it starts");
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(
            said,
            "There is no display to show the bar on. Start the monitor in a graphical session, or \
             say which one in DISPLAY or WAYLAND_DISPLAY.\n"
        );
    }
}

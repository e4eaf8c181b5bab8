//! The screen saver is held off while the monitor runs, and comes again however it ended.

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::screensaver::{ConnectionExt as _, Event as Asked, State};
use x11rb::protocol::sync::{
    ConnectionExt as _, CreateAlarmAux, Int64, TESTTYPE, Trigger, VALUETYPE,
};
use x11rb::protocol::xproto::{Blanking, ConnectionExt as _, Exposures};

use crate::outputs::{LEFT, Outputs};

/// The machine's screen saver comes after so many seconds; the test looks on for three times that.
const COMES_AFTER_SECONDS: i16 = 1;
const LOOKS_ON_MILLIS: u32 = 3_000;

#[tokio::test]
async fn the_screen_saver_is_held_off_and_comes_again_after_a_kill() {
    let outputs = Outputs::bare().await;
    let mut kiosk = outputs.kiosk(&["--monitor", "1"]);
    outputs.until_windows_fill(&[LEFT]).await;
    watch_saver(&outputs);
    assert!(!saver_came(&outputs).await, "it is held off");
    kiosk.kill().await.expect("it ran until now");
    outputs.until("the screen saver", |event| came(event).then_some(())).await;
}

#[tokio::test]
async fn a_machine_whose_owner_wants_it_goes_to_rest() {
    let outputs = Outputs::bare().await;
    let _kiosk = outputs.kiosk(&["--monitor", "1", "--let-sleep"]);
    outputs.until_windows_fill(&[LEFT]).await;
    watch_saver(&outputs);
    assert!(saver_came(&outputs).await, "nobody held it off");
}

/// Sets the saver short, and has the server tell of it.
fn watch_saver(outputs: &Outputs) {
    let (server, root) = (&outputs.server, outputs.root);
    server.screensaver_select_input(root, Asked::NOTIFY_MASK).expect("the server runs");
    let set = server.set_screen_saver(
        COMES_AFTER_SECONDS,
        0,
        Blanking::PREFERRED,
        Exposures::NOT_ALLOWED,
    );
    set.expect("the server runs").check().expect("it has a screen saver");
}

/// Whether the saver comes before nobody has touched the machine for three times its patience. The
/// server itself counts that, and tells both in order.
async fn saver_came(outputs: &Outputs) -> bool {
    let server = &outputs.server;
    server.sync_initialize(3, 1).expect("the server runs").reply().expect("it counts");
    let counters = server.sync_list_system_counters().expect("the server runs").reply();
    let counters = counters.expect("it counts").counters;
    let idle = counters.iter().find(|counter| counter.name == b"IDLETIME").expect("it does");
    let long = Trigger {
        counter: idle.counter,
        wait_type: VALUETYPE::RELATIVE,
        wait_value: Int64 { hi: 0, lo: LOOKS_ON_MILLIS },
        test_type: TESTTYPE::POSITIVE_COMPARISON,
    };
    let alarm = server.generate_id().expect("a number");
    let asked = CreateAlarmAux::new()
        .counter(long.counter)
        .value_type(long.wait_type)
        .value(long.wait_value)
        .test_type(long.test_type)
        .events(1);
    server.sync_create_alarm(alarm, &asked).expect("the server runs").check().expect("it does");
    let look = |event: &Event| match event {
        Event::SyncAlarmNotify(_) => Some(false),
        event => came(event).then_some(true),
    };
    outputs.until("the machine to have been idle", look).await
}

fn came(event: &Event) -> bool {
    matches!(event, Event::ScreensaverNotify(saver) if saver.state == State::ON)
}

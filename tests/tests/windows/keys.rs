//! What somebody at the monitor's keyboard can do.

use demitasse_tests::within;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;

use crate::outputs::{Area, LEFT, Outputs, RIGHT};

/// Keys by their names in X11 (keysymdef.h).
const ESC: u32 = 0xFF1B;
const F10: u32 = 0xFFC7;
const F11: u32 = 0xFFC8;

#[tokio::test]
async fn f10_goes_to_the_next_monitor_and_esc_held_closes() {
    let outputs = Outputs::with_window_manager().await;
    let mut kiosk = outputs.kiosk(&["--monitor", "1"]);
    outputs.until_windows_fill(&[LEFT]).await;
    strike(&outputs, F10).await;
    outputs.until_windows_fill(&[RIGHT]).await;
    strike(&outputs, F10).await;
    outputs.until_windows_fill(&[LEFT]).await;

    strike(&outputs, F11).await;
    let is_small = |areas: &[Area]| matches!(areas, [area] if *area != LEFT);
    outputs.until_windows("a window on the desktop", is_small).await;
    strike(&outputs, F11).await;
    outputs.until_windows_fill(&[LEFT]).await;

    // Keys are heard one after the other.
    strike(&outputs, ESC).await;
    strike(&outputs, F10).await;
    outputs.until_windows_fill(&[RIGHT]).await;
    assert_eq!(kiosk.try_wait().expect("it can be asked"), None, "a short Esc closes nothing");
    press(&outputs, ESC).await;
    let ended = within("the monitor to close", kiosk.wait()).await.expect("it can be waited for");
    assert!(ended.success());
}

async fn strike(outputs: &Outputs, key: u32) {
    press(outputs, key).await;
    send(outputs, KEY_RELEASE_EVENT, key);
}

/// Holds a key down, as soon as the monitor hears of it.
async fn press(outputs: &Outputs, key: u32) {
    outputs.until_keys_arrive().await;
    send(outputs, KEY_PRESS_EVENT, key);
}

fn send(outputs: &Outputs, event: u8, key: u32) {
    let (server, root) = (&outputs.server, outputs.root);
    let keyboard = server.setup();
    let (first, last) = (keyboard.min_keycode, keyboard.max_keycode);
    let map = server.get_keyboard_mapping(first, last - first + 1).expect("the server runs");
    let map = map.reply().expect("it has a keyboard");
    let per_key = usize::from(map.keysyms_per_keycode);
    let place = map.keysyms.chunks(per_key).position(|signs| signs.contains(&key));
    let place = u8::try_from(place.expect("the keyboard has it")).expect("a keycode");
    let sent = server.xtest_fake_input(event, first + place, 0, root, 0, 0, 0);
    sent.expect("the server runs").check().expect("it takes keys from tests");
}

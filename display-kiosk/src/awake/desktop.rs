//! Desktops and the machine itself, asked over D-Bus.
//!
//! Each promise is tied to the connection that asked for it, or to a file that the answer carries.
//! So both are kept.

use std::time::Duration;

use rustbus::connection::Timeout;
use rustbus::connection::ll_conn::force_finish_on_error;
use rustbus::message_builder::{MarshalledMessage, MarshalledMessageBody, MessageBuilder};
use rustbus::wire::UnixFd;
use rustbus::wire::errors::MarshalError;
use rustbus::{MessageType, RpcConn};

/// How long a bus may take to answer. Nobody waits for it but this thread.
const PATIENCE: Timeout = Timeout::Duration(Duration::from_secs(5));

/// Who asks, and why: it stands in the lists that people look at when a screen stays on.
const WHO: &str = "demitasse-kiosk";
const WHY: &str = "The overhead monitor shows the bar";

/// What a session is asked to leave: to suspend (4) and to become idle (8).
const SUSPEND_AND_IDLE: u32 = 4 | 8;

/// Somebody on a bus who can be asked to stay awake.
struct Keeper {
    name: &'static str,
    path: &'static str,
}

const SCREEN_SAVER: Keeper =
    Keeper { name: "org.freedesktop.ScreenSaver", path: "/org/freedesktop/ScreenSaver" };
const SESSION: Keeper =
    Keeper { name: "org.gnome.SessionManager", path: "/org/gnome/SessionManager" };
const MACHINE: Keeper = Keeper { name: "org.freedesktop.login1", path: "/org/freedesktop/login1" };

/// Holds off the desktop's screen saver, by the name that most desktops answer to, or by the one
/// of the rest.
pub(super) fn hold_session() -> Option<RpcConn> {
    let mut bus = RpcConn::session_conn(PATIENCE).ok()?;
    let saver = SCREEN_SAVER
        .ask(&mut bus, "org.freedesktop.ScreenSaver", |body| body.push_param2(WHO, WHY));
    if saver.is_none() {
        SESSION.ask(&mut bus, "org.gnome.SessionManager", |body| {
            let no_window = 0_u32;
            body.push_param4(WHO, no_window, WHY, SUSPEND_AND_IDLE)
        })?;
    }
    Some(bus)
}

/// Holds off the machine's sleep. The answer carries a file: as long as it is open, the machine
/// stays awake. Where sleep may not be held off, idling may.
pub(super) fn hold_machine() -> Option<UnixFd> {
    let mut bus = RpcConn::system_conn(PATIENCE).ok()?;
    ["idle:sleep", "idle"].into_iter().find_map(|what| {
        let answer = MACHINE.ask(&mut bus, "org.freedesktop.login1.Manager", |body| {
            body.push_param4(what, WHO, WHY, "block")
        })?;
        answer.body.parser().get::<UnixFd>().ok()
    })
}

impl Keeper {
    /// Asks to be kept awake; the answer where it is a yes.
    fn ask(
        &self,
        bus: &mut RpcConn,
        interface: &str,
        say: impl FnOnce(&mut MarshalledMessageBody) -> Result<(), MarshalError>,
    ) -> Option<MarshalledMessage> {
        let call = MessageBuilder::new().call("Inhibit").on(self.path);
        let mut call = call.with_interface(interface).at(self.name).build();
        say(&mut call.body).ok()?;
        let sent = bus.send_message(&mut call).ok()?.write(PATIENCE);
        let serial = sent.map_err(force_finish_on_error).ok()?;
        let answer = bus.wait_response(serial, PATIENCE).ok()?;
        (answer.typ == MessageType::Reply).then_some(answer)
    }
}

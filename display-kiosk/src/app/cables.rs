//! Tells the window system's library when a monitor comes or goes on X11.
//!
//! winit 0.30 keeps a list of monitors and asks the server to be told of changes, but what it is
//! told never gets through to it: Xlib drops the events of an extension that it does not know. It
//! does read its list anew when the desktop's resources change. So a thread of our own hears the
//! server, and pretends such a change: nothing at all, added to a property of our own window.

use std::error::Error;
use std::io;
use std::thread;

use x11rb::connection::Connection;
use x11rb::errors::ConnectionError;
use x11rb::protocol::Event;
use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, PropMode, Window};
use x11rb::rust_connection::RustConnection;

/// Hears the server for as long as it runs, on behalf of a window.
pub(super) fn watch(window: &winit::window::Window) -> io::Result<()> {
    let Ok(window) = Window::try_from(u64::from(window.id())) else { return Ok(()) };
    thread::Builder::new().name("cables".to_owned()).spawn(move || {
        // It ends with the server, and so does everything else.
        drop(follow(window));
    })?;
    Ok(())
}

fn follow(window: Window) -> Result<(), Box<dyn Error>> {
    let (server, screen) = RustConnection::connect(None)?;
    let root = server.setup().roots.get(screen).ok_or("the server has no such screen")?.root;
    server.randr_select_input(root, NotifyMask::SCREEN_CHANGE)?.check()?;
    // What changed between the library's own reading and this moment was told to nobody.
    pretend_change(&server, window)?;
    loop {
        if let Event::RandrScreenChangeNotify(_) = server.wait_for_event()? {
            pretend_change(&server, window)?;
        }
    }
}

fn pretend_change(server: &RustConnection, window: Window) -> Result<(), ConnectionError> {
    let (resources, text) = (AtomEnum::RESOURCE_MANAGER, AtomEnum::STRING);
    let bits = 8;
    server.change_property(PropMode::APPEND, window, resources, text, bits, 0, &[])?;
    server.flush()
}

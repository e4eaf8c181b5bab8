//! The X server's own screen saver and power saving (DPMS).

use std::error::Error;

use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::dpms::{self, ConnectionExt as _, DPMSMode};
use x11rb::protocol::screensaver::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{ConnectionExt as _, ScreenSaver};
use x11rb::rust_connection::RustConnection;

/// The version of the screen saver's extension that can suspend it.
const SUSPENDS: (u8, u8) = (1, 1);

/// Suspends both, where there is an X server. It ends with the connection.
pub(super) fn hold() -> Option<RustConnection> {
    std::env::var_os("DISPLAY")?;
    suspend().ok()
}

fn suspend() -> Result<RustConnection, Box<dyn Error>> {
    let (server, _screen) = RustConnection::connect(None)?;
    if server.extension_information(screensaver::X11_EXTENSION_NAME)?.is_some() {
        server.screensaver_query_version(SUSPENDS.0, SUSPENDS.1)?.reply()?;
        server.screensaver_suspend(1)?;
    }
    light_up(&server)?;
    server.flush()?;
    Ok(server)
}

/// Lights the panel where it is dark already: what is suspended does not come, but stays.
fn light_up(server: &RustConnection) -> Result<(), Box<dyn Error>> {
    server.force_screen_saver(ScreenSaver::RESET)?;
    if server.extension_information(dpms::X11_EXTENSION_NAME)?.is_some() {
        let power = server.dpms_info()?.reply()?;
        if power.state && power.power_level != DPMSMode::ON {
            server.dpms_force_level(DPMSMode::ON)?;
        }
    }
    Ok(())
}

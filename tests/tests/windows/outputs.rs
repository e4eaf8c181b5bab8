//! A machine with two outputs: Xorg with panels in memory, whose cables a test pulls.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;

use demitasse_tests::{program, within};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use x11rb::connection::Connection;
use x11rb::cookie::VoidCookie;
use x11rb::errors::{ConnectionError, ReplyError};
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ChangeWindowAttributesAux, ConnectionExt as _, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

/// Panels in memory, and no keyboard, mouse or card of the machine's own.
const CONFIGURATION: &str = r#"
Section "Device"
    Identifier "memory"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "Monitor"
    Identifier "any"
    HorizSync 5.0-1000.0
    VertRefresh 5.0-200.0
EndSection
Section "Screen"
    Identifier "screen"
    Device "memory"
    Monitor "any"
    DefaultDepth 24
EndSection
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
EndSection
"#;

/// A place on the desktop: left, top, width and height, in pixels.
pub(crate) type Area = (i16, i16, u16, u16);

/// The left panel and the right one, where both are plugged in.
pub(crate) const LEFT: Area = (0, 0, 1280, 720);
pub(crate) const RIGHT: Area = (1280, 0, 800, 600);

/// The right panel while it is the only one: a desktop begins where its first panel does.
pub(crate) const RIGHT_ALONE: Area = (0, 0, 800, 600);

/// An X server with two outputs, `DUMMY0` and `DUMMY1`. It ends when it is dropped, and with it
/// all that ran on it.
pub(crate) struct Outputs {
    name: String,
    pub(crate) server: Arc<RustConnection>,
    pub(crate) root: Window,
    home: TempDir,
    /// The X server, and whoever manages windows on it.
    programs: Vec<Child>,
}

impl Outputs {
    /// Both plugged in, with nobody to manage windows.
    pub(crate) async fn bare() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let (xorg, name) = start_xorg(&home).await;
        let (server, screen) = RustConnection::connect(Some(&name)).expect("it accepts");
        let root = server.setup().roots[screen].root;
        let server = Arc::new(server);
        watch(&server, root).expect("the server answers").check().expect("its root stays");
        let outputs = Self { name, server, root, home, programs: vec![xorg] };
        outputs.xrandr(&["--output", "DUMMY0", "--mode", "1280x720", "--pos", "0x0"]).await;
        outputs.xrandr(&["--addmode", "DUMMY1", "800x600"]).await;
        outputs.plug_in_right().await;
        outputs
    }

    /// Both plugged in, on a desktop.
    pub(crate) async fn with_window_manager() -> Self {
        let mut outputs = Self::bare().await;
        let started = outputs.command("openbox".into()).stderr(Stdio::null()).spawn();
        outputs.programs.push(started.expect("openbox is installed"));
        let manages = |server: &_, root| Ok(named(server, root, b"_NET_SUPPORTING_WM_CHECK")? != 0);
        outputs.until_so("somebody to manage windows", manages).await;
        outputs
    }

    pub(crate) async fn plug_in_left(&self) {
        let left = ["--output", "DUMMY0", "--mode", "1280x720", "--pos", "0x0"];
        self.xrandr(&[&left[..], &["--output", "DUMMY1", "--pos", "1280x0"]].concat()).await;
    }

    pub(crate) async fn plug_in_right(&self) {
        self.xrandr(&["--output", "DUMMY1", "--mode", "800x600", "--pos", "1280x0"]).await;
    }

    pub(crate) async fn unplug(&self, names: &[&str]) {
        let off = names.iter().flat_map(|name| ["--output", name, "--off"]);
        self.xrandr(&off.collect::<Vec<_>>()).await;
    }

    async fn xrandr(&self, args: &[&str]) {
        let mut xrandr = self.command("xrandr".into());
        let ended = within("xrandr", xrandr.args(args).status()).await.expect("it is installed");
        assert!(ended.success(), "xrandr {args:?}");
    }

    /// The monitor, started here with sample data. It is killed when it is dropped.
    pub(crate) fn kiosk(&self, args: &[&str]) -> Child {
        let mut kiosk = self.command(program("demitasse-kiosk"));
        kiosk.args(["--preview", "closed"]).args(args);
        kiosk.spawn().expect("it can be started")
    }

    /// What the monitor prints before it ends.
    pub(crate) async fn printed(&self, args: &[&str]) -> String {
        let mut kiosk = self.command(program("demitasse-kiosk"));
        let output = within("the monitor to end", kiosk.args(args).output()).await;
        String::from_utf8(output.expect("it can be started").stdout).expect("text")
    }

    fn command(&self, program: PathBuf) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.env("DISPLAY", &self.name).env("HOME", self.home.path());
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Waits until the monitor's windows are just there.
    pub(crate) async fn until_windows_fill(&self, wanted: &[Area]) {
        let mut wanted = wanted.to_vec();
        wanted.sort_unstable();
        let what = format!("the bar to show on just {wanted:?}");
        self.until_windows(&what, move |areas| *areas == wanted).await;
    }

    /// Waits until the monitor's windows are so.
    pub(crate) async fn until_windows(
        &self,
        what: &str,
        look: impl Fn(&[Area]) -> bool + Send + 'static,
    ) {
        self.until_so(what, move |server, root| Ok(look(&windows(server, root)?))).await;
    }

    /// Waits until keys go to the monitor, on a desktop.
    pub(crate) async fn until_keys_arrive(&self) {
        let is_ours = |server: &_, root| {
            let active = named(server, root, b"_NET_ACTIVE_WINDOW")?;
            Ok(active != 0 && is_kiosk(server, active)?)
        };
        self.until_so("the monitor to have the keyboard", is_ours).await;
    }

    /// Waits until the server says so, and asks it again whenever something has happened.
    async fn until_so(
        &self,
        what: &str,
        look: impl Fn(&RustConnection, Window) -> Result<bool, ReplyError> + Send + 'static,
    ) {
        let (server, root) = (self.server.clone(), self.root);
        // The thread ends with the X server, so at the latest with the test.
        let look = tokio::task::spawn_blocking(move || {
            while !look(&server, root).expect("the server answers") {
                server.wait_for_event().expect("the server runs");
            }
        });
        within(what, look).await.expect("somebody looks");
    }

    /// Waits for an event that somebody asked the server for.
    pub(crate) async fn until<T: Send + 'static>(
        &self,
        what: &str,
        look: impl Fn(&Event) -> Option<T> + Send + 'static,
    ) -> T {
        let server = self.server.clone();
        let wait = tokio::task::spawn_blocking(move || {
            loop {
                if let Some(found) = look(&server.wait_for_event().expect("the server runs")) {
                    return found;
                }
            }
        });
        within(what, wait).await.expect("somebody looks")
    }
}

/// Has the server tell whatever happens to a window from here on.
fn watch(
    server: &RustConnection,
    window: Window,
) -> Result<VoidCookie<'_, RustConnection>, ConnectionError> {
    let all =
        EventMask::SUBSTRUCTURE_NOTIFY | EventMask::STRUCTURE_NOTIFY | EventMask::PROPERTY_CHANGE;
    server.change_window_attributes(window, &ChangeWindowAttributesAux::new().event_mask(all))
}

/// The window that the root names in a property; 0 where it names none.
fn named(server: &RustConnection, root: Window, property: &[u8]) -> Result<Window, ReplyError> {
    let property = server.intern_atom(false, property)?.reply()?.atom;
    let said = server.get_property(false, root, property, AtomEnum::WINDOW, 0, 1)?.reply()?;
    Ok(said.value32().and_then(|mut windows| windows.next()).unwrap_or_default())
}

/// Where the monitor's windows are, in order. Whatever happens to one from here on is told.
fn windows(server: &RustConnection, root: Window) -> Result<Vec<Area>, ReplyError> {
    let mut areas = Vec::new();
    let mut unseen = vec![root];
    while let Some(window) = unseen.pop() {
        // A window may be gone by the time that it is looked at.
        if watch(server, window)?.check().is_err() {
            continue;
        }
        let Ok(tree) = server.query_tree(window)?.reply() else { continue };
        unseen.extend(tree.children);
        if is_kiosk(server, window)? {
            areas.extend(area(server, root, window).ok());
        }
    }
    areas.sort_unstable();
    Ok(areas)
}

fn is_kiosk(server: &RustConnection, window: Window) -> Result<bool, ReplyError> {
    let Ok(state) = server.get_window_attributes(window)?.reply() else { return Ok(false) };
    let (class, text) = (AtomEnum::WM_CLASS, AtomEnum::STRING);
    let class = server.get_property(false, window, class, text, 0, 64)?.reply();
    let is_ours = class.is_ok_and(|class| class.value.ends_with(b"demitasse-kiosk\0"));
    Ok(is_ours && state.map_state == MapState::VIEWABLE)
}

fn area(server: &RustConnection, root: Window, window: Window) -> Result<Area, ReplyError> {
    let size = server.get_geometry(window)?.reply()?;
    let corner = server.translate_coordinates(window, root, 0, 0)?.reply()?;
    Ok((corner.dst_x, corner.dst_y, size.width, size.height))
}

/// Starts Xorg on a number that it finds free by itself.
async fn start_xorg(home: &TempDir) -> (Child, String) {
    let configuration = home.path().join("xorg.conf");
    std::fs::write(&configuration, CONFIGURATION).expect("it can be written");
    let mut xorg = Command::new("Xorg");
    xorg.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-novtswitch", "-sharevts"]);
    xorg.arg("-config").arg(&configuration).arg("-logfile").arg(home.path().join("xorg.log"));
    let xorg = xorg.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut xorg = xorg.kill_on_drop(true).spawn().expect("Xorg is installed (cargo xtask setup)");
    let out = xorg.stdout.take().expect("it is piped");
    let number = within("Xorg to open its display", BufReader::new(out).lines().next_line()).await;
    let number = number.expect("it can be read");
    let number = number.unwrap_or_else(|| {
        let log = std::fs::read_to_string(home.path().join("xorg.log")).unwrap_or_default();
        panic!("Xorg did not start. It says:\n{log}")
    });
    (xorg, format!(":{}", number.trim()))
}

//! A screen of the test's own: an X server in memory, which tells whenever its picture changes.

use std::ffi::OsString;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::watch;
use tokio::time::timeout;
use x11rb::connection::Connection;
use x11rb::errors::{ReplyError, ReplyOrIdError};
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat, Screen};
use x11rb::rust_connection::RustConnection;

use crate::{PATIENCE, Panel, Picture, within};

/// A picture that does not change for so long has come to rest: what moves on a monitor moves for
/// less than that, and a countdown changes once a second.
const REST: Duration = Duration::from_millis(400);

/// An X server and the picture that it shows. The server ends when it is dropped.
#[derive(Debug)]
pub struct Display {
    name: String,
    shown: watch::Receiver<Picture>,
    _server: Child,
}

impl Display {
    /// Starts a server on a number that it finds free by itself.
    pub async fn start(panel: Panel) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
            .arg(format!("{panel}x24"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Xvfb is installed (cargo xtask setup)");
        let out = server.stdout.take().expect("it is piped");
        let mut lines = BufReader::new(out).lines();
        let number = within("Xvfb to open its display", lines.next_line()).await;
        let number = number.expect("it can be read").expect("it says its number");
        let name = format!(":{}", number.trim());
        Self { shown: watch_picture(&name), name, _server: server }
    }

    /// What a program needs in its environment to open its window here, drawn by the processor.
    pub fn environment(&self) -> impl Iterator<Item = (&'static str, OsString)> {
        [("DISPLAY", self.name.as_str()), ("LIBGL_ALWAYS_SOFTWARE", "1")]
            .into_iter()
            .map(|(key, value)| (key, OsString::from(value)))
    }

    /// Waits until the picture shows what `look` looks for, beginning with the one on show.
    pub async fn until<T>(&mut self, what: &str, mut look: impl FnMut(&Picture) -> Option<T>) -> T {
        let found = timeout(PATIENCE, async {
            loop {
                if let Some(found) = look(&self.shown.borrow_and_update()) {
                    return found;
                }
                self.shown.changed().await.expect("the display stays while somebody looks");
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_elapsed) => self.never_showed(what),
        }
    }

    /// Waits for as long as it takes until the picture looks so.
    pub(crate) async fn once(&mut self, look: impl Fn(&Picture) -> bool) {
        while !look(&self.shown.borrow_and_update()) {
            self.shown.changed().await.expect("the display stays while somebody looks");
        }
    }

    /// Waits until the picture has come to rest and shows what `look` looks for. What rests by this
    /// side's clock may be on its way by the other's, so it looks again after the next change.
    pub async fn rests<T>(&mut self, what: &str, mut look: impl FnMut(&Picture) -> Option<T>) -> T {
        let found = timeout(PATIENCE, async {
            loop {
                while let Ok(changed) = timeout(REST, self.shown.changed()).await {
                    changed.expect("the display stays while somebody looks");
                }
                if let Some(found) = look(&self.shown.borrow_and_update()) {
                    return found;
                }
                self.shown.changed().await.expect("the display stays while somebody looks");
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_elapsed) => self.never_showed(what),
        }
    }

    fn never_showed(&self, what: &str) -> ! {
        let seen = self.shown.borrow().save("monitor");
        panic!("the monitor never showed {what}; what it shows is in {}", seen.display())
    }
}

/// Takes a picture at once and after each change, for as long as the server runs.
fn watch_picture(display: &str) -> watch::Receiver<Picture> {
    let (connection, screen) = RustConnection::connect(Some(display)).expect("it accepts");
    let screen = connection.setup().roots[screen].clone();
    let first = take(&connection, &screen).expect("a screen can be looked at");
    let (show, shown) = watch::channel(first);
    thread::spawn(move || {
        // It ends with the display, or with the last who looks: neither is a fault here.
        drop(follow(&connection, &screen, &show));
    });
    shown
}

fn follow(
    connection: &RustConnection,
    screen: &Screen,
    show: &watch::Sender<Picture>,
) -> Result<(), ReplyOrIdError> {
    connection.damage_query_version(1, 1)?.reply()?;
    let damage = connection.generate_id()?;
    connection.damage_create(damage, screen.root, ReportLevel::NON_EMPTY)?;
    while !show.is_closed() {
        // Taken after the change was acknowledged: what changes from here on is told anew.
        connection.damage_subtract(damage, x11rb::NONE, x11rb::NONE)?;
        if show.send(take(connection, screen)?).is_err() {
            break;
        }
        connection.wait_for_event()?;
    }
    Ok(())
}

fn take(connection: &RustConnection, screen: &Screen) -> Result<Picture, ReplyError> {
    let (width, height) = (screen.width_in_pixels, screen.height_in_pixels);
    let all_planes = u32::MAX;
    let image = connection
        .get_image(ImageFormat::Z_PIXMAP, screen.root, 0, 0, width, height, all_planes)?
        .reply()?;
    Ok(Picture::of_bgrx(width.into(), height.into(), &image.data))
}

//! A panel in memory, and when its picture changes.

use std::process::Stdio;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use demitasse_tests::{PATIENCE, within};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use x11rb::connection::Connection;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::clock::now;

/// Changes that may wait to be looked at.
const CHANGES: usize = 65_536;

/// What changes within so short a time is one repaint: a frame may come to the X server in parts.
const ONE_REPAINT: Duration = Duration::from_millis(4);

/// An X server, and when its picture changed.
pub(crate) struct Panel {
    pub(crate) name: String,
    pub(crate) size: (u16, u16),
    changes: Receiver<Instant>,
    eye: RustConnection,
    _server: Child,
}

impl Panel {
    /// Starts one of this size on a number that it finds free by itself.
    pub(crate) async fn start(size: (u16, u16)) -> Self {
        let (width, height) = size;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Xvfb is installed (cargo xtask setup)");
        let mut lines = BufReader::new(server.stdout.take().expect("it is piped")).lines();
        let number = within("Xvfb to open its display", lines.next_line()).await;
        let number = number.expect("it can be read").expect("it says its number");
        let name = format!(":{}", number.trim());
        let (eye, _) = RustConnection::connect(Some(&name)).expect("it accepts");
        let (tell, changes) = sync_channel(CHANGES);
        let watched = name.clone();
        thread::spawn(move || {
            // It ends with the X server, or with the last who listens: neither is a fault here.
            drop(watch(&watched, &tell));
        });
        Self { name, size, changes, eye, _server: server }
    }

    /// Waits for the next repaint, and answers when its last part came.
    pub(crate) fn next_repaint(&self) -> Instant {
        let mut at = self.changes.recv_timeout(PATIENCE).expect("the panel is painted anew");
        while let Ok(more) = self.changes.recv_timeout(ONE_REPAINT) {
            at = more;
        }
        at
    }

    /// The repaints that nobody has looked at yet.
    pub(crate) fn repaints(&self) -> usize {
        let mut last: Option<Instant> = None;
        let mut repaints = 0;
        for at in self.changes.try_iter() {
            let is_new = last.is_none_or(|last| at.duration_since(last) > ONE_REPAINT);
            repaints += usize::from(is_new);
            last = Some(at);
        }
        repaints
    }

    /// Waits until nothing has changed for a while.
    pub(crate) fn settle(&self, quiet: Duration) {
        while self.changes.recv_timeout(quiet).is_ok() {}
    }

    /// The bytes on the panel.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let root = self.eye.setup().roots[0].root;
        let (width, height) = self.size;
        let image = self.eye.get_image(ImageFormat::Z_PIXMAP, root, 0, 0, width, height, u32::MAX);
        image.expect("it is asked").reply().expect("a panel can be looked at").data
    }

    /// Whether there is more on the panel than one colour.
    pub(crate) fn is_painted(&self) -> bool {
        let picture = self.picture();
        let first = &picture[..4];
        picture.chunks_exact(4).step_by(7).any(|pixel| pixel != first)
    }
}

fn watch(display: &str, tell: &SyncSender<Instant>) -> Result<(), ReplyOrIdError> {
    let (connection, screen) = RustConnection::connect(Some(display)).expect("it accepts");
    connection.damage_query_version(1, 1)?.reply()?;
    let damage = connection.generate_id()?;
    let root = connection.setup().roots[screen].root;
    connection.damage_create(damage, root, ReportLevel::RAW_RECTANGLES)?;
    connection.flush()?;
    loop {
        connection.wait_for_event()?;
        if tell.send(now()).is_err() {
            return Ok(());
        }
    }
}

//! Boards that run here, for people who are elsewhere.

use std::io;
use std::sync::Arc;

use demitasse_barista::{Ear, Goodbye, Session, SessionError, Setup, Theme, Words};
use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::ids::DeviceId;
use ratatui::layout::Size;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::canvas::{Canvas, Viewer, canvas};
use crate::app::{Bar, Loan};
use crate::secret::NoRandomness;
use crate::storage::devices::Device;

/// Boards at once, on ssh lines and in browsers together.
pub const SESSIONS: usize = 64;

/// Hosts boards. Clones are the same host.
#[derive(Clone, Debug)]
pub struct Boards {
    bar: Bar,
    /// Speaks to this server, without rights; boards share its connections.
    server: Client,
    seats: Arc<Semaphore>,
    closing: watch::Sender<bool>,
}

/// How a board looks and speaks to its person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pub(super) theme: Theme,
    pub(super) words: Words,
}

/// Why a board does not open.
#[derive(Debug, thiserror::Error)]
pub enum NoBoard {
    /// There are as many as there may be.
    #[error("{SESSIONS} boards are open, and no more fit. Close one that nobody looks at.")]
    Full,
    /// The bar is closing.
    #[error("The bar is closing.")]
    Closing,
    /// The device may have none.
    #[error("This device is not paired, or not any more.")]
    NotPaired,
    /// The system gives no random numbers.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// The picture cannot be made.
    #[error("the board cannot be painted")]
    Canvas(#[from] io::Error),
    /// The board cannot begin.
    #[error(transparent)]
    Session(#[from] SessionError),
}

/// Why a board has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Somebody quit.
    Quit,
    /// Somebody pressed Ctrl-C.
    Interrupted,
    /// Nobody is there any more.
    HungUp,
    /// The device is not paired any more.
    Revoked,
    /// The bar has closed.
    Closed,
    /// It could not go on; the log knows why.
    Failed,
}

/// A board that runs: where keys go in, where pictures come out, and its end.
#[derive(Debug)]
pub(super) struct Hosted {
    pub(super) ear: Ear,
    pub(super) viewer: Viewer,
    pub(super) end: watch::Receiver<Option<End>>,
}

/// What a board holds as long as it runs.
struct Held {
    bar: Bar,
    device: DeviceId,
    closing: watch::Receiver<bool>,
    _seat: OwnedSemaphorePermit,
    _loan: Loan,
}

impl Boards {
    /// Hosts boards of this bar, whose server programs on this machine reach at `url`.
    ///
    /// # Errors
    /// Where there can be no client.
    pub fn new(bar: Bar, url: &str) -> Result<Self, ClientError> {
        // What a client's terminal can show is the board's business, not that of whatever terminal
        // the server was started in.
        crossterm::style::force_color_output(true);
        let server = Client::new(url)?;
        let seats = Arc::new(Semaphore::new(SESSIONS));
        Ok(Self { bar, server, seats, closing: watch::Sender::new(false) })
    }

    /// The bar.
    pub(super) fn bar(&self) -> &Bar {
        &self.bar
    }

    /// Ends every board.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Waits until the bar closes.
    pub(super) async fn closed(&self) {
        let mut closing = self.closing.subscribe();
        // The sender lives as long as this host.
        drop(closing.wait_for(|closing| *closing).await);
    }

    /// Opens a board for a device.
    pub(super) fn open(
        &self,
        device: &Device,
        manner: Manner,
        size: Size,
    ) -> Result<Hosted, NoBoard> {
        let closing = self.closing.subscribe();
        if *closing.borrow() {
            return Err(NoBoard::Closing);
        }
        let seat = Arc::clone(&self.seats).try_acquire_owned().map_err(|_none| NoBoard::Full)?;
        let loan = self.bar.lend(device.id)?;
        let client = self.server.with_token(&loan.token);
        let (canvas, viewer) = canvas(size)?;
        let setup = Setup::new(device.name.clone(), manner.theme, manner.words);
        let (session, ear) = Session::new(setup, canvas)?;
        let (over, end) = watch::channel(None);
        let held =
            Held { bar: self.bar.clone(), device: device.id, closing, _seat: seat, _loan: loan };
        let paired = {
            let (ear, name) = (ear.clone(), device.name.clone());
            async move { ear.paired(client, name).await }
        };
        tokio::spawn(async move {
            let end = run(session, paired, held).await;
            over.send_replace(Some(end));
        });
        Ok(Hosted { ear, viewer, end })
    }
}

/// Runs a board to its end, and frees what it held.
async fn run(
    session: Session<Canvas>,
    paired: impl Future<Output = Result<(), demitasse_barista::Gone>>,
    mut held: Held,
) -> End {
    // The board has not begun to listen, but there is room in its ear.
    drop(paired.await);
    let end = tokio::select! {
        outcome = session.serve() => ended(outcome),
        () = held.bar.until_revoked(held.device) => End::Revoked,
        _ = held.closing.wait_for(|closing| *closing) => End::Closed,
    };
    tracing::debug!(?end, device = held.device.0, "a board has ended");
    end
}

fn ended(outcome: Result<Goodbye, SessionError>) -> End {
    match outcome {
        Ok(Goodbye::Quit) => End::Quit,
        Ok(Goodbye::Interrupted) => End::Interrupted,
        Ok(Goodbye::HungUp) => End::HungUp,
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a board could not go on");
            End::Failed
        }
    }
}

/// The reason of a board's end, once it has come.
pub(super) async fn end(mut end: watch::Receiver<Option<End>>) -> End {
    match end.wait_for(Option::is_some).await {
        Ok(end) => end.unwrap_or(End::Failed),
        // Its task is gone without a word.
        Err(_gone) => End::Failed,
    }
}

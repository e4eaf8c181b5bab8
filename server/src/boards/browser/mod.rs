//! The board in a tablet's browser.
//!
//! A page opens a stream with a name of its own choosing: the first one under that name opens a
//! board, a later one goes on with it, selection and all. `cells` writes pictures for the page's
//! script, `wish` reads what it sends back, `page` is the page around them.

mod cells;
pub mod page;
mod stream;
mod wish;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use demitasse_barista::{Ear, Theme, Words};
use demitasse_shared::ids::DeviceId;
use ratatui::layout::Size;
use tokio::sync::watch;
use tokio::time::sleep;

use super::canvas::Viewer;
use super::host::{self, End, Manner};
use super::{Boards, NoBoard};
use crate::storage::devices::Device;

pub use stream::{Stream, refused};
pub use wish::{WISHES, Wish, event};

/// How long a board waits for its page to come back.
const LINGER: Duration = Duration::from_secs(30);

/// The longest name that a page gives its board.
const NAME_BYTES: usize = 32;

/// The board of this name is not there, or not any more.
#[derive(Debug, thiserror::Error)]
#[error("This board is not open any more.")]
pub struct NotOpen;

/// A board's name: pages of different devices never meet.
type Key = (DeviceId, String);

/// The boards in browsers. Clones are the same.
#[derive(Clone, Debug)]
pub struct Pages {
    boards: Boards,
    open: Arc<Mutex<HashMap<Key, Arc<Page>>>>,
}

/// One board in a browser.
#[derive(Debug)]
struct Page {
    ear: Ear,
    viewer: Viewer,
    end: watch::Receiver<Option<End>>,
    watched: watch::Sender<Watched>,
}

/// Who watches: the newest stream, while it is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Watched {
    stream: u64,
    is_there: bool,
}

/// What a page says of itself as it opens its stream.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The name that the page gives its board.
    pub board: String,
    /// Its size in cells.
    pub columns: u16,
    /// Its size in cells.
    pub rows: u16,
    /// Whether its ground is light.
    #[serde(default)]
    pub light: bool,
    /// The language that its person reads, by its tag. The page does not say it: the browser does.
    #[serde(skip)]
    pub language: &'static str,
}

impl Opening {
    /// How the board looks and speaks: browsers have all colours.
    fn manner(&self) -> Manner {
        let theme = Theme::from_env(|name| match name {
            "COLORTERM" => Some("truecolor".to_owned()),
            // The numbers of black on white, and of white on black.
            "COLORFGBG" if self.light => Some("0;15".to_owned()),
            "COLORFGBG" => Some("15;0".to_owned()),
            _ => None,
        });
        Manner { theme, words: Words::of(Some(self.language)) }
    }
}

impl Pages {
    /// Boards in browsers, beside those on ssh lines.
    pub fn new(boards: Boards) -> Self {
        Self { boards, open: Arc::default() }
    }

    /// The device of a tablet's token, if it may have a board.
    pub fn device(&self, token: &str) -> Option<Device> {
        self.boards.bar().device(token).filter(|device| device.role.is_staff())
    }

    /// A stream of the board of this name, which is opened where it is not there.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub async fn watch(&self, device: &Device, opening: &Opening) -> Result<Stream, NoBoard> {
        let mut name = opening.board.clone();
        name.truncate(name.floor_char_boundary(NAME_BYTES));
        let key = (device.id, name);
        let size = Size::new(opening.columns, opening.rows);
        let (page, is_new) = {
            let mut open = self.open();
            if let Some(page) = open.get(&key) {
                (Arc::clone(page), false)
            } else {
                let page = Arc::new(self.page(device, opening.manner(), size)?);
                open.insert(key.clone(), Arc::clone(&page));
                tokio::spawn(see_to_the_end(self.clone(), key, Arc::clone(&page)));
                (page, true)
            }
        };
        let stream = Stream::new(&page);
        if !is_new {
            // A page that comes back may have another size. A board that has ended meanwhile says so
            // on the stream.
            let resize = Wish::Size { columns: size.width, rows: size.height };
            drop(wish::tell(&page.ear, vec![resize]).await);
        }
        Ok(stream)
    }

    /// Hands on what a page's person does, in order.
    ///
    /// # Errors
    /// Where the board is not there any more.
    pub async fn wish(
        &self,
        device: &Device,
        name: &str,
        wishes: Vec<Wish>,
    ) -> Result<(), NotOpen> {
        let key = (device.id, name.to_owned());
        let page = self.open().get(&key).map(Arc::clone).ok_or(NotOpen)?;
        wish::tell(&page.ear, wishes).await.map_err(|_gone| NotOpen)
    }

    fn page(&self, device: &Device, manner: Manner, size: Size) -> Result<Page, NoBoard> {
        let hosted = self.boards.open(device, manner, size)?;
        let watched = watch::Sender::new(Watched::default());
        Ok(Page { ear: hosted.ear, viewer: hosted.viewer, end: hosted.end, watched })
    }

    fn open(&self) -> MutexGuard<'_, HashMap<Key, Arc<Page>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits until a board has ended, or nobody has watched it for a while, and forgets it.
async fn see_to_the_end(pages: Pages, key: Key, page: Arc<Page>) {
    tokio::select! {
        _end = host::end(page.end.clone()) => {}
        () = forsaken(page.watched.subscribe()) => drop(page.ear.hang_up().await),
    }
    pages.open().remove(&key);
}

/// Waits until nobody has watched for as long as a board lingers.
async fn forsaken(mut watched: watch::Receiver<Watched>) {
    loop {
        let gone = watched.wait_for(|watched| !watched.is_there).await.map(|gone| *gone);
        let Ok(gone) = gone else { return };
        tokio::select! {
            () = sleep(LINGER) => return,
            _back = watched.wait_for(|now| *now != gone) => {}
        }
    }
}

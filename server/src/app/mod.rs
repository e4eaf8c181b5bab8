//! The bar's use-cases: load, decide, store, and have it published once it is on the disk.
//!
//! A use-case runs whole on the writer's thread, inside its transaction: what it read cannot change
//! before it writes. Handlers call the `async` methods of [`Bar`]; nothing else changes the bar.

mod announcement;
mod backup;
mod badge_list;
mod badges;
mod card;
mod devices;
mod facts;
mod forget;
mod journal;
mod journey;
mod look;
mod message;
mod monitors;
mod offline;
mod orders;
mod pairing;
mod proof;
mod redeem;
mod report;
mod session;
mod sessions;
mod settings;
mod shop;
mod stock;
mod tablets;
mod ticker;
mod turned_away;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use demitasse_shared::Timestamp;
use demitasse_shared::api::SignInKind;
use demitasse_shared::live::{LiveEvent, Snapshot};
use demitasse_shared::menu::Menu;
use demitasse_shared::order::OrderState;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::Window;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::domain::code::WindowRecord;
use crate::domain::event::{Actor, Event};
use crate::domain::limits::{EVERYBODYS_TRIES, PAIRING_TRIES, TryBudget};
use crate::domain::menu;
use crate::domain::order::{Day, GuestId, OrderRecord, lapses_at};
use crate::domain::pace::{MEMORY_SECONDS, Pace};
use crate::domain::shares::{STRANGERS_BADGES, STRANGERS_MESSAGES, Shares};
use crate::domain::shop as door;
use crate::domain::turned_away::Tally;
use crate::live::{Hub, Opening, Owners};
use crate::secret::{self, Key};
use crate::sender::Sender;
use crate::storage::venue::KeptVenue;
use crate::storage::{self, Answer, Change, Readers, Storage, StorageError, Writer};

pub use backup::{BackupPlan, back_up_offline};
pub use badge_list::read_badges;
pub use badges::{import_badges, import_offline};
pub use card::Card;
use card::CardHolder;
use devices::Roll;
pub use devices::{Line, devices_offline, rename_offline, revoke_offline};
pub use facts::Facts;
pub use look::{LOGO_ROUTE, Logo, LogoKind, Look, NoLogo, content_version};
pub use message::{Words, proof_text, test_message, web_otp_line};
pub use monitors::Monitors;
pub use orders::Reader;
pub use pairing::pair_offline;
pub use proof::{AskedProof, Asking, PendingProof};
pub use report::ClosedBooks;
pub use session::NewSession;
use sessions::Sessions;
pub use settings::{set_settings_offline, settings_offline};
pub use stock::{NewMenu, mark_offline, menu_offline, replace_offline};
pub use tablets::Loan;
use tablets::Loans;

/// Guests whose wrong tries are remembered; past that they are forgotten, and only the budget of
/// all together counts.
const TRIERS: usize = 10_000;

/// Drinks from before a start that the bar learns its pace from: the last ones.
const LESSONS: u32 = 500;

/// How far the bar's time may be ahead of the machine's before staff are told.
const LEAD: std::time::Duration = std::time::Duration::from_mins(1);

/// What the venue decided before the bar opened.
#[derive(Clone, Debug)]
pub struct Venue {
    /// The venue's name.
    pub name: String,
    /// The address that phones reach, as it stands before a code's path.
    pub public_url: String,
    /// The venue's time zone: days and numbers follow it.
    pub zone: TimeZone,
    /// By what guests sign in.
    pub sign_in: SignInKind,
    /// Whether guests read who makes their drink.
    pub barista_names: bool,
    /// Where drinks are fetched, in the venue's own words; at the counter where it says nothing.
    pub counter: Option<String>,
    /// What the guests' pages look like.
    pub look: Look,
    /// What the monitors show besides.
    pub monitors: Monitors,
}

impl Venue {
    /// What stays known of it while no server runs.
    fn kept(&self) -> KeptVenue {
        let accent = self.look.accent.map(|accent| accent.to_string());
        KeptVenue { name: self.name.clone(), zone: self.zone.clone(), accent }
    }
}

/// The open bar. Clones are the same bar.
#[derive(Clone, Debug)]
pub struct Bar {
    writer: Writer,
    readers: Readers,
    hub: Hub,
    clock: Clock,
    venue: Arc<Venue>,
    due: watch::Sender<Timestamp>,
    tries: Arc<Mutex<Tries>>,
    /// How often guests heard no today, written now and then.
    turned_away: Arc<Mutex<Tally>>,
    /// Who is signed in, as far as it is remembered.
    sessions: Sessions,
    /// The paired devices.
    roll: Roll,
    /// The tokens that boards hosted by the server itself have been lent.
    loans: Loans,
    /// The database's own key.
    key: Key,
    /// What is on.
    card: CardHolder,
    /// How its backups go.
    backups: backup::Backing,
    /// What sends one-time codes, where the venue has it.
    sender: Option<Sender>,
}

/// Who has guessed wrong lately.
#[derive(Debug)]
struct Tries {
    pairing: TryBudget,
    badges: Shares,
    messages: Shares,
    everybody: TryBudget,
    guests: HashMap<GuestId, TryBudget>,
}

impl Bar {
    /// Opens the bar on its storage and starts the threads. `menu` is taken over on the first start
    /// only. The first thing to do then is to [`catch_up`](Self::catch_up).
    ///
    /// # Errors
    /// A [`StorageError`] where the data cannot be used.
    pub fn open(
        mut storage: Storage,
        clock: &Clock,
        venue: Venue,
        menu: &Menu,
    ) -> Result<Self, StorageError> {
        if let Some(last) = storage.last_moment()? {
            clock.not_before(last);
        }
        if clock.ahead_of_machine() > LEAD {
            tracing::warn!(
                "the journal's last moment is later than this machine's clock: the bar goes on from \
                 there. Set the machine's clock; if the journal is wrong, begin a new data directory"
            );
        }
        let connection = storage.connection();
        storage::bar::init(connection, menu)?;
        storage::venue::put(connection, &venue.kept(), clock.now())?;
        storage::guests::end_sessions(connection, clock.now())?;
        let snapshot = snapshot(connection, &venue, clock.now())?;
        let today = clock.now().to_zoned(venue.zone.clone()).date();
        let opening = Opening {
            pace: pace(connection, &snapshot, &venue.zone, clock.now())?,
            snapshot,
            tail: storage::journal::tail(connection, crate::live::TAIL)?,
            barista_names: venue.barista_names,
            owners: owners(connection, today)?,
        };
        let key = storage::keys::own(connection)?;
        let roll = Roll::new(storage::devices::all(connection)?);
        let turned_away = Tally::new(storage::turned_away::since(connection, today)?);
        let hub = Hub::new(opening, clock.clone());
        let (writer, readers) = storage.start(clock.clone(), hub.clone())?;
        let tries = Tries {
            pairing: TryBudget::new(PAIRING_TRIES),
            badges: Shares::new(STRANGERS_BADGES),
            messages: Shares::new(STRANGERS_MESSAGES),
            everybody: TryBudget::new(EVERYBODYS_TRIES),
            guests: HashMap::new(),
        };
        Ok(Self {
            writer,
            readers,
            hub,
            clock: clock.clone(),
            venue: Arc::new(venue),
            // The ticker's first round comes at once: it catches up with what was slept through.
            due: watch::Sender::new(clock.now()),
            tries: Arc::new(Mutex::new(tries)),
            turned_away: Arc::new(Mutex::new(turned_away)),
            sessions: Sessions::default(),
            roll,
            loans: Loans::default(),
            key,
            card: CardHolder::default(),
            backups: backup::Backing::default(),
            sender: None,
        })
    }

    /// The same bar, with a way to send one-time codes.
    #[must_use]
    pub fn with_sender(self, sender: Option<Sender>) -> Self {
        Self { sender, ..self }
    }

    /// The live hub.
    pub fn hub(&self) -> &Hub {
        &self.hub
    }

    /// The bar's time.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The next moment at which time alone changes something.
    pub fn due(&self) -> Timestamp {
        *self.due.borrow()
    }

    /// The venue.
    pub fn venue(&self) -> &Venue {
        &self.venue
    }

    /// Whether the bar can keep a promise now: the writer answers and the disk takes a commit.
    pub async fn is_ready(&self) -> Answer<()> {
        self.writer.write(|change| Ok(storage::bar::touch(change.connection())?)).await
    }

    /// Today in the venue's zone.
    fn day(&self, now: Timestamp) -> Day {
        now.to_zoned(self.venue.zone.clone()).date()
    }

    /// Sees to it that the ticker wakes no later than this.
    fn wake_by(&self, at: Option<Timestamp>) {
        let Some(at) = at else { return };
        self.due.send_if_modified(|due| {
            let earlier = at < *due;
            *due = at.min(*due);
            earlier
        });
    }

    fn tries(&self) -> MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps an order's new state with its event. `left` is the window's count where it changed.
    fn keep(
        &self,
        change: &mut Change<'_>,
        kind: &'static str,
        actor: Actor,
        (before, after): (&OrderRecord, &OrderRecord),
        settings: &Settings,
        left: Option<u32>,
    ) -> Answer<()> {
        let lapse = lapses_at(&after.order, settings);
        change.update_order(before, after, lapse)?;
        Self::tell(change, kind, actor, after, left)?;
        self.wake_by(lapse);
        Ok(())
    }

    /// Writes an order's event.
    fn tell(
        change: &mut Change<'_>,
        kind: &'static str,
        actor: Actor,
        record: &OrderRecord,
        left: Option<u32>,
    ) -> Answer<()> {
        let about = Some((record.order.id, record.guest));
        let order = Box::new(record.order.clone());
        change.record(Event { kind, actor, about, live: LiveEvent::Order { order, left } })?;
        Ok(())
    }

    /// The window that shows now in an open shop; opens the next one where the last has turned.
    fn turn(
        &self,
        change: &mut Change<'_>,
        bar: &storage::bar::Bar,
    ) -> Answer<Option<WindowRecord>> {
        if bar.shop.state != demitasse_shared::shop::ShopState::Open {
            return Ok(None);
        }
        let last = change.last_window()?;
        let span = crate::domain::code::next_window(last.as_ref(), &bar.settings, change.now());
        let Some(span) = span else { return Ok(last) };
        let code = secret::window_code().map_err(StorageError::from)?;
        let drinks = bar.settings.window_drinks;
        let window = change.insert_window(&code, span, drinks)?;
        self.tell_window(change, "window_opened", Actor::Bar, Some(&window))?;
        Ok(Some(window))
    }

    fn tell_window(
        &self,
        change: &mut Change<'_>,
        kind: &'static str,
        actor: Actor,
        window: Option<&WindowRecord>,
    ) -> Answer<()> {
        let window = window.map(|window| shown(window, &self.venue));
        self.wake_by(window.as_ref().map(|window| window.closes_at));
        change.record(Event::bar(kind, actor, LiveEvent::Window { window }))?;
        Ok(())
    }

    /// Opens the shop again where a pause is over.
    fn resume(&self, change: &mut Change<'_>) -> Answer<Arc<storage::bar::Bar>> {
        let bar = change.bar(&self.venue.name)?;
        if let Some(shop) = door::resume(&bar.shop, change.now()) {
            change.put_shop(&shop)?;
            change.record(Event::bar("shop_resumed", Actor::Bar, LiveEvent::Shop { shop }))?;
            let now = change.now();
            let shows = change.last_window()?.filter(|window| window.shows(now));
            if let Some(window) = shows {
                self.tell_window(change, "window_shown", Actor::Bar, Some(&window))?;
            }
            return Ok(change.bar(&self.venue.name)?);
        }
        Ok(bar)
    }
}

/// A window as staff and monitors see it. The address is all upper case: scheme and host may be
/// (RFC 3986, section 6.2.2.1), and QR's alphanumeric mode needs it.
fn shown(window: &WindowRecord, venue: &Venue) -> Window {
    Window {
        url: format!("{}/Q/{}", venue.public_url.to_ascii_uppercase(), window.code),
        code: window.code.clone(),
        drinks: window.drinks,
        left: window.left(),
        opens_at: window.opens_at,
        closes_at: window.closes_at,
    }
}

/// What the drinks teach that were made before this start, or are being made.
fn pace(
    connection: &Connection,
    board: &Snapshot,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Pace, StorageError> {
    let memory = jiff::SignedDuration::from_secs(MEMORY_SECONDS);
    let since = now.checked_sub(memory).unwrap_or(Timestamp::MIN);
    let mut pace = Pace::of(&storage::bar::menu(connection)?.unwrap_or_default());
    let since = (since.to_zoned(zone.clone()).date(), since);
    for record in storage::orders::made_since(connection, since, LESSONS)? {
        pace.learn(&record.order);
    }
    for order in board.orders.iter().filter(|order| order.state == OrderState::Making) {
        pace.learn(order);
    }
    Ok(pace)
}

/// Whose the orders are.
fn owners(connection: &Connection, today: Day) -> Result<Owners, StorageError> {
    let on_board = storage::orders::on_board(connection)?.into_iter();
    let on_board = on_board.filter_map(|record| Some((record.order.id, record.guest?))).collect();
    Ok(Owners { on_board, left: storage::orders::guests_done(connection, today)? })
}

/// The board as the database has it.
fn snapshot(
    connection: &Connection,
    venue: &Venue,
    now: Timestamp,
) -> Result<Snapshot, StorageError> {
    let bar = storage::bar::get(connection, &venue.name)?;
    let open = bar.shop.state == demitasse_shared::shop::ShopState::Open;
    let window = storage::windows::last(connection)?.filter(|w| open && w.shows(now));
    let orders = storage::orders::on_board(connection)?;
    Ok(Snapshot {
        seq: storage::journal::last(connection)?.map_or_else(Default::default, |(seq, _)| seq),
        at: now,
        shop: bar.shop,
        window: window.as_ref().map(|window| shown(window, venue)),
        orders: orders.into_iter().map(|record| record.order).collect(),
        settings: bar.settings,
        sold_out: menu::sold_out(&storage::bar::menu(connection)?.unwrap_or_default()),
        announcement: storage::announcement::get(connection)?,
    })
}

#[cfg(test)]
mod histories;

#[cfg(test)]
mod plans;

//! The shell around the core, whatever the board is painted on: events of a surface, the live
//! feed, answers and clocks come in as messages on one channel; effects go out.

mod bar;
mod rehearsal;

use std::io;
use std::time::Duration;

use crossterm::event::{
    Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use demitasse_shared::Timestamp;
use demitasse_shared::client::{
    Client, ClientError, LiveReader, PairingError, ScreenClock, UPDATE_QUEUE, Update,
};
use demitasse_shared::order::OrderState;
use ratatui::layout::{Position, Rect, Size};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::effect::Effect;
use crate::frame::Frame;
use crate::keymap::Keymap;
use crate::model::{Missed, Model, Picture, RECENT_ORDERS, Rush, RushWhen, Sound, Station, Voice};
use crate::msg::{Failed, Msg, Target, Tick};
use crate::theme::Theme;
use crate::update::update;
use crate::view;
use crate::words::Words;

/// How much may wait for the model. A full queue slows the live reader down, nothing else.
const INBOX: usize = 256;

/// How many messages are taken between two paints at most.
const BATCH: usize = 256;

/// How often the clocks are looked at. Nothing is painted unless a digit changes.
const TICK: Duration = Duration::from_secs(1);

/// What a board is painted on: a terminal, an ssh line, a page.
pub trait Surface: Send {
    /// Its size, in cells.
    fn area(&self) -> io::Result<Rect>;

    /// Takes note of a new size, where the surface does not see it by itself.
    fn resize(&mut self, size: Size) -> io::Result<()>;

    /// Paints one picture. Called at most once for each picture.
    fn draw(&mut self, paint: &mut dyn FnMut(&mut ratatui::Frame<'_>)) -> io::Result<()>;

    /// Rings the bell.
    fn ring(&mut self) -> io::Result<()>;
}

/// What a board is opened with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Whose hands these are, as far as that is known before the server says it.
    pub name: String,
    /// How things look.
    pub theme: Theme,
    /// The barista's language.
    pub words: Words,
    /// When the rush layout shows.
    pub rush: RushWhen,
    /// Which part of the queue is made here; it alone shows until somebody asks for all.
    pub station: Station,
    /// What keys mean.
    pub keymap: Keymap,
    /// How the board calls.
    pub sound: Sound,
}

impl Setup {
    /// A board in the usual way: everything is made here, the rush layout shows by itself, keys
    /// are the house's, and the bell rings.
    pub fn new(name: String, theme: Theme, words: Words) -> Self {
        let (rush, station) = (RushWhen::default(), Station::default());
        let (keymap, sound) = (Keymap::default(), Sound::default());
        Self { name, theme, words, rush, station, keymap, sound }
    }
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goodbye {
    /// Somebody quit.
    Quit,
    /// Somebody pressed Ctrl-C.
    Interrupted,
    /// The surface is gone.
    HungUp,
}

/// Why a session cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The surface failed.
    #[error("the terminal cannot be used: {0}")]
    Surface(#[from] io::Error),
    /// There is no right to speak to the server, and waiting will not bring one.
    #[error("{0}")]
    Pairing(#[from] PairingError),
}

/// The session has ended: nobody hears any more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the session has ended")]
pub struct Gone;

/// What reaches a session.
enum Heard {
    /// From the surface.
    Event(Event),
    /// For the model.
    Message(Box<Msg>),
    /// The server can be spoken to now, under this name.
    Paired(Client, String),
    /// It never can.
    Hopeless(PairingError),
    /// The surface is gone.
    HungUp,
}

/// Tells a session what happens around it.
#[derive(Clone, Debug)]
pub struct Ear(mpsc::Sender<Heard>);

impl Ear {
    /// A key, a touch, a new size.
    pub async fn event(&self, event: Event) -> Result<(), Gone> {
        self.tell(Heard::Event(event)).await
    }

    /// The server can be spoken to, under this name.
    pub async fn paired(&self, client: Client, name: String) -> Result<(), Gone> {
        self.tell(Heard::Paired(client, name)).await
    }

    /// The server cannot be spoken to yet, for the reason in this sentence.
    pub async fn not_paired(&self, words: String) -> Result<(), Gone> {
        self.message(Msg::NotPaired(words)).await
    }

    /// The server can never be spoken to: the session ends.
    pub async fn hopeless(&self, problem: PairingError) -> Result<(), Gone> {
        self.tell(Heard::Hopeless(problem)).await
    }

    /// The surface is gone: the session ends.
    pub async fn hang_up(&self) -> Result<(), Gone> {
        self.tell(Heard::HungUp).await
    }

    /// The same as [`Ear::event`], for a thread that may wait.
    pub(crate) fn event_from_thread(&self, event: Event) -> Result<(), Gone> {
        self.0.blocking_send(Heard::Event(event)).map_err(|_closed| Gone)
    }

    /// The same as [`Ear::hang_up`], for a thread that may wait.
    pub(crate) fn hang_up_from_thread(&self) -> Result<(), Gone> {
        self.0.blocking_send(Heard::HungUp).map_err(|_closed| Gone)
    }

    async fn message(&self, msg: Msg) -> Result<(), Gone> {
        self.tell(Heard::Message(Box::new(msg))).await
    }

    async fn tell(&self, heard: Heard) -> Result<(), Gone> {
        self.0.send(heard).await.map_err(|_closed| Gone)
    }
}

/// One person's board: the core with its ears and hands.
pub struct Session<S> {
    model: Model,
    theme: Theme,
    surface: S,
    clock: ScreenClock,
    client: Option<Client>,
    inbox: mpsc::Receiver<Heard>,
    ear: Ear,
    frame: Frame,
    feed: Option<AbortHandle>,
    goodbye: Goodbye,
}

impl<S> std::fmt::Debug for Session<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("me", &self.model.me).finish_non_exhaustive()
    }
}

/// The live feed ends with the session that reads it.
impl<S> Drop for Session<S> {
    fn drop(&mut self) {
        if let Some(feed) = &self.feed {
            feed.abort();
        }
    }
}

impl<S: Surface> Session<S> {
    /// Paints the first picture, before anything is known, and begins to listen.
    ///
    /// # Errors
    /// Where the surface cannot be painted.
    pub fn new(setup: Setup, surface: S) -> Result<(Self, Ear), SessionError> {
        let (sender, inbox) = mpsc::channel(INBOX);
        let ear = Ear(sender);
        let words = setup.words;
        let words = if setup.theme.is_ascii() { words.in_ascii() } else { words };
        let mut model = Model::new(setup.name, words);
        model.rush = Rush::new(setup.rush);
        model.station_only = setup.station.is_some();
        model.station = setup.station;
        model.keymap = setup.keymap;
        model.voice = Voice::new(setup.sound);
        let mut session = Self {
            model,
            theme: setup.theme,
            surface,
            clock: ScreenClock::default(),
            client: None,
            inbox,
            ear: ear.clone(),
            frame: Frame::default(),
            feed: None,
            goodbye: Goodbye::Quit,
        };
        session.paint()?;
        Ok((session, ear))
    }

    /// Serves until somebody quits, or nobody is there any more.
    ///
    /// # Errors
    /// Where the surface fails, or the server will never listen.
    pub async fn serve(mut self) -> Result<Goodbye, SessionError> {
        let mut batch = Vec::with_capacity(BATCH);
        let mut seconds = interval(TICK);
        seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
        loop {
            tokio::select! {
                _ = self.inbox.recv_many(&mut batch, BATCH) => {}
                _ = seconds.tick() => {}
                () = self.frame.end() => {}
            }
            self.tick()?;
            for heard in batch.drain(..) {
                match heard {
                    Heard::Hopeless(problem) => return Err(problem.into()),
                    Heard::HungUp => return Ok(Goodbye::HungUp),
                    heard => self.take(heard)?,
                }
            }
            self.tick()?;
            if self.model.may_leave() {
                return Ok(self.goodbye);
            }
            if self.frame.is_free() && self.paint()? {
                self.frame.begin();
            }
        }
    }

    /// Tells the model the time: before a batch of messages, and behind it.
    fn tick(&mut self) -> Result<(), SessionError> {
        let tick = Tick { now: self.clock.now(), silence: self.clock.silence() };
        let effects = update(&mut self.model, Msg::Tick(tick));
        effects.into_iter().try_for_each(|effect| self.act(effect))
    }

    fn take(&mut self, heard: Heard) -> Result<(), SessionError> {
        let msg = match heard {
            Heard::Event(event) => self.understand(&event)?,
            Heard::Paired(client, name) => Some(self.begin(client, name)),
            Heard::Message(msg) => Some(*msg),
            Heard::Hopeless(_) | Heard::HungUp => None,
        };
        let Some(msg) = msg else { return Ok(()) };
        if let Msg::Live(update) = &msg {
            note(update);
            self.hear_time(update)?;
        }
        for effect in update(&mut self.model, msg) {
            self.act(effect)?;
        }
        Ok(())
    }

    /// Turns a surface's event into a message; a touch into what was touched.
    fn understand(&mut self, event: &Event) -> Result<Option<Msg>, SessionError> {
        Ok(match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => {
                if key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL {
                    self.goodbye = Goodbye::Interrupted;
                }
                Some(Msg::Key(*key))
            }
            Event::Resize(width, height) => {
                self.surface.resize(Size::new(*width, *height))?;
                Some(Msg::Resized)
            }
            Event::Mouse(mouse) => self.touched(*mouse)?,
            _ => None,
        })
    }

    fn touched(&self, mouse: MouseEvent) -> Result<Option<Msg>, SessionError> {
        Ok(match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.tapped(Position::new(mouse.column, mouse.row))?.map(Msg::Tap)
            }
            MouseEventKind::ScrollDown => Some(Msg::Scroll(1)),
            MouseEventKind::ScrollUp => Some(Msg::Scroll(-1)),
            _ => None,
        })
    }

    /// What a finger meant: a line of the dialog that is open, or what the last picture had there.
    fn tapped(&self, position: Position) -> Result<Option<Target>, SessionError> {
        let line = view::line_at(&self.model, self.surface.area()?, position);
        let seen = || match self.model.seen.touched(position, self.model.now) {
            Ok(target) => Some(target),
            Err(Missed::Moved) => Some(Target::Changed),
            Err(Missed::Nothing) => None,
        };
        Ok(line.or_else(seen))
    }

    /// Starts the live feed.
    fn begin(&mut self, client: Client, name: String) -> Msg {
        tracing::info!(bar = client.base(), %name, "the bar is found");
        self.client = Some(client.clone());
        let (updates, heard) = mpsc::channel(UPDATE_QUEUE);
        let reader = tokio::spawn(LiveReader::new(client).run(updates));
        self.feed = Some(reader.abort_handle());
        tokio::spawn(forward(heard, self.ear.clone()));
        Msg::Paired(name)
    }

    /// Sets the clock by the server's. A change may be an old one that is told again after a
    /// broken line: it is a sign of life, but never turns the clock back.
    fn hear_time(&mut self, update: &Update) -> Result<(), SessionError> {
        let was_known = self.clock.now().is_some();
        match update {
            Update::Snapshot(snapshot) => self.clock.hear(snapshot.at),
            Update::Beat(beat) => self.clock.hear(beat.at),
            Update::Change(change) => {
                let at: Timestamp = self.clock.now().map_or(change.at, |now| now.max(change.at));
                self.clock.hear(at);
            }
            Update::Down(_) | Update::Refused(_) => return Ok(()),
        }
        if was_known { Ok(()) } else { self.tick() }
    }

    fn act(&mut self, effect: Effect) -> Result<(), SessionError> {
        if effect == Effect::Ring {
            return Ok(self.surface.ring()?);
        }
        let Some(client) = self.client.clone() else { return Ok(()) };
        let ear = self.ear.clone();
        tokio::spawn(async move {
            if let Some(msg) = ask(&client, effect).await {
                // The session may have ended meanwhile; what was asked is done all the same.
                drop(ear.message(msg).await);
            }
        });
        Ok(())
    }

    /// Paints where something has changed, and says whether it did.
    fn paint(&mut self) -> Result<bool, SessionError> {
        if !std::mem::take(&mut self.model.repaint) {
            return Ok(false);
        }
        let mut picture = Box::<Picture>::default();
        self.surface.draw(&mut |frame| *picture = view::paint(frame, &self.model, self.theme))?;
        let effects = update(&mut self.model, Msg::Painted(picture));
        debug_assert!(effects.is_empty(), "a picture asks for nothing");
        Ok(true)
    }
}

/// What a line's log is read for: when it was down, and from where it came back.
fn note(update: &Update) {
    match update {
        Update::Snapshot(snapshot) => {
            let (seq, orders) = (snapshot.seq.0, snapshot.orders.len());
            tracing::info!(seq, orders, "the board is current");
        }
        Update::Change(change) => tracing::debug!(seq = change.seq.0, "a change"),
        Update::Beat(_) => tracing::trace!("a sign of life"),
        Update::Down(why) => tracing::warn!(%why, "the line is down"),
        Update::Refused(problem) => tracing::warn!(why = %problem.detail, "turned away"),
    }
}

/// Asks the server; the answer as a message.
async fn ask(client: &Client, effect: Effect) -> Option<Msg> {
    Some(match effect {
        Effect::Ring => return None,
        Effect::Step { order, step, reason } => {
            let answer = client.step(order, step, reason.as_deref()).await;
            let done = answer.as_ref().err().map(ToString::to_string);
            tracing::info!(order = order.0, ?step, refused = done, "a step");
            Msg::StepAnswered(order, answer.map(Box::new).map_err(|e| failed(&e)))
        }
        Effect::Bar(asked) => Msg::Bar(bar::ask(client, asked).await),
        // What cannot be fetched is fetched again with the next board.
        Effect::Menu => Msg::Menu(Box::new(client.menu().await.ok()?)),
        Effect::Recent => {
            Msg::Recent(client.orders_in(OrderState::Collected, RECENT_ORDERS).await.ok()?)
        }
        Effect::Look(order) => Msg::Looked(Box::new(client.order(order).await.ok()?)),
        Effect::Shop(change) => {
            let answer = client.set_shop(&change).await;
            Msg::ShopAnswered(answer.map(drop).map_err(|e| failed(&e)))
        }
    })
}

fn failed(error: &ClientError) -> Failed {
    error.refusal().map_or(Failed::Unanswered, |problem| Failed::Refused(problem.detail.clone()))
}

async fn forward(mut updates: mpsc::Receiver<Update>, ear: Ear) {
    while let Some(update) = updates.recv().await {
        if ear.message(Msg::Live(update)).await.is_err() {
            return;
        }
    }
}

//! The shell around the core: terminal events, the live feed, answers and clocks come in as
//! messages on one channel; effects go out. The only file that waits for anything.

use std::io::{self, IsTerminal};
use std::pin::pin;
use std::process::ExitCode;
use std::time::Duration;

use crossterm::event::{
    Event, EventStream, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use demitasse_shared::Timestamp;
use demitasse_shared::client::{
    Client, ClientError, DevicePairing, LiveReader, PairingError, ScreenClock, UPDATE_QUEUE, Update,
};
use futures_util::StreamExt;
use ratatui::layout::Position;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::cli::Cli;
use crate::effect::Effect;
use crate::model::Model;
use crate::msg::{Failed, Msg, Tick};
use crate::terminal::Screen;
use crate::theme::Theme;
use crate::update::update;
use crate::view;
use crate::words::Words;

/// How much may wait for the model. A full queue slows the live reader down, nothing else.
const INBOX: usize = 256;

/// How many messages are taken between two paints at most.
const BATCH: usize = 256;

/// Between two tries to find the server.
const PAIR_AGAIN: Duration = Duration::from_secs(1);

/// How often the clocks are looked at. Nothing is painted unless a digit changes.
const TICK: Duration = Duration::from_secs(1);

/// Exit codes of a program that a signal ended are this plus the signal's number.
const SIGNALLED: u8 = 128;

/// Why the program cannot go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    /// Somebody piped it.
    #[error("this is a board for a terminal, and here is none")]
    NoTerminal,
    /// The terminal failed.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] io::Error),
    /// There is no right to speak to the server, and waiting will not bring one.
    #[error("{0}")]
    Pairing(#[from] PairingError),
}

/// What reaches the loop.
enum Heard {
    /// From the terminal.
    Terminal(Event),
    /// For the model.
    Message(Box<Msg>),
    /// The server can be spoken to now, under this name.
    Paired(Client, String),
    /// It never can.
    Hopeless(PairingError),
    /// The terminal is gone.
    HungUp,
}

/// Runs until somebody quits.
pub(crate) fn run(cli: &Cli) -> Result<ExitCode, RunError> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(RunError::NoTerminal);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Connections that are still open end with the program: nobody waits for them.
    let result = runtime.block_on(async { Shell::start(cli.pairing())?.serve().await });
    runtime.shutdown_background();
    result
}

/// The core with its ears and hands.
struct Shell {
    model: Model,
    theme: Theme,
    screen: Screen,
    clock: ScreenClock,
    client: Option<Client>,
    inbox: mpsc::Receiver<Heard>,
    ear: mpsc::Sender<Heard>,
    /// The exit code once somebody quits. Ctrl-C counts as the signal that it would be elsewhere,
    /// so that a program which started the board can tell it from a plain quit.
    leaves_with: ExitCode,
}

impl Shell {
    /// Paints the first screen, before anything is known, and begins to listen.
    fn start(pairing: DevicePairing) -> Result<Self, RunError> {
        let (ear, inbox) = mpsc::channel(INBOX);
        let words = Words::from_env(|name| std::env::var(name).ok());
        let mut shell = Self {
            model: Model::new(pairing.name.clone(), words),
            theme: Theme::from_env(|name| std::env::var(name).ok()),
            screen: Screen::enter()?,
            clock: ScreenClock::default(),
            client: None,
            inbox,
            ear,
            leaves_with: ExitCode::SUCCESS,
        };
        shell.paint()?;
        tokio::spawn(listen_to_terminal(shell.ear.clone()));
        tokio::spawn(pair(pairing, shell.ear.clone()));
        Ok(shell)
    }

    async fn serve(mut self) -> Result<ExitCode, RunError> {
        let mut batch = Vec::with_capacity(BATCH);
        let mut seconds = interval(TICK);
        seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut signals = pin!(ended_by_signal()?);
        loop {
            tokio::select! {
                _ = self.inbox.recv_many(&mut batch, BATCH) => {}
                _ = seconds.tick() => {}
                code = &mut signals => return Ok(code),
            }
            self.tick();
            for heard in batch.drain(..) {
                match heard {
                    Heard::Hopeless(problem) => return Err(problem.into()),
                    Heard::HungUp => return Ok(ExitCode::SUCCESS),
                    heard => self.take(heard)?,
                }
            }
            if self.model.may_leave() {
                return Ok(self.leaves_with);
            }
            self.paint()?;
        }
    }

    /// Tells the model the time.
    fn tick(&mut self) {
        let tick = Tick { now: self.clock.now(), silence: self.clock.silence() };
        update(&mut self.model, Msg::Tick(tick));
    }

    fn take(&mut self, heard: Heard) -> Result<(), RunError> {
        let msg = match heard {
            Heard::Terminal(event) => self.understand(&event)?,
            Heard::Paired(client, name) => Some(self.begin(client, name)),
            Heard::Message(msg) => Some(*msg),
            Heard::Hopeless(_) | Heard::HungUp => None,
        };
        let Some(msg) = msg else { return Ok(()) };
        if let Msg::Live(update) = &msg {
            self.hear_time(update);
        }
        for effect in update(&mut self.model, msg) {
            self.act(effect);
        }
        Ok(())
    }

    /// Turns a terminal's event into a message; a touch into what was touched.
    fn understand(&mut self, event: &Event) -> Result<Option<Msg>, RunError> {
        Ok(match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => {
                if key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL {
                    self.leaves_with = ExitCode::from(SIGNALLED + 2);
                }
                Some(Msg::Key(*key))
            }
            Event::Resize(..) => Some(Msg::Resized),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => {
                    let position = Position::new(mouse.column, mouse.row);
                    view::target_at(&self.model, self.screen.area()?, position).map(Msg::Tap)
                }
                MouseEventKind::ScrollDown => Some(Msg::Scroll(1)),
                MouseEventKind::ScrollUp => Some(Msg::Scroll(-1)),
                _ => None,
            },
            _ => None,
        })
    }

    /// Starts the live feed.
    fn begin(&mut self, client: Client, name: String) -> Msg {
        self.client = Some(client.clone());
        let (updates, heard) = mpsc::channel(UPDATE_QUEUE);
        tokio::spawn(LiveReader::new(client).run(updates));
        tokio::spawn(forward(heard, self.ear.clone()));
        Msg::Paired(name)
    }

    /// Sets the clock by the server's. A change may be an old one that is told again after a
    /// broken line: it is a sign of life, but never turns the clock back.
    fn hear_time(&mut self, update: &Update) {
        match update {
            Update::Snapshot(snapshot) => self.clock.hear(snapshot.at),
            Update::Beat(beat) => self.clock.hear(beat.at),
            Update::Change(change) => {
                let at: Timestamp = self.clock.now().map_or(change.at, |now| now.max(change.at));
                self.clock.hear(at);
            }
            Update::Down(_) | Update::Refused(_) => return,
        }
        self.tick();
    }

    fn act(&self, effect: Effect) {
        let Some(client) = self.client.clone() else { return };
        let ear = self.ear.clone();
        tokio::spawn(async move {
            let msg = match effect {
                Effect::Step { order, step, reason } => {
                    let answer = client.step(order, step, reason.as_deref()).await;
                    Msg::StepAnswered(order, answer.map(Box::new).map_err(|e| failed(&e)))
                }
                Effect::Shop(change) => {
                    let answer = client.set_shop(&change).await;
                    Msg::ShopAnswered(answer.map(drop).map_err(|e| failed(&e)))
                }
            };
            // The loop is gone only when the program is.
            drop(ear.send(Heard::Message(Box::new(msg))).await);
        });
    }

    fn paint(&mut self) -> Result<(), RunError> {
        if std::mem::take(&mut self.model.repaint) {
            self.screen.draw(|frame| view::paint(frame, &self.model, self.theme))?;
        }
        Ok(())
    }
}

fn failed(error: &ClientError) -> Failed {
    error.refusal().map_or(Failed::Unanswered, |problem| Failed::Refused(problem.detail.clone()))
}

async fn listen_to_terminal(ear: mpsc::Sender<Heard>) {
    let mut events = EventStream::new();
    while let Some(Ok(event)) = events.next().await {
        if ear.send(Heard::Terminal(event)).await.is_err() {
            return;
        }
    }
    drop(ear.send(Heard::HungUp).await);
}

async fn forward(mut updates: mpsc::Receiver<Update>, ear: mpsc::Sender<Heard>) {
    while let Some(update) = updates.recv().await {
        if ear.send(Heard::Message(Box::new(Msg::Live(update)))).await.is_err() {
            return;
        }
    }
}

/// Tries until there is a server to speak to, or no hope.
async fn pair(mut pairing: DevicePairing, ear: mpsc::Sender<Heard>) {
    let mut code_refused = None;
    loop {
        let heard = match pairing.connect().await {
            Ok(client) => {
                let name = pairing.kept().map_or(pairing.name.clone(), |kept| kept.name);
                Heard::Paired(client, name)
            }
            Err(problem) if problem.may_pass() => {
                let msg = Box::new(Msg::NotPaired(sentence(&problem)));
                if ear.send(Heard::Message(msg)).await.is_err() {
                    return;
                }
                sleep(PAIR_AGAIN).await;
                continue;
            }
            // A code is good once. Started again with the same words, the kept pairing counts.
            Err(problem) if pairing.code.take().is_some() => {
                code_refused = Some(problem);
                continue;
            }
            Err(problem) => Heard::Hopeless(code_refused.unwrap_or(problem)),
        };
        drop(ear.send(heard).await);
        return;
    }
}

/// A problem as a sentence for the screen.
fn sentence(problem: &PairingError) -> String {
    let text = problem.to_string();
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    let text: String = first.into_iter().flatten().chain(chars).collect();
    format!("{text}.")
}

/// Ends with the exit code of the signal that told the program to go.
fn ended_by_signal() -> io::Result<impl Future<Output = ExitCode>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            () = came(&mut terminate) => ExitCode::from(SIGNALLED + 15),
            () = came(&mut hang_up) => ExitCode::from(SIGNALLED + 1),
        }
    })
}

async fn came(signal: &mut Signal) {
    signal.recv().await;
}

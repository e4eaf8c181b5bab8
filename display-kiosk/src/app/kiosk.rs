//! Seats the windows on the machine's monitors, and moves them when a cable is pulled or plugged in.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use demitasse_shared::client::Steady;
use eframe::{CreationContext, Frame};
use egui::{Context, Rect, Ui, ViewportBuilder, ViewportId, Visuals};

use super::pane::{self, Pane};
use super::stage::Outlook;
use super::{input, opening};
use crate::awake::Awake;
use crate::cli::{Args, WindowSize};
use crate::feed::{self, Source};
use crate::keys::Wish;
use crate::model::SharedModel;
use crate::screens::{self, Monitor, Seats};
use crate::sound::Sound;
use crate::theme::{self, Tone};
use crate::windows::Windows;

/// For how long the window manager may choose a monitor before the nearest one is taken.
const CHOICE_SECONDS: f64 = 1.0;

/// All windows of the monitor.
pub(super) struct Kiosk {
    model: SharedModel,
    windows: Windows,
    outlook: Outlook,
    monitors: Vec<Monitor>,
    seats: Seats,
    windowed: Option<WindowSize>,
    tone: Tone,
    main: Pane,
    beside: Vec<Beside>,
    _awake: Option<Awake>,
}

impl Kiosk {
    pub(super) fn new(
        args: &Args,
        context: &CreationContext<'_>,
        outlook: Outlook,
    ) -> io::Result<Self> {
        let window = &context.egui_ctx;
        theme::fonts::dress(window);
        window.options_mut(|options| options.zoom_with_keyboard = false);

        let mut seats = Seats::new(args.monitor.clone().unwrap_or_default());
        let monitors = outlook.monitors();
        opening::put(context, seats.arrange(&monitors).first(), args);
        if let Some(missing) = seats.missing(&monitors) {
            say(&missing);
        }

        let (model, windows) =
            (SharedModel::on(Steady::paced(args.pace)), Windows::new(window.clone()));
        let source = match args.preview {
            Some(face) => Source::Preview(face, args.languages.clone()),
            None => Source::Server(args.pairing()),
        };
        let sound = Sound::start(&args.sound, args.preview.is_some())?;
        feed::start(source, sound, model.clone(), windows.clone())?;
        watch_cables(context, &outlook)?;
        if args.until_input_ends {
            input::end_with_it()?;
        }
        let awake = if args.let_sleep { None } else { Some(Awake::hold()?) };
        let mut kiosk = Self {
            model,
            windows,
            outlook,
            monitors,
            seats,
            windowed: args.windowed,
            tone: args.theme,
            main: Pane::new(args.windowed, args.theme),
            beside: Vec::new(),
            _awake: awake,
        };
        kiosk.seat();
        Ok(kiosk)
    }

    /// Gives each window its monitor; opens and closes those beside the main one.
    fn seat(&mut self) {
        let mut shown = self.seats.arrange(&self.monitors).into_iter();
        self.main.set_target(shown.next());
        let shown: Vec<_> = shown.collect();
        self.beside.retain(|beside| shown.iter().any(|monitor| monitor.name == beside.monitor));
        for monitor in shown {
            match self.beside.iter().find(|beside| beside.monitor == monitor.name) {
                Some(beside) => beside.pane().set_target(Some(monitor)),
                None => self.beside.push(Beside::new(monitor, self.windowed, self.tone)),
            }
        }
        self.windows.set_beside(self.beside.iter().map(|beside| beside.id).collect());
        self.windows.repaint_after(Duration::ZERO);
    }

    /// Where nobody asked for a monitor, the one that the window manager has put the window on is
    /// its own from then on. Where there is nobody to put it, the nearest one is.
    fn settle(&mut self, ui: &Ui) {
        if self.main.target().is_some() || !self.main.is_full() {
            return;
        }
        let Some(window) = pane::area(ui) else { return };
        let now = ui.input(|input| input.time);
        let filled = self.monitors.iter().find(|monitor| screens::fills(window, monitor.area));
        let chosen =
            filled.or_else(|| nearest(&self.monitors, window).filter(|_| now > CHOICE_SECONDS));
        if let Some(monitor) = chosen.cloned() {
            self.seats.settled_on(&monitor);
            self.seat();
        } else if now <= CHOICE_SECONDS {
            ui.request_repaint_after(Duration::from_secs_f64(CHOICE_SECONDS));
        }
    }
}

impl eframe::App for Kiosk {
    fn logic(&mut self, _window: &Context, _frame: &mut Frame) {
        let monitors = self.outlook.monitors();
        if monitors != self.monitors {
            self.monitors = monitors;
            self.seat();
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        for beside in &self.beside {
            beside.show(ui.ctx(), &self.model);
        }
        self.settle(ui);
        if self.main.show(ui, &self.model) == Some(Wish::NextMonitor) {
            self.seats.next(self.main.target(), &self.monitors);
            self.seat();
        }
    }

    fn clear_color(&self, _visuals: &Visuals) -> [f32; 4] {
        self.main.ground().to_normalized_gamma_f32()
    }
}

/// A window beside the main one, on a monitor of its own. It is painted by itself.
struct Beside {
    monitor: String,
    id: ViewportId,
    builder: ViewportBuilder,
    pane: Arc<Mutex<Pane>>,
}

impl Beside {
    fn new(monitor: Monitor, windowed: Option<WindowSize>, tone: Tone) -> Self {
        let builder = opening::viewport_on(&monitor, windowed);
        let id = ViewportId::from_hash_of(&monitor.name);
        let name = monitor.name.clone();
        let mut pane = Pane::new(windowed, tone);
        pane.set_target(Some(monitor));
        Self { monitor: name, id, builder, pane: Arc::new(Mutex::new(pane)) }
    }

    fn pane(&self) -> MutexGuard<'_, Pane> {
        lock(&self.pane)
    }

    fn show(&self, context: &Context, model: &SharedModel) {
        let (pane, model) = (self.pane.clone(), model.clone());
        context.show_viewport_deferred(self.id, self.builder.clone(), move |ui, _class| {
            lock(&pane).show(ui, &model);
        });
    }
}

fn lock(pane: &Mutex<Pane>) -> MutexGuard<'_, Pane> {
    pane.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the window system's library does not notice that a monitor comes or goes, somebody tells
/// it.
#[cfg(all(unix, not(target_os = "macos")))]
fn watch_cables(context: &CreationContext<'_>, outlook: &Outlook) -> io::Result<()> {
    match context.winit_window() {
        Some(window) if outlook.is_x11() => super::cables::watch(window),
        _ => Ok(()),
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn watch_cables(_context: &CreationContext<'_>, _outlook: &Outlook) -> io::Result<()> {
    Ok(())
}

/// The monitor that a window covers most of.
fn nearest(monitors: &[Monitor], window: Rect) -> Option<&Monitor> {
    let covered = |monitor: &&Monitor| monitor.area.intersect(window).area();
    monitors.iter().max_by(|one, other| covered(one).total_cmp(&covered(other)))
}

#[expect(clippy::print_stderr, reason = "whoever set the machine up reads it there")]
fn say(words: &str) {
    eprintln!("{words}");
}

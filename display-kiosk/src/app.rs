//! The monitor's windows: one, or one on each monitor of the machine.
//!
//! [`stage`] runs the event loop and watches cables, [`kiosk`] seats windows on monitors, and each
//! [`pane`] is one window: it hears its keys, asks the model what to show, and paints that.

#[cfg(all(unix, not(target_os = "macos")))]
mod cables;
mod failure;
mod input;
mod kiosk;
mod opening;
mod pane;
mod sign;
mod stage;

use eframe::{CreationContext, NativeOptions};
use winit::event_loop::EventLoop;

pub use self::failure::Failure;
use self::failure::LastWords;
use self::kiosk::Kiosk;
use self::stage::{Outlook, Stage};
use crate::cli::{Args, PROGRAM};

/// Opens the windows and runs until they are closed.
pub fn run(args: Args) -> Result<(), Failure> {
    let last_words = LastWords::listen();
    let event_loop = event_loop()?;
    let outlook = Outlook::default();
    let options = NativeOptions {
        viewport: opening::viewport(&args),
        // Nothing is smoothed over many frames, and the look is one of flat colours.
        dithering: false,
        ..NativeOptions::default()
    };
    let opened = outlook.clone();
    let start = move |context: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        opened.set_window(&context.egui_ctx);
        Ok(Box::new(Kiosk::new(&args, context, opened)?))
    };
    let windows = eframe::create_native(PROGRAM, options, Box::new(start), &event_loop);
    event_loop.run_app(&mut Stage::new(windows, outlook)).map_err(Failure::Lost)?;
    last_words.failure().map_or(Ok(()), Err)
}

/// The machine's monitors as a list, for people.
pub fn list_monitors() -> Result<String, Failure> {
    stage::list(event_loop()?)
}

fn event_loop() -> Result<EventLoop<eframe::UserEvent>, Failure> {
    EventLoop::with_user_event().build().map_err(|_no_matter_which| Failure::NoDisplay)
}

//! The window: `logic` asks the model what to show and when to look again, `ui` paints it.

use demitasse_shared::monitor::Screen;
use eframe::{CreationContext, Frame, NativeOptions};
use egui::{Context, CursorIcon, Key, Modifiers, Ui, ViewportBuilder, ViewportCommand, Visuals};

use crate::cli::{Args, PROGRAM};
use crate::feed::{self, Source};
use crate::model::SharedModel;
use crate::paint::{self, Brush};
use crate::sound::Sound;
use crate::theme;

/// For how long Esc is held to close the monitor, in seconds.
const ESC_HELD_SECONDS: f64 = 1.5;

/// A window smaller than this reads from nowhere.
const SMALLEST: [f32; 2] = [320.0, 320.0];

/// Opens the window and runs until it is closed.
pub fn run(args: Args) -> eframe::Result {
    let options = NativeOptions {
        viewport: viewport(&args),
        // Nothing is smoothed over many frames, and the look is one of flat colours.
        dithering: false,
        ..NativeOptions::default()
    };
    let start = move |context: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        Ok(Box::new(Kiosk::new(&args, context)?))
    };
    eframe::run_native(PROGRAM, options, Box::new(start))
}

fn viewport(args: &Args) -> ViewportBuilder {
    let viewport = ViewportBuilder::default()
        .with_title("Demitasse")
        .with_app_id(PROGRAM)
        .with_min_inner_size(SMALLEST);
    let size = args.windowed.unwrap_or_default();
    viewport
        .with_inner_size([f32::from(size.width), f32::from(size.height)])
        .with_fullscreen(args.windowed.is_none())
}

/// The monitor.
struct Kiosk {
    model: SharedModel,
    screen: Screen,
    brush: Brush,
    esc_since: Option<f64>,
}

impl Kiosk {
    fn new(args: &Args, context: &CreationContext<'_>) -> std::io::Result<Self> {
        let window = &context.egui_ctx;
        window.set_fonts(theme::fonts());
        window.set_theme(egui::Theme::Dark);

        let model = SharedModel::default();
        let source = args.preview.map_or_else(|| Source::Server(args.pairing()), Source::Preview);
        let sound = Sound::start(&args.sound, args.preview.is_some())?;
        feed::start(source, sound, model.clone(), window.clone())?;
        let screen = look(&model);
        Ok(Self { model, screen, brush: Brush::default(), esc_since: None })
    }

    /// F11 fills the screen or leaves it. Closing is hard to do by accident: Ctrl+Q, or Esc held.
    fn obey_keys(&mut self, window: &Context) {
        let (toggled, quit, esc, now, full) = window.input_mut(|input| {
            let quit = input.consume_key(Modifiers::CTRL, Key::Q);
            let full = input.viewport().fullscreen.unwrap_or(false);
            (input.key_pressed(Key::F11), quit, input.key_down(Key::Escape), input.time, full)
        });
        if toggled {
            window.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
        }
        self.esc_since = esc.then(|| self.esc_since.unwrap_or(now));
        if let Some(since) = self.esc_since {
            window.request_repaint_after_secs(0.1);
            if now - since >= ESC_HELD_SECONDS {
                window.send_viewport_cmd(ViewportCommand::Close);
            }
        }
        if quit {
            window.send_viewport_cmd(ViewportCommand::Close);
        }
        if full {
            window.set_cursor_icon(CursorIcon::None);
        }
    }
}

impl eframe::App for Kiosk {
    fn logic(&mut self, window: &Context, _frame: &mut Frame) {
        self.obey_keys(window);
        self.screen = look(&self.model);
        if let Some(wake) = self.screen.wake {
            window.request_repaint_after(wake);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let moment = self.model.lock().moment();
        let turn = paint::screen(ui, &self.screen, &mut self.brush, moment.now);
        if let Some(turn) = turn {
            ui.request_repaint_after(turn);
        }
    }

    fn clear_color(&self, _visuals: &Visuals) -> [f32; 4] {
        theme::GROUND.to_normalized_gamma_f32()
    }
}

/// What is to be shown now.
fn look(model: &SharedModel) -> Screen {
    let model = model.lock();
    model.screen(model.moment())
}

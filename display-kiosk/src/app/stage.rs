//! The event loop around the windows. It notices when a monitor comes or goes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use eframe::{EframeWinitApplication, UserEvent};
use egui::Context;
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoop};
use winit::window::WindowId;

use super::Failure;
use crate::screens::{self, Monitor};

/// The monitors that there are, shared by the event loop, which sees them, and the windows.
#[derive(Clone, Default)]
pub(super) struct Outlook {
    monitors: Arc<Mutex<Vec<Monitor>>>,
    window: Arc<OnceLock<Context>>,
    is_x11: Arc<AtomicBool>,
}

impl Outlook {
    /// The monitors, as people count them.
    pub(super) fn monitors(&self) -> Vec<Monitor> {
        self.lock().clone()
    }

    /// Says whom to wake when that changes. Said again it changes nothing.
    pub(super) fn set_window(&self, window: &Context) {
        self.window.get_or_init(|| window.clone());
    }

    /// Whether the windows are on an X server.
    pub(super) fn is_x11(&self) -> bool {
        self.is_x11.load(Ordering::Relaxed)
    }

    fn look(&self, event_loop: &ActiveEventLoop) {
        let seen = screens::monitors(event_loop.available_monitors());
        let mut known = self.lock();
        if *known != seen {
            *known = seen;
            drop(known);
            if let Some(window) = self.window.get() {
                window.request_repaint_of(egui::ViewportId::ROOT);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Monitor>> {
        self.monitors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The windows, and between their events a look at the monitors. The window system keeps the list
/// and says when it has changed, so that a look costs nothing and nobody needs to ask again and
/// again.
pub(super) struct Stage<'a> {
    windows: EframeWinitApplication<'a>,
    outlook: Outlook,
}

impl<'a> Stage<'a> {
    pub(super) fn new(windows: EframeWinitApplication<'a>, outlook: Outlook) -> Self {
        Self { windows, outlook }
    }
}

impl ApplicationHandler<UserEvent> for Stage<'_> {
    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.windows.new_events(event_loop, cause);
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.outlook.is_x11.store(is_x11(event_loop), Ordering::Relaxed);
        self.outlook.look(event_loop);
        self.windows.resumed(event_loop);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.windows.user_event(event_loop, event);
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        self.windows.window_event(event_loop, id, event);
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, id: DeviceId, event: DeviceEvent) {
        self.windows.device_event(event_loop, id, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.outlook.look(event_loop);
        self.windows.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.windows.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.windows.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.windows.memory_warning(event_loop);
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn is_x11(event_loop: &ActiveEventLoop) -> bool {
    use winit::platform::x11::ActiveEventLoopExtX11 as _;
    event_loop.is_x11()
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn is_x11(_event_loop: &ActiveEventLoop) -> bool {
    false
}

/// Looks at the monitors once, without opening a window.
pub(super) fn list(event_loop: EventLoop<UserEvent>) -> Result<String, Failure> {
    let mut look = Look::default();
    event_loop.run_app(&mut look).map_err(Failure::Lost)?;
    Ok(screens::list(&look.0))
}

#[derive(Default)]
struct Look(Vec<Monitor>);

impl ApplicationHandler<UserEvent> for Look {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.0 = screens::monitors(event_loop.available_monitors());
        event_loop.exit();
    }

    fn window_event(&mut self, _loop: &ActiveEventLoop, _id: WindowId, _event: WindowEvent) {}
}

//! How a window opens: in its place, so that nothing jumps before the crowd's eyes.

use eframe::CreationContext;
use egui::{Rect, Vec2, ViewportBuilder, vec2};
use winit::dpi::{PhysicalPosition, PhysicalSize};
use winit::window::{Fullscreen, Window};

use crate::cli::{Args, PROGRAM, WindowSize};
use crate::screens::{self, Monitor};

/// A window smaller than this reads from nowhere.
const SMALLEST: [f32; 2] = [320.0, 320.0];

/// The main window as it is asked for.
pub(super) fn viewport(args: &Args) -> ViewportBuilder {
    base("Demitasse").with_inner_size(size(args.windowed)).with_fullscreen(args.windowed.is_none())
}

/// A window beside the main one, for another monitor.
pub(super) fn viewport_on(monitor: &Monitor, windowed: Option<WindowSize>) -> ViewportBuilder {
    let window = base(&format!("Demitasse on {}", monitor.name)).with_inner_size(size(windowed));
    if windowed.is_some() { window } else { window.with_monitor(monitor.index) }
}

fn base(title: &str) -> ViewportBuilder {
    ViewportBuilder::default().with_title(title).with_app_id(PROGRAM).with_min_inner_size(SMALLEST)
}

/// A window's size in points where it does not fill a monitor.
pub(super) fn size(windowed: Option<WindowSize>) -> Vec2 {
    let size = windowed.unwrap_or_default();
    vec2(f32::from(size.width), f32::from(size.height))
}

/// Where a window stands on a monitor that it does not fill, in pixels.
pub(super) fn middle(monitor: &Monitor, window: Vec2) -> Rect {
    let free = (monitor.area.size() - window).max(Vec2::ZERO);
    Rect::from_min_size((monitor.area.min + free / 2.0).round(), window)
}

/// Puts the main window, which nobody has seen yet, where it belongs.
pub(super) fn put(context: &CreationContext<'_>, target: Option<&Monitor>, args: &Args) {
    let Some(window) = context.winit_window() else { return };
    // Where places are not told they cannot be taken either.
    let has_places = window.outer_position().is_ok() && cfg!(not(target_os = "macos"));
    if args.windowed.is_some() {
        if let (true, Some(target)) = (has_places, target) {
            take_corner(window, middle(target, pixels(window.inner_size())));
        }
        return;
    }
    if let Some(target) = target {
        let handle = window.available_monitors().nth(target.index);
        window.set_fullscreen(Some(Fullscreen::Borderless(handle)));
    }
    let chosen = || screens::monitors(window.current_monitor().into_iter()).pop();
    if has_places && let Some(monitor) = target.cloned().or_else(chosen) {
        take_corner(window, monitor.area);
        // The answer comes with the window's first events.
        let size = PhysicalSize::new(monitor.area.width(), monitor.area.height());
        let _later = window.request_inner_size(size);
    }
}

fn take_corner(window: &Window, area: Rect) {
    window.set_outer_position(PhysicalPosition::new(area.left(), area.top()));
}

#[expect(clippy::cast_precision_loss, reason = "a window has far fewer pixels")]
fn pixels(size: PhysicalSize<u32>) -> Vec2 {
    vec2(size.width as f32, size.height as f32)
}

//! Which monitors there are, and which of them show the bar. Nothing here touches a window.

mod place;
mod seats;

use std::fmt::{self, Write as _};
use std::num::NonZeroUsize;
use std::str::FromStr;

use egui::{Rect, pos2, vec2};

pub(crate) use self::place::{Move, Place, fills};
pub(crate) use self::seats::Seats;

/// A monitor of this machine, as the window system tells of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Monitor {
    /// Its place in the window system's own list.
    pub(crate) index: usize,
    /// Its name, such as `HDMI-1`.
    pub(crate) name: String,
    /// Where it is on the desktop, in pixels.
    pub(crate) area: Rect,
    /// Pixels to a point.
    pub(crate) scale: f64,
}

/// The monitors that the window system knows, as people count them: from left to right, and those
/// above one another from top to bottom.
pub(crate) fn monitors(found: impl Iterator<Item = winit::monitor::MonitorHandle>) -> Vec<Monitor> {
    let mut monitors: Vec<_> =
        found.enumerate().map(|(index, handle)| Monitor::of(index, &handle)).collect();
    monitors.sort_by(|one, other| {
        let corner = |monitor: &Monitor| (monitor.area.left(), monitor.area.top());
        corner(one).partial_cmp(&corner(other)).unwrap_or(std::cmp::Ordering::Equal)
    });
    monitors
}

impl Monitor {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a desktop has far fewer pixels than a float counts exactly"
    )]
    fn of(index: usize, handle: &winit::monitor::MonitorHandle) -> Self {
        let (corner, size) = (handle.position(), handle.size());
        let corner = pos2(corner.x as f32, corner.y as f32);
        Self {
            index,
            name: handle.name().unwrap_or_else(|| format!("monitor {}", index + 1)),
            area: Rect::from_min_size(corner, vec2(size.width as f32, size.height as f32)),
            scale: handle.scale_factor(),
        }
    }
}

impl fmt::Display for Monitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, area, scale, .. } = self;
        write!(f, "{name}, {}×{} at {},{}", area.width(), area.height(), area.min.x, area.min.y)?;
        if (scale - 1.0).abs() > f64::EPSILON { write!(f, ", scale {scale}") } else { Ok(()) }
    }
}

/// The monitors as a list, one a line, by the numbers that `--monitor` takes.
pub(crate) fn list(monitors: &[Monitor]) -> String {
    if monitors.is_empty() {
        return "No monitor is plugged in.".to_owned();
    }
    let mut lines = String::new();
    for (number, monitor) in (1..).zip(monitors) {
        let line_break = if number == 1 { "" } else { "\n" };
        // Writing into a text cannot fail.
        write!(lines, "{line_break}{number}: {monitor}").unwrap_or_default();
    }
    lines
}

/// The monitor that somebody asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The one that the window manager chooses.
    #[default]
    Any,
    /// One window on each.
    All,
    /// The one with this number.
    Nth(NonZeroUsize),
    /// The one of this name.
    Named(String),
}

impl FromStr for Wanted {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("all") {
            return Ok(Self::All);
        }
        match text.parse::<usize>() {
            Ok(number) => NonZeroUsize::new(number)
                .map(Self::Nth)
                .ok_or_else(|| "monitors are counted from 1".to_owned()),
            Err(_) if text.is_empty() => Err("give all, a number or a name".to_owned()),
            Err(_) => Ok(Self::Named(text.to_owned())),
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => write!(f, "any monitor"),
            Self::All => write!(f, "all monitors"),
            Self::Nth(number) => write!(f, "monitor {number}"),
            Self::Named(name) => write!(f, "monitor {name}"),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Full HD monitors of these names, from left to right, as the window system lists them.
    pub(crate) fn row(names: &[&str]) -> Vec<Monitor> {
        let place = |index: usize| {
            let left = 1920.0 * f32::from(u8::try_from(index).expect("a few"));
            Rect::from_min_size(pos2(left, 0.0), vec2(1920.0, 1080.0))
        };
        let monitor = |(index, name): (usize, &&str)| Monitor {
            index,
            name: (*name).to_owned(),
            area: place(index),
            scale: 1.0,
        };
        names.iter().enumerate().map(monitor).collect()
    }

    #[test]
    fn a_monitor_is_asked_for_by_number_or_name() {
        let wanted = |text: &str| text.parse::<Wanted>();
        assert_eq!(wanted("all"), Ok(Wanted::All));
        assert_eq!(wanted("ALL"), Ok(Wanted::All));
        assert_eq!(wanted("2"), Ok(Wanted::Nth(NonZeroUsize::new(2).expect("not zero"))));
        assert_eq!(wanted("HDMI-1"), Ok(Wanted::Named("HDMI-1".to_owned())));
        assert_eq!(wanted("0"), Err("monitors are counted from 1".to_owned()));
        assert!(wanted(" ").is_err());
    }

    #[test]
    fn the_list_says_what_the_flag_takes() {
        let mut monitors = row(&["eDP-1", "HDMI-1"]);
        monitors[1].scale = 2.0;
        let said = "1: eDP-1, 1920×1080 at 0,0\n2: HDMI-1, 1920×1080 at 1920,0, scale 2";
        assert_eq!(list(&monitors), said);
        assert_eq!(list(&[]), "No monitor is plugged in.");
    }
}

//! Who sits where: which monitors show the bar now, and what to say where one is missing.

use super::{Monitor, Wanted, list};

/// The monitors that show the bar, through everything that people do to cables.
///
/// Once a window has found its monitor it goes by that monitor's name: a number means another one
/// as soon as one to its left is unplugged.
#[derive(Clone, Debug)]
pub(crate) struct Seats {
    wanted: Wanted,
    home: Option<String>,
}

impl Seats {
    /// Seats for what was asked for.
    pub(crate) fn new(wanted: Wanted) -> Self {
        let home = if let Wanted::Named(name) = &wanted { Some(name.clone()) } else { None };
        Self { wanted, home }
    }

    /// The monitors to fill, the main window's first. None where the window manager chooses, or
    /// where there is none.
    pub(crate) fn arrange(&mut self, monitors: &[Monitor]) -> Vec<Monitor> {
        let Some(main) = self.main(monitors) else { return Vec::new() };
        let mut shown = vec![main.clone()];
        if self.wanted == Wanted::All {
            self.home = Some(main.name.clone());
            shown.extend(monitors.iter().filter(|monitor| monitor.name != main.name).cloned());
        }
        shown
    }

    /// The main window's monitor: its own, or for as long as that is missing the first one.
    fn main<'a>(&mut self, monitors: &'a [Monitor]) -> Option<&'a Monitor> {
        if let (None, Wanted::Nth(number)) = (&self.home, &self.wanted) {
            self.home = monitors.get(number.get() - 1).map(|monitor| monitor.name.clone());
        }
        if self.home.is_none() && self.wanted == Wanted::Any {
            return None;
        }
        self.own(monitors).or(monitors.first())
    }

    fn own<'a>(&self, monitors: &'a [Monitor]) -> Option<&'a Monitor> {
        let home = self.home.as_deref()?;
        let exact = monitors.iter().find(|monitor| monitor.name == home);
        exact.or_else(|| monitors.iter().find(|monitor| monitor.name.eq_ignore_ascii_case(home)))
    }

    /// Remembers where the window manager has put the window, to come back there.
    pub(crate) fn settled_on(&mut self, monitor: &Monitor) {
        if self.wanted == Wanted::Any && self.home.is_none() {
            self.home = Some(monitor.name.clone());
        }
    }

    /// Moves on from this monitor to the next one, and stays there. Where each monitor has its
    /// window there is none to move to.
    pub(crate) fn next(&mut self, from: Option<&Monitor>, monitors: &[Monitor]) {
        if self.wanted == Wanted::All || monitors.is_empty() {
            return;
        }
        let here = monitors.iter().position(|monitor| Some(&monitor.name) == from.map(|m| &m.name));
        let next = here.map_or(0, |here| (here + 1) % monitors.len());
        *self = Self::new(Wanted::Named(monitors[next].name.clone()));
    }

    /// What to say where the wanted monitor is not there.
    pub(crate) fn missing(&self, monitors: &[Monitor]) -> Option<String> {
        let asked = matches!(self.wanted, Wanted::Nth(_) | Wanted::Named(_));
        if !asked || self.own(monitors).is_some() {
            return None;
        }
        let wanted = &self.wanted;
        let there = list(monitors);
        Some(match monitors.first() {
            Some(first) => format!(
                "There is no {wanted} here. Until it is plugged in the bar shows on {}. There is:\n\
                 {there}",
                first.name
            ),
            None => format!("There is no {wanted} here. {there}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::tests::row;

    fn seats(wanted: &str) -> Seats {
        Seats::new(wanted.parse().expect("it can be asked for"))
    }

    fn names(shown: &[Monitor]) -> Vec<&str> {
        shown.iter().map(|monitor| monitor.name.as_str()).collect()
    }

    #[test]
    fn a_monitor_that_comes_back_is_the_bars_again() {
        let mut seats = seats("hdmi-1");
        assert_eq!(names(&seats.arrange(&row(&["eDP-1", "HDMI-1"]))), ["HDMI-1"]);
        assert_eq!(names(&seats.arrange(&row(&["eDP-1"]))), ["eDP-1"]);
        assert_eq!(names(&seats.arrange(&[])), [""; 0]);
        assert_eq!(names(&seats.arrange(&row(&["HDMI-1", "eDP-1"]))), ["HDMI-1"]);
    }

    #[test]
    fn a_number_means_the_same_monitor_when_another_one_goes() {
        let mut seats = seats("2");
        assert_eq!(names(&seats.arrange(&row(&["A", "B", "C"]))), ["B"]);
        assert_eq!(names(&seats.arrange(&row(&["B", "C"]))), ["B"]);
    }

    #[test]
    fn a_number_that_is_not_there_yet_is_waited_for() {
        let mut seats = seats("2");
        assert_eq!(names(&seats.arrange(&row(&["A"]))), ["A"]);
        assert_eq!(names(&seats.arrange(&row(&["A", "B"]))), ["B"]);
    }

    #[test]
    fn all_means_each_and_the_main_window_stays_where_it_is() {
        let mut seats = seats("all");
        assert_eq!(names(&seats.arrange(&row(&["B", "C"]))), ["B", "C"]);
        assert_eq!(names(&seats.arrange(&row(&["A", "B", "C"]))), ["B", "A", "C"]);
        assert_eq!(names(&seats.arrange(&row(&["A", "C"]))), ["A", "C"]);
    }

    #[test]
    fn where_nobody_asked_the_window_manager_chooses_once() {
        let mut seats = Seats::new(Wanted::Any);
        let monitors = row(&["A", "B"]);
        assert_eq!(names(&seats.arrange(&monitors)), [""; 0]);
        seats.settled_on(&monitors[1]);
        assert_eq!(names(&seats.arrange(&monitors)), ["B"]);
        assert_eq!(names(&seats.arrange(&monitors[..1])), ["A"]);
        assert_eq!(names(&seats.arrange(&monitors)), ["B"]);
    }

    #[test]
    fn the_next_monitor_comes_after_this_one_and_is_kept() {
        let monitors = row(&["A", "B", "C"]);
        let mut seats = seats("3");
        seats.next(monitors.get(2), &monitors);
        assert_eq!(names(&seats.arrange(&monitors)), ["A"]);
        seats.next(monitors.first(), &monitors);
        assert_eq!(names(&seats.arrange(&monitors)), ["B"]);
        assert_eq!(names(&seats.arrange(&row(&["Z", "A", "B", "C"]))), ["B"]);
    }

    #[test]
    fn whoever_asked_for_a_monitor_that_is_not_there_reads_which_ones_are() {
        let said = seats("HDMI-9").missing(&row(&["eDP-1"])).expect("it is missing");
        assert_eq!(
            said,
            "There is no monitor HDMI-9 here. Until it is plugged in the bar shows on eDP-1. \
             There is:\n1: eDP-1, 1920×1080 at 0,0"
        );
        let said = seats("HDMI-9").missing(&[]).expect("it is missing");
        assert_eq!(said, "There is no monitor HDMI-9 here. No monitor is plugged in.");
        assert_eq!(seats("EDP-1").missing(&row(&["eDP-1"])), None);
        assert_eq!(seats("all").missing(&[]), None);
    }
}

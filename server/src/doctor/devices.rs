//! The paired devices: whether there is a monitor, and somebody who makes drinks.

use demitasse_shared::api::Role;
use demitasse_shared::doctor::Finding;

use crate::app::Facts;

const CHECK: &str = "devices";

pub(super) fn check(facts: &Facts) -> Vec<Finding> {
    let count = |role| facts.devices.iter().filter(|device| device.role == role).count();
    judge(count(Role::Display), count(Role::Barista) + count(Role::Manager))
}

fn judge(monitors: usize, boards: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    if monitors == 0 {
        findings.push(Finding::amber(
            CHECK,
            "No monitor is paired: guests would find no code to scan.",
            "`demitasse staff pair --role display --name \"Door\"`, then `demitasse-kiosk`. `demitasse \
             up` pairs its own.",
        ));
    }
    if boards == 0 {
        findings.push(Finding::amber(
            CHECK,
            "No barista's board is paired.",
            "`demitasse staff pair --role barista --name NAME`, then `demitasse-barista`. `demitasse \
             up` pairs its own.",
        ));
    }
    if findings.is_empty() {
        let says =
            format!("{} and {} are paired.", many(monitors, "monitor"), many(boards, "board"));
        findings.push(Finding::green(CHECK, says));
    }
    findings
}

fn many(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_needs_a_monitor_and_a_board() {
        let says = |monitors, boards| -> Vec<String> {
            judge(monitors, boards).into_iter().map(|finding| finding.says).collect()
        };
        assert_eq!(says(1, 2), ["1 monitor and 2 boards are paired."]);
        assert!(says(0, 1)[0].starts_with("No monitor"));
        assert_eq!(says(0, 0).len(), 2);
    }
}

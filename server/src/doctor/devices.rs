//! The paired devices: whether there is a monitor, and somebody who makes drinks, and when each was
//! last heard.

use demitasse_shared::Timestamp;
use demitasse_shared::api::Role;
use demitasse_shared::device::PairedDevice;
use demitasse_shared::doctor::Finding;
use jiff::SignedDuration;

use crate::app::Facts;

const CHECK: &str = "devices";

/// Who was heard within this time counts as there: it is written down once a minute.
const LATELY: SignedDuration = SignedDuration::from_mins(3);

pub(super) fn check(facts: &Facts, now: Timestamp) -> Vec<Finding> {
    judge(&facts.devices, now)
}

fn judge(devices: &[PairedDevice], now: Timestamp) -> Vec<Finding> {
    let count = |is_one: fn(Role) -> bool| devices.iter().filter(|one| is_one(one.role)).count();
    let monitors = count(|role| role == Role::Display);
    let boards = count(|role| role != Role::Display);
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
    findings.extend(quiet(devices, now));
    if findings.is_empty() {
        let (monitors, boards) = (many(monitors, "monitor"), many(boards, "board"));
        findings.push(Finding::green(CHECK, format!("{monitors} and {boards} are there.")));
    }
    findings
}

/// Names the devices that are paired and not heard.
fn quiet(devices: &[PairedDevice], now: Timestamp) -> Option<Finding> {
    let silence = |device: &PairedDevice| {
        let silent = device.heard_at.map(|at| now.duration_since(at));
        let is_there = device.connected || silent.is_some_and(|silent| silent <= LATELY);
        (!is_there).then(|| format!("{} ({})", device.name, since(silent)))
    };
    let quiet: Vec<_> = devices.iter().filter_map(silence).collect();
    (!quiet.is_empty()).then(|| {
        Finding::amber(
            CHECK,
            format!("Not heard lately: {}.", quiet.join(", ")),
            "Switch them on before the doors open; `demitasse staff revoke` lets go of those that \
             are gone.",
        )
    })
}

/// How long ago, as a person would say it.
fn since(silent: Option<SignedDuration>) -> String {
    match silent.map(|silent| silent.as_mins()) {
        None => "never yet".to_owned(),
        Some(minutes) if minutes < 120 => format!("{minutes} min ago"),
        Some(minutes) if minutes < 48 * 60 => format!("{} h ago", minutes / 60),
        Some(minutes) => format!("{} days ago", minutes / (24 * 60)),
    }
}

fn many(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::ids::DeviceId;

    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_800_000_000, 0);

    fn device(role: Role, name: &str, silent: Option<i64>) -> PairedDevice {
        PairedDevice {
            id: DeviceId(1),
            name: name.to_owned(),
            role,
            device: "A test".to_owned(),
            paired_at: NOW,
            heard_at: silent.map(|minutes| NOW - SignedDuration::from_mins(minutes)),
            connected: false,
        }
    }

    fn says(devices: &[PairedDevice]) -> Vec<String> {
        judge(devices, NOW).into_iter().map(|finding| finding.says).collect()
    }

    #[test]
    fn a_bar_needs_a_monitor_and_a_board() {
        let monitor = device(Role::Display, "Door", Some(1));
        let board = device(Role::Barista, "Ana", Some(3));
        assert_eq!(says(&[monitor.clone(), board]), ["1 monitor and 1 board are there."]);
        assert_eq!(says(&[monitor]), ["No barista's board is paired."]);
        assert_eq!(says(&[]).len(), 2);
    }

    #[test]
    fn who_is_silent_is_named() {
        let there = PairedDevice { connected: true, ..device(Role::Display, "Hall", None) };
        let devices = [
            there,
            device(Role::Display, "Door", Some(4)),
            device(Role::Manager, "Ana", Some(3 * 60)),
            device(Role::Barista, "Rui", None),
        ];
        let expected = "Not heard lately: Door (4 min ago), Ana (3 h ago), Rui (never yet).";
        assert_eq!(says(&devices), [expected]);
    }
}

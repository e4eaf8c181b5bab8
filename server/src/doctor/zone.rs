//! The venue's zone: days, numbers and opening times follow it.

use demitasse_shared::doctor::Finding;

use crate::clock::Clock;
use crate::config::Config;

const CHECK: &str = "zone";

/// Zones that a machine has where nobody chose one.
const NOBODYS: [&str; 4] = ["UTC", "Etc/UTC", "Etc/UCT", "Etc/Unknown"];

pub(super) fn check(config: &Config, clock: &Clock) -> Finding {
    let Ok(zone) = config.zone() else {
        return Finding::red(
            CHECK,
            "The venue's time zone is not known.",
            "Give one such as Europe/Lisbon: --zone, or zone in the configuration.",
        );
    };
    let time = clock.now().to_zoned(zone.clone()).strftime("%H:%M on %A, %-d %B").to_string();
    let name = zone.iana_name().unwrap_or("UTC");
    judge(config.zone.is_some(), name, &time)
}

fn judge(is_chosen: bool, name: &str, time: &str) -> Finding {
    if is_chosen || !NOBODYS.contains(&name) {
        return Finding::green(CHECK, format!("It is {time} in {name}."));
    }
    Finding::amber(
        CHECK,
        format!("Days and times go by UTC, as this machine's do: it is {time}."),
        "Give the venue's zone, such as Europe/Lisbon: `demitasse setup`, or --zone.",
    )
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn utc_is_right_where_somebody_chose_it() {
        let light = |is_chosen, name| judge(is_chosen, name, "14:05").light;
        assert_eq!(light(true, "UTC"), Light::Green);
        assert_eq!(light(false, "Europe/Lisbon"), Light::Green);
        assert_eq!(light(false, "Etc/UTC"), Light::Amber);
    }
}

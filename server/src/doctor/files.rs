//! How many files may be open: each phone and each screen takes one.

use demitasse_shared::doctor::Finding;

const CHECK: &str = "files";

/// With fewer, phones of a full hall may find no place.
const ENOUGH: u64 = 4_096;

pub(super) fn check() -> Finding {
    judge(most())
}

fn judge(most: Option<u64>) -> Finding {
    match most {
        Some(most) if most < ENOUGH => Finding::amber(
            CHECK,
            format!("The system lets the bar open {most} files; each phone takes one."),
            format!(
                "Raise the limit to {ENOUGH} or more: `ulimit -Hn`, or LimitNOFILE in the unit."
            ),
        ),
        Some(most) => {
            Finding::green(CHECK, format!("Up to {most} phones and screens find a place."))
        }
        None => Finding::green(CHECK, "The system sets no limit to how many phones find a place."),
    }
}

/// The most files that the system lets the process open.
#[cfg(unix)]
fn most() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).maximum
}

#[cfg(not(unix))]
fn most() -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn a_full_hall_needs_many() {
        assert_eq!(judge(Some(ENOUGH - 1)).light, Light::Amber);
        assert_eq!(judge(Some(ENOUGH)).light, Light::Green);
        assert_eq!(judge(None).light, Light::Green);
    }
}

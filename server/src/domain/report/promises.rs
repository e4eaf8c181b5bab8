//! What guests were told, held against what came.

use demitasse_shared::Timestamp;
use demitasse_shared::order::Estimate;
use demitasse_shared::report::Promises;

use super::{count, waiting};

/// Counts promises as they are kept, or not.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    within: u32,
    sooner_by: Vec<u32>,
    later_by: Vec<u32>,
}

impl Kept {
    /// Counts a drink whose guest was told `promised`.
    pub(super) fn count(&mut self, promised: Estimate, ready_at: Timestamp) {
        if ready_at < promised.from {
            self.sooner_by.push(waiting::seconds(ready_at, promised.from));
        } else if ready_at > promised.to {
            self.later_by.push(waiting::seconds(promised.to, ready_at));
        } else {
            self.within += 1;
        }
    }

    /// The figures; nothing where nobody was told a time.
    pub(super) fn figures(self) -> Option<Promises> {
        let Self { within, sooner_by, later_by } = self;
        let (sooner, later) = (count(&sooner_by), count(&later_by));
        let told = within + sooner + later;
        let promises = || Promises {
            told,
            within,
            sooner,
            later,
            sooner_by: waiting::figures(sooner_by),
            later_by: waiting::figures(later_by),
        };
        (told > 0).then(promises)
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::report::Waiting;

    use super::*;

    #[test]
    fn a_promise_is_a_range_with_its_ends() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let mut kept = Kept::default();
        let promised = Estimate { from: at(100), to: at(160) };
        for ready in [100, 130, 160, 99, 70, 161, 220, 400] {
            kept.count(promised, at(ready));
        }
        let figures = kept.figures().expect("eight were told");
        let Promises { told, within, sooner, later, .. } = figures;
        assert_eq!((told, within, sooner, later), (8, 3, 2, 3));
        assert_eq!(figures.sooner_by, Some(Waiting { p50: 1, p95: 30, max: 30 }));
        assert_eq!(figures.later_by, Some(Waiting { p50: 60, p95: 240, max: 240 }));
        assert_eq!(Kept::default().figures(), None);
    }
}

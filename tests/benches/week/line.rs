//! How the line breaks.

use std::time::Duration;

use demitasse_tests::Line;

use crate::clock::{now, pass};
use crate::inspector::Inspector;

/// How often it breaks in a week.
pub(crate) const BREAKS_A_WEEK: u32 = 200;

/// How long it stays broken: from less than anybody notices to an hour of the bar's time.
const SPANS_MILLIS: [u64; 6] = [20, 100, 400, 1_200, 5_000, 12_000];

/// After so long without a line the panel has no code: ten seconds of the bar's time, and ample
/// time to paint.
const MUST_BE_GONE: Duration = Duration::from_secs(1);

/// When the line breaks.
pub(crate) struct Breaks {
    between: Duration,
}

impl Breaks {
    /// So many in an hour, evenly: the bar's day is not even.
    pub(crate) fn in_an_hour(times: u32) -> Self {
        Self { between: Duration::from_hours(1) / times }
    }

    /// Breaks the line again and again, has the panel looked at before, within and after, and says
    /// how often it broke.
    pub(crate) async fn live(
        self,
        line: &Line,
        span: Duration,
        inspector: &mut Inspector<'_>,
    ) -> u32 {
        let began = now();
        let mut broken = 0;
        while began.elapsed() < span {
            let next = self.between * (broken + 1);
            while began.elapsed() < next {
                inspector.look().await;
                pass(Duration::from_secs(1).min(next.saturating_sub(began.elapsed()))).await;
            }
            let millis = SPANS_MILLIS[broken as usize % SPANS_MILLIS.len()];
            let away = Duration::from_millis(millis).min(self.between);
            let snap = if broken.is_multiple_of(2) { Line::cut } else { Line::fall_silent };
            snap(line);
            pass(away.min(MUST_BE_GONE)).await;
            if away > MUST_BE_GONE {
                inspector.look_in_the_dark();
                pass(away.saturating_sub(MUST_BE_GONE)).await;
            }
            line.mend();
            broken += 1;
        }
        broken
    }
}

//! What a monitor's page hears: the parts that have changed, and signs of life.

use std::time::Duration;

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::live::STAFF_BEAT_SECONDS;
use serde_json::{Map, Value, json};
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::{Displays, Picture};
use crate::app::Line;
use crate::live::Changes;

/// The shortest time between two pictures. A panel is read by people; what comes in between is in
/// the next one.
const PACE: Duration = Duration::from_millis(100);

/// One page's stream, as server-sent events. It keeps what the page was told last, and nothing
/// else: a slow line gets fewer pictures.
#[derive(Debug)]
pub struct Stream {
    displays: Displays,
    line: Line,
    version: String,
    changes: Changes,
    shown: Option<Picture>,
    /// When something shown changes by itself.
    due: Option<Timestamp>,
    pace: Interval,
    beat: Interval,
    is_over: bool,
}

impl Stream {
    pub(super) fn new(displays: Displays, line: Line, version: String) -> Self {
        let changes = displays.bar.hub().changes();
        // At once.
        let due = Some(Timestamp::MIN);
        let beats = Duration::from_secs(STAFF_BEAT_SECONDS);
        let [pace, mut beat] = [PACE, beats].map(ticks);
        // The picture comes first.
        beat.reset();
        Self { displays, line, version, changes, shown: None, due, pace, beat, is_over: false }
    }

    /// The next event, ready to be sent; nothing after the last one.
    pub async fn next(&mut self) -> Option<Bytes> {
        while !self.is_over {
            let is_beat = tokio::select! {
                biased;
                () = self.line.cut() => {
                    self.is_over = true;
                    return Some(refused());
                }
                // Where there is none, the server is closing: the page comes back by itself.
                is_beat = heed(self.beat.tick(), self.changes.next(self.due)) => is_beat?,
            };
            if is_beat {
                return Some(self.beat());
            }
            self.pace.tick().await;
            if let Some(news) = self.look() {
                return Some(news);
            }
        }
        None
    }

    /// A sign of life, with the bar's time.
    fn beat(&self) -> Bytes {
        event("beat", &json!({ "at": self.displays.bar.now().as_millisecond() }))
    }

    /// What is shown otherwise than the page was told.
    fn look(&mut self) -> Option<Bytes> {
        let (picture, at, due) = self.displays.picture();
        self.due = due;
        let at = at.as_millisecond();
        let news = match &self.shown {
            None => json!({ "at": at, "page": self.version, "parts": picture.whole() }),
            Some(shown) => {
                let parts: Map<String, Value> = picture.changes_since(shown);
                if parts.is_empty() {
                    return None;
                }
                json!({ "at": at, "parts": parts })
            }
        };
        self.shown = Some(picture);
        Some(event("picture", &news))
    }
}

/// Whether a sign of life is next, or else a change; nothing once there are no more changes. Signs
/// of life go first: a rush of changes that show nothing must not make the line look dead.
async fn heed<T>(
    beat: impl Future<Output = T>,
    change: impl Future<Output = Option<()>>,
) -> Option<bool> {
    tokio::select! {
        biased;
        _ = beat => Some(true),
        change = change => change.map(|()| false),
    }
}

/// The whole stream of a page that is not paired, or not any more: it has to ask for a code.
pub fn refused() -> Bytes {
    event("unpaired", &Value::Null)
}

fn event(name: &str, data: &Value) -> Bytes {
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

fn ticks(period: Duration) -> Interval {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    #[tokio::test]
    async fn a_rush_of_changes_lets_signs_of_life_through() {
        assert_eq!(heed(ready(()), ready(Some(()))).await, Some(true));
        assert_eq!(heed(pending::<()>(), ready(Some(()))).await, Some(false));
        assert_eq!(heed(pending::<()>(), ready(None)).await, None);
    }
}

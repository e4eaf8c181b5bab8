//! Asks the server what its venue is. Without an answer the monitor goes on as it is.

use std::time::Duration;

use demitasse_shared::client::{Client, ClientError};
use tokio::sync::Notify;
use tokio::time::sleep;

use super::Feed;
use crate::model::Logo;

/// Between two looks on a line that stays up: summer time begins and ends without a restart.
const LOOK_AGAIN_AFTER: Duration = Duration::from_hours(1);

/// How long an answer that did not come is waited for before the next try.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(10);

/// Asks whenever the line has come up, since a restarted server may be another venue's, and again
/// after a while. Runs until it is dropped.
pub(super) async fn ask_for_ever<E>(came_up: &Notify, ask: impl AsyncFn() -> Result<(), E>) {
    came_up.notified().await;
    loop {
        let pause = if ask().await.is_ok() { LOOK_AGAIN_AFTER } else { TRY_AGAIN_AFTER };
        tokio::select! {
            () = came_up.notified() => {}
            () = sleep(pause) => {}
        }
    }
}

impl Feed {
    /// Asks once; fetches the logo where it is another one.
    pub(super) async fn ask_for_venue(&self, client: &Client) -> Result<(), ClientError> {
        let venue = client.venue().await?;
        let changed = self.model.lock().set_venue(venue);
        self.repaint_if(changed);
        let missing = self.model.lock().missing_logo();
        if let Some(path) = missing {
            let content = client.logo(&path).await?.into();
            let changed = self.model.lock().set_logo(Logo { path, content });
            self.repaint_if(changed);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tokio::task::yield_now;
    use tokio::time::advance;

    use super::*;

    const NEARLY: Duration = Duration::from_millis(1);

    /// Plays a story against what asks: the line, how often was asked, and whether it is answered.
    async fn play(story: impl AsyncFn(&Notify, &Cell<u32>, &Cell<bool>)) {
        let (came_up, asked, answers) = (Notify::new(), Cell::new(0), Cell::new(true));
        let ask = async || {
            asked.set(asked.get() + 1);
            if answers.get() { Ok(()) } else { Err(()) }
        };
        tokio::select! {
            biased;
            () = ask_for_ever(&came_up, ask) => {}
            () = story(&came_up, &asked, &answers) => {}
        }
    }

    /// Lets time pass, and whoever waited for it have a turn.
    async fn pass(time: Duration) {
        advance(time).await;
        yield_now().await;
    }

    #[tokio::test(start_paused = true)]
    async fn the_venue_is_asked_for_when_the_line_has_come_up_and_once_an_hour() {
        play(async |came_up, asked, _| {
            pass(LOOK_AGAIN_AFTER * 2).await;
            assert_eq!(asked.get(), 0, "there is no line");
            came_up.notify_one();
            yield_now().await;
            pass(LOOK_AGAIN_AFTER.saturating_sub(NEARLY)).await;
            assert_eq!(asked.get(), 1);
            pass(NEARLY).await;
            assert_eq!(asked.get(), 2);
            pass(LOOK_AGAIN_AFTER / 2).await;
            came_up.notify_one();
            yield_now().await;
            assert_eq!(asked.get(), 3);
            pass(LOOK_AGAIN_AFTER.saturating_sub(NEARLY)).await;
            assert_eq!(asked.get(), 3);
        })
        .await;
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_did_not_come_is_asked_for_again_soon() {
        play(async |came_up, asked, answers| {
            answers.set(false);
            came_up.notify_one();
            yield_now().await;
            assert_eq!(asked.get(), 1);
            pass(TRY_AGAIN_AFTER).await;
            assert_eq!(asked.get(), 2);
            answers.set(true);
            pass(TRY_AGAIN_AFTER).await;
            pass(TRY_AGAIN_AFTER).await;
            assert_eq!(asked.get(), 3);
        })
        .await;
    }
}

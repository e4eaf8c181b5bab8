//! The line that the bar has for everybody.

use demitasse_shared::api::NewAnnouncement;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::shop::Announcement;

use super::Bar;
use crate::domain::announcement::{announce, is_over};
use crate::domain::event::{Actor, Event};
use crate::storage::{Answer, Change, announcement};

impl Bar {
    /// Says a line to everybody, in place of the last one. Time takes it down.
    ///
    /// # Errors
    /// `invalid_request` where nothing is said, or too much, or for too long.
    pub async fn announce(&self, actor: Actor, new: NewAnnouncement) -> Answer<Announcement> {
        let bar = self.clone();
        self.writer
            .write_first(move |change| {
                let line = announce(&new, change.now())?;
                announcement::put(change.connection(), &line)?;
                tell(change, "announced", actor, Some(line.clone()))?;
                bar.wake_by(Some(line.until));
                Ok(line)
            })
            .await
    }

    /// Takes the line down. Where there is none, nothing changes.
    ///
    /// # Errors
    /// Where the database says no.
    pub async fn take_down(&self, actor: Actor) -> Answer<()> {
        self.writer
            .write_first(move |change| match announcement::get(change.connection())? {
                Some(_) => remove(change, "announcement_taken_down", actor),
                None => Ok(()),
            })
            .await
    }

    /// Takes the line down where its time is over, and says when that will be.
    pub(super) fn fade(change: &mut Change<'_>) -> Answer<Option<demitasse_shared::Timestamp>> {
        let Some(line) = announcement::get(change.connection())? else { return Ok(None) };
        if !is_over(&line, change.now()) {
            return Ok(Some(line.until));
        }
        remove(change, "announcement_over", Actor::Bar)?;
        Ok(None)
    }
}

fn remove(change: &mut Change<'_>, kind: &'static str, actor: Actor) -> Answer<()> {
    announcement::remove(change.connection())?;
    tell(change, kind, actor, None)
}

fn tell(
    change: &mut Change<'_>,
    kind: &'static str,
    actor: Actor,
    announcement: Option<Announcement>,
) -> Answer<()> {
    change.record(Event::bar(kind, actor, LiveEvent::Announcement { announcement }))?;
    Ok(())
}

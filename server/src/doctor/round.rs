//! The doctor inside the server: one look at a time, and a look that was had lately for whoever
//! asks often.

use std::error::Error;
use std::sync::Arc;

use demitasse_shared::Timestamp;
use demitasse_shared::doctor::Diagnosis;
use jiff::SignedDuration;
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::{Patient, database};
use crate::app::Bar;
use crate::storage::StorageError;

/// What was seen last, and when.
type Last = Option<(Timestamp, Diagnosis)>;

/// How old a look may be for machines, which ask every few seconds: looking writes to the disk.
const LATELY: SignedDuration = SignedDuration::from_mins(1);

/// Looks at a running bar. Clones share what was seen.
#[derive(Clone, Debug)]
pub struct Round {
    patient: Patient,
    bar: Bar,
    last: Arc<Mutex<Last>>,
}

impl Round {
    /// A doctor for this bar.
    pub fn new(patient: Patient, bar: Bar) -> Self {
        Self { patient, bar, last: Arc::default() }
    }

    /// Looks at everything now.
    pub async fn now(&self) -> Diagnosis {
        let last = Arc::clone(&self.last).lock_owned().await;
        self.look(last).await
    }

    /// What was seen within the last minute, or sees now.
    pub async fn lately(&self) -> Diagnosis {
        let last = Arc::clone(&self.last).lock_owned().await;
        let now = self.bar.now();
        let fresh = last.as_ref().filter(|(at, _seen)| now.duration_since(*at) < LATELY);
        match fresh.map(|(_at, seen)| seen.clone()) {
            Some(seen) => seen,
            None => self.look(last).await,
        }
    }

    /// Looks, and keeps what was seen even where nobody waits for it any more: else each question
    /// that gives up on a slow disk would have it measured anew, and nobody ever heard.
    async fn look(&self, mut last: OwnedMutexGuard<Last>) -> Diagnosis {
        let round = self.clone();
        let looking = tokio::spawn(async move {
            let seen = round.examine().await;
            *last = Some((round.bar.now(), seen.clone()));
            seen
        });
        looking.await.unwrap_or_else(|_broke_off| {
            Diagnosis::new(vec![database::unread(&StorageError::BrokenOff)], None)
        })
    }

    async fn examine(&self) -> Diagnosis {
        let facts = self.bar.facts().await;
        let mut seen = self.patient.examine(facts.as_ref().ok()).await;
        if let Err(error) = facts {
            tracing::warn!(error = &error as &dyn Error, "the doctor cannot read the data");
            seen.findings.push(database::unread(&error));
            seen = Diagnosis::new(seen.findings, seen.address);
        }
        seen
    }
}

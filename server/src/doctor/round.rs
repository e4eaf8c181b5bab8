//! The doctor inside the server: one look at a time, and a look that was had lately for whoever
//! asks often.

use std::error::Error;
use std::sync::Arc;

use demitasse_shared::Timestamp;
use demitasse_shared::doctor::Diagnosis;
use jiff::SignedDuration;
use tokio::sync::Mutex;

use super::{Patient, database};
use crate::app::Bar;

/// How old a look may be for machines, which ask every few seconds: looking writes to the disk.
const LATELY: SignedDuration = SignedDuration::from_mins(1);

/// Looks at a running bar. Clones share what was seen.
#[derive(Clone, Debug)]
pub struct Round {
    patient: Patient,
    bar: Bar,
    last: Arc<Mutex<Option<(Timestamp, Diagnosis)>>>,
}

impl Round {
    /// A doctor for this bar.
    pub fn new(patient: Patient, bar: Bar) -> Self {
        Self { patient, bar, last: Arc::default() }
    }

    /// Looks at everything now.
    pub async fn now(&self) -> Diagnosis {
        let mut last = self.last.lock().await;
        self.look(&mut last).await
    }

    /// What was seen within the last minute, or sees now.
    pub async fn lately(&self) -> Diagnosis {
        let mut last = self.last.lock().await;
        let now = self.bar.now();
        match &*last {
            Some((at, seen)) if now.duration_since(*at) < LATELY => seen.clone(),
            _ => self.look(&mut last).await,
        }
    }

    async fn look(&self, last: &mut Option<(Timestamp, Diagnosis)>) -> Diagnosis {
        let facts = self.bar.facts().await;
        let mut seen = self.patient.examine(facts.as_ref().ok()).await;
        if let Err(error) = facts {
            tracing::warn!(error = &error as &dyn Error, "the doctor cannot read the data");
            seen.findings.push(database::unread(&error));
            seen = Diagnosis::new(seen.findings, seen.address);
        }
        *last = Some((self.bar.now(), seen.clone()));
        seen
    }
}

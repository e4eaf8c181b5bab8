//! Looks at everything that breaks bars, and says what to do: a file per check.
//!
//! A check looks (at the disk, the network, what the data say) and judges; judging is a plain
//! function of what was seen. The same checks run inside the server and, where none runs, in the
//! program that was asked.

mod address;
mod backup;
mod clock;
mod data;
mod database;
mod devices;
mod disk;
mod files;
mod https;
mod menu;
mod round;
mod settings;
mod sign_in;
mod zone;

use std::net::SocketAddr;
use std::path::Path;

use demitasse_shared::doctor::{Diagnosis, Finding, Light};
use tokio::task::spawn_blocking;

pub use self::address::answers;
pub use self::round::Round;
use crate::app::Facts;
use crate::clock::Clock;
use crate::config::Config;

/// The checks whose red light means that the bar cannot keep what it promises.
const PROMISES: [&str; 3] = [data::CHECK, disk::CHECK, database::CHECK];

/// Whose health is looked at: a bar's decisions, and where it listens.
#[derive(Clone, Debug)]
pub struct Patient {
    /// The venue's decisions.
    pub config: Config,
    /// Where the server listens, or will.
    pub listen: SocketAddr,
    /// The bar's clock, or this machine's.
    pub clock: Clock,
    /// Whether the server itself looks, so that its folder must be there.
    pub is_open: bool,
}

impl Patient {
    /// Looks at everything. Without facts there are no data that could be read, and somebody else
    /// has said why.
    pub async fn examine(&self, facts: Option<&Facts>) -> Diagnosis {
        let mut findings = vec![settings::check(&self.config, self.listen)];
        findings.extend(self.disk_and_files().await);
        findings.extend(facts.map(database::check));
        findings.push(clock::check(&self.clock, facts));
        findings.push(zone::check(&self.config, &self.clock));
        findings.push(address::check(&self.config, self.listen).await);
        if !self.is_open {
            findings.extend(address::taken(self.listen));
        }
        findings.extend(https::check(&self.config, self.listen, self.clock.now()));
        if let Some(facts) = facts {
            findings.extend(devices::check(facts, self.clock.now()));
            findings.push(menu::check(facts));
            findings.push(backup::check(self, facts));
        }
        findings.push(sign_in::check(self, facts));
        Diagnosis::new(findings, self.config.public_url(self.listen).ok())
    }

    /// What waits for the disk looks on a thread that may wait.
    async fn disk_and_files(&self) -> Vec<Finding> {
        let (folder, is_open) = (self.config.data.clone(), self.is_open);
        let looked = spawn_blocking(move || {
            [vec![data::check(&folder, is_open)], disk_of(&folder), vec![files::check()]].concat()
        });
        looked.await.unwrap_or_default()
    }
}

/// The disk under a folder that is there.
fn disk_of(folder: &Path) -> Vec<Finding> {
    if folder.is_dir() { disk::check(folder) } else { Vec::new() }
}

/// Whether a diagnosis means that what the bar acknowledges might be lost.
pub fn breaks_promises(diagnosis: &Diagnosis) -> Option<&Finding> {
    let mut red = diagnosis.findings.iter().filter(|finding| finding.light == Light::Red);
    red.find(|finding| PROMISES.contains(&finding.check.as_str()))
}

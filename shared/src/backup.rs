//! Backups: what is asked for, and what the bar says of them.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::ids::Seq;

/// `POST /api/backups`: make one now. For programs of the server's own user alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewBackup {
    /// A folder or file of the server's machine, from its root; the folder `backups` beside the data
    /// where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How many of the bar's own backups stay in the folder; all of them where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<u32>,
    /// Make none where nothing has changed since the folder's last one, which is the answer then.
    #[serde(default)]
    pub only_changed: bool,
}

/// A backup that was made, checked and is on its disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupMade {
    /// The file, on the server's machine.
    pub file: String,
    /// When it was made.
    pub at: Timestamp,
    /// The journal's last row in it.
    pub seq: Seq,
    /// How many orders of all days are in it.
    pub orders: u64,
    /// Its size.
    pub bytes: u64,
    /// Whether it lies on the same disk as the data: what takes one takes both.
    pub same_disk: bool,
    /// Whether it stood there already, and nothing has changed since.
    #[serde(default)]
    pub unchanged: bool,
}

/// `GET /api/backups`: how safe the data are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Backups {
    /// The last backup, wherever it went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<BackupKnown>,
    /// What the server does by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<BackupSchedule>,
}

/// A backup that the bar remembers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupKnown {
    /// The file, on the server's machine.
    pub file: String,
    /// When it was made.
    pub at: Timestamp,
    /// The journal's last row in it.
    pub seq: Seq,
    /// How many rows the journal has got since.
    pub behind: u64,
}

/// Backups that the server makes by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupSchedule {
    /// The folder, on the server's machine.
    pub to: String,
    /// How far they are apart.
    pub every_seconds: u64,
    /// How many stay.
    pub keep: u32,
    /// When the last one was made, or nothing had changed since the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fresh_at: Option<Timestamp>,
    /// Since when there is none, and why: while that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<BackupFault>,
}

/// Why there is no backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFault {
    /// Since when.
    pub since: Timestamp,
    /// In words, with what to do.
    pub why: String,
}

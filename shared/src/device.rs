//! The paired devices, as managers see and change them.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::api::Role;
use crate::ids::DeviceId;

/// One paired device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PairedDevice {
    /// Its number. No other device ever gets it.
    pub id: DeviceId,
    /// Whose it is, or where it stands.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// What the device calls itself, such as "A browser".
    pub device: String,
    /// When it was paired.
    pub paired_at: Timestamp,
    /// When it was last heard; nothing where it never was since it was paired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_at: Option<Timestamp>,
    /// Whether it listens right now.
    pub connected: bool,
}

/// `GET /api/devices`: every device that is paired, in the order in which they were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DevicesAnswer {
    /// The devices.
    pub devices: Vec<PairedDevice>,
}

/// `PATCH /api/devices/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RenameDevice {
    /// The new name, 1 to 40 characters. Orders keep the name that stood on them.
    pub name: String,
}

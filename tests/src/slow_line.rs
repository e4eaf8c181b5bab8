//! An order on a slow line: what a browser saw of it, and how long it takes by that.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::Auditor;

/// A line between a phone and the bar, and the phone at its end.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct SlowLine {
    /// There and back again.
    pub rtt_ms: u32,
    /// Each way.
    pub bytes_per_second: u32,
    /// How many times slower the phone computes than this machine.
    pub cpu: u32,
}

impl SlowLine {
    /// A hall's Wi-Fi in a bad minute: 400 kbit/s, 400 ms, and a cheap phone.
    pub const BAD_MINUTE: Self = Self { rtt_ms: 400, bytes_per_second: 50_000, cpu: 4 };
}

/// A part of a guest's way during which they can only wait.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Stretch {
    /// By the clock, on a throttled browser.
    pub wall_ms: f64,
    /// Connections that had to be opened.
    pub connections: u32,
    /// Requests of which each waited for the answer to the one before.
    pub turns: u32,
    /// Whatever crossed the line meanwhile, both ways, heads included.
    pub bytes: u32,
}

impl Stretch {
    /// How long the line alone makes the guest wait: a round trip for each handshake and each
    /// request, and the time that the bytes take one after the other. It is more than a browser
    /// needs, which lets some of that overlap, and does not depend on the machine.
    pub fn network_time(&self, line: SlowLine) -> Duration {
        let round_trips = u64::from(self.connections + self.turns) * u64::from(line.rtt_ms);
        let transfer = u64::from(self.bytes) * 1_000 / u64::from(line.bytes_per_second);
        Duration::from_millis(round_trips + transfer)
    }
}

/// An order from the scan to the number.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct SlowOrder {
    /// From the scan until the drinks can be chosen.
    pub choice: Stretch,
    /// From the tap on the order button to the number.
    pub order: Stretch,
    /// What else crossed the line, while nobody waited for it.
    pub aside_bytes: u32,
}

impl SlowOrder {
    /// Lets a new guest order from this code's address.
    pub async fn from(auditor: &mut Auditor, code: &str, line: SlowLine) -> Self {
        auditor.ask("line", json!({ "address": code, "name": "Mina", "line": line })).await
    }

    /// All that the order cost.
    pub fn bytes(&self) -> u32 {
        self.choice.bytes + self.order.bytes + self.aside_bytes
    }
}

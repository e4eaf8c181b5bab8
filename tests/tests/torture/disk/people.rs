//! Who is in the bar, and what they know.

use demitasse::app::Bar;
use demitasse::domain::order::GuestId;
use demitasse_shared::api::Claimed;
use demitasse_shared::ids::OrderId;

/// Guests who come and come again.
pub(crate) const GUESTS: usize = 8;

/// A guest who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Guest {
    pub(crate) id: GuestId,
    pub(crate) token: String,
    pub(crate) order: Option<OrderId>,
}

/// Everybody.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub(crate) guests: [Option<Guest>; GUESTS],
    /// Pairing codes that nobody has claimed yet.
    pub(crate) codes: Vec<String>,
    pub(crate) devices: Vec<Claimed>,
    /// The day's last walk-up order by its own key.
    pub(crate) entries: u64,
}

impl People {
    /// Whether the bar knows everybody that it should: its answers and what it remembers are one.
    pub(crate) async fn strangers(&self, bar: &Bar) -> Option<String> {
        for guest in self.guests.iter().flatten() {
            let known = bar.guest(&guest.token).await.expect("the disk is well");
            if known.map(|known| known.id) != Some(guest.id) {
                return Some(format!("{:?} is signed in, and not known", guest.id));
            }
        }
        let gone = self.devices.iter().find(|device| bar.device(&device.token).is_none())?;
        Some(format!("{} is paired, and not known", gone.name))
    }
}

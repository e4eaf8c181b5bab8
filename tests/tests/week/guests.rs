//! What guests do: they scan what the monitor shows, choose, and fetch.

use demitasse::domain::order::GuestId;
use demitasse::storage::WriteError;
use demitasse_shared::Timestamp;
use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;

use crate::plan::Act;
use crate::story::Story;
use crate::witness::{self, look};

/// What people have, with what goes into it. What has run out now and then is none of these.
const DRINKS: [(&str, &[&str]); 2] = [("espresso", &[]), ("flat-white", &["oat"])];

impl Story {
    /// Somebody comes in, scans the code on the panel if there is one, and gets a place.
    pub(crate) async fn arrive(&mut self, until: Timestamp, apart: u64) {
        let now = self.house.clock.now();
        let next = now + self.chance.seconds(1, 2 * apart);
        if next < until {
            self.plan.at(next, Act::Arrive { until, apart });
        }
        let screen = look(&mut self.house, &self.wire, &mut self.panel, &mut self.seen);
        let (Some(code), Some(bar)) = (witness::code(&screen), self.house.bar()) else { return };
        let guest = bar.sign_in(None, "Ana", None).await.expect("a name").guest.id;
        let place = match bar.redeem(guest, code).await {
            Ok(place) => place.id,
            Err(WriteError::Refused(no)) if !self.wire.is_whole() && is_news(no.code) => {
                self.seen.refused_in_silence += 1;
                return;
            }
            Err(no) => panic!("at {now} the monitor shows {code}, and the bar says: {no}"),
        };
        self.seen.scans += 1;
        let act = match self.chance.below(20) {
            // Walks away; the place comes back after a while.
            0 => return,
            1 => Act::Withdraw(guest, place),
            _ => Act::Submit(guest, place),
        };
        self.plan.at(now + self.chance.seconds(2, 90), act);
    }

    /// A guest has chosen. The place may be gone: a server that was down for long has ended it.
    pub(crate) async fn submit(&mut self, guest: GuestId, id: OrderId) {
        let Some(bar) = self.house.bar() else { return };
        let (drink, options) = self.chance.one_of(&DRINKS);
        let options = options.iter().copied().map(Into::into).collect();
        let submit = Submit { drink: drink.into(), options, note: None };
        match bar.submit(guest, id, submit).await {
            Ok(_) => self.call_baristas(),
            Err(WriteError::Refused(no)) if no.code == RefusalCode::WrongState => {}
            Err(no) => panic!("a place is good until its time is over: {no}"),
        }
    }

    /// A guest gives the place back, if it is still there.
    pub(crate) async fn withdraw(&mut self, guest: GuestId, id: OrderId) {
        if let Some(bar) = self.house.bar() {
            drop(bar.withdraw(guest, id).await);
        }
    }
}

/// Whether the bar says no for what has happened since: a monitor in the seconds before it can know
/// that its line is dead cannot tell. That a code is foreign or old it must know by itself.
fn is_news(no: RefusalCode) -> bool {
    !matches!(no, RefusalCode::WrongCode | RefusalCode::OldCode)
}

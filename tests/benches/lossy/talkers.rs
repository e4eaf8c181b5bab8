//! Guests without a browser: they speak the API as the programs do, try again when nothing comes
//! back, and follow the live feed. They run in the phones' namespace, in a process of their own,
//! which tells on its standard output what each of them sees.

use std::time::Duration;

use demitasse_shared::client::{Client, ClientError, LiveReader, UPDATE_QUEUE, Update};
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::{Order, OrderState};
use demitasse_tests::flat_white;
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::clock::pass;

/// How long a guest waits for an answer before asking again, and in between.
const ANSWER_WITHIN: Duration = Duration::from_secs(8);
const BREATH: Duration = Duration::from_secs(1);

/// What one of them has just seen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Seen {
    /// Which one.
    pub(crate) guest: u32,
    /// Their order.
    pub(crate) order: OrderId,
    /// Where it stands.
    pub(crate) state: OrderState,
}

/// Lets so many order, one after the other within a time, and follow their orders for ever.
pub(crate) async fn talk(base: &str, code: &str, count: u32, within: Duration) {
    let client = Client::new(base).expect("the bar's address");
    let guests = (0..count).map(async |guest| {
        pass(within * guest / count).await;
        attend(guest, &client, code).await;
    });
    join_all(guests).await;
}

async fn attend(guest: u32, client: &Client, code: &str) {
    let name = format!("Talker {guest}");
    let own = insist(|| client.sign_in(&name)).await;
    let place = insist(|| own.redeem(code)).await;
    let submit = flat_white();
    let order = insist(|| own.submit(place.id, &submit)).await;
    tell(guest, &order);
    let (sender, mut updates) = mpsc::channel(UPDATE_QUEUE);
    tokio::spawn(LiveReader::new(own).run(sender));
    while let Some(update) = updates.recv().await {
        match update {
            Update::Snapshot(snapshot) => snapshot.orders.iter().for_each(|o| tell(guest, o)),
            Update::Change(change) => {
                if let LiveEvent::Order { order, .. } = &change.event {
                    tell(guest, order);
                }
            }
            _ => {}
        }
    }
}

/// Asks until there is an answer: every question names what it is about, so asking twice is safe.
async fn insist<T>(question: impl AsyncFn() -> Result<T, ClientError>) -> T {
    loop {
        match timeout(ANSWER_WITHIN, question()).await {
            Ok(Ok(answer)) => return answer,
            Ok(Err(ClientError::Refused(problem))) => panic!("refused: {problem:?}"),
            Ok(Err(_)) | Err(_) => pass(BREATH).await,
        }
    }
}

#[expect(clippy::print_stdout, reason = "the evening listens")]
fn tell(guest: u32, order: &Order) {
    let seen = Seen { guest, order: order.id, state: order.state };
    println!("{}", serde_json::to_string(&seen).expect("it can be written"));
}

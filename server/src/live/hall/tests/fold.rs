//! Whatever happens and whenever phones come: what a phone has heard is what the board says.

use std::collections::BTreeMap;

use demitasse_shared::ids::OrderId;
use demitasse_shared::live::{Envelope, Snapshot};
use demitasse_shared::place::Said as Words;
use proptest::prelude::*;

use super::*;
use crate::live::tests::phones::Phones;

/// Orders that stand in the queue before anything happens: enough for round words.
const CROWD: i64 = 260;

/// One thing that happens.
#[derive(Clone, Debug)]
enum Step {
    /// An order comes to a state; most of them near the front, where things happen.
    Order(i64, OrderState),
    /// A guest's phone comes in.
    Enter(i64),
    /// The hall looks what has happened.
    Look,
}

fn step() -> impl Strategy<Value = Step> {
    let guest = prop_oneof![1..=30_i64, 1..=CROWD];
    let state = prop_oneof![
        4 => Just(OrderState::Making),
        3 => Just(OrderState::Waiting),
        2 => Just(OrderState::Cancelled),
        1 => Just(OrderState::Ready),
    ];
    prop_oneof![
        6 => (guest.clone(), state).prop_map(|(guest, state)| Step::Order(guest, state)),
        2 => guest.prop_map(Step::Enter),
        2 => Just(Step::Look),
    ]
}

/// What one guest reads: each own order's state, and the words about its place.
type Reads = BTreeMap<OrderId, (OrderState, Option<Words>)>;

fn hear(reads: &mut Reads, bytes: &Bytes) {
    let text = String::from_utf8(bytes.to_vec()).expect("text");
    for event in text.split_terminator("\n\n") {
        let data = event.lines().find_map(|line| line.strip_prefix("data: ")).unwrap_or_default();
        if let Ok(snapshot) = serde_json::from_str::<Snapshot>(data) {
            reads.clear();
            for order in snapshot.orders {
                reads.insert(order.id, (order.state, order.ahead.map(Words::of)));
            }
        }
        match serde_json::from_str::<Envelope>(data).map(|envelope| envelope.event) {
            Ok(LiveEvent::Order { order, .. }) => {
                reads.insert(order.id, (order.state, order.ahead.map(Words::of)));
            }
            Ok(LiveEvent::Place { order, ahead, .. }) => {
                let known = reads.get_mut(&order).expect("a place of an order that is known");
                known.1 = ahead.map(Words::of);
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_phone_reads_what_the_board_says(steps in prop::collection::vec(step(), 1..60)) {
        let mut hub = hub();
        let mut seq = 0;
        for guest in 1..=CROWD {
            seq += 1;
            tell(&mut hub, seq, guest, OrderState::Waiting);
        }
        let mut phones = Phones::of(&hub);
        let mut stand: Vec<(i64, usize)> = Vec::new();
        for step in steps {
            match step {
                Step::Order(guest, state) => {
                    seq += 1;
                    tell(&mut hub, seq, guest, state);
                }
                Step::Enter(guest) => {
                    let own = hub.state().board.order(OrderId(guest)).cloned();
                    let own = own.map(|order| hub.for_guest(order)).into_iter().collect();
                    stand.push((guest, phones.guest(guest, own, seq)));
                }
                Step::Look => phones.work(),
            }
        }
        for (guest, place) in stand {
            let mut reads = Reads::new();
            phones.bytes(place).iter().for_each(|bytes| hear(&mut reads, bytes));
            let now = hub.state().board.order(OrderId(guest)).cloned();
            let Some(now) = now.map(|order| hub.for_guest(order)) else { continue };
            let said = (now.state, now.ahead.map(Words::of));
            prop_assert_eq!(reads.get(&now.id), Some(&said), "guest {}", guest);
        }
    }
}

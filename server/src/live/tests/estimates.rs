//! What guests hear of when their drink will be ready, and of who makes it.

use jiff::SignedDuration;

use super::phones::Phones;
use super::*;

/// A bar with a clock, where Ana makes a drink a minute.
struct Busy {
    clock: Clock,
    hub: Hub,
    phones: Phones,
    seq: i64,
}

impl Busy {
    /// Nothing was made yet.
    fn new() -> Self {
        let clock = Clock::manual(Timestamp::UNIX_EPOCH);
        let hub = hub_at(&clock);
        let phones = Phones::of(&hub);
        Self { clock, hub, phones, seq: 0 }
    }

    /// Ana has made six drinks: the bar knows its pace.
    fn practised() -> Self {
        let mut bar = Self::new();
        for id in 901..=906 {
            bar.put(id, OrderState::Waiting);
            bar.serve(id);
        }
        bar
    }

    fn serve(&mut self, id: i64) {
        self.put(id, OrderState::Making);
        self.wait(60);
        self.put(id, OrderState::Ready);
    }

    fn wait(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    /// The guest with this number's order comes to a state.
    fn put(&mut self, id: i64, state: OrderState) {
        let now = self.clock.now();
        let mut next = self
            .hub
            .state()
            .board
            .order(OrderId(id))
            .cloned()
            .unwrap_or_else(|| Order { submitted_at: Some(now), ..order(id, state) });
        next.state = state;
        match state {
            OrderState::Making => {
                next.making_at = Some(now);
                next.barista = Some("Ana".to_owned());
            }
            OrderState::Ready => next.ready_at = Some(now),
            _ => {}
        }
        let live = LiveEvent::Order { order: Box::new(next), left: None };
        let about = Some((OrderId(id), Some(GuestId(id))));
        self.seq += 1;
        publish(
            &mut self.hub,
            self.seq,
            now,
            Event { kind: "test", actor: Actor::Bar, about, live },
        );
    }

    fn guest(&mut self, id: i64) -> usize {
        self.phones.guest(id, Vec::new(), self.seq)
    }
}

#[test]
fn a_guest_is_told_a_range_once_the_bar_knows_its_pace() {
    let mut bar = Busy::new();
    let early = bar.guest(1);
    bar.put(1, OrderState::Waiting);
    assert_eq!(bar.phones.heard(early)[3..], ["1 order waiting"], "nothing is known yet");

    let mut bar = Busy::practised();
    let (first, second) = (bar.guest(1), bar.guest(2));
    bar.put(1, OrderState::Waiting);
    bar.put(2, OrderState::Waiting);
    assert_eq!(bar.phones.heard(first)[3..], ["19 order waiting, 390-450 s"]);
    assert_eq!(bar.phones.heard(second)[3..], ["20 order waiting, 450-510 s"]);
    bar.serve(1);
    assert_eq!(
        bar.phones.heard(first),
        ["21 order making, 390-450 s", "22 order ready"],
        "and nobody tells who makes it"
    );
    assert_eq!(bar.phones.heard(second), ["22 place of 2: 0, 450-510 s"], "all as it was told");
}

#[test]
fn a_guest_hears_again_only_when_it_comes_much_later_than_was_told() {
    let mut bar = Busy::practised();
    let stream = bar.guest(2);
    bar.put(1, OrderState::Waiting);
    bar.put(2, OrderState::Waiting);
    bar.put(1, OrderState::Making);
    assert_eq!(
        bar.phones.heard(stream)[3..],
        ["20 order waiting, 450-510 s", "21 place of 2: 0, 450-510 s"]
    );
    // While nothing happens, only the stream's own beat can tell.
    bar.wait(60);
    bar.phones.beat();
    assert_eq!(bar.phones.heard(stream), ["beat"]);
    bar.wait(120);
    bar.phones.beat();
    let told = bar.phones.heard(stream);
    assert!(told[0].starts_with("21 place of 2: 0, "), "{told:?}");
    assert_eq!(told[1..], ["beat"]);
    // Nobody has been at work for ten minutes: nothing can be said any more.
    bar.wait(600);
    bar.phones.beat();
    assert_eq!(bar.phones.heard(stream), ["21 place of 2: 0", "beat"]);
}

#[test]
fn an_answer_says_the_same_as_the_stream() {
    let mut bar = Busy::practised();
    let stream = bar.guest(1);
    bar.put(1, OrderState::Waiting);
    let order = bar.hub.state().board.order(OrderId(1)).cloned().expect("it waits");
    let answered = bar.hub.for_guest(order.clone()).estimate;
    assert_eq!(bar.phones.heard(stream)[3..], [format!("19 order waiting{}", range(answered))]);
    let ready = Order { state: OrderState::Ready, ..order };
    assert_eq!(bar.hub.for_guest(ready).estimate, None, "it is there");
}

#[test]
fn who_makes_it_is_told_where_the_venue_shows_names() {
    let mut bar = Busy::new();
    bar.hub.state().barista_names = true;
    let stream = bar.guest(1);
    bar.put(1, OrderState::Waiting);
    bar.put(1, OrderState::Making);
    assert_eq!(bar.phones.heard(stream)[3..], ["1 order waiting", "2 order making by Ana"]);
    bar.hub.state().barista_names = false;
    let order = bar.hub.state().board.order(OrderId(1)).cloned().expect("it is being made");
    assert_eq!(order.barista.as_deref(), Some("Ana"), "the bar knows");
    assert_eq!(bar.hub.for_guest(order).barista, None);
}

//! Random histories: keys, touches, other baristas, guests, a slow server and a line that breaks.

use std::collections::BTreeMap;

use super::*;

/// What may happen.
#[derive(Clone, Copy, Debug)]
enum Event {
    Key(char),
    /// A touch of the ticket at this place of all that show.
    Touch(usize),
    Scroll(isize),
    /// The server deals with the oldest open question.
    Answer(Way),
    /// Another barista takes a step of the order at this place.
    Other(usize, Step),
    /// A guest gives up on the order at this place.
    GivesUp(usize),
    /// Somebody orders.
    Orders,
    Seconds(i64),
    LineDown,
    Beat,
    /// The line comes back with a whole new board.
    Back,
}

/// How an answer reaches the screen.
#[derive(Clone, Copy, Debug)]
enum Way {
    ChangeFirst,
    AnswerFirst,
    /// The step was taken, or refused, but nobody will ever hear.
    Lost,
}

fn event() -> impl Strategy<Value = Event> {
    let keys: Vec<char> = "mucdrxvvbbzz/-oqy?jkhlgG1234567890 ⏎⏎⎋⌫↑↓←→nzüspa,te".chars().collect();
    let way = prop_oneof![Just(Way::ChangeFirst), Just(Way::AnswerFirst), Just(Way::Lost)];
    prop_oneof![
        16 => prop::sample::select(keys).prop_map(Event::Key),
        2 => (0..8_usize).prop_map(Event::Touch),
        1 => (-2..3_isize).prop_map(Event::Scroll),
        6 => way.prop_map(Event::Answer),
        3 => (0..8_usize, prop::sample::select(Step::ALL.to_vec())).prop_map(|(at, s)| Event::Other(at, s)),
        1 => (0..8_usize).prop_map(Event::GivesUp),
        2 => Just(Event::Orders),
        2 => (1..5_i64).prop_map(Event::Seconds),
        1 => Just(Event::LineDown),
        1 => Just(Event::Beat),
        2 => Just(Event::Back),
    ]
}

/// The bar as it really is, and this screen's view of it.
struct World {
    bar: BTreeMap<OrderId, Order>,
    model: Model,
    connected: bool,
    clock: i64,
    /// Steps that were sent and not dealt with.
    open: Vec<(OrderId, Step)>,
}

impl World {
    fn new() -> Self {
        let model = six();
        let board = model.board.as_ref().expect("a board");
        let bar = board.orders().map(|order| (order.id, order.clone())).collect();
        Self { bar, model, connected: true, clock: 60, open: Vec::new() }
    }

    /// The rules of the bar, as far as they matter here.
    fn step(&mut self, id: OrderId, step: Step, who: &str) -> Result<Order, String> {
        let order = self.bar.get(&id).cloned().ok_or("No such order.")?;
        let mine = order.barista.as_deref() == Some(who);
        let next = match (step, order.state) {
            (Step::Make, OrderState::Waiting)
            | (Step::Recall, OrderState::Ready | OrderState::Collected) => making(id.0, 10, who),
            (Step::Make | Step::Recall, OrderState::Making) if mine => order,
            (Step::Unmake, OrderState::Making) => waiting(id.0, 10),
            (Step::Complete, OrderState::Making) => {
                Order { barista: order.barista, ..ready(id.0, 60) }
            }
            (Step::Collect, OrderState::Ready) => Order { state: OrderState::Collected, ..order },
            (Step::Cancel, OrderState::Waiting | OrderState::Making) => {
                Order { state: OrderState::Cancelled, ended_by: Some(Party::Bar), ..order }
            }
            _ => return Err("Somebody was faster.".to_owned()),
        };
        self.bar.insert(id, next.clone());
        Ok(next)
    }

    /// The order at a place, counted around.
    fn at(&self, place: usize) -> OrderId {
        *self.bar.keys().nth(place % self.bar.len()).expect("orders")
    }

    fn hear(&mut self, order: &Order) {
        if self.connected {
            let had = self.model.board.as_ref().is_some_and(|b| b.order(order.id).is_some());
            changed(&mut self.model, order.clone());
            if had && order.state == OrderState::Cancelled {
                assert!(self.model.gone.get(order.id).is_some(), "went without a word");
            }
        }
    }

    fn deal(&mut self, way: Way) -> Vec<Effect> {
        if self.open.is_empty() {
            return Vec::new();
        }
        let (id, step) = self.open.remove(0);
        let outcome = self.step(id, step, "Ana");
        let change = outcome.clone().ok();
        let answer = match way {
            Way::Lost => Err(Failed::Unanswered),
            _ => outcome.map(Box::new).map_err(Failed::Refused),
        };
        let answer = Msg::StepAnswered(id, answer);
        if matches!(way, Way::AnswerFirst) {
            let effects = update(&mut self.model, answer);
            if let Some(order) = change {
                self.hear(&order);
            }
            return effects;
        }
        if let Some(order) = change {
            self.hear(&order);
        }
        update(&mut self.model, answer)
    }

    /// A whole new board, and what the screen asks about it.
    fn back(&mut self) -> Vec<Effect> {
        self.connected = true;
        let on_board = self.bar.values().filter(|order| order.state.is_on_board());
        let board = snapshot(on_board.cloned().collect(), self.clock);
        let effects = update(&mut self.model, Msg::Live(Update::Snapshot(Box::new(board))));
        for effect in &effects {
            if let Effect::Look(id) = effect {
                update(&mut self.model, Msg::Looked(Box::new(self.bar[id].clone())));
            }
        }
        let collected = self.bar.values().filter(|o| o.state == OrderState::Collected);
        let recent = Msg::Recent(collected.cloned().collect());
        update(&mut self.model, recent);
        effects
    }

    fn happen(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(c) => return press(&mut self.model, typed(c)),
            Event::Touch(place) => {
                let all = Column::ALL.into_iter().flat_map(|column| {
                    self.model.shown(column).into_iter().map(move |t| (column, t.order.id))
                });
                let Some((column, id)) = all.collect::<Vec<_>>().get(place).copied() else {
                    return Vec::new();
                };
                look(&mut self.model);
                return update(&mut self.model, Msg::Tap(Target::Ticket(column, id)));
            }
            Event::Scroll(by) => return update(&mut self.model, Msg::Scroll(by)),
            Event::Answer(way) => return self.deal(way),
            Event::Other(place, step) => {
                let order = self.step(self.at(place), step, "Bo");
                if let Ok(order) = order {
                    self.hear(&order);
                }
            }
            Event::GivesUp(place) => {
                let order = self.bar[&self.at(place)].clone();
                if order.state == OrderState::Waiting {
                    let ended_by = Some(Party::Guest);
                    let order = Order { state: OrderState::Cancelled, ended_by, ..order };
                    self.bar.insert(order.id, order.clone());
                    self.hear(&order);
                }
            }
            Event::Orders => {
                let id = i64::try_from(self.bar.len() + 1).expect("few");
                self.bar.insert(OrderId(id), waiting(id, self.clock));
                self.hear(&waiting(id, self.clock));
            }
            Event::Seconds(seconds) => {
                self.clock += seconds;
                tick(&mut self.model, self.clock);
            }
            Event::LineDown => {
                self.connected = false;
                down(&mut self.model);
            }
            Event::Beat if self.connected => {
                let beat = Beat { at: after(self.clock) };
                update(&mut self.model, Msg::Live(Update::Beat(beat)));
            }
            Event::Beat => {}
            Event::Back => return self.back(),
        }
        Vec::new()
    }

    /// One event, and all that must hold after any.
    fn live_through(&mut self, event: Event) {
        let (live, gone) = (self.model.line.is_live(), self.model.gone.len());
        let effects = self.happen(event);
        for effect in effects {
            if let Effect::Step { order, step, .. } = effect {
                assert!(live, "sent while the line was down");
                assert!(self.open.iter().all(|(id, _)| *id != order), "two steps under way");
                self.open.push((order, step));
            }
        }
        assert!(self.model.gone.len() + 1 >= gone, "one key lets one go");
        self.no_ticket_is_lost();
        self.pointers_point();
    }

    /// What the board has, or was asked about, shows in just one place, unless this barista has just handed it over.
    fn no_ticket_is_lost(&self) {
        let all = Column::ALL.into_iter().flat_map(|column| self.model.shown(column));
        let mut shown: Vec<_> = all.map(|ticket| ticket.order.id).collect();
        let count = shown.len();
        shown.sort_unstable();
        shown.dedup();
        assert_eq!(shown.len(), count, "shown twice");
        let board = self.model.board.as_ref().expect("a board");
        for order in board.orders().filter(|order| !shown.contains(&order.id)) {
            let ticket = self.model.standing(order.id).expect("it stands somewhere");
            assert_eq!(ticket.state, OrderState::Collected, "lost: {order:?}");
        }
        // What was asked about keeps its ticket too, though the board may not have it yet.
        for (id, _) in &self.open {
            let ticket = self.model.standing(*id).expect("it stands somewhere");
            let kept = ticket.column().is_none() || shown.contains(id);
            assert!(kept, "lost while it is asked about: {id:?}");
        }
    }

    /// Cursor and marks belong to tickets that show.
    fn pointers_point(&self) {
        let cursor = self.model.cursor;
        let column: Vec<_> = self.model.shown(cursor.column).iter().map(|t| t.order.id).collect();
        assert_eq!(cursor.order, column.get(cursor.place).copied());
        assert_eq!(self.model.marks.len(), self.model.marked().len());
        assert_eq!(cursor.order.is_none(), column.is_empty());
    }

    /// Everything is dealt with, and the line is there: the screen shows the bar as it is.
    fn ends_true(mut self) {
        while !self.open.is_empty() {
            self.live_through(Event::Answer(Way::ChangeFirst));
        }
        self.live_through(Event::Back);
        assert!(self.model.asked.is_quiet());
        for column in Column::ALL {
            let mut shown = ids(&self.model, column);
            shown.sort_unstable();
            let here = self.bar.values().filter(|order| Column::of(order.state) == Some(column));
            assert_eq!(shown, here.map(|order| order.id.0).collect::<Vec<_>>(), "{column:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    /// Whatever happens: no ticket is lost or shown twice, an order never has two steps under way,
    /// nothing is sent while the line is down, marks and cursor stay on tickets; and once all is
    /// answered the screen is true.
    #[test]
    fn nothing_is_lost_and_nothing_is_sent_twice(
        events in prop::collection::vec(event(), 1..150)
    ) {
        let mut world = World::new();
        for event in events {
            world.live_through(event);
        }
        world.ends_true();
    }
}

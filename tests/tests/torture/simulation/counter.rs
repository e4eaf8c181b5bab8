//! What happens behind the counter. Baristas go by what their own screens show, which may be old.

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;

use super::ask::{Ask, Told};
use super::errands::Who;
use super::people::{BARISTAS, barista_name};
use super::story::{Act, Story};

impl Story {
    /// Baristas who have nothing in hand look up.
    pub(super) fn call_baristas(&mut self) {
        for barista in BARISTAS {
            if self.busy.insert(barista) {
                let at = self.now + self.chance.seconds(1, 20);
                self.plan.at(at, Act::Work(barista));
            }
        }
    }

    /// A barista does the next thing, and sometimes a wrong one.
    pub(super) fn work(&mut self, barista: i64) {
        self.busy.remove(&barista);
        if self.chance.percent(4) {
            self.enter(barista);
        }
        if self.chance.percent(8) {
            let order = self.anybodys_order();
            let step = self.chance.one_of(&Step::ALL);
            self.step(barista, order, step);
        }
        let Some((order, step)) = self.next_step(barista) else { return };
        if self.chance.percent(5) {
            self.plan.at(self.now, Act::Race(order));
        }
        self.step(barista, order, step);
        self.busy.insert(barista);
        let at = self.now + self.chance.seconds(5, 70);
        self.plan.at(at, Act::Work(barista));
    }

    /// What the own screen says is next.
    fn next_step(&mut self, barista: i64) -> Option<(OrderId, Step)> {
        let screen = usize::try_from(barista - 1).expect("they count from one");
        let (board, name) = (self.screens[screen].board()?, barista_name(barista));
        let mine = board.making().into_iter().find(|order| order.barista.as_ref() == Some(&name));
        let mine = mine.map(|order| order.id);
        let (waiting, ready) = (board.next_waiting(1), board.ready());
        let (waiting, ready) = (waiting.first().map(|o| o.id), ready.first().map(|o| o.id));
        let dice = self.chance.below(100);
        match (mine, waiting, ready) {
            (Some(order), _, _) => Some((
                order,
                match dice {
                    0..=3 => Step::Unmake,
                    4 | 5 => Step::Cancel,
                    _ => Step::Complete,
                },
            )),
            (None, _, Some(order)) if dice < 12 => Some((order, Step::Collect)),
            (None, _, Some(order)) if dice < 15 => Some((order, Step::Recall)),
            (None, Some(order), _) if dice < 18 => Some((order, Step::Cancel)),
            (None, Some(order), _) => Some((order, Step::Make)),
            (None, None, Some(order)) if dice < 20 => Some((order, Step::Collect)),
            _ => None,
        }
    }

    fn step(&mut self, barista: i64, order: OrderId, step: Step) {
        let reason = (step == Step::Cancel && !self.chance.percent(10))
            .then(|| self.chance.one_of(&["Out of beans.", "The machine broke."]).to_owned());
        self.send(Who::Barista(barista), Ask::Step { barista, order, step, reason });
    }

    /// Somebody without a phone orders.
    fn enter(&mut self, barista: i64) {
        let submit = self.choice(None);
        let key = format!("key-{}", self.sent / 2);
        self.send(Who::Barista(barista), Ask::WalkUp { barista, submit, key });
    }

    /// All baristas press the same key in the same instant: one has it, the others are told who.
    pub(super) async fn race(&mut self, order: OrderId) {
        let step = self.chance.one_of(&[Step::Make, Step::Make, Step::Complete, Step::Unmake]);
        let ask = |barista| Ask::Step { barista, order, step, reason: None };
        self.ask_at_once(BARISTAS.map(|b| (Who::Barista(b), ask(b))).into()).await;
    }

    /// A barista has heard the answer.
    pub(super) fn barista_heard(&mut self, barista: i64, ask: &Ask, told: &Told) {
        let (Ask::Step { order, step, .. }, Told::Order(now)) = (ask, told) else { return };
        if let (Step::Complete, Some(ready)) = (step, now.ready_at) {
            match self.chance.below(100) {
                // Fetched by somebody, or nobody ever comes.
                0..=49 => {
                    let at = self.now + self.chance.seconds(5, 400);
                    let ask =
                        Ask::Step { barista, order: *order, step: Step::Collect, reason: None };
                    self.plan.at(at, Act::Send(Who::Barista(barista), ask));
                }
                // Made anew, as late as that may be.
                50..=59 => {
                    let last = ready + std::time::Duration::from_mins(30);
                    let at = self.about(last) + self.chance.seconds(0, 2);
                    let ask =
                        Ask::Step { barista, order: *order, step: Step::Recall, reason: None };
                    self.plan.at(at, Act::Send(Who::Barista(barista), ask));
                }
                _ => {}
            }
        }
        self.call_baristas();
    }
}

//! The lines between people and the bar: what is asked may be lost, come late or twice, and so may be
//! overtaken; so may answers. Whoever hears nothing asks again.

use super::ask::{Ask, Told};
use super::story::{Act, Story};

/// Who asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A person, with one of the phones.
    Guest(usize, usize),
    /// A barista's device.
    Barista(i64),
    /// A manager.
    Office,
}

/// Something that somebody waits for.
#[derive(Clone, Debug)]
pub(super) struct Errand {
    from: Who,
    ask: Ask,
    tries: u8,
}

/// How often a guest or a barista asks again.
const PATIENCE: u8 = 4;

/// How often a manager does, who has to open the bar.
const DOGGEDNESS: u8 = 60;

impl Story {
    /// Somebody asks for something.
    pub(super) fn send(&mut self, from: Who, ask: Ask) {
        self.sent += 1;
        self.errands.insert(self.sent, Errand { from, ask, tries: 0 });
        self.launch(self.sent);
    }

    /// It goes over the line.
    fn launch(&mut self, id: u64) {
        let Some(errand) = self.errands.get(&id) else { return };
        let (ask, loss) = (errand.ask.clone(), self.temper.loss);
        let delay = |chance: &mut demitasse_tests::Chance| {
            if chance.percent(loss) { chance.seconds(0, 20) } else { std::time::Duration::ZERO }
        };
        if !self.chance.percent(loss) {
            let at = self.now + delay(&mut self.chance);
            self.plan.at(at, Act::Arrives(id, ask.clone()));
        }
        if self.chance.percent(loss / 2) {
            let at = self.now + delay(&mut self.chance);
            self.plan.at(at, Act::Arrives(id, ask));
        }
        let at = self.now + self.chance.seconds(5, 15);
        self.plan.at(at, Act::Tired(id));
    }

    /// Nothing has come back: once more, or never mind.
    pub(super) fn tired(&mut self, id: u64) {
        let Some(errand) = self.errands.get_mut(&id) else { return };
        errand.tries += 1;
        let patience = if errand.from == Who::Office { DOGGEDNESS } else { PATIENCE };
        if errand.tries < patience {
            self.launch(id);
        } else {
            self.errands.remove(&id);
        }
    }

    /// It reaches the bar, if there is one, which answers; if that arrives, it is over.
    pub(super) async fn arrives(&mut self, id: u64, ask: &Ask) {
        let Some(told) = self.ask(ask).await else { return };
        if self.chance.percent(self.temper.loss) {
            self.count("a lost answer");
            return;
        }
        if let Some(errand) = self.errands.remove(&id) {
            self.react(errand.from, &errand.ask, &told);
        }
    }

    /// What somebody does who has heard the answer.
    pub(super) fn react(&mut self, from: Who, ask: &Ask, told: &Told) {
        match from {
            Who::Guest(person, phone) => self.guest_heard((person, phone), ask, told),
            Who::Barista(barista) => self.barista_heard(barista, ask, told),
            Who::Office => {}
        }
    }
}

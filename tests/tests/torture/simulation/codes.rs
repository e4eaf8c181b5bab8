//! Guests who are known by their telephone: they wait for a code, mistype it, ask again too soon.

use demitasse_shared::error::RefusalCode;

use super::ask::{Ask, Told};
use super::errands::Who;
use super::story::{Act, Story};

impl Story {
    /// Somebody wants a code, perhaps another one.
    pub(super) fn ask_code(&mut self, person: usize, phone: usize) {
        let waiting = self.people[person].waiting.as_ref();
        let pending = waiting.map(|(pending, _)| pending.clone());
        let pending = pending.filter(|_| self.chance.percent(70));
        self.send(Who::Guest(person, phone), Ask::Code { person, pending });
    }

    /// Somebody types the code that came, or what looks like it.
    pub(super) fn type_code(&mut self, person: usize, phone: usize) {
        let Some((pending, code)) = self.people[person].waiting.clone() else { return };
        let is_right = self.chance.percent(80);
        let wrong = format!("{:06}", self.chance.below(1_000_000));
        let code = if is_right { code } else { wrong };
        let token = self.people[person].phones[phone].clone();
        self.send(Who::Guest(person, phone), Ask::Prove { pending, code, token });
    }

    /// What comes of it.
    pub(super) fn code_heard(&mut self, (person, phone): (usize, usize), told: &Told) {
        let (typing, asking) = (Act::Type(person, phone), Act::AskCode(person, phone));
        let soon = self.now + self.chance.seconds(2, 40);
        match told {
            Told::Sent { pending, code, expires_at, resend_at } => {
                self.people[person].waiting = Some((pending.clone(), code.clone()));
                let at = if self.chance.percent(10) { self.about(*expires_at) } else { soon };
                self.plan.at(at, typing);
                if self.chance.percent(20) {
                    let at = self.about(*resend_at);
                    self.plan.at(at, asking);
                }
            }
            Told::No(RefusalCode::WrongProof, _) => self.plan.at(soon, typing),
            Told::No(RefusalCode::OldProof, _) if self.chance.percent(60) => {
                self.plan.at(soon, asking);
            }
            Told::No(RefusalCode::TooManyTries, Some(until)) if self.chance.percent(60) => {
                let at = self.about(*until);
                self.plan.at(at, asking);
            }
            _ => {}
        }
    }

    /// Somebody with many sessions tries codes out, until all wrong ones together are too many. The
    /// code on the wall is good all the same.
    pub(super) async fn storm(&mut self) {
        const SESSIONS: u64 = 251;
        const EACH: u64 = 20;
        for nth in 0..SESSIONS {
            let page = format!("storm {} {nth}", self.sent);
            let ask = Ask::SignIn { token: None, person: 0, page };
            let Some(Told::Session(_, Some(token))) = self.ask(&ask).await else { return };
            for _ in 0..EACH {
                let code = format!("{:016}", self.chance.below(1_000_000));
                self.ask(&Ask::Redeem { token: token.clone(), code }).await;
            }
        }
        self.count("a storm of guesses");
    }
}

//! Changes of rules, one on its way at a time.
//!
//! The server takes all rules at once. So each change is laid over the newest rules that are known
//! when it is sent, and not before the last one is answered: else two quick ones would take each
//! other back. What another manager has changed at the same time and went under is set again.

use std::collections::VecDeque;

use demitasse_shared::Timestamp;
use demitasse_shared::settings::Settings;

/// For how long after a change somebody is told that another one has changed the same rule, in
/// seconds.
const MINE_SECONDS: i64 = 60;

/// A rule and its number.
pub(crate) type RuleChange = (&'static str, u32);

/// All rules as they were sent.
#[derive(Clone, Copy, Debug)]
struct Sent {
    /// The newest rules that were known, as the board goes on to tell them.
    before: Settings,
    whole: Settings,
    change: RuleChange,
}

/// What was asked of the rules, and what became of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct RuleChanges {
    /// What is wanted, the first of it on its way.
    wishes: VecDeque<RuleChange>,
    /// What was sent, until the board tells it.
    sent: Option<Sent>,
    /// The server's answer, where it is ahead of the board.
    answered: Option<Settings>,
    /// What somebody else has changed while ours was on its way: ours has taken it back.
    under: Vec<RuleChange>,
    /// The last change that has happened.
    mine: Option<(RuleChange, Timestamp)>,
}

/// What new rules mean to whoever has just changed some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RulesHeard {
    /// Somebody else has set a rule to this that was set here too.
    pub(crate) other: Option<RuleChange>,
    /// Somebody else's change has gone under, and is to be set again.
    pub(crate) again: Vec<RuleChange>,
}

impl RuleChanges {
    /// A rule's number, once all that was asked has happened.
    pub(super) fn wished(&self, field: &str) -> Option<u32> {
        let wish = self.wishes.iter().rev().find(|(wished, _)| *wished == field);
        wish.map(|(_, value)| *value)
    }

    /// Takes a wish in. Says whether it is to be sent now; else it waits.
    pub(crate) fn wish(&mut self, change: RuleChange) -> bool {
        let waiting = self.wishes.iter().skip(1).position(|wish| wish.0 == change.0);
        match waiting {
            Some(place) => self.wishes[place + 1] = change,
            None => self.wishes.push_back(change),
        }
        self.wishes.len() == 1
    }

    /// What is to be sent now, over the newest rules that are known.
    pub(crate) fn send(&mut self, board: Settings) -> Option<Settings> {
        let change = *self.wishes.front()?;
        let before = self.answered.unwrap_or(board);
        let whole = before.with(change.0, change.1);
        self.sent = Some(Sent { before, whole, change });
        Some(whole)
    }

    /// The server has answered: with the rules as they are, or with a no.
    pub(crate) fn answer(
        &mut self,
        answer: Option<Settings>,
        board: Settings,
        now: Option<Timestamp>,
    ) {
        let change = self.wishes.pop_front();
        let told = self.sent.is_none() || answer == Some(board);
        self.answered = answer.filter(|_| !told);
        if answer.is_none() || told {
            self.sent = None;
        }
        if answer.is_some() {
            self.mine = change.zip(now);
        }
    }

    /// The board tells new rules, after others.
    pub(crate) fn heard(
        &mut self,
        before: Settings,
        rules: Settings,
        now: Option<Timestamp>,
    ) -> RulesHeard {
        let mut heard = RulesHeard::default();
        match &mut self.sent {
            Some(sent) if sent.whole == rules => {
                (self.sent, self.answered) = (None, None);
                heard.again = std::mem::take(&mut self.under);
            }
            Some(sent) => {
                let (theirs, under): (Vec<_>, Vec<_>) =
                    changes(sent.before, rules).partition(|(field, _)| *field == sent.change.0);
                sent.before = rules;
                heard.other = theirs.first().copied();
                self.under.extend(under);
            }
            None => {
                let mine = self.mine.filter(|(_, at)| {
                    now.is_some_and(|now| now.duration_since(*at).as_secs() < MINE_SECONDS)
                });
                let is_mine = |field| mine.is_some_and(|((own, _), _)| own == field);
                heard.other = changes(before, rules).find(|(field, _)| is_mine(*field));
            }
        }
        heard
    }

    /// A whole new board: it has the last word.
    pub(crate) fn start_over(&mut self) {
        (self.sent, self.answered) = (None, None);
        self.under.clear();
    }

    /// The line broke: what was not sent is forgotten. Says whether there was any.
    pub(crate) fn forget_unsent(&mut self) -> bool {
        let unsent = self.wishes.len() > 1;
        self.wishes.truncate(1);
        unsent
    }
}

/// The rules that are others now, with their new numbers.
fn changes(from: Settings, to: Settings) -> impl Iterator<Item = RuleChange> {
    Settings::RULES.iter().filter_map(move |rule| {
        let value = to.get(rule.name).filter(|_| from.get(rule.name) != to.get(rule.name))?;
        Some((rule.name, value))
    })
}

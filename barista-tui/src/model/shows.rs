//! Which tickets show at this station, and what all of them come to.

use super::{Column, Likeness, Model, Notice, Ticket, Total, likeness, totals};

/// What waits beside the ticket in hand, for those who make several at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Batch {
    /// So many are the same drink.
    pub(crate) same: usize,
    /// So many others have the same base, such as the milk.
    pub(crate) same_base: usize,
    /// The base's name, where there are such.
    pub(crate) base: Option<String>,
}

impl Model {
    /// Tells once, as soon as the menu is known, that it knows a drink of this station not.
    pub(super) fn settle_station(&mut self) {
        let Some(menu) = self.menu.as_ref().filter(|_| !self.station_checked) else { return };
        let unknown = self.station.unknown(menu).join(", ");
        self.station_checked = true;
        if !unknown.is_empty() {
            let words = self.words.say("notice-station-unknown", &[("drinks", unknown.into())]);
            self.notice = Some(Notice::told(words, self.now));
        }
    }

    /// Whether a ticket shows here. What is in this barista's hands does in any case: nobody else
    /// will finish it.
    pub(crate) fn is_here(&self, ticket: &Ticket<'_>) -> bool {
        let mine =
            ticket.column() == Some(Column::Making) && ticket.hands == Some(self.me.as_str());
        !self.station_only || mine || self.station.takes(ticket.order, self.menu.as_ref())
    }

    /// One column's open tickets that show here, in no order that anybody should see.
    pub(crate) fn here(&self, column: Column) -> impl Iterator<Item = Ticket<'_>> {
        self.open(column).filter(|ticket| self.is_here(ticket))
    }

    fn open(&self, column: Column) -> impl Iterator<Item = Ticket<'_>> {
        self.tickets().filter(move |ticket| ticket.is_open() && ticket.column() == Some(column))
    }

    /// How many tickets of a column show at other stations only.
    pub(crate) fn elsewhere(&self, column: Column) -> usize {
        let elsewhere = |ticket: &Ticket<'_>| !self.is_here(ticket);
        if self.station_only { self.open(column).filter(elsewhere).count() } else { 0 }
    }

    /// What is still to be made here, drink by drink.
    pub(crate) fn totals(&self) -> Vec<Total> {
        let open = self.here(Column::Making).chain(self.here(Column::Waiting));
        totals(open.filter_map(|ticket| ticket.order.chosen.as_ref()), self.menu.as_ref())
    }

    /// Which waiting tickets are like this one.
    pub(crate) fn batch(&self, ticket: &Ticket<'_>) -> Batch {
        let mut batch = Batch::default();
        let Some(chosen) = &ticket.order.chosen else { return batch };
        let others = self.here(Column::Waiting).map(|other| other.order);
        let others = others.filter(|other| other.id != ticket.order.id);
        for other in others.filter_map(|other| other.chosen.as_ref()) {
            match likeness(chosen, other, self.menu.as_ref()) {
                Some(Likeness::Drink) => batch.same += 1,
                Some(Likeness::Base(base)) => {
                    batch.same_base += 1;
                    batch.base = Some(base);
                }
                None => {}
            }
        }
        batch
    }
}

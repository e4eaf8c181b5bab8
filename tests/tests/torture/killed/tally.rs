//! What there was to see.

use super::guests::Visit;
use super::plan::{Plan, Victim};

/// So often each of it happened.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    servers: u32,
    baristas: u32,
    monitors: u32,
    /// Requests that were under way when the server died.
    unheard: usize,
    orders: usize,
    refused: usize,
    cancelled: usize,
    pub(super) rows: usize,
}

impl Tally {
    pub(super) fn killed(&mut self, plan: &Plan) {
        let programs = [
            (Victim::Server, &mut self.servers),
            (Victim::Barista, &mut self.baristas),
            (Victim::Monitor, &mut self.monitors),
        ];
        for (_, count) in programs.into_iter().filter(|(program, _)| plan.kills_the(*program)) {
            *count += plan.kills();
        }
        if plan.kills_the(Victim::Server) {
            self.unheard += plan.unheard.len();
        }
    }

    pub(super) fn saw(&mut self, visits: &[Visit]) {
        let refused = visits.iter().filter(|visit| visit.is_refused()).count();
        self.refused += refused;
        self.orders += visits.len() - refused;
        self.cancelled += visits.iter().filter(|visit| visit.cancelled).count();
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.servers += other.servers;
        self.baristas += other.baristas;
        self.monitors += other.monitors;
        self.unheard += other.unheard;
        self.orders += other.orders;
        self.refused += other.refused;
        self.cancelled += other.cancelled;
        self.rows += other.rows;
    }

    /// Whether each of it happened.
    pub(super) fn is_enough(&self) -> bool {
        let kills = [self.servers, self.baristas, self.monitors];
        let guests = [self.unheard, self.orders, self.refused, self.cancelled];
        kills.iter().all(|kills| *kills > 0) && guests.iter().all(|guests| *guests > 0)
    }
}

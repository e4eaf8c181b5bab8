//! Pulls the plugs.

use demitasse_tests::Server;

use super::house::Evening;
use super::plan::{Plan, Victim};
use super::rows::is_down;
use super::screens::is_stale;

impl Evening {
    /// Kills what the plan says, and starts it again.
    pub(super) async fn kill(&mut self, plan: &Plan) {
        self.note(&format!("the plug of {:?} is pulled", plan.victim));
        match plan.victim {
            Victim::Server => self.kill_server(plan).await,
            Victim::Barista => {
                for _ in 0..plan.kills() {
                    self.counter.ana.pull_the_plug().await;
                }
            }
            Victim::Monitor => {
                for _ in 0..plan.kills() {
                    self.monitor.pull_the_plug().await;
                }
            }
        }
        self.tally.killed(plan);
    }

    async fn kill_server(&mut self, plan: &Plan) {
        let under_way = self.gunner.fire(&plan.volley).await;
        self.line.cut();
        self.server.take().expect("it runs").kill().await;
        drop(under_way);
        if plan.stares {
            self.counter.ana.shows("that the line is down", is_down).await;
            self.monitor.shows("that nothing is certain", is_stale).await;
        }
        for looks in &plan.in_vain {
            Server::serve_in_vain(self.data.path(), self.address, *looks).await;
        }
        self.server = Some(Server::serve_on(self.data.path(), self.address).await);
        self.line.mend();
        self.gunner.fire_again(plan.volley.len(), &self.told).await;
    }
}

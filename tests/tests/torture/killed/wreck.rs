//! Pulls the plugs.

use demitasse_tests::Server;
use tokio::net::TcpStream;
use tokio::task::yield_now;

use super::house::Evening;
use super::plan::{Plan, Victim};
use super::rows::{is_down, is_looking};
use super::screens::is_stale;

impl Evening {
    /// Kills what the plan says, and starts it again.
    pub(super) async fn kill(&mut self, plan: &Plan) {
        self.note(&format!("the plug of {:?} is pulled", plan.victim));
        let under_way =
            if plan.kills_the(Victim::Server) { self.kill_server(plan).await } else { Vec::new() };
        if plan.kills_the(Victim::Barista) {
            self.counter.ana.pull_the_plug().await;
            for looks in &plan.in_vain {
                wait(*looks).await;
                self.counter.ana.pull_the_plug().await;
            }
        }
        if plan.kills_the(Victim::Monitor) {
            self.monitor.pull_the_plug().await;
            for looks in &plan.in_vain {
                wait(*looks).await;
                self.monitor.pull_the_plug().await;
            }
        }
        drop(under_way);
        if plan.kills_the(Victim::Server) {
            self.serve_again(plan).await;
        }
        self.tally.killed(plan);
    }

    /// Kills the server, and hands out what was under way to it.
    async fn kill_server(&mut self, plan: &Plan) -> Vec<TcpStream> {
        let under_way = self.vi.sends(&plan.unheard).await;
        self.line.cut();
        let server = self.server.take().expect("it runs");
        match plan.haste {
            Some(looks) => server.stop_in_haste(looks).await,
            None => server.kill().await,
        }
        under_way
    }

    async fn serve_again(&mut self, plan: &Plan) {
        if plan.stares && plan.victim == Victim::Server {
            let is_told = |screen: &str| is_down(screen) || is_looking(screen);
            self.counter.ana.shows("that there is no line", is_told).await;
            self.monitor.shows("that nothing is certain", is_stale).await;
        }
        for looks in &plan.in_vain {
            Server::serve_in_vain(self.data.path(), self.address, *looks).await;
        }
        self.server = Some(Server::serve_on(self.data.path(), self.address).await);
        self.line.mend();
        self.vi.sends_again(plan.unheard.len(), &self.told).await;
    }
}

/// Lets so many turns of everybody else pass.
async fn wait(turns: u64) {
    for _ in 0..turns {
        yield_now().await;
    }
}

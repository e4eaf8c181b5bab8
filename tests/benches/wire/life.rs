//! A usual life: scan, type a name, choose, order, wait for six minutes, see it being made for one,
//! see it ready, fetch it.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Phone, Scripts, Server};
use serde_json::json;
use tokio::process::Command;

use crate::clock::{now, pass};
use crate::line::{BAR, Line};
use crate::tally::Tally;

/// What a life may cost.
const MOST_PACKETS: u64 = 60;
const MOST_BYTES: u64 = 25_000;

/// How long a guest looks at the page before typing, and at the menu before ordering.
const LOOKS: Duration = Duration::from_secs(4);

/// After this a phone that has closed its line has nothing more to say.
const GOODBYE: Duration = Duration::from_secs(25);

/// What happens at the counter after the order, in quarters of a minute: three drinks are ahead, one
/// barista makes them one after the other, and then the guest's own.
const COUNTER: [(u32, usize, Step); 9] = [
    (1, 0, Step::Make),
    (7, 0, Step::Complete),
    (8, 1, Step::Make),
    (14, 1, Step::Complete),
    (15, 2, Step::Make),
    (21, 2, Step::Complete),
    (24, OWN, Step::Make),
    (28, OWN, Step::Complete),
    (31, OWN, Step::Collect),
];
const OWN: usize = 3;

/// One life, as it is lived.
struct Life {
    server: Server,
    line: Line,
    phone: Phone,
    parts: Vec<(&'static str, Tally)>,
}

/// Lives it, and tells whether it was light enough.
#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
pub(crate) async fn live(wire: Line, phone: &str, seconds_a_minute: u32, rows: &str) -> ExitCode {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve_on(data.path(), SocketAddr::from((BAR, 0))).await;
    let mut life = Life::begin(server, wire, phone).await;
    life.order().await;
    life.wait(Duration::from_secs(seconds_a_minute.into()) / 4).await;
    let parts = life.end().await;

    let mut whole = Tally::default();
    for (part, tally) in &parts {
        println!("{part:<28} {tally}");
        whole += *tally;
    }
    println!("{:<28} {whole}", "the whole life");
    println!("at most {MOST_PACKETS} packets and {MOST_BYTES} bytes; probes are a desktop's alone");
    if !rows.is_empty() {
        tell(rows, &parts, whole);
    }
    let light = whole.packets() <= MOST_PACKETS && whole.bytes <= MOST_BYTES;
    // Where rows are asked for, whoever reads them judges.
    if light || !rows.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Life {
    async fn begin(server: Server, line: Line, namespace: &str) -> Self {
        let settings = Settings { window_minutes: 60, grace_seconds: 300, ..Settings::default() };
        server.staff.rule(&settings).await;
        server.staff.open().await;
        server.staff.queue(3).await;
        let mut node = Command::new("ip");
        node.args(["netns", "exec", namespace, "node"]);
        let phone = Phone::started_by(node, Scripts::On).await;
        line.crossed();
        Self { server, line, phone, parts: Vec::new() }
    }

    async fn order(&mut self) {
        let code = self.server.staff.window().await.url;
        self.phone.open(&code).await;
        pass(LOOKS).await;
        self.note("scan: page, style, script");
        self.phone.fill("Your first name", "Mina").await;
        pass(LOOKS / 2).await;
        self.phone.pick("Flat white").await;
        self.phone.says("Give it back").await;
        pass(LOOKS).await;
        self.note("first touch: a place is kept");
        self.phone.tap("Order").await;
        self.phone.is_headed("In the queue").await;
        pass(LOOKS / 2).await;
        self.note("order, and listen");
    }

    /// Everything that happens at the counter happens when it should, by the clock.
    async fn wait(&mut self, quarter: Duration) {
        let manager = self.server.staff.manager.clone();
        let board = manager.board().await.expect("a manager sees it");
        let mut orders: Vec<OrderId> = board.orders.iter().map(|order| order.id).collect();
        orders.sort();
        let began = now();
        for (at, order, step) in COUNTER {
            pass((quarter * at).saturating_sub(began.elapsed())).await;
            if order == OWN {
                self.note(if step == Step::Make { "six minutes in the queue" } else { "a minute" });
            }
            manager.step(orders[order], step, None).await.expect("it is the next step");
            if order == OWN {
                self.sees(step).await;
            }
        }
    }

    async fn sees(&mut self, step: Step) {
        let (heading, part) = match step {
            Step::Make => ("Being made", "it is being made"),
            Step::Complete => ("✓ Ready", "it is ready"),
            _ => ("Enjoy it", "it is collected"),
        };
        self.phone.is_headed(heading).await;
        pass(LOOKS / 2).await;
        self.note(part);
    }

    async fn end(mut self) -> Vec<(&'static str, Tally)> {
        pass(GOODBYE).await;
        self.note("afterwards");
        self.phone.close().await;
        self.parts
    }

    fn note(&mut self, part: &'static str) {
        self.parts.push((part, self.line.crossed()));
    }
}

/// Writes the rows for the table of all benches.
fn tell(file: &str, parts: &[(&str, Tally)], whole: Tally) {
    let row = |what: &str, figure: String, value: Option<f64>| {
        let Tally { connections, probes, bare, .. } = whole;
        let beside = format!("{connections} connections; {probes} probes of a desktop's apart");
        let scan = parts.first().map_or(0, |(_, scan)| scan.bytes);
        let limit = format!("page and script: {scan} bytes; {bare} packets carry nothing");
        json!({ "what": what, "figure": figure, "beside": beside, "limit": limit, "value": value })
    };
    let kilobytes = to_float(whole.bytes) / 1_000.0;
    let mut rows = vec![
        row(
            "a phone's whole life: bytes on the wire",
            format!("{kilobytes:.1} kB"),
            Some(kilobytes),
        ),
        row(
            "a phone's whole life: packets on the wire",
            whole.packets().to_string(),
            Some(to_float(whole.packets())),
        ),
    ];
    rows.extend(parts.iter().map(|(part, tally)| {
        json!({ "what": format!("  {part}"), "figure": tally.packets().to_string(),
                "beside": format!("{} bytes", tally.bytes), "limit": "", "value": null })
    }));
    let text = json!({ "rows": rows }).to_string();
    std::fs::write(file, text).expect("the rows can be written");
}

fn to_float(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

//! The plug: `kill -9` in the middle of a rush, and the same data served again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::Snapshot;
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Feed, Server, Staff, flat_white, refusal, run};
use tokio::task::JoinSet;

/// Queues of guests, who come one after the other in each.
const QUEUES: u32 = 4;

/// Guests in each queue: more than any test lets come before it pulls the plug.
const QUEUE: u32 = 50;

const BARISTAS: u32 = 3;

#[tokio::test(flavor = "multi_thread")]
async fn pulled_at_the_fifth_order() {
    pulled_at(5).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pulled_at_the_twentieth_order() {
    pulled_at(20).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pulled_at_the_seventieth_order() {
    pulled_at(70).await;
}

/// Pulls the plug once the monitor shows so many orders, and checks that nothing that anybody was
/// told is lost.
async fn pulled_at(orders: u32) {
    let data = tempfile::tempdir().expect("a folder");
    let server = roomy(data.path()).await;
    let address = server.address;
    let mut monitor = server.staff.monitor().await;
    let mut screen = Feed::follow("the board", &server.staff.barista("Screen").await).await;
    let before = server.staff.manager.board().await.expect("a manager sees it");
    let ledger = Ledger::default();
    let crowd = crowd(&server.staff, &before, &ledger).await;
    let number = |order: &Order| order.number == Some(orders);
    monitor.until("enough orders", |view| view.orders().any(number).then_some(())).await;
    server.kill().await;
    disperse(crowd).await;

    let server = Server::serve_on(data.path(), address).await;

    let kept = ledger.is_kept().await;
    // Of what the monitor showed, one order in each queue may have been on its way to its guest.
    assert!(kept + QUEUES >= orders, "{kept} orders were acknowledged, and {orders} were seen");
    drinks_left_are_right(&server.staff, &before).await;
    for screen in [&mut monitor, &mut screen] {
        screen.agrees().await;
        let view = screen.view();
        assert!(view.downs > 0, "the line was down");
        assert_eq!(view.snapshots, 1, "it went on from its last event");
    }
    numbers_go_on(&server.staff, &monitor).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_at_rest_stands_as_it_stood() {
    let data = tempfile::tempdir().expect("a folder");
    let server = roomy(data.path()).await;
    let address = server.address;
    let (ana, placed) = server.staff.order("Ana").await;
    let ben = server.staff.guest("Ben").await;
    let code = server.staff.window().await.code;
    let place = ben.redeem(&code).await.expect("there is room");
    let before = server.staff.manager.board().await.expect("a manager sees it");
    server.kill().await;

    let server = Server::serve_on(data.path(), address).await;

    let after = server.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(after.orders, before.orders);
    if still_shows(&before, &after) {
        assert_eq!((after.seq, &after.window), (before.seq, &before.window));
        assert_eq!(ben.redeem(&code).await.expect("the same scan"), place, "as before");
    }
    assert_eq!(ana.order(placed.id).await.expect("her session is kept").state, placed.state);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_server_is_refused_and_the_first_goes_on() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let folder = data.path().to_str().expect("a path in letters");

    let second = run(["serve", "--listen", "127.0.0.1:0", "--json", "--data", folder]).await;

    assert_eq!(second.status.code(), Some(1), "{second:?}");
    assert_eq!(second.stdout, "", "it never listened");
    assert!(second.stderr.contains("another demitasse is running"), "{second:?}");
    assert!(second.stderr.contains(folder), "it says where: {second:?}");
    server.staff.open().await;
    assert_eq!(Staff::of(data.path()).manager.base(), server.staff.manager.base());
}

/// A server with room for the whole crowd in one window.
async fn roomy(data: &std::path::Path) -> Server {
    let server = Server::serve(data).await;
    let settings = Settings {
        window_minutes: 60,
        window_drinks: 1_000,
        grace_seconds: 300,
        capacity: 1_000,
        ..Settings::default()
    };
    server.staff.rule(&settings).await;
    server.staff.open().await;
    server
}

/// The last that anybody was told of each order, and whose it is.
#[derive(Clone, Debug, Default)]
struct Ledger(Arc<Mutex<BTreeMap<OrderId, (Client, Order)>>>);

impl Ledger {
    /// Notes a guest's answer.
    fn note(&self, guest: &Client, order: Order) {
        let mut ledger = self.0.lock().expect("no panic");
        let told = ledger.entry(order.id).or_insert_with(|| (guest.clone(), order.clone()));
        // A barista's later answer may have come in first.
        if told.1.state < order.state {
            told.1 = order;
        }
    }

    /// Notes a barista's answer. The guest was told of the order before it was in the queue.
    fn note_step(&self, order: Order) {
        let guest = self.0.lock().expect("no panic")[&order.id].0.clone();
        self.note(&guest, order);
    }

    /// Checks that every order is where its people were told, or further on, and answers how many
    /// entered the queue. Each guest asks for the own order: the sessions are kept, too.
    async fn is_kept(&self) -> u32 {
        let told: Vec<_> = self.0.lock().expect("no panic").values().cloned().collect();
        let mut ordered = 0;
        for (guest, told) in told {
            let found = guest.order(told.id).await.expect("what was acknowledged is there");
            assert!(follows(told.state, found.state), "told {told:?}, found {found:?}");
            if told.number.is_some() {
                ordered += 1;
                assert_eq!((found.number, &found.chosen), (told.number, &told.chosen));
            }
            if told.state == found.state {
                assert_eq!(lasting(found), lasting(told));
            }
        }
        ordered
    }
}

/// What guest and barista are told alike, at any time.
fn lasting(order: Order) -> Order {
    Order { ahead: None, estimate: None, barista: None, ..order }
}

/// Whether an order may be found so after it was told so: a step may have been kept whose answer
/// the plug cut off.
fn follows(told: OrderState, found: OrderState) -> bool {
    use OrderState::{Cancelled, Collected, Making, Ready, Reserved, Waiting};
    let next: &[_] = match told {
        Reserved => &[Waiting],
        Waiting => &[Making, Cancelled],
        Making => &[Ready],
        Ready => &[Collected],
        _ => &[],
    };
    // Two people may each have had an answer cut off: the guest's choice, the barista's hand.
    found == told || next.iter().any(|next| follows(*next, found))
}

/// Guests and baristas who go on until the plug is pulled.
async fn crowd(staff: &Staff, board: &Snapshot, ledger: &Ledger) -> JoinSet<ClientError> {
    let code = board.window.as_ref().expect("an open shop shows a code").code.clone();
    let mut crowd = JoinSet::new();
    for number in 1..=BARISTAS {
        let name = format!("Barista {number}");
        let barista = staff.barista(&name).await;
        crowd.spawn(work(barista, ledger.clone()));
    }
    for queue in 1..=QUEUES {
        crowd.spawn(come(staff.nobody(), format!("Guest {queue}"), code.clone(), ledger.clone()));
    }
    crowd
}

/// Sends everybody home, and looks whether somebody fell over before.
async fn disperse(mut crowd: JoinSet<ClientError>) {
    crowd.abort_all();
    while let Some(ended) = crowd.join_next().await {
        match ended {
            Ok(ClientError::Line(_)) => {}
            Ok(other) => panic!("not the plug: {other:?}"),
            Err(ended) => assert!(ended.is_cancelled(), "{ended}"),
        }
    }
}

/// One queue of guests; every fourth changes their mind.
async fn come(nobody: Client, name: String, code: String, ledger: Ledger) -> ClientError {
    for number in 1..=QUEUE {
        let name = format!("{name}.{number}");
        if let Err(error) = visit(&nobody, &name, &code, number % 4 == 0, &ledger).await {
            return error;
        }
    }
    panic!("the plug was pulled too late: the whole queue was served");
}

async fn visit(
    nobody: &Client,
    name: &str,
    code: &str,
    cancels: bool,
    ledger: &Ledger,
) -> Result<(), ClientError> {
    let guest = nobody.sign_in(name).await?;
    let place = guest.redeem(code).await?;
    let id = place.id;
    ledger.note(&guest, place);
    ledger.note(&guest, guest.submit(id, &flat_white()).await?);
    if cancels {
        match guest.step(id, Step::Cancel, None).await {
            Ok(order) => ledger.note(&guest, order),
            Err(ClientError::Refused(no)) => assert_eq!(no.code, RefusalCode::WrongState),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// One barista, who takes the oldest order from the own feed, to the end.
async fn work(barista: Client, ledger: Ledger) -> ClientError {
    let mut feed = Feed::follow("a barista's board", &barista).await;
    let mut tried = None;
    loop {
        let next = |board: &demitasse_shared::board::Board| {
            board.waiting().into_iter().map(|order| order.id).find(|id| Some(*id) > tried)
        };
        let id = feed.until("an order to make", |view| next(&view.board)).await;
        tried = Some(id);
        match serve(&barista, id, &ledger).await {
            Ok(()) => {}
            // Somebody was faster: another barista, or the guest.
            Err(ClientError::Refused(no)) => assert!(
                matches!(no.code, RefusalCode::ClaimedByOther | RefusalCode::WrongState),
                "{no:?}"
            ),
            Err(error) => return error,
        }
    }
}

async fn serve(barista: &Client, id: OrderId, ledger: &Ledger) -> Result<(), ClientError> {
    for step in [Step::Make, Step::Complete, Step::Collect] {
        ledger.note_step(barista.step(id, step, None).await?);
    }
    Ok(())
}

fn still_shows(before: &Snapshot, after: &Snapshot) -> bool {
    before.window.as_ref().is_some_and(|window| after.at < window.closes_at)
}

/// The window gives what it gave, less what was taken: counted order by order.
async fn drinks_left_are_right(staff: &Staff, before: &Snapshot) {
    let after = staff.manager.board().await.expect("a manager sees it");
    if !still_shows(before, &after) {
        return;
    }
    let (window, first) = (after.window.expect("it shows"), before.window.as_ref());
    assert_eq!(Some(&window.code), first.map(|window| &window.code), "the same code");
    let mut taken = 0;
    for id in (1..).map(OrderId) {
        match staff.manager.order(id).await {
            // Guests here cancel before it is begun, so the place came back.
            Ok(order) => taken += u32::from(order.state != OrderState::Cancelled),
            none => {
                assert_eq!(refusal(none).code, RefusalCode::NotFound);
                break;
            }
        }
    }
    assert_eq!(window.left, window.drinks - taken);
}

/// The next order has the next number.
async fn numbers_go_on(staff: &Staff, monitor: &Feed) {
    let last = monitor.view().orders().filter_map(|order| order.number).max();
    let (_, order) = staff.order("The next guest").await;
    let new_day = order.number == Some(1);
    assert!(new_day || order.number == last.map(|last| last + 1), "{last:?}, then {order:?}");
}

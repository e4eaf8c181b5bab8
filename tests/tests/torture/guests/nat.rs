//! One address for the whole hall: hundreds of honest guests are served from it while somebody there
//! runs into each limit in turn.

use demitasse_shared::api::route;
use demitasse_shared::client::Client;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, Chance, Ordeal, flat_white, within};
use futures_util::future::{join, join_all};
use reqwest::Method;
use serde_json::{Value, json};

use super::eve::Eve;

/// Honest guests during each attack.
const HONEST: usize = 30;

/// Requests of an attack, all at once.
const VOLLEY: usize = 90;

/// What somebody tries, and the only answers that it gets.
#[derive(Clone, Copy, Debug)]
enum Attack {
    Codes,
    PairingCodes,
    Choices,
    Places,
    OthersOrders,
    Sessions,
    Tokens,
    Origins,
    Names,
}

impl Attack {
    const ALL: [Self; 9] = [
        Self::Codes,
        Self::PairingCodes,
        Self::Choices,
        Self::Places,
        Self::OthersOrders,
        Self::Sessions,
        Self::Tokens,
        Self::Origins,
        Self::Names,
    ];

    fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Codes | Self::PairingCodes => &["wrong_code", "too_many_tries"],
            Self::Choices | Self::Places => &["ok"],
            Self::OthersOrders => &["not_found"],
            Self::Sessions | Self::Tokens => &["not_signed_in"],
            Self::Origins => &["not_allowed"],
            Self::Names => &["invalid_request"],
        }
    }

    /// One request of it, or a short story. `eve` has ordered `own`.
    async fn once(self, eve: Eve, own: i64, code: String, draw: u64) -> String {
        let choice = json!(flat_white());
        let heard = match self {
            Self::Codes => eve.redeem(&format!("{draw:016}")).await,
            Self::PairingCodes => {
                let claim = json!({ "code": format!("{draw:08}"), "device": "Eve" });
                eve.post(route::PAIRINGS_CLAIM, &claim).await
            }
            Self::Choices => eve.ask(Method::PUT, &route::order_drink(OrderId(own)), &choice).await,
            Self::Places => {
                let other = eve.named(&format!("Eve {draw}")).await;
                let place = other.redeem(&code).await.order();
                other.post(&route::order_step(OrderId(place), Step::Cancel), &json!({})).await
            }
            Self::OthersOrders => {
                let other = OrderId(own + 1 + i64::try_from(draw % 400).expect("few"));
                match draw % 3 {
                    0 => eve.get(&route::order(other)).await,
                    1 => eve.ask(Method::PUT, &route::order_drink(other), &choice).await,
                    _ => eve.post(&route::order_step(other, Step::Cancel), &json!({})).await,
                }
            }
            Self::Sessions => {
                eve.with(&format!("demitasse_session={draw:032}")).get(route::ORDERS).await
            }
            Self::Tokens => {
                let token = format!("Bearer {draw:032}");
                eve.ask_with(Method::GET, route::BOARD, &Value::Null, &[("authorization", &token)])
                    .await
            }
            Self::Origins => {
                let origin = [("origin", "http://evil.example")];
                eve.ask_with(Method::POST, route::RESERVATIONS, &json!({ "code": code }), &origin)
                    .await
            }
            Self::Names => eve.post(route::SESSION, &json!({ "name": "x".repeat(10_000) })).await,
        };
        heard.word()
    }
}

/// Shoots a volley, and looks at the answers.
async fn attack(what: Attack, eve: &Eve, own: i64, code: &str, chance: &mut Chance) {
    let volley = (0..VOLLEY).map(|_| {
        let draw = chance.below(100_000_000);
        tokio::spawn(what.once(eve.clone(), own, code.to_owned(), draw))
    });
    for answer in join_all(volley).await {
        let answer = answer.expect("no panic");
        assert!(what.answers().contains(&answer.as_str()), "{what:?}: {answer}");
    }
}

/// Comes, scans, orders, and gets the drink.
async fn is_served(bar: &Bar, barista: &Client, name: String, code: &str) {
    let guest = bar.staff.guest(&name).await;
    let place = guest.redeem(code).await.unwrap_or_else(|no| panic!("{name} has no place: {no}"));
    guest.submit(place.id, &flat_white()).await.expect("it is kept");
    for step in [Step::Make, Step::Complete, Step::Collect] {
        barista.step(place.id, step, None).await.expect("it is the next step");
    }
    let found = guest.order(place.id).await.expect("it is the guest's own");
    assert_eq!(found.state, OrderState::Collected);
}

#[tokio::test(flavor = "multi_thread")]
async fn honest_guests_are_served_whatever_their_neighbour_tries() {
    for seed in Ordeal::of("guests::nat", 1).seeds() {
        let mut chance = Chance::new(seed);
        let bar = Bar::at("2022-10-14T12:51:00Z").await;
        let roomy = Settings { window_drinks: 1_000, capacity: 1_000, ..Settings::default() };
        bar.staff.rule(&roomy).await;
        bar.staff.open().await;
        let (barista, code) = (bar.staff.barista("Rui").await, bar.staff.window().await.code);
        let mut left = Attack::ALL.to_vec();
        while !left.is_empty() {
            let drawn = usize::try_from(chance.below(left.len() as u64)).expect("few");
            let what = left.swap_remove(drawn);
            let eve = Eve::at(&bar).named("Eve").await;
            let own = eve.redeem(&code).await.order();
            let honest = (0..HONEST)
                .map(|nth| is_served(&bar, &barista, format!("Ana {what:?} {nth}"), &code));
            let both = join(attack(what, &eve, own, &code, &mut chance), join_all(honest));
            within(&format!("guests to be served during {what:?}"), both).await;
        }
        let report = bar.staff.manager.report(None).await.expect("a manager reads it");
        let served = Attack::ALL.len() * HONEST;
        assert_eq!(usize::try_from(report.served).ok(), Some(served), "{report:?}");
    }
}

//! What a guest who is forgotten may rely on, whatever else happens at the same moment.

use std::time::Duration;

use demitasse_shared::api::{ShopChange, Submit};
use demitasse_shared::order::Step;

use super::*;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::order::Barista;

const NOTE: &str = "for Xanthippe";

/// An open bar in a folder of its own.
fn open_bar() -> (tempfile::TempDir, Bar) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config {
        data: folder.path().to_owned(),
        zone: Some("UTC".to_owned()),
        ..Config::default()
    };
    let clock = Clock::manual("2022-10-14T12:51:00Z".parse().expect("a time"));
    let address = "127.0.0.1:80".parse().expect("an address");
    let bar = crate::open(&config, &clock, address).expect("a fresh bar");
    (folder, bar)
}

async fn sign_in(bar: &Bar, current: Option<GuestId>) -> (GuestId, Option<String>) {
    let session = bar.sign_in(current, "Zebulonia", None).await.expect("a name");
    (session.guest.id, session.token)
}

/// A guest whose drink, ordered with a note, stands on the counter.
async fn served(bar: &Bar) -> GuestId {
    let open = ShopChange::OPEN;
    bar.set_shop(Actor::Local, open).await.expect("it opens");
    let (guest, _) = sign_in(bar, None).await;
    let code = bar.hub().snapshot().window.expect("a code").code;
    let id = bar.redeem(guest, &code).await.expect("a place").id;
    let (drink, note) = ("espresso".into(), Some(NOTE.to_owned()));
    bar.submit(guest, id, Submit { drink, options: Vec::new(), note }).await.expect("it is on");
    for step in [Step::Make, Step::Complete] {
        let rui = Barista { device: demitasse_shared::ids::DeviceId(1), name: "Rui".to_owned() };
        bar.step(rui, Actor::Local, id, step, None).await.expect("it is his");
    }
    guest
}

/// What a screen is told that comes back and has seen the journal's first row.
async fn missed(bar: &Bar) -> String {
    let mut stream = bar.hub().subscribe(Some(Seq(1)));
    let mut told = String::new();
    while !told.contains("event: beat") {
        let bytes = stream.next().await.expect("it is open");
        told.push_str(&String::from_utf8_lossy(&bytes));
    }
    told
}

#[tokio::test]
async fn a_phone_that_hangs_up_is_forgotten_by_the_screens_too() {
    let (_folder, bar) = open_bar();
    let guest = served(&bar).await;
    assert!(missed(&bar).await.contains(NOTE));
    tokio::select! {
        biased;
        _ = bar.forget(guest) => panic!("the writer cannot have answered yet"),
        () = std::future::ready(()) => {}
    }
    let gone = async {
        while missed(&bar).await.contains(NOTE) {
            bar.is_ready().await.expect("the writer answers");
        }
    };
    tokio::time::timeout(Duration::from_secs(10), gone).await.expect("the note goes");
}

#[tokio::test]
async fn a_name_that_comes_too_late_is_not_a_forgotten_guests() {
    let (_folder, bar) = open_bar();
    let (guest, _) = sign_in(&bar, None).await;
    // A second request had looked its session up before the first one ended it.
    bar.forget(guest).await.expect("nothing is open");
    let (other, token) = sign_in(&bar, Some(guest)).await;
    assert!(other != guest && token.is_some());
}

//! Screens whose device is revoked say so at once: the real programs, and browsers.

use demitasse_shared::api::{NewPairing, Role};
use demitasse_tests::{Kiosk, Launch, OpenBar, Picture, Tablets, Terminal, run};

use crate::DRINKS;

/// A pairing of this role, as the code's picture says it.
async fn scanned(bar: &OpenBar, role: Role, name: &str) -> String {
    let new = NewPairing { role, name: name.to_owned() };
    let pairing = bar.staff().manager.pair(&new).await.expect("a manager may");
    let url = pairing.url.expect("there is a page");
    let code = url.split_once('#').expect("the code stands behind it").1;
    let page = if role == Role::Display { "display" } else { "barista" };
    format!("{}{page}#{code}", bar.home())
}

async fn revoke(bar: &OpenBar, name: &str) {
    let data = bar.data().to_str().expect("letters");
    let revoked = run(["staff", "revoke", name, "--data", data]).await;
    assert_eq!(revoked.stdout, format!("{name} is not paired any more.\n"), "{}", revoked.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_baristas_terminal_says_that_it_is_not_paired_and_takes_no_key() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(1).await;
    let (home, code) = (bar.home(), bar.staff().code("Ana").await);
    let args = ["--server", home.as_str(), "--pair", code.as_str()];
    let mut terminal: Terminal = Launch::of("demitasse-barista").args(args).sized(100, 30).start();
    terminal.shows("the queue", |screen| screen.contains("Waiting 1 ")).await;
    revoke(&bar, "Ana").await;
    terminal.shows("why it stands still", |screen| screen.contains("not paired")).await;
    terminal.press("\r");
    terminal.shows("that the key was not sent", |screen| screen.contains("Not sent")).await;
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    assert!(board.orders.iter().all(|order| order.barista.is_none()), "nothing was sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_is_called_by_its_new_name_at_once() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let (home, code) = (bar.home(), bar.staff().code("Ana").await);
    let args = ["--server", home.as_str(), "--pair", code.as_str()];
    let mut terminal: Terminal = Launch::of("demitasse-barista").args(args).sized(100, 30).start();
    terminal.shows("whose it is", |screen| screen.contains("Ana")).await;
    let data = bar.data().to_str().expect("letters");
    let renamed = run(["staff", "rename", "ana", "Beatriz", "--data", data]).await;
    assert_eq!(renamed.stdout, "Ana is called Beatriz from now on.\n", "{}", renamed.stderr);
    terminal.shows("the new name", |screen| screen.contains("Beatriz")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_monitor_takes_its_code_away() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let (home, code) = (bar.home(), bar.staff().code_for(Role::Display, "Wall").await);
    let args = ["--server", home.as_str(), "--pair", code.as_str()];
    let mut kiosk = Kiosk::open_with(elsewhere.path(), &args, []).await;
    kiosk.code().await;
    revoke(&bar, "Wall").await;
    kiosk
        .rests("no code, and words instead", |panel: &Picture| panel.code().is_none().then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_is_paired_by_a_scanned_code_and_asks_for_another_once_it_is_revoked() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(1).await;
    let mut tablets = Tablets::new().await;
    let page = scanned(&bar, Role::Barista, "Ana").await;
    tablets.does(0, "open", &page).await;
    assert_eq!(tablets.does(0, "address", "").await, format!("{}barista", bar.home()));
    tablets.does(0, "key", "Pair this tablet").await;
    tablets.does(0, "shows", "Waiting 1 ").await;
    revoke(&bar, "Ana").await;
    tablets.does(0, "says", "Pairing code").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_in_a_browser_is_paired_by_a_scanned_code_and_shows_none_once_it_is_revoked() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let mut monitors = Tablets::monitors().await;
    monitors.does(0, "open", &scanned(&bar, Role::Display, "Wall").await).await;
    monitors.does(0, "take", "").await;
    monitors.does(0, "code", "").await;
    revoke(&bar, "Wall").await;
    monitors.does(0, "says", "Pairing code").await;
    assert_eq!(monitors.does(0, "has", "").await, "false");
    assert_eq!(monitors.does(0, "faults", "").await, "[]");
}

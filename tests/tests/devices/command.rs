//! `demitasse staff`, with a server and without.

use std::path::Path;

use demitasse_shared::api::{Claim, Role};
use demitasse_shared::device::PairedDevice;
use demitasse_tests::{Finished, Launch, OpenBar, Server, refusal, run, unlocked};
use rqrr::PreparedImage;

use crate::DRINKS;

async fn staff(data: &Path, words: &[&str]) -> Finished {
    let data = data.to_str().expect("letters");
    run(["staff"].iter().chain(words).chain(&["--data", data])).await
}

async fn listed(data: &Path) -> Vec<PairedDevice> {
    let list = staff(data, &["list", "--json"]).await;
    serde_json::from_str(&list.stdout).unwrap_or_else(|bad| panic!("{bad}: {list:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_are_listed_renamed_and_revoked_with_a_server_and_without() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let empty = staff(data.path(), &["list"]).await;
    assert!(empty.stdout.contains("No device is paired."), "{empty:?}");
    let ana = server.staff.barista("Ana").await;
    server.staff.device(Role::Display, "Wall").await;
    server.staff.barista("Rui").await;
    server.staff.barista("Rui").await;
    ana.device().await.expect("it is paired");

    let several = staff(data.path(), &["revoke", "Rui"]).await;
    assert_eq!(several.status.code(), Some(1));
    assert!(several.stderr.contains("3 (Rui), 4 (Rui)"), "{several:?}");
    let gone = staff(data.path(), &["revoke", "4"]).await;
    assert_eq!(gone.stdout, "Rui is not paired any more.\n");
    let table = staff(data.path(), &["list"]).await.stdout;
    assert!(table.starts_with("ID  Role     Name  Device  Paired"), "{table}");
    let names = |devices: &[PairedDevice]| {
        devices.iter().map(|device| device.name.clone()).collect::<Vec<_>>()
    };
    let with_server = listed(data.path()).await;
    assert_eq!(names(&with_server), ["Ana", "Wall", "Rui"]);
    assert!(with_server[0].heard_at.is_some() && with_server[1].heard_at.is_none());

    assert!(server.stop().await.success());
    unlocked(data.path()).await;
    let without = listed(data.path()).await;
    assert_eq!(without, with_server, "the file says the same");
    let renamed = staff(data.path(), &["rename", "Rui", "Beatriz"]).await;
    assert_eq!(renamed.stdout, "Rui is called Beatriz from now on.\n");
    assert!(staff(data.path(), &["revoke", "ana"]).await.status.success());
    let unknown = staff(data.path(), &["revoke", "ana"]).await;
    assert_eq!(unknown.status.code(), Some(1));
    assert!(unknown.stderr.contains("no device called \"ana\" is paired"), "{unknown:?}");
    assert_eq!(names(&listed(data.path()).await), ["Wall", "Beatriz"]);

    let server = Server::serve(data.path()).await;
    let ana = server.staff.nobody().with_token("0000");
    refusal(ana.device().await);
    assert_eq!(names(&listed(data.path()).await), ["Wall", "Beatriz"]);
    let told = staff(data.path(), &["audit", "--device", "Beatriz"]).await.stdout;
    assert!(told.contains("renamed a device, which is called Beatriz by now"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_shows_a_picture_of_the_code_and_says_who_has_come() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let data = bar.data().to_str().expect("letters");
    let args = ["staff", "pair", "--role", "barista", "--name", "Ana", "--data", data];
    let mut terminal = Launch::of("demitasse").args(args).sized(100, 50).start();
    terminal.shows("the code", |screen| screen.contains("good once, for ten minutes")).await;
    let text = terminal.text();
    let said = decoded(&text).unwrap_or_else(|| panic!("nobody can scan this:\n{text}"));
    let (page, code) = said.split_once('#').expect("the code stands behind it");
    assert_eq!(page, format!("{}barista", bar.home()));
    assert!(text.lines().any(|line| line.trim() == code), "{code} can be typed:\n{text}");

    let claim = Claim { code: code.to_owned(), device: "A browser".to_owned() };
    bar.staff().nobody().claim(&claim).await.expect("it is fresh");
    terminal.shows("who has come", |screen| screen.contains("Ana is paired: a browser.")).await;
    assert_eq!(terminal.ended().await, 0);
}

/// What a code of blocks says, two modules to a character.
fn decoded(text: &str) -> Option<String> {
    let blocks = |line: &&str| line.contains(['█', '▀', '▄']);
    let rows: Vec<Vec<char>> =
        text.lines().filter(blocks).map(|line| line.chars().collect()).collect();
    let (scale, margin) = (4, 8);
    let columns = rows.iter().map(Vec::len).max()?;
    let is_lit = |x: usize, y: usize| match rows.get(y / 2).and_then(|row| row.get(x)) {
        Some('█') => true,
        Some('▀') => y.is_multiple_of(2),
        Some('▄') => y % 2 == 1,
        _ => false,
    };
    let (width, height) = (columns * scale + 2 * margin, rows.len() * 2 * scale + 2 * margin);
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        let is_inside =
            (margin..width - margin).contains(&x) && (margin..height - margin).contains(&y);
        let is_ground = !is_inside || is_lit((x - margin) / scale, (y - margin) / scale);
        if is_ground { 255 } else { 0 }
    });
    picture.detect_grids().first().and_then(|grid| grid.decode().ok()).map(|(_, text)| text)
}

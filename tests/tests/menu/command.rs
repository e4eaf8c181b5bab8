//! `demitasse menu`, as a venue uses it.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use demitasse_shared::menu::{Menu, SoldOut};
use demitasse_tests::{Finished, Server, alone, program, run, within};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use crate::{default_menu, default_text};

/// Runs `demitasse menu` on these data.
async fn menu(data: &Path, args: &[&str]) -> Finished {
    let data = data.to_str().expect("text");
    run(["menu"].iter().chain(args).chain(&["--data", data])).await
}

/// What it prints where it goes well.
async fn said(data: &Path, args: &[&str]) -> String {
    let finished = menu(data, args).await;
    assert!(finished.status.success(), "{args:?}: {}", finished.stderr);
    finished.stdout
}

/// A file with this text.
fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("it takes a file");
    path.to_str().expect("text").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_goes_out_is_changed_and_comes_in_whether_the_bar_serves_or_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    check_round(&data, folder.path(), "before").await;
    let server = Server::serve(&data).await;
    assert_eq!(server.staff.manager.menu().await.expect("anyone may").drinks[0].name, "before");
    check_round(&data, folder.path(), "serving").await;
    assert_eq!(server.staff.manager.menu().await.expect("anyone may").drinks[0].name, "serving");
    assert!(server.stop().await.success());
    check_round(&data, folder.path(), "after").await;
}

/// Exports, renames the first drink, imports, and reads it back.
async fn check_round(data: &Path, folder: &Path, name: &str) {
    let path = folder.join(format!("{name}.toml"));
    let path = path.to_str().expect("text");
    said(data, &["export", path]).await;
    let refused = menu(data, &["export", path]).await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stderr.contains("is there already"), "{}", refused.stderr);
    let text = fs::read_to_string(path).expect("it was written");
    let old: Menu = toml::from_str(&text).expect("a menu");
    let renamed = text.replacen(
        &format!("name = \"{}\"", old.drinks[0].name),
        &format!("name = \"{name}\""),
        1,
    );
    fs::write(path, renamed).expect("it takes a file");
    let told = said(data, &["import", path]).await;
    assert_eq!(
        told,
        format!("The menu is up: 10 drinks, 6 questions, 3 ingredients.\nChanged: {name}.\n")
    );
    let now: Menu = serde_json::from_str(&said(data, &["show", "--json"]).await).expect("JSON");
    assert_eq!(now.drinks[0].name, name);
    assert_eq!(now.drinks[1..], old.drinks[1..]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_run_out_is_marked_by_any_word_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let out: SoldOut =
        serde_json::from_str(&said(data, &["sold-out", "oat milk", "tea", "--json"]).await)
            .expect("JSON");
    assert_eq!((out.drinks, out.ingredients), (vec!["tea".into()], vec!["oat-milk".into()]));
    let server = Server::serve(data).await;
    assert_eq!(
        said(data, &["back", "Tea"]).await,
        "There again: Tea.\nCannot be had now: Milk: Oat, A splash of milk: Splash of oat.\n"
    );
    let refused = menu(data, &["sold-out", "cortado", "capuccino"]).await;
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        refused.stderr,
        "demitasse: nothing on the menu is called \"capuccino\"; did you mean \"cappuccino\"?\n"
    );
    let shown = said(data, &["show"]).await;
    assert!(shown.contains("oat-milk        Oat milk - sold out\n"), "{shown}");
    assert!(shown.contains("oat             Oat - sold out: no Oat milk\n"), "{shown}");
    assert!(shown.contains("cortado         Cortado\n"), "nothing was marked: {shown}");
    assert_eq!(
        said(data, &["back", "Oat milk"]).await,
        "There again: Oat milk.\nEverything can be had now.\n"
    );
    assert!(server.stop().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_faults_is_told_all_of_them_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = default_text().replacen("icon = \"espresso\"", "icon = \"expresso\"", 1).replacen(
        "groups = [\"milk\", \"coffee\"]",
        "grups = [\"milk\"]",
        1,
    );
    let line =
        |word: &str| text.lines().position(|line| line.contains(word)).expect("it is there") + 1;
    let path = file(folder.path(), "bar.toml", &text);
    let told = format!(
        "demitasse: the menu cannot be used:\n  {path}:{}: drink espresso: there is no icon \"expresso\"; did you mean \
         \"espresso\"?\n  {path}:{}: drink cortado: there is no key \"grups\"; did you mean \"groups\"?\n",
        line("expresso"),
        line("grups")
    );
    let checked = run(["menu", "check", &path]).await;
    assert_eq!((checked.status.code(), checked.stderr), (Some(1), told.clone()));
    let imported = menu(folder.path(), &["import", &path]).await;
    assert_eq!((imported.status.code(), imported.stderr), (Some(1), told));
    let now: Menu =
        serde_json::from_str(&said(folder.path(), &["show", "--json"]).await).expect("JSON");
    assert_eq!(now, default_menu());

    let json = run(["menu", "check", "--json", &path]).await;
    let answer: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!((json.status.code(), answer["ok"].as_bool()), (Some(1), Some(false)));
    assert_eq!(answer["faults"][1]["line"], line("grups"));
    let good = file(folder.path(), "good.toml", &default_text());
    let checked = run(["menu", "check", &good]).await;
    let told = format!("{good} is a good menu: 10 drinks, 6 questions, 3 ingredients.\n");
    assert_eq!((checked.status.code(), checked.stdout), (Some(0), told));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_that_is_given_to_a_bar_that_has_one_is_told_where_it_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let mocha = "[[drinks]]\nid = \"mocha\"\nname = \"Mocha\"\nicon = \"chocolate\"\n";
    let path = file(folder.path(), "bar.toml", mocha);
    let server = Server::serve_with(
        &data,
        &["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--menu", &path],
    )
    .await;
    assert_eq!(server.staff.manager.menu().await.expect("anyone may").drinks[0].name, "Mocha");
    assert!(server.stop().await.success());

    let other = file(folder.path(), "other.toml", &default_text());
    let mut serve = Command::new(program("demitasse"));
    alone(serve.as_std_mut());
    let mut child = serve
        .args(["serve", "--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--menu", &other])
        .args(["--data", data.to_str().expect("text")])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("it can be started");
    let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
    let told = within("a word about the menu", async {
        while let Some(line) = lines.next_line().await.expect("it can be read") {
            if line.contains("demitasse menu import") {
                return line;
            }
        }
        panic!("it says nothing about the menu");
    });
    assert!(told.await.contains(&format!("{other} is another one: it is not put up")));
    within("it to end", child.kill()).await.expect("it ran until now");
}

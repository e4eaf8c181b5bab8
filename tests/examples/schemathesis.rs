//! The API, held to its document by a judge that is not ours: `cargo xtask torture schemathesis`.
//!
//! An open bar with everybody in it, and schemathesis as each of them: it makes requests of what the
//! document says, good and bad ones, and holds the answers to it.

use std::ffi::OsStr;
use std::process::ExitCode;

use demitasse_shared::api::{Role, route};
use demitasse_tests::{OpenBar, source};
use reqwest::header::SET_COOKIE;
use serde_json::json;
use tokio::process::Command;

/// What is judged of each answer: that it is none of a server that is at a loss, and that its status,
/// its kind, its headers and its body are what the document says; and that bad requests are refused.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance,negative_data_rejection";

/// What has no end, or looks at the whole machine each time.
const LEFT_OUT: [&str; 2] = [route::LIVE, route::DOCTOR];

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    let [schemathesis, examples, seed] = &words[..] else { return ExitCode::FAILURE };
    let bar = OpenBar::with_drinks(1_000).await;
    let mut broken = 0;
    for (who, credential) in people(&bar).await {
        tell(&format!("\nas {who}"));
        let mut judge = judge(&bar, schemathesis);
        judge.arg("--max-examples").arg(examples).arg("--seed").arg(seed);
        if let Some(credential) = credential {
            judge.args(["--header", &credential]);
        }
        let ended = judge.status().await.expect("schemathesis can be started");
        broken += u32::from(!ended.success());
    }
    if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn judge(bar: &OpenBar, program: &OsStr) -> Command {
    let mut judge = Command::new(program);
    judge.arg("run").arg(source::root().join("assets/openapi.json"));
    judge.args(["--url", bar.home().trim_end_matches('/'), "--checks", CHECKS]);
    for path in LEFT_OUT {
        judge.args(["--exclude-path", path]);
    }
    // Any text is a list of badges.
    judge.args(["--exclude-path", route::BADGES]);
    let way = ["--generation-database", "none", "--suppress-health-check", "all"];
    judge.args(way).args(["--phases", "examples,coverage,fuzzing", "--no-color"]);
    judge.kill_on_drop(true);
    judge
}

/// Everybody who asks, and the header by which each is known.
async fn people(bar: &OpenBar) -> Vec<(&'static str, Option<String>)> {
    let mut people = vec![("nobody", None)];
    let guest = reqwest::Client::new().post(format!("{}api/session", bar.home()));
    let answer = guest.json(&json!({ "name": "Ana" })).send().await.expect("the bar answers");
    let cookie = answer.headers().get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
    let cookie = cookie.and_then(|cookie| cookie.split(';').next()).expect("a session begins");
    people.push(("a guest", Some(format!("Cookie: {cookie}"))));
    let roles =
        [("a display", Role::Display), ("a barista", Role::Barista), ("a manager", Role::Manager)];
    for (who, role) in roles {
        let token = bar.staff().token(role, who).await;
        people.push((who, Some(format!("Authorization: Bearer {token}"))));
    }
    people
}

#[expect(clippy::print_stderr, reason = "a command for people")]
fn tell(words: &str) {
    eprintln!("{words}");
}

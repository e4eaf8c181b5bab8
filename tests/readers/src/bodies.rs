//! JSON: bodies of requests and answers, and what devices keep.

use std::sync::LazyLock;

use demitasse::domain::menu;
use demitasse::menu_file;
use demitasse_shared::api::{
    Claim, Marks, NewAnnouncement, NewPairing, ShopChange, SignIn, Submit,
};
use demitasse_shared::client::{LocalServer, Paired};
use demitasse_shared::error::Problem;
use demitasse_shared::journal::JournalPage;
use demitasse_shared::menu::Menu;
use demitasse_shared::report::Report;
use demitasse_shared::settings::Settings;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::files::USUAL_MENU;
use crate::{Reader, bytes};

/// Bodies of requests and answers.
pub(crate) const BODIES: Reader =
    Reader { name: "bodies", share: 4_000, good: || bytes(GOOD_BODIES), read: body };

/// What devices keep of a pairing, what a server leaves for programs of its machine, and refusals.
pub(crate) const PAIRINGS: Reader =
    Reader { name: "pairings", share: 1_000, good: || bytes(GOOD_PAIRINGS), read: pairing };

static MENU: LazyLock<Menu> = LazyLock::new(|| menu_file::read(USUAL_MENU).expect("a good menu"));

const GOOD_BODIES: &[&str] = &[
    r#"{"name":"Ana","code":"0123456789ABCDEF"}"#,
    r#"{"drink":"flat-white","options":["oat","decaf"],"note":"hot"}"#,
    r#"{"open":false,"opens_at":"2022-10-14T14:00:00Z"}"#,
    r#"{"pause_minutes":5}"#,
    r#"{"text":"Last orders","minutes":30}"#,
    r#"{"role":"display","name":"Door"}"#,
    r#"{"code":"0000-0000","device":"X"}"#,
    r#"{"window_minutes":5,"window_drinks":10,"grace_seconds":20,"capacity":60}"#,
    r#"{"drinks":[{"id":"tea","name":"Tea","options":[{"id":"milk","name":"Milk","min":0,"max":1,"choices":[{"id":"oat","name":"Oat"}]}]}]}"#,
    r#"{"entries":[{"seq":7,"at":"2022-10-14T12:51:00Z","kind":"shop_opened","actor":{"kind":"local"},"data":{}}]}"#,
];

const GOOD_PAIRINGS: &[&str] = &[
    r#"{"server":"http://192.168.1.7:8080","token":"0123456789ABCDEF","name":"Ana"}"#,
    r#"{"url":"http://127.0.0.1:8080","token":"0123456789ABCDEF","ssh":"[::1]:2222"}"#,
    r#"{"type":"about:blank","title":"Wrong code","status":403,"detail":"No.","code":"wrong_code"}"#,
];

fn body(input: &[u8]) {
    drop(serde_json::from_slice::<ShopChange>(input));
    drop(serde_json::from_slice::<JournalPage>(input));
    drop(serde_json::from_slice::<Report>(input));
    same::<SignIn>(input);
    same::<NewAnnouncement>(input);
    same::<NewPairing>(input);
    same::<Claim>(input);
    if let Ok(settings) = serde_json::from_slice::<Settings>(input) {
        let fits = Settings::RULES.iter().all(|rule| {
            let value = settings.get(rule.name);
            value.is_some_and(|value| (rule.min..=rule.max).contains(&value))
        });
        assert_eq!(settings.check().is_ok(), fits, "{settings:?}");
    }
    if let Ok(submit) = serde_json::from_slice::<Submit>(input) {
        drop(menu::choose(&MENU, &submit));
    }
    if let Ok(new) = serde_json::from_slice::<Menu>(input)
        && menu::check(&new).is_ok()
    {
        let put = menu::replace(&MENU, new, Marks::default());
        assert!(put.is_ok_and(|menu| menu::check(&menu).is_ok()));
    }
}

fn pairing(input: &[u8]) {
    same::<Paired>(input);
    same::<LocalServer>(input);
    drop(serde_json::from_slice::<Problem>(input));
}

/// What is understood is written so that it is understood as the same.
fn same<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(input: &[u8]) {
    let Ok(read) = serde_json::from_slice::<T>(input) else { return };
    let written = serde_json::to_vec(&read).expect("plain data");
    let again = serde_json::from_slice::<T>(&written);
    assert_eq!(again.ok().as_ref(), Some(&read));
}

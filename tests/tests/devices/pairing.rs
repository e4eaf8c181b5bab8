//! Pairing while somebody tries codes out.

use demitasse_shared::api::{Claim, NewPairing, Role};
use demitasse_shared::client::Client;
use demitasse_shared::error::RefusalCode;
use demitasse_tests::{Bar, refusal};
use jiff::SignedDuration;

/// Wrong codes that make the bar wary (`domain::limits::PAIRING_TRIES`).
const TRIES: u32 = 300;

async fn claim(stranger: &Client, code: &str) -> Result<(), RefusalCode> {
    let claim = Claim { code: code.to_owned(), device: "A test".to_owned() };
    let claimed = stranger.claim(&claim).await;
    if claimed.is_ok() { Ok(()) } else { Err(refusal(claimed).code) }
}

#[tokio::test(flavor = "multi_thread")]
async fn honest_staff_pair_whatever_others_try() {
    let bar = Bar::open_at("2026-05-13T08:00:00Z").await;
    let stranger = bar.staff.nobody();
    let early = bar.staff.code("Rui").await;
    for _ in 0..TRIES {
        assert_eq!(claim(&stranger, "0000-0000").await, Err(RefusalCode::WrongCode));
    }
    assert_eq!(claim(&stranger, &early).await, Err(RefusalCode::TooManyTries), "a short one");

    let new = NewPairing { role: Role::Barista, name: "Ana".to_owned() };
    let long = bar.staff.manager.pair(&new).await.expect("a manager may").code;
    assert_eq!(long.len(), 16, "{long}");
    let guess = "0".repeat(16);
    assert_eq!(claim(&stranger, &guess).await, Err(RefusalCode::WrongCode));
    assert_eq!(claim(&stranger, &long).await, Ok(()));
    assert_eq!(claim(&stranger, &long).await, Err(RefusalCode::WrongCode), "good once");

    bar.advance(SignedDuration::from_secs(601));
    let later = bar.staff.code("Rui").await;
    assert_eq!(later.len(), 8, "{later}");
    assert_eq!(claim(&stranger, &later).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_names_the_page_that_takes_it() {
    let bar = Bar::open_at("2026-05-13T08:00:00Z").await;
    let manager = &bar.staff.manager;
    let pages =
        [(Role::Barista, "barista"), (Role::Manager, "barista"), (Role::Display, "display")];
    for (role, page) in pages {
        let pairing = manager.pair(&NewPairing { role, name: "Ana".to_owned() }).await;
        let pairing = pairing.expect("a manager may");
        let url = format!("{}/{page}#{}", manager.base(), pairing.code);
        assert_eq!(pairing.url, Some(url));
    }
}

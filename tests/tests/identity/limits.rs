//! How many messages the bar sends.

use crate::browser::Browser;
use crate::post::open_bar;

/// Moments at which one session may ask again.
const TIMES: [&str; 5] = [
    "2022-10-14T12:51:00Z",
    "2022-10-14T12:52:00Z",
    "2022-10-14T12:53:00Z",
    "2022-10-14T12:54:00Z",
    "2022-10-14T12:55:00Z",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_gets_five_messages_an_hour_whatever_it_types() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    for (number, time) in TIMES.iter().enumerate() {
        bar.advance_to(time);
        ana.ask_code(&format!("ana{number}@example.org")).await.granted();
    }
    bar.advance_to("2022-10-14T13:50:59.999Z");
    let no = ana.ask_code("ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(no.text("retry_at"), "2022-10-14T13:51:00Z");
    assert_eq!(post.letters().len(), 5);
    bar.advance_to("2022-10-14T13:51:00Z");
    ana.ask_code("ana@example.org").await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_gets_five_messages_an_hour_whoever_types_it() {
    let (bar, post) = open_bar().await;
    for time in TIMES {
        bar.advance_to(time);
        Browser::at(&bar).ask_code("ana@example.org").await.granted();
    }
    let no = Browser::at(&bar).ask_code("Ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(no.text("retry_at"), "2022-10-14T13:51:00Z");
    assert_eq!(post.letters().len(), 5);
    Browser::at(&bar).ask_code("ben@example.org").await.granted();
    bar.advance_to("2022-10-14T13:51:00Z");
    Browser::at(&bar).ask_code("ana@example.org").await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_ask_at_once_all_get_their_own_code() {
    let (bar, post) = open_bar().await;
    let mut phones = Vec::new();
    for number in 0..20 {
        let mut phone = Browser::at(&bar);
        phones.push(tokio::spawn(async move {
            phone.ask_code(&format!("guest{number}@example.org")).await.granted();
            (number, phone)
        }));
    }
    let mut waiting = Vec::new();
    for phone in phones {
        waiting.push(phone.await.expect("no panic"));
    }
    let letters = post.letters();
    for (number, mut phone) in waiting {
        let to = format!("guest{number}@example.org");
        let letter = letters.iter().find(|letter| letter.to == to).expect("it came");
        phone.verify(letter.code()).await.granted();
    }
}

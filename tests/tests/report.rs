//! The day in figures, and who did what: told from what happened, by the clock that the story moves.

use std::collections::BTreeMap;

use demitasse_shared::api::{Role, ShopChange, route};
use demitasse_shared::client::{Client, fresh_key};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::journal::{Doer, JournalEntry, JournalQuery};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::{Order, OrderState, Party, Step};
use demitasse_shared::report::{Expired, Report, Waiting};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, at, fetch, flat_white, refusal};
use jiff::SignedDuration;
use jiff::civil::date;

/// A bar in Lisbon, an hour ahead of UTC, with room for all that a story does.
async fn roomy_bar(time: &str) -> Bar {
    let bar = Bar::in_zone(time, "Europe/Lisbon").await;
    bar.staff.rule(&Settings { window_minutes: 60, ..Settings::default() }).await;
    bar.staff.open().await;
    bar
}

async fn today(bar: &Bar) -> Report {
    bar.staff.manager.report(None).await.expect("a manager may read it")
}

async fn take(barista: &Client, id: OrderId, steps: &[Step]) -> Order {
    let mut order = None;
    for step in steps {
        let reason = (*step == Step::Cancel).then_some("Out of milk");
        order = Some(barista.step(id, *step, reason).await.expect("it is theirs"));
    }
    order.expect("a step")
}

/// How often guests heard no, by the reason.
fn turned_away(report: &Report) -> BTreeMap<RefusalCode, u32> {
    report.turned_away.iter().map(|reason| (reason.code, reason.count)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_told_in_figures_by_the_venues_clock() {
    use Step::{Cancel, Collect, Complete, Make, Recall};
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let (rui, zoe) = (bar.staff.barista("Rui").await, bar.staff.barista("Zoe").await);
    let (_, fetched) = bar.staff.order("Ana").await;
    let (_, recalled) = bar.staff.order("Ben").await;
    let (cem, withdrawn) = bar.staff.order("Cem").await;
    let (_, cancelled) = bar.staff.order("Dora").await;
    cem.step(withdrawn.id, Cancel, None).await.expect("nobody has begun");
    take(&rui, cancelled.id, &[Make, Cancel]).await;
    bar.advance(SignedDuration::from_secs(90));
    take(&rui, fetched.id, &[Make, Complete, Collect]).await;
    take(&rui, recalled.id, &[Make, Complete]).await;
    bar.advance_to("2022-10-14T09:01:00Z");
    take(&zoe, recalled.id, &[Recall, Complete]).await;
    let walk_up = zoe.walk_up(&flat_white(), "one").await.expect("it is on the menu");

    let day = today(&bar).await;
    assert_eq!((day.day, day.at), (date(2022, 10, 14), at("2022-10-14T09:01:00Z")));
    assert_eq!((day.redeemed, day.walk_ups, day.submitted), (4, 1, 5));
    assert_eq!((day.under_way, day.served, day.collected, day.aged_out), (1, 2, 1, 0));
    let reasons: Vec<_> = day.cancelled.iter().map(|c| (c.by, c.reason.as_deref())).collect();
    assert_eq!(reasons, [(Party::Bar, Some("Out of milk")), (Party::Guest, None)]);
    assert_eq!(day.waiting, Some(Waiting { p50: 90, p95: 660, max: 660 }));
    let hours: Vec<_> = day.hours.iter().map(|h| (h.hour, h.submitted, h.served)).collect();
    assert_eq!(hours, [(9, 4, 1), (10, 1, 1)], "Lisbon's hours; the recalled drink once");
    let baristas: Vec<_> = day.baristas.iter().map(|b| (b.name.as_str(), b.served)).collect();
    assert_eq!(baristas, [("Rui", 1), ("Zoe", 1)], "whoever made it for good");
    assert_eq!((day.drinks.len(), day.drinks[0].count, day.drinks[0].served), (1, 5, 2));
    assert_eq!((day.options[0].option.as_str(), day.options[0].count), ("oat", 5));

    bar.advance_to("2022-10-14T09:20:00Z");
    monitor.board("nothing left", |board| board.orders().next().is_none()).await;
    let day = today(&bar).await;
    assert_eq!((day.under_way, day.served, day.collected, day.aged_out), (0, 2, 2, 1));
    assert_eq!(day.expired, Expired { guest: 0, bar: 1 }, "nobody made {}", walk_up.id);
    let yesterday = bar.staff.manager.report(Some(date(2022, 10, 13))).await.expect("a day");
    assert_eq!((yesterday.redeemed, yesterday.hours, yesterday.waiting), (0, vec![], None));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_guest_was_told_is_kept_and_held_against_what_came() {
    use Step::{Complete, Make};
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let rui = bar.staff.barista("Rui").await;
    for _ in 0..8 {
        let order = rui.walk_up(&flat_white(), &fresh_key().expect("random")).await;
        let order = order.expect("it is on the menu");
        take(&rui, order.id, &[Make]).await;
        bar.advance(SignedDuration::from_secs(45));
        take(&rui, order.id, &[Complete]).await;
    }
    let (_, first) = bar.staff.order("Ana").await;
    let told = first.promised.expect("the bar knows its pace by now");
    assert_eq!(Some(told), first.estimate, "what is kept is what was told");
    let (_, second) = bar.staff.order("Ben").await;
    assert_eq!(second.promised, second.estimate);
    assert!(second.promised.expect("told").to > told.to, "Ana is before Ben");

    take(&rui, first.id, &[Make]).await;
    bar.advance_to("2022-10-14T09:05:00Z");
    let late = take(&rui, first.id, &[Complete]).await;
    assert_eq!(late.promised, Some(told), "it stays as it was told");
    let bar = bar.restart_at("2022-10-14T09:05:01Z").await;
    let kept = bar.staff.manager.order(first.id).await.expect("a manager sees it");
    assert_eq!(kept.promised, Some(told), "it is on the disk");
    let promises = today(&bar).await.promises.expect("one was told and served");
    assert_eq!((promises.told, promises.within, promises.later), (1, 0, 1), "no walk-up was told");
    let late_by = at("2022-10-14T09:05:00Z").as_second() - told.to.as_second();
    assert_eq!(promises.later_by.map(|by| i64::from(by.max)), Some(late_by));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_turned_away_is_counted_by_the_reason() {
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let code = bar.staff.window().await.code;
    let (ana, _) = bar.staff.order("Ana").await;
    refusal(ana.redeem("0000000000000000").await);
    let ben = bar.staff.guest("Ben").await;
    let place = ben.redeem(&code).await.expect("there is room");
    refusal(
        ben.submit(
            place.id,
            &demitasse_shared::api::Submit { drink: "beer".into(), ..flat_white() },
        )
        .await,
    );
    let close = ShopChange { open: Some(false), ..ShopChange::default() };
    bar.staff.manager.set_shop(&close).await.expect("a manager may close");
    refusal(bar.staff.guest("Cem").await.redeem(&code).await);
    let server = bar.staff.manager.base().trim_start_matches("http://").parse().expect("it");
    let page = fetch(server, &format!("/Q/{code}"), &["Accept: text/html"]).await;
    assert!(page.head.starts_with("HTTP/1.1 409"), "{}", page.head);

    let expected = BTreeMap::from([
        (RefusalCode::WrongCode, 1),
        (RefusalCode::UnknownDrink, 1),
        (RefusalCode::ShopClosed, 2),
    ]);
    assert_eq!(turned_away(&today(&bar).await), expected, "at once");
    let bar = bar.restart_at("2022-10-14T08:51:00Z").await;
    assert_eq!(turned_away(&today(&bar).await), expected, "it is kept");
    refusal(bar.staff.guest("Dora").await.redeem(&code).await);
    assert_eq!(turned_away(&today(&bar).await)[&RefusalCode::ShopClosed], 3, "and goes on");

    bar.advance_to("2022-10-14T23:00:00Z");
    assert_eq!(turned_away(&today(&bar).await), BTreeMap::new(), "midnight in Lisbon");
    let friday = bar.staff.manager.report(Some(date(2022, 10, 14))).await.expect("a day");
    assert_eq!(turned_away(&friday)[&RefusalCode::ShopClosed], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_says_who_did_what_and_names_no_guest() {
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let rui = bar.staff.barista("Rui").await;
    let (_, order) = bar.staff.order("Zebulonia").await;
    take(&rui, order.id, &[Step::Make]).await;
    bar.advance_to("2022-10-14T10:00:00Z");

    let manager = &bar.staff.manager;
    let query = JournalQuery { limit: Some(500), ..JournalQuery::default() };
    let all = manager.journal(&query).await.expect("a manager may read it").entries;
    let text = serde_json::to_string(&all).expect("JSON");
    assert!(!text.contains("Zebulonia") && text.contains("Rui"), "{text}");
    let about = |entry: &&JournalEntry| entry.order == Some(order.id);
    let told: Vec<_> = all.iter().filter(about).map(|e| (e.kind.as_str(), &e.by)).collect();
    let by_rui = &told[2].1;
    assert!(matches!(by_rui, Doer::Device { name: Some(name), .. } if name == "Rui"), "{told:?}");
    let kinds = ["order_reserved", "order_submitted", "order_making"];
    assert_eq!(told.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), kinds);
    assert_eq!((told[0].1, told[1].1), (&Doer::Guest, &Doer::Guest));
    for entry in all.iter().filter(about) {
        assert_eq!(entry.number, Some(1), "{}: known by its number from the start", entry.kind);
        let LiveEvent::Order { order: then, .. } = &entry.event else { panic!("{entry:?}") };
        assert_eq!(then.id, order.id);
    }
    assert!(all.iter().any(|entry| entry.by == Doer::Local && entry.kind == "shop_opened"));
    assert!(all.iter().any(|entry| entry.by == Doer::Bar && entry.kind == "window_opened"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_can_be_walked_from_both_ends() {
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    bar.staff.order("Ana").await;
    let manager = &bar.staff.manager;
    let last = manager.board().await.expect("a manager sees it").seq;
    let seqs = async |query: JournalQuery| -> Vec<i64> {
        let page = manager.journal(&query).await.expect("a manager may read it");
        page.entries.iter().map(|entry| entry.seq.0).collect()
    };
    let (mut forth, mut back) = (Vec::new(), Vec::new());
    loop {
        let seen = Seq(forth.last().copied().unwrap_or_default());
        let page = seqs(JournalQuery::after(seen, 2)).await;
        if page.is_empty() {
            break;
        }
        forth.extend(page);
    }
    let mut page = seqs(JournalQuery::latest(2)).await;
    while let Some(&first) = page.last() {
        back.extend(page);
        page = seqs(JournalQuery::before(Seq(first), 2)).await;
    }
    assert_eq!(forth, (1..=last.0).collect::<Vec<_>>());
    back.reverse();
    assert_eq!(back, forth);
    assert_eq!(seqs(JournalQuery::default()).await, forth, "a hundred rows fit");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_walk_up_order_sent_again_is_one_order() {
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let (rui, zoe) = (bar.staff.barista("Rui").await, bar.staff.barista("Zoe").await);
    let key = fresh_key().expect("random");
    let oat = flat_white();
    let (one, two) = tokio::join!(rui.walk_up(&oat, &key), rui.walk_up(&oat, &key));
    let order = one.expect("it is on the menu");
    assert_eq!(two.expect("the same"), order);

    let other = zoe.walk_up(&flat_white(), &key).await.expect("another device's key");
    assert_eq!((order.number, other.number), (Some(1), Some(2)));
    let tea =
        demitasse_shared::api::Submit { drink: "tea".into(), options: Vec::new(), note: None };
    let no = refusal(rui.walk_up(&tea, &key).await);
    assert_eq!((no.code, no.order), (RefusalCode::InvalidRequest, Some(order.id)));

    take(&rui, order.id, &[Step::Make, Step::Cancel]).await;
    let bar = bar.restart_at("2022-10-14T08:55:00Z").await;
    bar.staff.manager.mark_drink(&"flat-white".into(), false).await.expect("known");
    let late = rui.walk_up(&flat_white(), &key).await.expect("whatever has become of it");
    assert_eq!((late.id, late.state), (order.id, OrderState::Cancelled));
    assert_eq!(today(&bar).await.walk_ups, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_was_refused_is_free_again() {
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let rui = bar.staff.barista("Rui").await;
    rui.mark_drink(&"flat-white".into(), false).await.expect("known");
    let no = refusal(rui.walk_up(&flat_white(), "key").await);
    assert_eq!(no.code, RefusalCode::DrinkSoldOut);
    rui.mark_drink(&"flat-white".into(), true).await.expect("known");
    let order = rui.walk_up(&flat_white(), "key").await.expect("nothing stands behind it yet");
    assert_eq!(order.number, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_collected_orders_are_listed_by_when_they_were() {
    use Step::{Collect, Complete, Make};
    let bar = roomy_bar("2022-10-14T08:50:00Z").await;
    let rui = bar.staff.barista("Rui").await;
    let mut ids = Vec::new();
    for name in ["Ana", "Ben", "Cem", "Dora"] {
        ids.push(bar.staff.order(name).await.1.id);
    }
    for id in [ids[2], ids[0], ids[1]] {
        bar.advance(SignedDuration::from_secs(10));
        take(&rui, id, &[Make, Complete, Collect]).await;
    }
    let listed = async |state, limit| -> Vec<OrderId> {
        let orders = rui.orders_in(state, limit).await.expect("a barista may");
        orders.iter().map(|order| order.id).collect()
    };
    assert_eq!(listed(OrderState::Collected, 2).await, [ids[1], ids[0]]);
    assert_eq!(listed(OrderState::Collected, 1_000).await, [ids[1], ids[0], ids[2]]);
    assert_eq!(listed(OrderState::Waiting, 10).await, [ids[3]]);
    assert_eq!(listed(OrderState::Expired, 10).await, []);
    let newest_first: Vec<_> = ids.iter().rev().copied().collect();
    let all = rui.orders().await.expect("a barista may").orders;
    assert_eq!(all.iter().map(|order| order.id).collect::<Vec<_>>(), newest_first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_can_ask_who_it_is() {
    let bar = Bar::at("2022-10-14T08:50:00Z").await;
    for (role, name) in [(Role::Barista, "Rui"), (Role::Manager, "Zoe"), (Role::Display, "Door")] {
        let device = bar.staff.device(role, name).await.device().await.expect("it is paired");
        assert_eq!((device.role, device.name.as_str()), (role, name));
    }
    let local = bar.staff.manager.device().await.expect("the bar's own user");
    assert_eq!((local.id.0, local.role), (0, Role::Manager));
    let nobody = refusal(bar.staff.nobody().device().await);
    assert_eq!(nobody.code, RefusalCode::NotSignedIn, "{}", route::DEVICE);
}

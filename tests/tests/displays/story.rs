use demitasse_shared::api::{Claim, Role};
use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, Tablets};

use crate::{DRINKS, hang_up, scan, shown};

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_is_paired_by_its_own_kind_of_code_and_by_no_other() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let mut monitors = Tablets::monitors().await;
    let page = format!("{}display", bar.home());
    monitors.does(0, "open", &page).await;
    assert_eq!(monitors.does(0, "axe", "").await, "[]");
    monitors.does(0, "pair", "0000-0000").await;
    monitors.does(0, "says", "This pairing code is not good").await;

    let for_staff = bar.staff().code("Ana").await;
    monitors.does(0, "pair", &for_staff).await;
    monitors.does(0, "says", "This pairing code is for staff").await;
    assert_eq!(monitors.does(0, "axe", "").await, "[]");
    let claim = Claim { code: for_staff, device: "A terminal".to_owned() };
    let claimed = bar.staff().nobody().claim(&claim).await.expect("it has stayed good");
    assert_eq!(claimed.role, Role::Barista);

    // A code does not belong into an address: nothing comes of it there, and it stays good.
    let code = bar.staff().code_for(Role::Display, "Wall").await;
    monitors.does(0, "open", &format!("{page}?code={code}")).await;
    monitors.does(0, "pair", &code).await;
    monitors.does(0, "code", "").await;
    monitors.does(0, "reload", "").await;
    monitors.does(0, "code", "").await;
    assert_eq!(monitors.does(0, "faults", "").await, "[]");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_goes_over_the_panel_from_the_code_to_the_counter() {
    let (bar, mut monitors) = shown().await;
    for size in ["1280x720", "1920x1080", "1080x1920", "2560x1080"] {
        monitors.does(0, "turn", size).await;
        let said = scan(&mut monitors).await;
        assert!(bar.has_shown(&said).await, "{said} at {size}");
    }
    bar.queue(1).await;
    monitors.does(0, "shows", "preparing 1").await;
    monitors.does(0, "says", "Flat white").await;
    bar.step(Step::Make).await;
    bar.step(Step::Complete).await;
    monitors.does(0, "shows", "ready 1").await;
    assert_eq!(monitors.does(0, "whole", "").await, "[]");
    assert_eq!(monitors.does(0, "faults", "").await, "[]");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_monitors_know_nothing_of_each_others_pairing() {
    let (bar, mut monitors) = shown().await;
    monitors.does(1, "open", &format!("{}display", bar.home())).await;
    monitors.does(1, "says", "Pairing code").await;
    let mut others = Tablets::monitors().await;
    hang_up(&mut others, &bar.home(), bar.staff()).await;
    bar.queue(1).await;
    others.does(0, "shows", "preparing 1").await;
    monitors.does(0, "shows", "preparing 1").await;
}

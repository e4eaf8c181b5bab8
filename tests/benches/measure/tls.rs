//! Phones on the live feed over the bar's own HTTPS: each keeps its secure line and its task, because
//! somebody has to encrypt what it hears.

use demitasse_tests::{Server, run};

use crate::children::{SERVER, child};
use crate::clock::pass;
use crate::crowd::Crowd;
use crate::figures::{mb, range};
use crate::phones::{SETTLE, TIMES, arrive, tell};
use crate::table::Table;
use crate::{disk, orders};

/// A venue's guests who came by https.
const PHONES: usize = 2_000;

pub(crate) async fn measure(table: &mut Table) {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let guests = arrive(&server.staff, PHONES).await;
    server.stop().await;
    let folder = data.path().to_str().expect("cargo's folder");
    let made = run(["tls", "init", "--data", folder]).await;
    assert!(made.status.success(), "{}", made.stderr);
    let own = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--tls", "own"];
    let server = Server::serve_with(data.path(), &own).await;

    pass(SETTLE).await;
    let before = child(SERVER).memory().own;
    let authority = demitasse::tls::Folder::of(data.path()).authority();
    let mut crowd = Crowd::over_tls(&guests, data.path(), server.address, &authority);
    crowd.until("everybody", |report| report.standing == PHONES).await;
    pass(SETTLE).await;
    let after = child(SERVER).memory().own;
    let phones = u64::try_from(PHONES).expect("few");
    let each = after.saturating_sub(before) / phones;
    table.row(
        "2,000 phones over TLS: memory of each",
        format!("{:.1} kB", kilobytes(each)),
        format!("{} before, {} with all of them", mb(before), mb(after)),
    );
    let told = tell(&server.staff, &mut crowd, PHONES).await;
    let busy = told.busy.as_secs_f64() * 1_000.0;
    table.row(
        "2,000 phones over TLS: one event to all, CPU",
        format!("{busy:.1} ms"),
        format!("the last has it after {} ms in {TIMES} times", range(told.lasts)),
    );
    drop(crowd);
    server.stop().await;
}

fn kilobytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).expect("a phone takes no gigabytes")) / 1_000.0
}

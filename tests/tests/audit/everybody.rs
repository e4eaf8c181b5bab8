//! Nobody is left out: axe finds nothing, and pages stay whole where there is little room.

use demitasse_tests::{Auditor, Gallery};
use serde_json::json;

use crate::PATIENCE;
use crate::findings::Walk;

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_light_and_in_the_dark() {
    let gallery = Gallery::open(&["en", "ar"]).await;
    let mut auditor = Auditor::new(PATIENCE).await;
    let wish = json!({ "addresses": gallery.addresses() });

    let walk: Walk = auditor.ask("axe", wish).await;

    auditor.close().await;
    walk.found_nothing();
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_stay_whole_on_a_narrow_phone_magnified_and_in_large_letters() {
    let gallery = Gallery::open(&["en", "de", "ar"]).await;
    let mut auditor = Auditor::new(PATIENCE).await;
    let views = json!([
        { "width": 320, "height": 568, "text": 100 },
        // 1280 × 1024 at 400 %.
        { "width": 320, "height": 256, "text": 100 },
        { "width": 320, "height": 568, "text": 200 },
        { "width": 390, "height": 844, "text": 200 },
    ]);

    let wish = json!({ "addresses": gallery.addresses(), "views": views });
    let walk: Walk = auditor.ask("reflow", wish).await;

    auditor.close().await;
    walk.found_nothing();
}

//! On a slow line an order is a matter of three seconds, whatever the machine does meanwhile.

use std::time::Duration;

use demitasse_tests::{Auditor, OpenBar, SlowLine, SlowOrder};

use crate::PATIENCE;

const CHOICE_WITHIN: Duration = Duration::from_millis(1_500);
const ORDER_WITHIN: Duration = Duration::from_secs(3);
const ORDER_BYTES: u32 = 23_000;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_on_a_slow_line_takes_three_seconds_of_it() {
    let bar = OpenBar::with_drinks(10).await;
    let mut auditor = Auditor::new(PATIENCE).await;
    let code = bar.staff().window().await.url;

    let order = SlowOrder::from(&mut auditor, &code, SlowLine::BAD_MINUTE).await;

    auditor.close().await;
    let choice = order.choice.network_time(SlowLine::BAD_MINUTE);
    let whole = choice + order.order.network_time(SlowLine::BAD_MINUTE);
    println!("choosing after {choice:?}, the number after {whole:?}, {} bytes", order.bytes());
    println!("{order:#?}");
    assert!(choice <= CHOICE_WITHIN, "choosing after {choice:?}");
    assert!(whole <= ORDER_WITHIN, "the number after {whole:?}");
    assert!(order.bytes() <= ORDER_BYTES, "{} bytes", order.bytes());
}

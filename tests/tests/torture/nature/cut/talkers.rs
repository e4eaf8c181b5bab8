//! Guests whose phones try until they are answered, whatever the Wi-Fi does.

use std::time::Duration;

use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::order::Order;
use demitasse_tests::flat_white;
use futures_util::future::join_all;
use tokio::sync::watch;
use tokio::time::timeout;

/// How long a guest waits for an answer before asking again.
const ANSWER_WITHIN: Duration = Duration::from_secs(4);

/// Lets all of these come at once, and answers with what each of them has in the end.
pub(super) async fn talk(
    bar: &Client,
    code: &str,
    names: impl IntoIterator<Item = String>,
    is_whole: &watch::Receiver<bool>,
) -> Vec<(Client, Order)> {
    let order = async |name: String| {
        let guest = insist(is_whole, || bar.sign_in(&name)).await;
        let place = insist(is_whole, || guest.redeem(code)).await;
        let choice = flat_white();
        let order = insist(is_whole, || guest.submit(place.id, &choice)).await;
        (guest, order)
    };
    join_all(names.into_iter().map(order)).await
}

/// Asks until there is an answer: every question names what it is about, so asking twice is safe.
/// Who hears that there is no network asks again once there is.
async fn insist<T>(
    is_whole: &watch::Receiver<bool>,
    question: impl AsyncFn() -> Result<T, ClientError>,
) -> T {
    let mut is_whole = is_whole.clone();
    loop {
        match timeout(ANSWER_WITHIN, question()).await {
            Ok(Ok(answer)) => return answer,
            Ok(Err(ClientError::Refused(problem))) => panic!("refused: {problem:?}"),
            Ok(Err(_no_network)) => {
                is_whole.wait_for(|whole| *whole).await.expect("the network stays");
            }
            Err(_no_answer) => {}
        }
    }
}

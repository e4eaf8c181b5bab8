//! Asks the server about the bar as a whole.

use demitasse_shared::api::Submit;
use demitasse_shared::client::{Client, ClientError, fresh_key};
use demitasse_shared::order::Order;

use super::failed;
use crate::effect::BarAsk;
use crate::msg::{BarAnswer, Failed};

/// Asks; the answer as a message.
pub(super) async fn ask(client: &Client, ask: BarAsk) -> BarAnswer {
    match ask {
        BarAsk::Device => BarAnswer::Device(told(client.device().await)),
        BarAsk::Mark { item, there } => {
            let answer = told(client.mark(&item, there).await);
            BarAnswer::Mark { item, there, answer }
        }
        BarAsk::WalkUp { submit, key } => walk_up(client, submit, key).await,
        BarAsk::Announce(new) => BarAnswer::Announce(told(client.announce(&new).await).map(drop)),
        BarAsk::TakeDown => BarAnswer::Announce(told(client.take_down().await)),
        BarAsk::Settings(settings) => {
            BarAnswer::Settings(told(client.set_settings(&settings).await))
        }
        BarAsk::Report => BarAnswer::Report(told(client.report(None).await).map(Box::new)),
        BarAsk::Journal(query) => BarAnswer::Journal(query, told(client.journal(&query).await)),
    }
}

fn told<T>(answer: Result<T, ClientError>) -> Result<T, Failed> {
    answer.map_err(|error| failed(&error))
}

/// Enters a walk-up order. Where the answer is lost it is asked again once, with the same key, so
/// that there is one order however often it arrived.
async fn walk_up(client: &Client, submit: Box<Submit>, key: Option<String>) -> BarAnswer {
    let Some(key) = key.or_else(|| fresh_key().ok()) else {
        return BarAnswer::WalkUp { submit, key: None, answer: Err(Failed::Unanswered) };
    };
    let mut answer = enter(client, &submit, &key).await;
    if answer == Err(Failed::Unanswered) {
        answer = enter(client, &submit, &key).await;
    }
    BarAnswer::WalkUp { submit, key: Some(key), answer }
}

async fn enter(client: &Client, submit: &Submit, key: &str) -> Result<Box<Order>, Failed> {
    told(client.walk_up(submit, key).await).map(Box::new)
}

//! Patience with the line: a call is made again until the server is back, for a bounded time.
//!
//! Asking again is safe, because each request names what it is about: a scan that is repeated
//! gets the same place, a step that has happened already is a success that changes nothing.

use std::time::Duration;

use demitasse_shared::client::ClientError;
use demitasse_shared::error::{Problem, RefusalCode};
use tokio::time::{Instant, sleep};

use super::pace;

/// How long the server may be away, in real time, before the replay gives up.
pub(super) const LINE_RETURNS_WITHIN: Duration = Duration::from_mins(1);

/// The first pause before a call is made again; it doubles from try to try.
const FIRST_PAUSE: Duration = Duration::from_millis(50);

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_millis(800);

/// What ends a replay early.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The server went away and stayed away.
    #[error("the bar was out of reach for {} seconds", LINE_RETURNS_WITHIN.as_secs())]
    Away(#[source] ClientError),
    /// The live feed fell silent and stayed silent.
    #[error("the bar's live feed was silent for {} seconds", LINE_RETURNS_WITHIN.as_secs())]
    Silent,
    /// The bar refused what the replay cannot do without.
    #[error("{what}: {}", .problem.detail)]
    Refused {
        /// What was asked for.
        what: &'static str,
        /// The bar's answer.
        problem: Box<Problem>,
    },
}

/// What the bar answered: yes, or no and why.
pub(super) type Answer<T> = Result<T, Box<Problem>>;

/// Makes a call until the bar answers it.
pub(super) async fn persist<T, F>(mut call: impl FnMut() -> F) -> Result<Answer<T>, Trouble>
where
    F: Future<Output = Result<T, ClientError>>,
{
    let give_up = pace::now() + LINE_RETURNS_WITHIN;
    let mut pause = FIRST_PAUSE;
    loop {
        match call().await {
            Ok(answer) => return Ok(Ok(answer)),
            Err(ClientError::Refused(no)) if no.code != RefusalCode::Unavailable => {
                return Ok(Err(no));
            }
            Err(error) => wait_for_line(give_up, pause, error).await?,
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// The same, for a call that the bar has no reason to refuse.
pub(super) async fn insist<T, F>(what: &'static str, call: impl FnMut() -> F) -> Result<T, Trouble>
where
    F: Future<Output = Result<T, ClientError>>,
{
    persist(call).await?.map_err(|problem| Trouble::Refused { what, problem })
}

async fn wait_for_line(
    give_up: Instant,
    pause: Duration,
    error: ClientError,
) -> Result<(), Trouble> {
    if pace::now() + pause > give_up {
        return Err(Trouble::Away(error));
    }
    sleep(pause).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn away() -> ClientError {
        ClientError::Foreign("nobody there".to_owned())
    }

    fn refused(code: RefusalCode) -> ClientError {
        ClientError::Refused(Box::new(Problem {
            code,
            title: code.title().to_owned(),
            status: code.status(),
            detail: "No.".to_owned(),
            order: None,
            by: None,
            retry_at: None,
        }))
    }

    #[tokio::test]
    async fn a_call_is_made_again_until_it_is_answered() {
        let calls = Cell::new(0);
        let answer = persist(|| {
            calls.set(calls.get() + 1);
            let call = calls.get();
            async move {
                match call {
                    1 => Err(away()),
                    2 => Err(refused(RefusalCode::Unavailable)),
                    _ => Ok(call),
                }
            }
        });
        assert_eq!(answer.await.expect("in time"), Ok(3));
    }

    #[tokio::test]
    async fn a_no_is_an_answer() {
        let answer = persist::<(), _>(|| async { Err(refused(RefusalCode::SoldOut)) });
        let no = answer.await.expect("in time").expect_err("sold out");
        assert_eq!(no.code, RefusalCode::SoldOut);
    }
}

use std::cell::Cell;

use futures_util::stream;
use tokio::time::interval;

use super::*;

/// What a bar says first.
const BOARD: &str = "event: snapshot\ndata: {\"seq\":7,\"at\":\"2022-10-14T12:00:00Z\",\"shop\":\
                     {\"name\":\"The bar\",\"state\":\"open\"},\"orders\":[]}\n\n";

/// Lets a reader listen to a line that says something once a second, after what it said at its
/// beginning; returns how many seconds the reader bore it, and why it did so no longer.
async fn listen(first: &'static str, every_second: &'static str) -> (u32, String) {
    let said = Cell::new(0);
    let line = stream::unfold(interval(Duration::from_secs(1)), |mut seconds| async {
        seconds.tick().await;
        let nth = said.replace(said.get() + 1);
        Some((Ok(if nth == 0 { first } else { every_second }), seconds))
    });
    let client = Client::new("http://127.0.0.1:1").expect("an address");
    let (updates, _heard) = mpsc::channel(UPDATE_QUEUE);
    match LiveReader::new(client).listen(Box::pin(line), &updates).await {
        Ended::Broken(why) => (said.get() - 2, why),
        Ended::Unheard | Ended::Refused(_) => panic!("somebody listens, and nobody said no"),
    }
}

#[tokio::test(start_paused = true)]
async fn bytes_that_say_nothing_are_no_sign_of_life() {
    let (seconds, why) = listen(BOARD, ": still here\n").await;
    assert!(seconds <= 10, "it was borne for {seconds} s");
    assert_eq!(why, SILENT);
}

#[tokio::test(start_paused = true)]
async fn a_board_may_come_slowly_and_not_for_ever() {
    let (seconds, why) = listen("event: snapshot\ndata: ", "[").await;
    assert!((50..=60).contains(&seconds), "it was borne for {seconds} s");
    assert_eq!(why, SILENT);
}

#[test]
fn whatever_breaks_off_at_once_is_asked_for_less_and_less_often() {
    let mut pauses = Pauses::default();
    let mut after = |beats| pauses.after(beats).as_millis();
    let broken: Vec<_> = (0..7).map(|_| after(1)).collect();
    assert_eq!(broken, [100, 200, 400, 800, 1_600, 1_600, 1_600]);
    assert_eq!([after(2), after(0), after(0)], [100, 200, 400], "a line that had lasted");
}

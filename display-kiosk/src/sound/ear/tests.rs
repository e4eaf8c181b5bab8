//! What rings, and what does not, as a table of looks at the counter.

use demitasse_shared::monitor::sample;

use super::*;

/// A second of the story.
fn at(seconds: f64) -> Timestamp {
    sample::sampled_at() + jiff::SignedDuration::from_secs_f64(1_000.0 + seconds)
}

/// The order of a number, ready since a second of the story; read from `NUMBER@SECOND`.
fn ready(word: &str) -> Order {
    let (number, second) = word.split_once('@').expect("NUMBER@SECOND");
    let number: u32 = number.parse().expect("a number");
    Order {
        id: OrderId(i64::from(number)),
        number: Some(number),
        ready_at: Some(at(second.parse().expect("a second"))),
        ..sample::orders(1, 0, 0).remove(0)
    }
}

/// Looks at a counter again and again. Each line is `SECOND: what stands ready -> what is heard`,
/// where `♪` is the chime.
#[track_caller]
fn check(mut ear: Ear, story: &str) {
    for line in story.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (look, expected) = line.split_once("->").expect(line);
        let (second, counter) = look.split_once(':').expect(line);
        let counter: Vec<_> = counter.split_whitespace().map(ready).collect();
        let news = ear.listen(counter.iter(), at(second.trim().parse().expect("a second")));
        let chime = news.rings.then(|| "♪".to_owned());
        let numbers = news.numbers.iter().map(u32::to_string);
        let heard: Vec<_> = chime.into_iter().chain(numbers).collect();
        assert_eq!(heard.join(" "), expected.trim(), "{line}");
    }
}

#[test]
fn a_number_rings_once_when_it_becomes_ready() {
    check(
        Ear::default(),
        "0: ->
         5: 1@5 -> ♪ 1
         5: 1@5 ->
         9: 1@5 ->
         12: 1@5 2@12 -> ♪ 2
         60: 2@12 ->
         61: ->",
    );
}

#[test]
fn a_batch_rings_once() {
    check(
        Ear::default(),
        "0: ->
         5: 1@5 -> ♪ 1
         5.1: 1@5 2@5.1 -> 2
         6.9: 1@5 2@5.1 3@6.9 -> 3
         7.0: 1@5 2@5.1 3@6.9 4@7 -> ♪ 4
         8.9: 1@5 2@5.1 3@6.9 4@7 5@8.9 6@8.9 -> 5 6",
    );
}

#[test]
fn a_monitor_that_starts_is_silent_about_what_stands_there() {
    check(
        Ear::default(),
        "100: 1@20 2@99.9 ->
         101: 1@20 2@99.9 ->
         102: 1@20 2@99.9 3@102 -> ♪ 3",
    );
}

#[test]
fn a_line_that_is_back_rings_for_what_is_still_news() {
    check(
        Ear::default(),
        "0: ->
         100: 1@20 2@69.9 3@70.1 4@99 -> ♪ 3 4
         140: 1@20 2@69.9 3@70.1 4@99 5@100 ->",
    );
}

#[test]
fn a_number_that_is_made_again_rings_again() {
    check(
        Ear::default(),
        "0: ->
         5: 1@5 -> ♪ 1
         6: ->
         9: 1@9 -> ♪ 1
         9.5: ->
         10: 1@10 -> 1",
    );
}

#[test]
fn a_preview_sounds_as_if_it_had_just_come_in() {
    check(
        Ear::new_here(),
        "100: 1@20 2@95 -> ♪ 2
         101: 1@20 2@95 ->",
    );
}

#[test]
fn a_clock_that_is_set_back_does_not_silence_the_chime() {
    check(
        Ear::default(),
        "0: ->
         500: 1@500 -> ♪ 1
         100: 1@500 2@100 -> ♪ 2",
    );
}

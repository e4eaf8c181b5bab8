use serde_json::json;

use super::*;

const NOON: &str = "2022-10-14T12:00:00Z";

fn board(seq: i64) -> String {
    let shop = json!({ "name": "The bar", "state": "open" });
    let data = json!({ "seq": seq, "at": NOON, "shop": shop, "orders": [] });
    format!("event: snapshot\ndata: {data}\n\n")
}

fn change(seq: i64) -> String {
    let data = json!({ "seq": seq, "at": NOON, "event": { "type": "noted" } });
    format!("event: delta\nid: {seq}\ndata: {data}\n\n")
}

fn beat(at: &str) -> String {
    format!("event: beat\ndata: {{\"at\":\"{at}\"}}\n\n")
}

/// How many updates one stream brings, and why it ends if it does.
fn read(reader: &mut EventReader, stream: &[String]) -> (usize, Result<(), String>) {
    let mut updates = Vec::new();
    let read = reader.read(stream.concat().as_bytes(), &mut updates);
    (updates.len(), read)
}

#[track_caller]
fn check(stream: &[String], updates: usize, ends: Option<&str>) {
    let mut reader = EventReader::default();
    reader.begin();
    let (heard, read) = read(&mut reader, stream);
    assert_eq!((heard, read.err().as_deref()), (updates, ends));
}

#[test]
fn a_stream_begins_with_the_board_or_says_nothing() {
    check(&[board(7), change(8), beat(NOON)], 3, None);
    check(&[beat(NOON), board(7)], 0, Some("the stream does not begin with the board"));
    check(&[change(8), board(7)], 0, Some("the stream does not begin with the board"));
}

#[test]
fn a_board_comes_once() {
    check(&[board(7), board(7)], 1, Some(NO_SENSE));
}

#[test]
fn after_a_missing_change_no_sign_of_life_makes_the_old_board_current() {
    let mut reader = EventReader::default();
    reader.begin();
    let (heard, lost) = read(&mut reader, &[board(7), change(9)]);
    assert_eq!((heard, lost), (1, Err("a change is missing".to_owned())));
    assert_eq!(reader.begin(), None);
    assert_eq!(read(&mut reader, &[beat(NOON)]).0, 0);
}

#[test]
fn whoever_goes_on_needs_no_board_and_whoever_begins_afresh_does() {
    let mut reader = EventReader::default();
    reader.begin();
    assert_eq!(read(&mut reader, &[board(7)]), (1, Ok(())));
    assert_eq!(reader.begin(), Some(Seq(7)));
    assert_eq!(read(&mut reader, &[beat(NOON), change(8)]), (2, Ok(())));
    reader.begin_afresh();
    assert_eq!(read(&mut reader, &[beat(NOON)]).0, 0);
}

#[test]
fn a_time_that_was_wrong_ends_the_stream_once_the_right_one_comes() {
    let wrong = || beat("2099-01-01T00:00:00Z");
    let backwards = Some("the server's clock runs backwards");
    check(&[board(7), wrong(), beat(NOON)], 2, backwards);
    check(&[board(7), beat("2022-10-14T11:59:55Z")], 2, None);
}

#[test]
fn what_makes_no_sense_is_not_quoted() {
    let mut reader = EventReader::default();
    reader.begin();
    let event = r#"{"seq":8,"at":"2022-10-14T12:00:00Z","event":{"type":"evil \u001b[2J"}}"#;
    let stream = [board(7), format!("event: delta\ndata: {event}\n\n")];
    let why = read(&mut reader, &stream).1.expect_err("there is no such change");
    assert!(why.starts_with("it makes no sense at ") && !why.contains("evil"), "{why}");
}

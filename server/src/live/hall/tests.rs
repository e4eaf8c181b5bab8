//! The hall with its thread and real sockets. Nothing sleeps: each test waits for what it is about.

mod fault;
mod fold;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::OrderState;
use demitasse_shared::shop::Announcement;
use socket2::{Domain, SockRef, Socket, Type};

use super::*;
use crate::domain::event::{Actor, Event};
use crate::live::tests::{events, hub, publish, tell};

/// A test whose hall stays silent for so long has found something.
const PATIENCE: Duration = Duration::from_secs(20);

/// Both ends of a line on this machine, the phone's first. Their buffers are as small as the system
/// makes them.
fn line() -> (TcpStream, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let phone = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    phone.set_recv_buffer_size(1).expect("it is new");
    phone.connect(&listener.local_addr().expect("an address").into()).expect("it listens");
    let (bar, _) = listener.accept().expect("somebody knocks");
    SockRef::from(&bar).set_send_buffer_size(1).expect("it is new");
    let phone: TcpStream = phone.into();
    phone.set_read_timeout(Some(PATIENCE)).expect("a socket");
    (phone, bar)
}

/// Lets a test know that it was dropped.
struct Held(SyncSender<()>);

impl Drop for Held {
    fn drop(&mut self) {
        // The test may be over.
        self.0.try_send(()).unwrap_or_default();
    }
}

/// A guest's phone in the hall, and word of its seat.
fn stand(hall: &Hall, guest: i64) -> (TcpStream, Receiver<()>) {
    let viewer = Viewer::Guest { guest: GuestId(guest), orders: Vec::new(), seq: Seq(0) };
    let (freed, is_free) = sync_channel(1);
    let welcomed = hall.welcome(viewer).expect("all is known").until(Some(OrderId(guest)));
    (place(welcomed, Box::new(Held(freed))), is_free)
}

/// A phone that takes its place, and has heard what an answer's body says before the socket leaves
/// it.
fn place(welcomed: Phone, held: Box<dyn Any + Send>) -> TcpStream {
    let (phone, mut bar) = line();
    let opening = welcomed.opening();
    write!(bar, "{:x}\r\n", opening.len()).expect("a line");
    bar.write_all(&[&opening[..], b"\r\n"].concat()).expect("a line");
    welcomed.stand(bar, held).expect("a socket");
    phone
}

/// The next chunk's events; nothing at the end.
fn chunk(phone: &mut TcpStream) -> Vec<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n") {
        let mut byte = [0];
        phone.read_exact(&mut byte).expect("a chunk's length");
        head.extend(byte);
    }
    let length = std::str::from_utf8(&head).expect("text").trim_end();
    let length = usize::from_str_radix(length, 16).expect("a number");
    let mut chunk = vec![0; length + 2];
    phone.read_exact(&mut chunk).expect("a whole chunk");
    assert!(chunk.ends_with(b"\r\n"));
    chunk.truncate(length);
    events(&chunk.into())
}

/// Says something to everybody.
fn announce(hub: &mut Hub, seq: i64, text: &str) {
    let at = Timestamp::UNIX_EPOCH;
    let announcement = Some(Announcement { text: text.to_owned(), at, until: at });
    let live = LiveEvent::Announcement { announcement };
    publish(hub, seq, at, Event::bar("test", Actor::Bar, live));
}

#[test]
fn a_phone_hears_over_its_socket_in_whole_chunks() {
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (mut phone, _seat) = stand(&hall, 3);
    assert_eq!(chunk(&mut phone), ["snapshot 0", "0 status", "beat"]);
    tell(&mut hub, 1, 3, OrderState::Waiting);
    assert_eq!(chunk(&mut phone), ["1 order waiting"]);
}

#[test]
fn the_last_word_about_an_order_ends_its_phones_line() {
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (mut phone, seat) = stand(&hall, 3);
    assert_eq!(chunk(&mut phone).len(), 3);
    tell(&mut hub, 1, 3, OrderState::Ready);
    assert_eq!(chunk(&mut phone), ["1 order ready"]);
    tell(&mut hub, 2, 3, OrderState::Collected);
    assert_eq!(chunk(&mut phone), ["2 order collected"]);
    let mut rest = String::new();
    phone.read_to_string(&mut rest).expect("the line ends");
    assert_eq!(rest, "0\r\n\r\n", "as an answer ends");
    seat.recv_timeout(PATIENCE).expect("the seat is free");
}

#[test]
fn a_hub_has_one_hall() {
    let hub = hub();
    let _hall = Hall::open(&hub).expect("a thread");
    assert!(Hall::open(&hub).is_err());
}

#[test]
fn who_reads_slowly_loses_nothing_and_hears_it_in_order() {
    const TIMES: i64 = 30;
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (mut phone, _seat) = stand(&hall, 3);
    // More than both ends' buffers take, less than the hall keeps.
    let text = "x".repeat(250);
    for seq in 1..=TIMES {
        announce(&mut hub, seq, &text);
    }
    let mut heard = Vec::new();
    while heard.len() < 3 + usize::try_from(TIMES).expect("few") {
        heard.extend(chunk(&mut phone));
    }
    let said: Vec<_> = (1..=TIMES).map(|seq| format!("{seq} says Some({text:?})")).collect();
    assert_eq!(heard[3..], said);
}

#[test]
fn who_does_not_read_at_all_is_cut_off_and_nobody_else() {
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (asleep, is_free) = stand(&hall, 3);
    let (mut awake, _seat) = stand(&hall, 4);
    let text = "x".repeat(1_000);
    let mut seq = 0;
    let mut heard = chunk(&mut awake);
    while is_free.try_recv().is_err() {
        seq += 1;
        announce(&mut hub, seq, &text);
        while !heard.last().is_some_and(|last| last.starts_with(&format!("{seq} "))) {
            heard.extend(chunk(&mut awake));
        }
        assert!(seq < 1_000, "a megabyte, and it still stands there");
    }
    drop(asleep);
    tell(&mut hub, seq + 1, 4, OrderState::Waiting);
    assert_eq!(chunk(&mut awake), [format!("{} order waiting", seq + 1)]);
}

#[test]
fn who_hangs_up_or_talks_without_end_leaves_a_free_seat() {
    let hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (phone, is_free) = stand(&hall, 3);
    drop(phone);
    is_free.recv_timeout(PATIENCE).expect("the seat is free");
    let (mut phone, is_free) = stand(&hall, 3);
    while is_free.try_recv().is_err() {
        // It breaks where the hall hangs up.
        phone.write(&[b'x'; 1_024]).unwrap_or_default();
    }
}

#[test]
fn a_word_or_two_of_a_phone_are_heard_out() {
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (mut phone, _seat) = stand(&hall, 3);
    phone.write_all(b"GET / HTTP/1.1\r\n\r\n").expect("a line");
    assert_eq!(chunk(&mut phone).len(), 3);
    tell(&mut hub, 1, 3, OrderState::Waiting);
    assert_eq!(chunk(&mut phone), ["1 order waiting"]);
}

#[test]
fn a_bar_that_closes_says_so_to_every_phone() {
    let hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (mut phone, is_free) = stand(&hall, 3);
    assert_eq!(chunk(&mut phone).len(), 3);
    hub.close();
    let mut rest = String::new();
    phone.read_to_string(&mut rest).expect("the line ends");
    assert_eq!(rest, "0\r\n\r\n");
    is_free.recv_timeout(PATIENCE).expect("the seat is free");
    // Whoever is still on the way in finds the door closed.
    let (mut late, is_free) = stand(&hall, 4);
    is_free.recv_timeout(PATIENCE).expect("the seat is free");
    late.read_to_end(&mut Vec::new()).expect("the line ends");
}

#[test]
fn a_hall_that_nobody_owns_is_empty() {
    let hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let (_phone, is_free) = stand(&hall, 3);
    drop(hall);
    is_free.recv_timeout(PATIENCE).expect("the seat is free");
}

#[test]
fn a_body_hears_the_same_as_a_socket() {
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    let viewer = Viewer::Guest { guest: GuestId(3), orders: Vec::new(), seq: Seq(0) };
    let mut body = hall.welcome(viewer).expect("all is known").listen();
    let (mut phone, _seat) = stand(&hall, 3);
    tell(&mut hub, 1, 3, OrderState::Waiting);
    let mut heard = Vec::new();
    while heard.len() < 4 {
        heard.extend(events(&body.blocking_recv().expect("it goes on")));
    }
    let mut same = chunk(&mut phone);
    while same.len() < 4 {
        same.extend(chunk(&mut phone));
    }
    assert_eq!(heard.last(), same.last());
    hub.close();
    assert_eq!(body.blocking_recv(), None);
}

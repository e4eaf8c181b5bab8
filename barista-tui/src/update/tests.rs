//! Keys in every mode as tables, the stories around a step, and random keys.

mod sound;

use crossterm::event::{KeyCode, KeyEvent};
use demitasse_shared::api::ShopChange;
use demitasse_shared::client::Update;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::Beat;
use demitasse_shared::order::{Order, OrderState, Party, Step};
use demitasse_shared::shop::ShopState;
use proptest::prelude::*;

use super::update;
use crate::effect::Effect;
use crate::fixture::{after, changed, char, key, making, model, ready, snapshot, tick, waiting};
use crate::model::{Column, Line, Mode, Model, REASONS};
use crate::msg::{Failed, Msg, Target, Tick};
use crate::words::Words;

/// Two orders in each column: 1 and 2 wait, 3 and 4 are made by Ana and Bo, 5 and 6 are ready.
fn six() -> Model {
    let orders = vec![
        waiting(1, 10),
        waiting(2, 20),
        making(3, 0, "Ana"),
        making(4, 5, "Bo"),
        ready(5, 0),
        ready(6, 5),
    ];
    model(orders, 60)
}

fn press(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    update(model, Msg::Key(key))
}

/// Types characters; `⏎`, `⎋`, `⌫`, `↑`, `↓`, `←` and `→` stand for their keys.
fn keys(model: &mut Model, keys: &str) -> Vec<Effect> {
    keys.chars().flat_map(|c| press(model, typed(c))).collect()
}

fn typed(c: char) -> KeyEvent {
    match c {
        '⏎' => key(KeyCode::Enter),
        '⎋' => key(KeyCode::Esc),
        '⌫' => key(KeyCode::Backspace),
        '↑' => key(KeyCode::Up),
        '↓' => key(KeyCode::Down),
        '←' => key(KeyCode::Left),
        '→' => key(KeyCode::Right),
        c => char(c),
    }
}

fn step(order: i64, step: Step) -> Effect {
    Effect::Step { order: OrderId(order), step, reason: None }
}

fn cancel(order: i64, reason: &str) -> Effect {
    let (order, step) = (OrderId(order), Step::Cancel);
    Effect::Step { order, step, reason: Some(reason.to_owned()) }
}

/// A reason as English words.
fn reason(place: usize) -> String {
    Words::of(None).plain(REASONS[place])
}

fn answer(model: &mut Model, order: Order) -> Vec<Effect> {
    update(model, Msg::StepAnswered(order.id, Ok(Box::new(order))))
}

fn refuse(model: &mut Model, order: i64, words: &str) -> Vec<Effect> {
    update(model, Msg::StepAnswered(OrderId(order), Err(Failed::Refused(words.to_owned()))))
}

fn down(model: &mut Model) {
    update(model, Msg::Live(Update::Down("gone".to_owned())));
}

fn ids(model: &Model, column: Column) -> Vec<i64> {
    model.column(column).iter().map(|ticket| ticket.order.id.0).collect()
}

fn notice(model: &Model) -> &str {
    model.notice.as_ref().map_or("", |notice| notice.words.as_str())
}

/// Keys on the board with six orders, and what they ask the server for.
#[test]
fn keys_on_the_board() {
    let shop = |open| Effect::Shop(ShopChange { open: Some(open), pause_minutes: None });
    let table: &[(&str, Vec<Effect>)] = &[
        ("⏎", vec![step(1, Step::Make)]),
        (" ", vec![step(1, Step::Make)]),
        ("m", vec![step(1, Step::Make)]),
        ("M", vec![step(1, Step::Make)]),
        ("2", vec![step(2, Step::Make)]),
        ("11", vec![step(1, Step::Make), step(2, Step::Make)]),
        ("3", vec![]),
        ("0", vec![]),
        ("j⏎", vec![step(2, Step::Make)]),
        ("↓↓↓⏎", vec![step(2, Step::Make)]),
        ("jk⏎", vec![step(1, Step::Make)]),
        ("G⏎", vec![step(2, Step::Make)]),
        ("Gg⏎", vec![step(1, Step::Make)]),
        ("u", vec![]),
        ("c", vec![]),
        ("d", vec![]),
        ("l⏎", vec![step(3, Step::Complete)]),
        ("→c", vec![step(3, Step::Complete)]),
        ("l2", vec![step(4, Step::Complete)]),
        ("lu", vec![step(3, Step::Unmake)]),
        ("lm", vec![]),
        ("ll⏎", vec![step(5, Step::Collect)]),
        ("lld", vec![step(5, Step::Collect)]),
        ("llr", vec![step(5, Step::Recall)]),
        ("llx", vec![]),
        ("llll→hh⏎", vec![step(1, Step::Make)]),
        ("r⏎", vec![step(6, Step::Recall)]),
        ("r2", vec![step(5, Step::Recall)]),
        ("r9⎋", vec![]),
        ("x1", vec![cancel(1, &reason(0))]),
        ("x⏎", vec![cancel(1, &reason(0))]),
        ("xj⏎", vec![cancel(1, &reason(1))]),
        ("lx4", vec![cancel(3, &reason(3))]),
        ("x⎋", vec![]),
        ("x5No milk⌫⏎", vec![cancel(1, "No mil")]),
        ("x5⏎", vec![]),
        ("x5 ⏎", vec![]),
        ("x5ab⎋1", vec![cancel(1, &reason(0))]),
        ("x9", vec![]),
        ("oy", vec![shop(false)]),
        ("o⏎", vec![shop(false)]),
        ("oyoy", vec![shop(false)]),
        ("on", vec![]),
        ("o⎋", vec![]),
        ("ox", vec![]),
        ("?m", vec![]),
        ("?⎋m", vec![step(1, Step::Make)]),
        ("?jj?m", vec![step(1, Step::Make)]),
        ("zZ~⎋⌫y", vec![]),
    ];
    for (typed, expected) in table {
        assert_eq!(&keys(&mut six(), typed), expected, "{typed}");
    }
}

/// Says whether a mode is the expected one.
type Expected = fn(&Mode) -> bool;

/// Where keys lead.
#[test]
fn keys_open_and_close_dialogs() {
    let table: &[(&str, Expected)] = &[
        ("?", |mode| matches!(mode, Mode::Help { scroll: 0 })),
        ("?jjk", |mode| matches!(mode, Mode::Help { scroll: 1 })),
        ("?q", |mode| *mode == Mode::Board),
        ("x", |mode| matches!(mode, Mode::Cancel(dialog) if dialog.text.is_none())),
        ("x5ü", |mode| matches!(mode, Mode::Cancel(d) if d.text.as_deref() == Some("ü"))),
        ("x5ü⎋", |mode| matches!(mode, Mode::Cancel(dialog) if dialog.text.is_none())),
        ("xq", |mode| *mode == Mode::Board),
        ("r", |mode| matches!(mode, Mode::Recall(_))),
        ("rq", |mode| *mode == Mode::Board),
        ("o", |mode| *mode == Mode::CloseShop),
        ("oq", |mode| *mode == Mode::Board),
    ];
    for (typed, expected) in table {
        let mut model = six();
        keys(&mut model, typed);
        assert!(expected(&model.mode), "{typed}: {:?}", model.mode);
        assert!(!model.may_leave(), "{typed}");
    }
}

#[test]
fn a_guest_reads_the_reason_in_the_baristas_words() {
    let mut model = six();
    model.words = Words::of(Some("de"));
    assert_eq!(keys(&mut model, "x3"), [cancel(1, "Es wurde doppelt bestellt")]);
}

#[test]
fn a_closed_bar_opens_without_a_question() {
    let mut model = six();
    model.board.as_mut().expect("a board").shop.state = ShopState::Closed;
    let change = ShopChange { open: Some(true), pause_minutes: None };
    assert_eq!(keys(&mut model, "o"), [Effect::Shop(change)]);
}

#[test]
fn quitting_waits_for_steps_that_are_under_way_unless_asked_twice() {
    let mut model = six();
    keys(&mut model, "mq");
    assert!(!model.may_leave());
    assert_eq!(keys(&mut model, "2"), []);
    answer(&mut model, making(1, 10, "Ana"));
    assert!(model.may_leave());

    let mut model = six();
    keys(&mut model, "mqq");
    assert!(model.may_leave());
}

#[test]
fn a_step_shows_at_once_and_again_once_the_server_has_it() {
    let mut model = six();
    keys(&mut model, "m");
    assert_eq!(ids(&model, Column::Making), [3, 4, 1]);
    let ticket = model.ticket(OrderId(1)).expect("shows");
    assert!(ticket.pending);
    assert_eq!(ticket.hands, Some("Ana"));
    // The answer comes before the change: nothing flickers in between.
    answer(&mut model, making(1, 10, "Ana"));
    assert_eq!(ids(&model, Column::Making), [3, 4, 1]);
    assert!(!model.ticket(OrderId(1)).expect("shows").pending);
    changed(&mut model, making(1, 10, "Ana"));
    assert_eq!(ids(&model, Column::Making), [3, 4, 1]);
    // From here on the board speaks for itself.
    changed(&mut model, waiting(1, 10));
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
}

#[test]
fn a_change_that_comes_before_its_answer_is_the_boards_word() {
    let mut model = six();
    keys(&mut model, "m");
    changed(&mut model, making(1, 10, "Ana"));
    answer(&mut model, making(1, 10, "Ana"));
    changed(&mut model, ready(1, 60));
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
}

#[test]
fn a_refused_step_is_taken_back_in_plain_sight() {
    let mut model = six();
    keys(&mut model, "m");
    refuse(&mut model, 1, "Bo has it already.");
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert_eq!(notice(&model), "101 taken back: Bo has it already.");
    assert_eq!(model.notice.as_ref().and_then(|n| n.about), Some(OrderId(1)));
    tick(&mut model, 69);
    assert_eq!(model.notice, None);
}

#[test]
fn a_step_without_an_answer_is_taken_back_and_told() {
    let mut model = six();
    keys(&mut model, "m");
    update(&mut model, Msg::StepAnswered(OrderId(1), Err(Failed::Unanswered)));
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert_eq!(notice(&model), "No answer to “make” of 101: look where it stands.");
}

#[test]
fn steps_of_one_order_go_one_after_the_other() {
    let mut model = six();
    assert_eq!(keys(&mut model, "m"), [step(1, Step::Make)]);
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(1))));
    assert_eq!(keys(&mut model, "c"), []);
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
    assert_eq!(answer(&mut model, making(1, 10, "Ana")), [step(1, Step::Complete)]);
    changed(&mut model, making(1, 10, "Ana"));
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
    assert_eq!(answer(&mut model, ready(1, 60)), []);
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
}

#[test]
fn a_refusal_takes_the_steps_behind_it_along() {
    let mut model = six();
    keys(&mut model, "m");
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(1))));
    keys(&mut model, "c");
    assert_eq!(refuse(&mut model, 1, "Bo has it already."), []);
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert!(model.asked.is_quiet());
}

#[test]
fn keys_pressed_while_the_line_is_down_are_refused_and_forgotten() {
    for typed in ["m", "⏎", "1", "x", "r", "o", "lu", "c"] {
        let mut model = six();
        down(&mut model);
        assert_eq!(keys(&mut model, typed), [], "{typed}");
        assert!(notice(&model).starts_with("Not sent"), "{typed}: {}", notice(&model));
        assert_eq!(model.mode, Mode::Board, "{typed}");
        update(&mut model, Msg::Live(Update::Beat(Beat { at: after(61) })));
        assert!(model.line.is_live() && model.asked.is_quiet(), "{typed}");
    }
}

#[test]
fn a_dialog_that_was_open_when_the_line_broke_sends_nothing() {
    for typed in ["x", "o", "r"] {
        let mut model = six();
        keys(&mut model, typed);
        down(&mut model);
        assert_eq!(keys(&mut model, "⏎"), [], "{typed}");
        assert!(notice(&model).starts_with("Not sent"), "{typed}");
    }
}

#[test]
fn ten_seconds_of_silence_are_a_dead_line_and_any_sign_of_life_ends_it() {
    let mut model = six();
    let silence = |seconds| Some(std::time::Duration::from_secs(seconds));
    update(&mut model, Msg::Tick(Tick { now: Some(after(66)), silence: silence(6) }));
    assert_eq!(model.line, Line::Live { quiet: Some(6) });
    update(&mut model, Msg::Tick(Tick { now: Some(after(71)), silence: silence(11) }));
    assert_eq!(model.line, Line::Down { since: Some(after(60)) });
    update(&mut model, Msg::Live(Update::Beat(Beat { at: after(72) })));
    assert_eq!(model.line, Line::LIVE);
}

#[test]
fn a_device_that_is_not_paired_any_more_is_told_so() {
    let mut model = six();
    let problem = Problem {
        code: RefusalCode::NotSignedIn,
        title: String::new(),
        status: 401,
        detail: "This device was signed out.".to_owned(),
        order: None,
        by: None,
        retry_at: None,
    };
    update(&mut model, Msg::Live(Update::Refused(Box::new(problem))));
    assert_eq!(keys(&mut model, "m"), []);
    assert_eq!(notice(&model), "Not sent: this device is not paired any more.");
}

#[test]
fn a_reconnect_keeps_the_selection_and_brings_the_board_up_to_date() {
    let mut model = six();
    keys(&mut model, "j");
    down(&mut model);
    let orders = vec![making(1, 10, "Bo"), waiting(2, 20), waiting(7, 50)];
    update(&mut model, Msg::Live(Update::Snapshot(Box::new(snapshot(orders, 90)))));
    assert_eq!(model.cursor.order, Some(OrderId(2)));
    assert_eq!((model.cursor.place, ids(&model, Column::Ready)), (0, vec![]));
}

#[test]
fn the_selection_stays_with_its_ticket_and_moves_on_when_that_leaves() {
    let mut model = six();
    keys(&mut model, "j");
    changed(&mut model, making(1, 10, "Bo"));
    assert_eq!((model.cursor.order, model.cursor.place), (Some(OrderId(2)), 0));
    changed(&mut model, making(2, 20, "Bo"));
    assert_eq!(model.cursor.order, None);
    changed(&mut model, waiting(9, 30));
    assert_eq!(model.cursor.order, Some(OrderId(9)));
}

#[test]
fn a_ticket_that_goes_away_by_itself_is_told_and_closes_its_dialog() {
    let mut model = six();
    keys(&mut model, "x");
    let ended_by = Some(Party::Guest);
    changed(&mut model, Order { state: OrderState::Cancelled, ended_by, ..waiting(1, 10) });
    assert_eq!(model.mode, Mode::Board);
    assert_eq!(keys(&mut model, "⏎"), [step(2, Step::Make)]);

    let mut model = six();
    changed(&mut model, Order { state: OrderState::Expired, ..waiting(1, 10) });
    assert_eq!(notice(&model), "101 has left the queue: it was not made in time.");
}

#[test]
fn a_collected_order_can_be_recalled_while_the_server_would_take_it_back() {
    let mut model = model(Vec::new(), 60);
    let order = Order { state: OrderState::Collected, ..ready(5, 0) };
    changed(&mut model, order);
    assert_eq!(keys(&mut model, "r⏎"), [step(5, Step::Recall)]);
    assert_eq!(ids(&model, Column::Making), [5]);
    answer(&mut model, making(5, 0, "Ana"));
    assert_eq!(ids(&model, Column::Making), [5]);

    let mut later = six();
    changed(&mut later, Order { state: OrderState::Collected, ..ready(5, 0) });
    changed(&mut later, Order { state: OrderState::Collected, ..ready(6, 0) });
    tick(&mut later, 1_801);
    assert_eq!(keys(&mut later, "r⏎"), [step(1, Step::Make)]);
}

#[test]
fn a_refused_change_of_the_shop_is_told() {
    let mut model = six();
    keys(&mut model, "oy");
    update(&mut model, Msg::ShopAnswered(Err(Failed::Refused("Not now.".to_owned()))));
    assert_eq!((notice(&model), model.shop_asked), ("Not now.", None));
}

#[test]
fn a_second_that_changes_no_digit_paints_nothing() {
    let mut model = model(vec![waiting(1, 0)], 10);
    model.repaint = false;
    tick(&mut model, 11);
    update(&mut model, Msg::Live(Update::Beat(Beat { at: after(11) })));
    tick(&mut model, 59);
    assert!(!model.repaint);
    tick(&mut model, 60);
    assert!(model.repaint);
}

#[test]
fn a_touch_selects_and_the_wheel_moves() {
    let mut model = six();
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(4))));
    assert_eq!(keys(&mut model, "⏎"), [step(4, Step::Complete)]);
    update(&mut model, Msg::Tap(Target::Column(Column::Waiting)));
    update(&mut model, Msg::Scroll(1));
    assert_eq!(keys(&mut model, "⏎"), [step(2, Step::Make)]);
    update(&mut model, Msg::Scroll(-3));
    assert_eq!(keys(&mut model, "⏎"), [step(1, Step::Make)]);
}

/// What may happen in a random history.
#[derive(Clone, Debug)]
enum Event {
    Key(char),
    /// The server answers the oldest open question: yes, no, or not at all.
    Answer(u8),
    LineDown,
    Beat,
}

fn event() -> impl Strategy<Value = Event> {
    let keys: Vec<char> = "mucdrxoqy?jkhlgG1234567890 ⏎⎋⌫↑↓←→nzü".chars().collect();
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Event::Key),
        3 => (0..3_u8).prop_map(Event::Answer),
        1 => Just(Event::LineDown),
        2 => Just(Event::Beat),
    ]
}

/// How an order stands once a step has happened.
fn stepped(id: OrderId, step: Step) -> Order {
    let order = match step {
        Step::Make | Step::Recall => making(id.0, 10, "Ana"),
        Step::Unmake => waiting(id.0, 10),
        Step::Complete => ready(id.0, 60),
        Step::Collect => Order { state: OrderState::Collected, ..ready(id.0, 60) },
        Step::Cancel => Order { state: OrderState::Cancelled, ..waiting(id.0, 10) },
    };
    Order { id, ..order }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    /// Whatever is pressed: a key sends at most one step, an order never has two steps under way,
    /// nothing is sent while the line is down, and every ticket shows in at most one column.
    #[test]
    fn random_keys_send_each_step_once(events in prop::collection::vec(event(), 1..120)) {
        let mut model = six();
        let mut open: Vec<(OrderId, Step)> = Vec::new();
        for event in events {
            let live = model.line.is_live();
            let effects = match event {
                Event::Key(c) => press(&mut model, typed(c)),
                Event::Answer(how) if !open.is_empty() => {
                    let (id, step) = open.remove(0);
                    let answer = match how {
                        0 => Ok(Box::new(stepped(id, step))),
                        1 => Err(Failed::Refused("No.".to_owned())),
                        _ => Err(Failed::Unanswered),
                    };
                    if answer.is_ok() {
                        changed(&mut model, stepped(id, step));
                    }
                    update(&mut model, Msg::StepAnswered(id, answer))
                }
                Event::Answer(_) => Vec::new(),
                Event::LineDown => { down(&mut model); Vec::new() }
                Event::Beat => update(&mut model, Msg::Live(Update::Beat(Beat { at: after(61) }))),
            };
            prop_assert!(effects.len() <= 1);
            for effect in effects {
                if let Effect::Step { order, step, .. } = effect {
                    prop_assert!(live, "sent while the line was down");
                    prop_assert!(open.iter().all(|(id, _)| *id != order), "two steps under way");
                    open.push((order, step));
                }
            }
            let mut shown: Vec<_> = Column::ALL.iter().flat_map(|c| ids(&model, *c)).collect();
            let count = shown.len();
            shown.sort_unstable();
            shown.dedup();
            prop_assert_eq!(shown.len(), count);
        }
    }
}

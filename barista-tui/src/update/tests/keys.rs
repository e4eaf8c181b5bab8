//! Keys on the board and in its dialogs, and what they ask the server for.

use super::*;

/// Keys on the board with six orders, and what they ask the server for.
#[test]
fn keys_on_the_board() {
    let shop = |open| Effect::Shop(ShopChange { open: Some(open), ..ShopChange::default() });
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
    let change = ShopChange::OPEN;
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

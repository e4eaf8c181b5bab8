//! What happens while the line is down, and once it is back.

use super::*;

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
fn a_ticket_that_goes_away_by_itself_is_told_and_its_dialog_does_nothing() {
    let mut model = six();
    keys(&mut model, "x");
    let ended_by = Some(Party::Guest);
    changed(&mut model, Order { state: OrderState::Cancelled, ended_by, ..waiting(1, 10) });
    assert!(matches!(model.mode, Mode::Cancel(_)), "its keys must not reach the board");
    assert_eq!(keys(&mut model, "1"), []);
    assert_eq!(model.mode, Mode::Board);
    // A key that was meant for it makes no other drink: it lets it go.
    assert_eq!(keys(&mut model, "⏎"), []);
    assert_eq!(keys(&mut model, "⏎"), [step(2, Step::Make)]);

    let mut model = six();
    changed(&mut model, Order { state: OrderState::Expired, ..waiting(1, 10) });
    assert_eq!(notice(&model), "101 has left the queue: it was not made in time.");
}

#[test]
fn a_refused_change_of_the_shop_is_told() {
    let mut model = six();
    keys(&mut model, "oy");
    update(&mut model, Msg::ShopAnswered(Err(Failed::Refused("Not now.".to_owned()))));
    assert_eq!((notice(&model), model.shop_asked), ("Not now.", None));
}

#[test]
fn of_several_changes_of_the_shop_the_last_one_follows_and_none_goes_without_a_word() {
    let shop = |open| Effect::Shop(ShopChange { open: Some(open), ..ShopChange::default() });
    let pause = Effect::Shop(ShopChange::pause(5));
    let (waits, under_way) =
        ("That follows once the last change is answered.", "That is on its way already.");
    // What is pressed while the bar closes, what is said then, and what follows the answer.
    let table: &[(&str, &str, &[Effect])] = &[
        ("", "", &[]),
        ("o", waits, &[shop(true)]),
        ("ooy", under_way, &[]),
        ("op1", waits, std::slice::from_ref(&pause)),
    ];
    for (typed, said, follows) in table {
        let mut model = six();
        assert_eq!(keys(&mut model, "oy"), [shop(false)], "{typed}");
        assert_eq!(keys(&mut model, typed), [], "{typed}");
        assert_eq!(notice(&model), *said, "{typed}");
        assert_eq!(update(&mut model, Msg::ShopAnswered(Ok(()))), *follows, "{typed}");
        assert_eq!(update(&mut model, Msg::ShopAnswered(Ok(()))), [], "{typed}");
    }
    // A broken line keeps nothing for later.
    let mut model = six();
    keys(&mut model, "oyo");
    down(&mut model);
    assert!(notice(&model).starts_with("The line broke"), "{}", notice(&model));
    assert_eq!(update(&mut model, Msg::ShopAnswered(Err(Failed::Unanswered))), []);
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

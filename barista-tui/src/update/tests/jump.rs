//! Going to a number.

use super::*;

/// Where digits lead; 101 to 106 are on the board, and 105 is what is selected at first.
#[test]
fn digits_select_as_they_are_typed() {
    let table: &[(&str, i64, bool)] = &[
        ("/", 5, true),
        ("/1", 3, true),
        ("/103", 3, true),
        ("/1a0x2", 2, true),
        ("/104⏎", 4, false),
        ("/104⎋", 5, false),
        ("/104⌫⌫⌫", 5, true),
        ("/109", 3, true),
        ("/109⏎", 3, false),
        ("/109⎋", 5, false),
        ("/9", 5, true),
    ];
    for (typed, selected, asking) in table {
        let mut model = six();
        keys(&mut model, "ll");
        assert_eq!(keys(&mut model, typed), [], "{typed}");
        let found = model.selected().map(|ticket| ticket.order.id.0);
        assert_eq!(found, Some(*selected), "{typed}");
        assert_eq!(matches!(model.mode, Mode::Jump(_)), *asking, "{typed}");
    }
}

#[test]
fn it_says_when_there_is_none() {
    let mut model = six();
    let found = |model: &Model| matches!(&model.mode, Mode::Jump(jump) if jump.found);
    keys(&mut model, "/10");
    assert!(found(&model));
    keys(&mut model, "9");
    assert!(!found(&model));
    keys(&mut model, "⌫");
    assert!(found(&model));
}

#[test]
fn the_way_back_stays_true_while_others_work() {
    let mut model = six();
    keys(&mut model, "j/104");
    changed(&mut model, making(1, 10, "Bo"));
    keys(&mut model, "⎋");
    assert_eq!(model.selected().map(|ticket| ticket.order.id), Some(OrderId(2)));
}

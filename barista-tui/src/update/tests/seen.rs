//! Keys mean what was painted: changes that come in the same moment, fingers that bounce, and a
//! layout that turns over.

use proptest::collection::vec;

use super::*;
use crate::fixture::{after_millis, key, picture};
use crate::model::{Rush, RushWhen};

/// What happens, and when: so many milliseconds after the first look.
enum Happens {
    /// The screen is painted.
    Paint,
    /// A key.
    Press(char),
    /// A finger on a ticket, or on the large step of the rush.
    Touch(Target),
    /// Another barista, or a guest.
    Change(Box<Order>),
}
use Happens::{Paint, Press, Touch};

/// Another barista, or a guest.
fn change(order: Order) -> Happens {
    Happens::Change(Box::new(order))
}

/// Lets time come.
fn at(model: &mut Model, millis: i64) {
    let silence = Some(std::time::Duration::ZERO);
    update(model, Msg::Tick(Tick { now: Some(after_millis(60_000 + millis)), silence }));
}

fn paint(model: &mut Model) {
    let picture = Box::new(picture(model));
    update(model, Msg::Painted(picture));
}

/// A change as the feed brings it: nothing settles before the next message.
fn unsettled(model: &mut Model, order: Order) {
    changed(model, order);
    model.unsettled = true;
}

fn happen(model: &mut Model, what: Happens) -> Vec<Effect> {
    match what {
        Paint => paint(model),
        Press(c) => return update(model, Msg::Key(typed(c))),
        Touch(target) => return update(model, Msg::Tap(target)),
        Happens::Change(order) => unsettled(model, *order),
    }
    Vec::new()
}

/// What a story from a board that was looked at asks the server for, and what is said at its end.
#[track_caller]
fn check(mut model: Model, story: Vec<(i64, Happens)>, asked: &[Effect], said: &str) {
    look(&mut model);
    let mut effects = Vec::new();
    for (millis, what) in story {
        at(&mut model, millis);
        effects.extend(happen(&mut model, what));
    }
    assert_eq!((effects.as_slice(), notice(&model)), (asked, said));
}

const MOVED: &str = "Something has just moved there: look, then press again.";

/// Bo takes 101, which stood at the first place.
fn taken() -> Happens {
    change(making(1, 10, "Bo"))
}

#[test]
fn a_digit_means_what_was_painted_and_never_what_has_just_come_there() {
    // In the very same moment, before the next picture.
    check(six(), vec![(0, taken()), (0, Press('1'))], &[], MOVED);
    // Painted, but nobody can have seen it yet.
    check(six(), vec![(0, taken()), (1, Paint), (399, Press('1'))], &[], MOVED);
    let seen = vec![(0, taken()), (1, Paint), (401, Press('1'))];
    check(six(), seen, &[step(2, Step::Make)], "");
    // The ticket that was meant has moved up a place in the model, but not on the picture.
    check(six(), vec![(0, taken()), (0, Press('2'))], &[step(2, Step::Make)], "");
    // One that ended, and one that came.
    let ended =
        Order { state: OrderState::Cancelled, ended_by: Some(Party::Bar), ..waiting(1, 10) };
    let gone = "101 was cancelled behind the bar.";
    check(six(), vec![(0, change(ended)), (0, Press('2'))], &[step(2, Step::Make)], gone);
    let early = vec![(0, change(waiting(9, 0))), (0, Press('1'))];
    check(six(), early, &[step(1, Step::Make)], "");
    // A place that was empty: nobody meant another one.
    let new = vec![(0, change(waiting(9, 50))), (1, Paint), (20, Press('3'))];
    check(six(), new, &[step(9, Step::Make)], "");
}

#[test]
fn enter_and_named_keys_mean_the_ticket_that_was_seen_as_selected() {
    for key in ['⏎', ' ', 'm', 'x', '1'] {
        check(six(), vec![(0, taken()), (0, Press(key))], &[], MOVED);
        check(six(), vec![(0, taken()), (1, Paint), (200, Press(key))], &[], MOVED);
    }
    for key in ['⏎', 'm'] {
        let seen = vec![(0, taken()), (1, Paint), (500, Press(key))];
        check(six(), seen, &[step(2, Step::Make)], "");
        // The selection stays on its ticket, wherever that moves.
        let up = vec![(0, Press('j')), (1, Paint), (500, taken()), (500, Press(key))];
        check(six(), up, &[step(2, Step::Make)], "");
        // Fast fingers, nothing else in between.
        check(six(), vec![(0, Press('j')), (5, Press(key))], &[step(2, Step::Make)], "");
    }
    let over = vec![(0, taken()), (0, Press('j')), (5, Press('⏎'))];
    check(six(), over, &[], MOVED);
    // An empty column's first ticket.
    let first = vec![(0, change(waiting(1, 0))), (1, Paint), (50, Press('⏎'))];
    check(model(Vec::new(), 60), first, &[step(1, Step::Make)], "");
}

#[test]
fn marked_tickets_get_the_step_that_was_said() {
    // Bo has taken the oldest: what is natural for it now is not what the footer said.
    let story = vec![(0, Press('b')), (1, Paint), (500, taken()), (500, Press('⏎'))];
    check(six(), story, &[step(2, Step::Make)], "Left out: 101 is with Bo.");
    let both = |c| vec![(0, Press('b')), (1, Paint), (500, taken()), (500, Press(c))];
    check(six(), both('c'), &[], "Left out: 102 still waits, 101 is with Bo.");
}

/// A press and what it is called.
type Named = (&'static str, fn() -> Happens);

/// Two presses, how far apart, and what they ask for together. The rush keeps a ticket at its
/// place while it goes on: there a second press would be its second step.
#[test]
fn a_press_that_bounces_is_one_step() {
    let rush = || {
        let mut model = six();
        model.rush = Rush::new(RushWhen::Always);
        model.cursor.go(0);
        model.settle();
        model
    };
    // In the rush Ana's 103 is in hand, at the first place; 101 and 102 follow.
    let ticket = Target::Ticket(Column::Making, OrderId(3));
    let button = || Touch(Target::Next);
    let enter = || Touch(Target::Key(key(crossterm::event::KeyCode::Enter)));
    let presses: [Named; 4] = [
        ("Enter", || Press('⏎')),
        ("Space", || Press(' ')),
        ("a digit", || Press('1')),
        ("a ticket", || Touch(Target::Ticket(Column::Making, OrderId(3)))),
    ];
    for (name, press) in presses {
        for apart in [0, 17, 250, 399] {
            let story = vec![(0, press()), (1, Paint), (apart, press()), (399, press())];
            let mut model = rush();
            look(&mut model);
            let mut asked = Vec::new();
            for (millis, what) in story {
                at(&mut model, millis);
                asked.extend(happen(&mut model, what));
            }
            assert_eq!(asked, [step(3, Step::Complete)], "{name}, {apart} ms apart");
        }
    }
    let twice = |one: Happens, other: Happens| vec![(0, one), (1, Paint), (300, other)];
    check(rush(), twice(button(), button()), &[step(3, Step::Complete)], MOVED);
    check(rush(), twice(enter(), Touch(ticket)), &[step(3, Step::Complete)], "");
}

/// One ticket that stays where it is: Waiting → Making in the rush.
#[test]
fn make_and_complete_are_two_presses_that_were_meant() {
    let one = || {
        let mut model = model(vec![waiting(1, 0)], 60);
        model.rush = Rush::new(RushWhen::Always);
        model.settle();
        model
    };
    for (apart, second) in [(0, None), (200, None), (399, None), (401, Some(Step::Complete))] {
        let mut model = one();
        look(&mut model);
        assert_eq!(happen(&mut model, Press('⏎')), [step(1, Step::Make)]);
        paint(&mut model);
        answer(&mut model, making(1, 0, "Ana"));
        at(&mut model, apart);
        let asked = happen(&mut model, Press('⏎'));
        let expected: Vec<_> = second.map(|second| step(1, second)).into_iter().collect();
        assert_eq!((asked, notice(&model)), (expected, ""), "{apart} ms apart");
    }
    // A key that is held down stays one press, however long.
    let mut held = one();
    look(&mut held);
    let presses = (0..40).flat_map(|nth| {
        at(&mut held, nth * 33);
        paint(&mut held);
        let asked = happen(&mut held, Press('⏎'));
        // The answer has come long before the key goes up.
        answer(&mut held, making(1, 0, "Ana"));
        asked
    });
    assert_eq!(presses.collect::<Vec<_>>(), [step(1, Step::Make)]);
}

#[test]
fn what_hides_behind_n_more_is_out_of_reach_of_digits() {
    let mut model = model((1..=9).map(|id| waiting(id, id)).collect(), 60);
    let mut picture = Box::new(picture(&model));
    picture.tickets.truncate(4);
    update(&mut model, Msg::Painted(picture));
    assert_eq!(happen(&mut model, Press('6')), []);
    assert_eq!(notice(&model), "That ticket does not show: go to it first.");
    assert_eq!(happen(&mut model, Press('4')), [step(4, Step::Make)]);
}

#[test]
fn the_rush_does_not_turn_the_screen_over_under_a_hand() {
    let mut model = model((1..=11).map(|id| waiting(id, id)).collect(), 60);
    model.rush = Rush::new(RushWhen::default());
    look(&mut model);
    at(&mut model, 0);
    happen(&mut model, Press('j'));
    at(&mut model, 100);
    happen(&mut model, change(waiting(12, 50)));
    at(&mut model, 900);
    assert!(!model.rush.is_on(), "under the hand");
    model.repaint = false;
    at(&mut model, 1_100);
    assert!(model.rush.is_on() && model.repaint, "the hand rests");
    // Digits mean the columns that were painted, until the rush has been.
    assert_eq!(happen(&mut model, Press('3')), [step(3, Step::Make)]);
    // And the way back waits too.
    for id in 4..=8 {
        happen(&mut model, change(making(id, id, "Bo")));
    }
    at(&mut model, 1_900);
    assert!(model.rush.is_on(), "under the hand");
    at(&mut model, 2_200);
    assert!(!model.rush.is_on());
}

/// What happens in a moment of a rush.
#[derive(Clone, Copy, Debug)]
enum Instant {
    Millis(i64),
    Paint,
    Digit(char),
    Enter,
    /// Bo makes this order, or puts it back.
    Other(i64),
}

fn instant() -> impl Strategy<Value = Instant> {
    prop_oneof![
        (0..300_i64).prop_map(Instant::Millis),
        Just(Instant::Paint),
        prop::sample::select("1234".chars().collect::<Vec<_>>()).prop_map(Instant::Digit),
        Just(Instant::Enter),
        (1..=6_i64).prop_map(Instant::Other),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever comes when: a digit's or Enter's step is of the ticket that the last picture had
    /// there, in the state that it had there.
    #[test]
    fn no_step_lands_on_another_ticket(instants in vec(instant(), 1..80)) {
        let mut model = model((1..=6).map(|id| waiting(id, id)).collect(), 60);
        look(&mut model);
        let (mut shown, mut millis) = (picture(&model), 0);
        for instant in instants {
            let key = match instant {
                Instant::Millis(more) => {
                    millis += more;
                    at(&mut model, millis);
                    continue;
                }
                Instant::Paint => {
                    shown = picture(&model);
                    paint(&mut model);
                    continue;
                }
                Instant::Other(id) => {
                    let board = model.board.as_ref().expect("a board");
                    let waits = board.order(OrderId(id)).is_some_and(|order| order.barista.is_none());
                    unsettled(&mut model, if waits { making(id, id, "Bo") } else { waiting(id, id) });
                    continue;
                }
                Instant::Digit(digit) => digit,
                Instant::Enter => '⏎',
            };
            for effect in happen(&mut model, Press(key)) {
                let Effect::Step { order, step, .. } = effect else { continue };
                let meant = match key.to_digit(10) {
                    Some(digit) => shown.tickets.iter().find(|stand| {
                        (stand.column, stand.place + 1) == (shown.focus, digit as usize)
                    }).map(|stand| stand.aim),
                    None => shown.selected,
                };
                let meant = meant.expect("something was meant");
                prop_assert_eq!((meant.order, meant.state), (order, OrderState::Waiting));
                prop_assert_eq!(step, Step::Make);
            }
        }
    }
}

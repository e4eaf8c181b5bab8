//! Every pair of state and action, once for the barista who took the last step and once for
//! another one.

use demitasse_shared::ids::DrinkId;

use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

fn ana() -> Barista {
    Barista { device: DeviceId(1), name: "Ana".to_owned() }
}

fn ben() -> Barista {
    Barista { device: DeviceId(2), name: "Ben".to_owned() }
}

fn chosen() -> Chosen {
    Chosen {
        drink: DrinkId::from("flat-white"),
        drink_name: "Flat white".to_owned(),
        options: vec!["oat".into()],
        option_names: vec!["oat".to_owned()],
        note: None,
    }
}

const DAY: Day = jiff::civil::date(2022, 10, 14);

/// Reserved at 0; each later step ten seconds after the one before.
fn reserved() -> OrderRecord {
    reserve(OrderId(7), GuestId(3), WindowId(1), DAY, &Settings::default(), at(0))
}

fn take(record: &OrderRecord, action: &Action<'_>, second: i64) -> OrderRecord {
    match act(record, action, &Settings::default(), at(second)) {
        Ok(Outcome::Changed { record, .. }) => *record,
        other => panic!("{action:?} of {:?}: {other:?}", record.order.state),
    }
}

fn step(record: &OrderRecord, step: Step, second: i64) -> OrderRecord {
    let barista = ana();
    take(record, &Action::Step { step, barista: &barista, reason: Some("Out of milk") }, second)
}

/// An order in each state, as Ana's steps made it.
fn examples() -> Vec<(&'static str, OrderRecord)> {
    let chosen = chosen();
    let submit = Action::Submit { chosen: &chosen, number: 12, day: DAY };
    let waiting = take(&reserved(), &submit, 10);
    let making = step(&waiting, Step::Make, 20);
    let ready = step(&making, Step::Complete, 30);
    vec![
        ("reserved", reserved()),
        ("waiting", waiting.clone()),
        ("unmade", step(&making, Step::Unmake, 30)),
        ("making", making.clone()),
        ("ready", ready.clone()),
        ("recalled", step(&ready, Step::Recall, 40)),
        ("collected", step(&ready, Step::Collect, 40)),
        ("aged out", take(&ready, &Action::Lapse, 700)),
        ("withdrawn", take(&waiting, &Action::Withdraw, 20)),
        ("cancelled", step(&making, Step::Cancel, 30)),
        ("expired", take(&reserved(), &Action::Lapse, 300)),
    ]
}

/// What an action comes to, in a word: the new state, `same`, or the refusal.
fn word(record: &OrderRecord, action: &Action<'_>) -> String {
    match act(record, action, &Settings::default(), at(60)) {
        Ok(Outcome::Changed { record, .. }) => record.order.state.to_string(),
        Ok(Outcome::Unchanged) => "same".to_owned(),
        Err(refusal) if refusal.code == RefusalCode::WrongState => "-".to_owned(),
        Err(refusal) if refusal.code == RefusalCode::ClaimedByOther => "claimed".to_owned(),
        Err(refusal) => refusal.code.to_string(),
    }
}

fn cell(text: &str) -> String {
    format!("{text:<10}")
}

fn table(barista: &Barista) -> String {
    let chosen = chosen();
    let mut actions = vec![
        ("submit", Action::Submit { chosen: &chosen, number: 12, day: DAY }),
        ("withdraw", Action::Withdraw),
    ];
    for step in Step::ALL {
        actions.push((step.as_str(), Action::Step { step, barista, reason: Some("Out of milk") }));
    }
    let mut rows = vec![String::new(); 1 + examples().len()];
    for (row, (name, _)) in rows.iter_mut().zip([("", reserved())].into_iter().chain(examples())) {
        *row = cell(name);
    }
    for (name, action) in &actions {
        rows[0] += &cell(name);
        for (row, (_, record)) in rows[1..].iter_mut().zip(examples()) {
            *row += &cell(&word(&record, action));
        }
    }
    rows.iter().map(|row| row.trim_end()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_pair_of_state_and_step_for_the_barista_who_was_there() {
    insta::assert_snapshot!(table(&ana()), @"
              submit    withdraw  make      unmake    complete  recall    collect   cancel
    reserved  waiting   cancelled -         -         -         -         -         -
    waiting   -         cancelled making    -         -         -         -         cancelled
    unmade    -         cancelled making    same      -         -         -         cancelled
    making    -         -         same      waiting   ready     -         -         cancelled
    ready     -         -         -         -         same      making    collected -
    recalled  -         -         same      waiting   ready     same      -         cancelled
    collected -         -         -         -         -         making    same      -
    aged out  -         -         -         -         -         making    same      -
    withdrawn -         same      -         -         -         -         -         -
    cancelled -         -         -         -         -         -         -         same
    expired   -         -         -         -         -         -         -         -
    ");
}

#[test]
fn every_pair_of_state_and_step_for_another_barista() {
    insta::assert_snapshot!(table(&ben()), @"
              submit    withdraw  make      unmake    complete  recall    collect   cancel
    reserved  waiting   cancelled -         -         -         -         -         -
    waiting   -         cancelled making    -         -         -         -         cancelled
    unmade    -         cancelled making    -         -         -         -         cancelled
    making    -         -         claimed   waiting   ready     claimed   -         cancelled
    ready     -         -         -         -         -         making    collected -
    recalled  -         -         claimed   waiting   ready     claimed   -         cancelled
    collected -         -         -         -         -         making    -         -
    aged out  -         -         -         -         -         making    same      -
    withdrawn -         same      -         -         -         -         -         -
    cancelled -         -         -         -         -         -         -         -
    expired   -         -         -         -         -         -         -         -
    ");
}

#[test]
fn time_ends_what_is_due_and_nothing_else() {
    let cases = [
        ("reserved", 299, None),
        ("reserved", 300, Some((OrderState::Expired, Some(Party::Guest)))),
        ("waiting", 10 + 899, None),
        ("waiting", 10 + 900, Some((OrderState::Expired, Some(Party::Bar)))),
        ("unmade", 30 + 899, None),
        ("unmade", 30 + 900, Some((OrderState::Expired, Some(Party::Bar)))),
        ("making", 1_000_000, None),
        ("ready", 30 + 599, None),
        ("ready", 30 + 600, Some((OrderState::Collected, None))),
        ("collected", 1_000_000, None),
        ("withdrawn", 1_000_000, None),
    ];
    for (name, second, expected) in cases {
        let (_, record) = examples().into_iter().find(|(n, _)| *n == name).expect("an example");
        let outcome = act(&record, &Action::Lapse, &Settings::default(), at(second));
        let ended = match outcome.expect("time is never refused") {
            Outcome::Changed { record, .. } => Some((record.order.state, record.order.ended_by)),
            Outcome::Unchanged => None,
        };
        assert_eq!(ended, expected, "{name} at {second}");
    }
}

#[test]
fn a_drink_that_nobody_had_begun_gives_its_place_back() {
    for (name, record) in examples() {
        let begun = !matches!(name, "reserved" | "waiting" | "unmade");
        let barista = ben();
        let cancel = Action::Step { step: Step::Cancel, barista: &barista, reason: Some("Why") };
        for action in [Action::Withdraw, cancel, Action::Lapse] {
            if let Ok(Outcome::Changed { place_back, .. }) =
                act(&record, &action, &Settings::default(), at(100_000))
            {
                assert_eq!(place_back, !begun, "{name} {action:?}");
            }
        }
    }
}

#[test]
fn a_recall_is_possible_for_half_an_hour() {
    let collected = examples().remove(6).1;
    let barista = ben();
    let recall = Action::Step { step: Step::Recall, barista: &barista, reason: None };
    let settings = Settings::default();
    assert!(act(&collected, &recall, &settings, at(30 + 1_800)).is_ok());
    assert!(act(&collected, &recall, &settings, at(30 + 1_801)).is_err());
}

#[test]
fn who_was_faster_is_told() {
    let making = examples().remove(3).1;
    let barista = ben();
    let make = Action::Step { step: Step::Make, barista: &barista, reason: None };
    let refused = act(&making, &make, &Settings::default(), at(60)).expect_err("taken");
    assert_eq!(refused.by.as_deref(), Some("Ana"));
    assert_eq!(refused.detail, "Ana has it.");
}

#[test]
fn a_cancel_says_why() {
    let waiting = examples().remove(1).1;
    let barista = ana();
    let mute = Action::Step { step: Step::Cancel, barista: &barista, reason: None };
    let refused = act(&waiting, &mute, &Settings::default(), at(60)).expect_err("no reason");
    assert_eq!(refused.code, RefusalCode::InvalidRequest);
    let cancelled = step(&waiting, Step::Cancel, 60);
    assert_eq!(cancelled.order.reason.as_deref(), Some("Out of milk"));
}

#[test]
fn a_reservation_whose_time_is_over_cannot_be_submitted_before_the_ticker_comes() {
    let chosen = chosen();
    let submit = Action::Submit { chosen: &chosen, number: 1, day: DAY };
    let settings = Settings::default();
    assert!(act(&reserved(), &submit, &settings, at(299)).is_ok());
    assert!(act(&reserved(), &submit, &settings, at(300)).is_err());
}

#[test]
fn a_retry_of_the_same_choice_is_known_in_any_order_of_options() {
    let mut waiting = examples().remove(1).1.order;
    if let Some(chosen) = &mut waiting.chosen {
        chosen.options = vec!["oat".into(), "decaf".into()];
    }
    let submit = |options: &[&str]| Submit {
        drink: "flat-white".into(),
        options: options.iter().map(|option| (*option).into()).collect(),
        note: None,
    };
    assert!(repeats(&waiting, &submit(&["decaf", "oat"])));
    assert!(!repeats(&waiting, &submit(&["oat"])));
    assert!(!repeats(&reserved().order, &submit(&["oat"])));
}

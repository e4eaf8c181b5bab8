//! Keys in every dialog and page about the bar, and what comes of the answers.

mod lists;
mod rules;

use demitasse_shared::api::{DeviceAnswer, NewAnnouncement, Role, ShopChange, Submit};
use demitasse_shared::client::Update;
use demitasse_shared::ids::{DeviceId, Seq};
use demitasse_shared::journal::JournalQuery;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Announcement, ShopState};

use crate::effect::{BarAsk, Effect};
use crate::fixture::{after, card, log, model, report, snapshot, tick, waiting};
use crate::model::{Mode, Model, Sheet, StockItem, Tone};
use crate::msg::{BarAnswer, Failed, Msg, Target};
use crate::update::tests::{down, keys, notice};
use crate::update::update;

/// A manager's board with a menu.
fn bar() -> Model {
    let mut model = model(vec![waiting(1, 0)], 60);
    model.role = Some(Role::Manager);
    model.menu = Some(card());
    model
}

fn paused() -> Model {
    let mut model = bar();
    model.board.as_mut().expect("a board").shop.state = ShopState::Paused;
    model
}

fn mark_choice(id: &str, there: bool) -> Effect {
    Effect::Bar(BarAsk::Mark { item: StockItem::Choice(id.into()), there })
}

fn mark_drink(id: &str, there: bool) -> Effect {
    Effect::Bar(BarAsk::Mark { item: StockItem::Drink(id.into()), there })
}

fn pause(minutes: u32) -> Effect {
    Effect::Shop(ShopChange::pause(minutes))
}

fn open() -> Effect {
    Effect::Shop(ShopChange::OPEN)
}

fn submit(drink: &str, options: &[&str], note: Option<&str>) -> Submit {
    let options = options.iter().map(|id| (*id).into()).collect();
    Submit { drink: drink.into(), options, note: note.map(str::to_owned) }
}

fn walk_up(drink: &str, options: &[&str], note: Option<&str>) -> Effect {
    let submit = Box::new(submit(drink, options, note));
    Effect::Bar(BarAsk::WalkUp { submit, key: None })
}

fn say(text: &str, minutes: u32) -> Effect {
    let minutes = Some(minutes);
    Effect::Bar(BarAsk::Announce(NewAnnouncement { text: text.to_owned(), minutes }))
}

fn set(field: &str, value: u32) -> Effect {
    Effect::Bar(BarAsk::Settings(Settings::default().with(field, value)))
}

fn bar_told(model: &mut Model, answer: BarAnswer) -> Vec<Effect> {
    update(model, Msg::Bar(answer))
}

fn change(model: &mut Model, event: LiveEvent) -> Vec<Effect> {
    let board = model.board.as_ref().expect("a board");
    let (seq, at) = (Seq(board.seq.0 + 1), board.at);
    update(model, Msg::Live(Update::Change(Box::new(Envelope { seq, at, event }))))
}

/// Keys from the board on, and what they ask the server for.
#[test]
fn keys_in_every_dialog() {
    let table: &[(&str, Vec<Effect>)] = &[
        ("s1", vec![mark_drink("espresso", false)]),
        ("s5", vec![mark_choice("oat", false)]),
        ("s⏎", vec![mark_drink("espresso", false)]),
        ("s ", vec![mark_drink("espresso", false)]),
        ("s↓↓⏎", vec![mark_drink("flat-white", false)]),
        ("s↓↑⏎", vec![mark_drink("espresso", false)]),
        ("s↑⏎", vec![mark_drink("espresso", false)]),
        ("sjkhlg", vec![]),
        ("szzA", vec![]),
        ("s⎋", vec![]),
        ("sq", vec![]),
        ("s1s1", vec![mark_drink("espresso", false), mark_drink("espresso", true)]),
        ("p1", vec![pause(5)]),
        ("p2", vec![pause(10)]),
        ("p⏎", vec![pause(5)]),
        ("pjjj⏎", vec![pause(30)]),
        ("p5240⏎", vec![pause(240)]),
        ("p57x⏎", vec![pause(7)]),
        ("p5241⏎", vec![]),
        ("p50⏎", vec![]),
        ("p5⏎", vec![]),
        ("p59⌫8⏎", vec![pause(8)]),
        ("p512⎋1", vec![pause(5)]),
        ("p⎋", vec![]),
        ("p9", vec![]),
        ("n3⏎", vec![walk_up("flat-white", &["whole"], None)]),
        ("n1⏎", vec![walk_up("espresso", &[], None)]),
        ("n↓⏎⏎", vec![walk_up("cortado", &["whole"], None)]),
        ("n32⏎", vec![walk_up("flat-white", &["oat"], None)]),
        ("n31⏎", vec![walk_up("flat-white", &["whole"], None)]),
        ("n3→⏎", vec![walk_up("flat-white", &["oat"], None)]),
        ("n3→→→→←⏎", vec![walk_up("flat-white", &["oat"], None)]),
        ("n345⏎", vec![walk_up("flat-white", &["whole", "extra-shot", "decaf"], None)]),
        ("n344⏎", vec![walk_up("flat-white", &["whole"], None)]),
        ("n3↓→ ⏎", vec![walk_up("flat-white", &["whole", "decaf"], None)]),
        ("n3↓↓→⏎", vec![walk_up("flat-white", &["whole", "extra-hot"], None)]),
        ("n3↓↓→→⏎", vec![walk_up("flat-white", &["whole", "lukewarm"], None)]),
        ("n366⏎", vec![walk_up("flat-white", &["whole"], None)]),
        ("n3nFor Bo⏎", vec![walk_up("flat-white", &["whole"], Some("For Bo"))]),
        ("n3nFor Bo⎋2⏎", vec![walk_up("flat-white", &["oat"], Some("For Bo"))]),
        ("n3n ⏎", vec![walk_up("flat-white", &["whole"], None)]),
        ("n3↓↓↓ x⌫y⏎", vec![walk_up("flat-white", &["whole"], Some("y"))]),
        ("n3⎋⎋", vec![]),
        ("n3⎋⏎⏎", vec![walk_up("flat-white", &["whole"], None)]),
        ("n9", vec![]),
        ("n⎋", vec![]),
    ];
    for (typed, expected) in table {
        assert_eq!(&keys(&mut bar(), typed), expected, "{typed}");
    }
}

#[test]
fn keys_in_dialogs_and_pages_for_everybody_and_managers() {
    let table: &[(&str, Vec<Effect>)] = &[
        ("a4⏎", vec![say("Last orders in ten minutes.", 10)]),
        ("a41", vec![say("Last orders in ten minutes.", 5)]),
        ("a4j⏎", vec![say("Last orders in ten minutes.", 30)]),
        ("a5Hi ⏎3", vec![say("Hi", 30)]),
        ("a5Hi⏎⎋!⏎⏎", vec![say("Hi!", 10)]),
        ("a5⏎⏎", vec![]),
        ("a1⎋4⏎", vec![say("Last orders in ten minutes.", 10)]),
        ("a⎋", vec![]),
        (",125⏎", vec![set("capacity", 25)]),
        (",a9⏎", vec![set("red_after_seconds", 9)]),
        (",↓⏎12⏎", vec![set("window_drinks", 12)]),
        (",361⏎", vec![]),
        (",361⌫⏎", vec![set("window_minutes", 6)]),
        (",10⏎", vec![]),
        (",1x⏎", vec![]),
        (",1⏎", vec![]),
        (",15⎋⎋", vec![]),
        ("t", vec![Effect::Bar(BarAsk::Report)]),
        ("t←→↑↓gGjk⎋", vec![Effect::Bar(BarAsk::Report)]),
        ("e", vec![Effect::Bar(BarAsk::Journal(JournalQuery::latest(100)))]),
        ("ejkgG⎋", vec![Effect::Bar(BarAsk::Journal(JournalQuery::latest(100)))]),
    ];
    for (typed, expected) in table {
        assert_eq!(&keys(&mut bar(), typed), expected, "{typed}");
    }
}

#[test]
fn a_bar_that_pauses_opens_at_once_or_for_another_time() {
    for (typed, expected) in [("p⏎", open()), ("p1", open()), ("p3", pause(10)), ("o", open())] {
        assert_eq!(keys(&mut paused(), typed), [expected], "{typed}");
    }
    let mut closed = bar();
    closed.board.as_mut().expect("a board").shop.state = ShopState::Closed;
    assert_eq!(keys(&mut closed, "p"), []);
    assert_eq!(notice(&closed), "The bar is closed: there is nothing to pause.");
}

#[test]
fn a_line_that_stands_can_be_taken_down() {
    let mut model = bar();
    let announcement = Announcement { text: "Hi".to_owned(), at: after(0), until: after(600) };
    change(&mut model, LiveEvent::Announcement { announcement: Some(announcement) });
    assert_eq!(keys(&mut model, "a1"), [Effect::Bar(BarAsk::TakeDown)]);
    assert_eq!(keys(&mut model, "a5⏎"), [say("Last orders in ten minutes.", 10)]);
}

/// While the line is down keys are refused, and what was typed stays.
#[test]
fn without_a_line_nothing_is_sent_and_nothing_is_lost() {
    for typed in ["s", "p", "p512", "n3", "n3nFor Bo", "a4", "a5Hi", ",", ",325", "a5Hi⏎"] {
        let mut model = bar();
        keys(&mut model, typed);
        let before = model.mode.clone();
        down(&mut model);
        if typed != "," && typed != "a5Hi" {
            assert_eq!(keys(&mut model, "⏎"), [], "{typed}");
            assert_eq!(model.notice.as_ref().map(|n| n.tone), Some(Tone::Refused), "{typed}");
            assert_eq!(model.mode, before, "{typed}");
        }
        assert_eq!(model.desk.under_way, 0, "{typed}");
    }
    for key in ["s", "p", "n", "a", ",", "t", "e"] {
        let mut model = bar();
        down(&mut model);
        assert_eq!(keys(&mut model, key), [], "{key}");
        assert_eq!(model.mode, Mode::Board, "{key}");
    }
}

#[test]
fn a_mark_shows_at_once_and_is_taken_back_where_it_is_refused() {
    let mut model = bar();
    keys(&mut model, "s5");
    assert_eq!(model.mode, Mode::Board);
    let oat = |model: &Model| model.stock()[4].clone();
    assert!(oat(&model).pending && oat(&model).is_out());
    let item = StockItem::Choice("oat".into());
    let answer = Err(Failed::Refused("Not yours to do.".to_owned()));
    bar_told(&mut model, BarAnswer::Mark { item: item.clone(), there: false, answer });
    assert!(!oat(&model).pending && !oat(&model).is_out());
    assert_eq!(notice(&model), "Milk: Oat stays as it was: Not yours to do.");
    keys(&mut model, "s5");
    let answer = Ok(SoldOut::default());
    bar_told(&mut model, BarAnswer::Mark { item, there: false, answer });
    assert!(!oat(&model).pending && oat(&model).is_out());
}

#[test]
fn a_drink_without_its_milk_is_told_and_not_sold() {
    let mut model = bar();
    for choice in &mut model.menu.as_mut().expect("a menu").groups[0].choices {
        choice.available = false;
    }
    let lines = model.stock();
    assert_eq!(lines[2].lacks.as_deref(), Some("Milk"));
    assert_eq!(keys(&mut model, "n3"), []);
    assert_eq!(notice(&model), "Flat white is sold out: choose another.");
    assert!(matches!(model.mode, Mode::Shop(Sheet::Drinks { choice: 2 })));
}

#[test]
fn what_has_run_out_while_it_was_chosen_is_not_sent() {
    let mut model = bar();
    keys(&mut model, "n32");
    model.menu.as_mut().expect("a menu").groups[0].choices[1].available = false;
    assert_eq!(keys(&mut model, "⏎"), []);
    assert_eq!(notice(&model), "Oat is sold out: choose another.");
    assert_eq!(keys(&mut model, "1⏎"), [walk_up("flat-white", &["whole"], None)]);
    // The usual one is not laid in where it is gone: it has to be chosen.
    model.menu.as_mut().expect("a menu").groups[0].choices[0].available = false;
    assert_eq!(keys(&mut model, "n3⏎"), []);
    assert_eq!(notice(&model), "Still to choose: Milk.");
}

#[test]
fn an_order_without_an_answer_is_sent_again_under_its_key() {
    let mut model = bar();
    keys(&mut model, "n32nFor Bo⏎");
    let order = || Box::new(submit("flat-white", &["oat"], Some("For Bo")));
    let key = Some("k1".to_owned());
    let answer = Err(Failed::Unanswered);
    bar_told(&mut model, BarAnswer::WalkUp { submit: order(), key: key.clone(), answer });
    let again = Effect::Bar(BarAsk::WalkUp { submit: order(), key: key.clone() });
    assert_eq!(keys(&mut model, "n⏎"), [again]);
    let answer = Err(Failed::Unanswered);
    bar_told(&mut model, BarAnswer::WalkUp { submit: order(), key, answer });
    // Another order has another key.
    assert_eq!(keys(&mut model, "n1⏎"), [walk_up("flat-white", &["whole"], Some("For Bo"))]);
}

#[test]
fn an_order_that_is_refused_late_waits_until_somebody_asks_for_it() {
    let mut model = bar();
    let sent = |model: &mut Model| {
        let submit = Box::new(submit("flat-white", &["oat"], None));
        let answer = Err(Failed::Refused("The bar is closed.".to_owned()));
        bar_told(model, BarAnswer::WalkUp { submit, key: None, answer })
    };
    let said = "The bar is closed. n opens the order again.";
    // Whatever hands do meanwhile, on the board or in a dialog, goes on.
    for doing in ["", "x5No mi", "o", "n1n"] {
        let mut model = model.clone();
        keys(&mut model, doing);
        let before = model.mode.clone();
        assert_eq!(sent(&mut model), [], "{doing}");
        assert_eq!((&model.mode, notice(&model)), (&before, said), "{doing}");
    }
    sent(&mut model);
    assert_eq!(keys(&mut model, "n⏎"), [walk_up("flat-white", &["oat"], None)]);
    // It was opened: the next one is a new one.
    keys(&mut model, "n");
    assert_eq!(model.mode, Mode::Shop(Sheet::Drinks { choice: 0 }));
}

#[test]
fn the_new_number_is_told() {
    let mut model = bar();
    keys(&mut model, "n3⏎");
    let submit = Box::new(submit("flat-white", &["whole"], None));
    let answer = Ok(Box::new(waiting(7, 60)));
    bar_told(&mut model, BarAnswer::WalkUp { submit, key: None, answer });
    assert_eq!(notice(&model), "107 is in the queue: Flat white, Oat.");
    assert_eq!(model.mode, Mode::Board);
}

#[test]
fn quitting_waits_for_what_is_under_way() {
    let mut model = bar();
    keys(&mut model, "s1q");
    assert!(!model.may_leave());
    let item = StockItem::Drink("espresso".into());
    bar_told(&mut model, BarAnswer::Mark { item, there: false, answer: Ok(SoldOut::default()) });
    assert!(model.may_leave());
}

#[test]
fn a_rule_is_changed_on_top_of_what_others_changed() {
    let mut model = bar();
    keys(&mut model, ",125");
    let settings = Settings::default().with("window_minutes", 7);
    change(&mut model, LiveEvent::Settings { settings });
    let changed = settings.with("capacity", 25);
    assert_eq!(keys(&mut model, "⏎"), [Effect::Bar(BarAsk::Settings(changed))]);
    assert_eq!(model.rule(&crate::model::RULES[0]), (25, true));
    bar_told(&mut model, BarAnswer::Settings(Err(Failed::Refused("No.".to_owned()))));
    assert_eq!(model.rule(&crate::model::RULES[0]), (20, false));
    assert_eq!(notice(&model), "No.");
}

#[test]
fn a_baristas_device_reads_rules_and_is_told_how_to_read_more() {
    let mut model = bar();
    let device = DeviceAnswer { id: DeviceId(1), role: Role::Barista, name: "Ana".to_owned() };
    bar_told(&mut model, BarAnswer::Device(Ok(device)));
    assert_eq!(keys(&mut model, ",125⏎"), []);
    assert_eq!(notice(&model), "To read only: changing rules takes a manager's device.");
    for key in ["t", "e"] {
        assert_eq!(keys(&mut model, "⎋"), []);
        assert_eq!(keys(&mut model, key), []);
        assert_eq!(model.mode, Mode::Shop(Sheet::ForManagers));
    }
}

#[test]
fn menu_and_role_are_asked_for_with_every_snapshot_and_the_menu_with_every_change_of_stock() {
    let mut model = bar();
    let fresh = Update::Snapshot(Box::new(snapshot(vec![waiting(1, 0)], 60)));
    let asked = update(&mut model, Msg::Live(fresh));
    assert!(asked.contains(&Effect::Menu) && asked.contains(&Effect::Bar(BarAsk::Device)));
    let stock = LiveEvent::Stock { sold_out: SoldOut::default() };
    assert_eq!(change(&mut model, stock), [Effect::Menu]);
    model.menu = None;
    assert_eq!(keys(&mut model, "s"), [Effect::Menu]);
}

/// A second passes; what is asked for by time alone.
fn second(model: &mut Model, at: i64) -> Vec<Effect> {
    let silence = Some(std::time::Duration::ZERO);
    update(model, Msg::Tick(crate::msg::Tick { now: Some(after(at)), silence }))
}

#[test]
fn open_figures_are_fetched_every_half_minute() {
    let mut model = bar();
    tick(&mut model, 100);
    keys(&mut model, "t");
    bar_told(&mut model, BarAnswer::Report(Ok(report())));
    assert_eq!(second(&mut model, 129), []);
    assert_eq!(second(&mut model, 130), [Effect::Bar(BarAsk::Report)]);
    assert_eq!(second(&mut model, 131), []);
    keys(&mut model, "⎋");
    assert_eq!(second(&mut model, 200), []);
}

#[test]
fn the_log_pages_back_and_takes_in_what_is_new() {
    let mut model = bar();
    keys(&mut model, "e");
    bar_told(&mut model, BarAnswer::Journal(JournalQuery::latest(100), Ok(log((101..=200).rev()))));
    let older = JournalQuery::before(Seq(101), 100);
    assert_eq!(keys(&mut model, "G"), [Effect::Bar(BarAsk::Journal(older))]);
    assert_eq!(keys(&mut model, "G"), []);
    bar_told(&mut model, BarAnswer::Journal(older, Ok(log((51..=100).rev()))));
    let seqs = |model: &Model| -> Vec<i64> { model.desk.day.log.iter().map(|e| e.seq.0).collect() };
    assert_eq!(seqs(&model), (51..=200).rev().collect::<Vec<_>>());
    model.board.as_mut().expect("a board").seq = Seq(203);
    let newer = JournalQuery::after(Seq(200), 100);
    assert_eq!(second(&mut model, 90), [Effect::Bar(BarAsk::Journal(newer))]);
    let choice = |model: &Model| match model.mode {
        Mode::Shop(Sheet::Log { choice }) => choice,
        _ => usize::MAX,
    };
    assert_eq!(choice(&model), 99);
    bar_told(&mut model, BarAnswer::Journal(newer, Ok(log(201..=203))));
    assert_eq!(seqs(&model), (51..=203).rev().collect::<Vec<_>>());
    // Whoever reads further back stays at the row.
    assert_eq!(choice(&model), 102);
    assert_eq!(second(&mut model, 100), []);
}

#[test]
fn a_touch_takes_a_line_and_the_wheel_moves() {
    let mut model = bar();
    keys(&mut model, "s");
    assert_eq!(update(&mut model, Msg::Scroll(2)), []);
    assert!(matches!(model.mode, Mode::Shop(Sheet::Stock { choice: 2 })));
    assert_eq!(update(&mut model, Msg::Tap(Target::Line(4))), [mark_choice("oat", false)]);
    keys(&mut model, "n3");
    assert_eq!(update(&mut model, Msg::Tap(Target::Line(2))), []);
    assert_eq!(keys(&mut model, "⏎"), [walk_up("flat-white", &["soy"], None)]);
    assert_eq!(update(&mut model, Msg::Tap(Target::Line(2))), []);
}

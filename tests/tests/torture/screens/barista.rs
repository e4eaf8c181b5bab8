//! The real baristas' board, in a real terminal.

use demitasse_tests::{Launch, OpenBar, Ordeal, Terminal, Vitals, within};

use super::forms::{CROWD, Form, HOSTILE, OBEYED, Scope, Tells};
use super::hell::Hell;
use super::rounds;

/// The most memory that a board may ever have held, in kilobytes: whatever is said to it, it keeps no
/// more than two of the longest boards that there are.
const MOST_KILOBYTES: u64 = 400_000;

/// More drinks than the story needs.
const DRINKS: u32 = 1_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_board_at_the_end_of_a_line_from_hell_misleads_nobody() {
    for seed in Ordeal::of("screens", 1).seeds() {
        let bar = OpenBar::with_drinks(DRINKS).await;
        let mut hell = Hell::before(&bar.staff().manager).await;
        let mut board = far_away(&bar, &hell.url(), "never").await;
        board.shows("a live board", |screen| shows(screen, 0)).await;
        // After each form the line is mended and brings another order: once that shows, nothing is
        // still to be painted that the form before has said.
        for (orders, form) in (1..).zip(rounds(seed).concat()) {
            println!("{}", form.name);
            hell.cut();
            board.shows("that the line is down", |screen| !is_live(screen)).await;
            bar.queue(1).await;
            bear(&bar, &mut hell, &mut board, (form, seed, orders)).await;
            hell.mend();
            board.shows("how things stand", |screen| shows(screen, orders)).await;
        }
        assert_eq!(hell.astray(), 0, "it let itself be sent elsewhere");
        println!("{} visits, {:?}", hell.visits(), board.vitals());
        judge(board.vitals());
    }
}

/// Meets one form. No order that was made while the line was down is missing on a board that says it
/// is live.
async fn bear(
    bar: &OpenBar,
    hell: &mut Hell,
    board: &mut Terminal,
    (form, seed, orders): (&'static Form, u64, u32),
) {
    if form.scope == Scope::Rest {
        // What has run out is a reason to ask for the menu.
        sell_out(bar).await;
    }
    let wrong = |screen: &str| {
        let is_told = match form.tells {
            Tells::Nothing => !is_live(screen),
            Tells::Truth => !is_live(screen) || shows(screen, orders),
            Tells::Anything => true,
        };
        !is_told || obeys(screen)
    };
    let meets = within(form.name, hell.meets(form, seed));
    board.never_shows(&format!("something wrong: {}", form.name), wrong, meets).await;
    hell.cut();
    board.shows("that the line is down", |screen| !is_live(screen)).await;
}

/// Whether a terminal has done what a string told it.
fn obeys(screen: &str) -> bool {
    // Without what a terminal obeys, the rest of the order stands before it.
    let order = HOSTILE.split(OBEYED).next().unwrap_or_default().trim_start_matches('\u{1b}');
    screen.replace(&format!("{order}{OBEYED}"), "").contains(OBEYED)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_orders_are_a_board_like_any_other() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(1).await;
    let hell = Hell::before(&bar.staff().manager).await;
    hell.breaks_loose(&CROWD, 0);
    let mut board = far_away(&bar, &hell.url(), "20").await;
    let all = |screen: &str| is_live(screen) && screen.contains("100000 wait");
    board.shows("all of them", all).await;
    hell.cut();
    board.shows("that the line is down", |screen| !is_live(screen)).await;
    hell.mend();
    board.shows("how things stand", |screen| shows(screen, 1)).await;
    println!("{:?}", board.vitals());
    judge(board.vitals());
}

/// Ana's board at the other end of a line, which has another layout from so many orders on.
async fn far_away(bar: &OpenBar, server: &str, rush_from: &str) -> Terminal {
    let code = bar.staff().code("Ana").await;
    Launch::of("demitasse-barista")
        .args(["--server", server, "--pair", &code, "--name", "Ana", "--rush-from", rush_from])
        .start()
}

/// Says of a drink that it has run out, and that it is there again.
async fn sell_out(bar: &OpenBar) {
    for available in [false, true] {
        let marked = bar.staff().manager.mark_drink(&"espresso".into(), available).await;
        marked.expect("it is on the menu");
    }
}

fn is_live(screen: &str) -> bool {
    screen.contains("● live")
}

/// Whether it shows as current that so many wait, and nothing else.
fn shows(screen: &str, waiting: u32) -> bool {
    let heads = [format!("Waiting {waiting} "), "Making 0 ".to_owned(), "Ready 0 ".to_owned()];
    is_live(screen) && heads.iter().all(|head| screen.contains(head))
}

fn judge(vitals: Vitals) {
    assert!(vitals.peak_kilobytes <= MOST_KILOBYTES, "{vitals:?}");
}

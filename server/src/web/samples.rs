//! Every page that a guest can meet, in every state: what the tests look through, and, with
//! `DEMITASSE_GALLERY=DIR`, a folder of files to look at.

use demitasse_shared::Timestamp;
use demitasse_shared::api::OrdersAnswer;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Chosen, Order, OrderState, Party};
use demitasse_shared::shop::{Face, ShopStatus};
use jiff::{SignedDuration, tz::TimeZone};

use super::pages::{self, Draft};
use super::view::View;
use crate::domain::Refusal;

/// What somebody with bad intentions types where a name is asked for.
const HOSTILE: &str = "<script>alert(1)</script>\" onclick=\"x";

fn at(minute: i64) -> Timestamp {
    let opened: Timestamp = "2026-11-22T09:00:00Z".parse().expect("a time");
    opened + SignedDuration::from_mins(minute)
}

fn view(guest: Option<&str>) -> View {
    let guest = guest.map(str::to_owned);
    View {
        venue: "Demitasse".to_owned(),
        guest,
        now: at(0),
        zone: TimeZone::UTC,
        visit: "VISIT".to_owned(),
    }
}

fn menu() -> Menu {
    let text = include_str!("../../../assets/menus/default.toml");
    let mut menu: Menu = toml::from_str(text).expect("the default menu");
    menu.drinks[3].available = false;
    menu.groups[0].choices[2].available = false;
    menu
}

fn order(state: OrderState) -> Order {
    let chosen = Chosen {
        drink: "flat-white".into(),
        drink_name: "Flat white".to_owned(),
        options: vec!["oat".into(), "extra-hot".into()],
        option_names: vec!["Oat".to_owned(), "Extra hot".to_owned()],
        note: Some(HOSTILE.to_owned()),
    };
    let submitted = state != OrderState::Reserved;
    Order {
        id: OrderId(12),
        state,
        number: submitted.then_some(42),
        chosen: submitted.then_some(chosen),
        walk_up: false,
        reserved_at: at(-2),
        submit_by: (!submitted).then_some(at(3)),
        submitted_at: submitted.then_some(at(-1)),
        expires_at: None,
        making_at: None,
        ready_at: None,
        ended_at: (!state.is_on_board()).then_some(at(0)),
        barista: Some(HOSTILE.to_owned()),
        ended_by: None,
        reason: None,
        ahead: (state == OrderState::Waiting).then_some(3),
        estimate: None,
    }
}

fn ended(state: OrderState, by: Party, reason: Option<&str>) -> Order {
    let reason = reason.map(str::to_owned);
    Order { ended_by: Some(by), reason, number: None, chosen: None, ..order(state) }
}

fn problem(code: RefusalCode) -> Problem {
    let until = code.status() == 409 || code == RefusalCode::TooManyTries;
    Refusal::new(code, "Cappuccino has just sold out.").until(until.then(|| at(3))).into()
}

/// Every page with a name for it.
pub(super) fn every_page() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    let mut add =
        |name: &str, page: maud::Markup| pages.push((name.to_owned(), page.into_string()));
    let (stranger, guest, hostile) = (view(None), view(Some("Ana")), view(Some(HOSTILE)));
    for face in [Face::Open, Face::SoldOut, Face::Full, Face::Paused, Face::Closed] {
        let name = "Demitasse".to_owned();
        let (next_code_at, paused_until) = (Some(at(4)), Some(at(9)));
        let status = ShopStatus { at: at(0), name, face, left: 3, next_code_at, paused_until };
        add(&format!("home-{face:?}"), pages::home(&stranger, &status, None));
        let own = order(OrderState::Waiting);
        add(&format!("home-{face:?}-own"), pages::home(&guest, &status, Some(&own)));
    }
    add("scan", pages::scan(&stranger, "0123456789ABCDEF", None));
    add("scan-again", pages::scan(&stranger, "0123", Some(("A name has at most 40.", HOSTILE))));
    add("scan-signed-in", pages::scan(&hostile, "0123456789ABCDEF", None));
    add("sign-in", pages::sign_in(&stranger, "/orders", None));
    add("sign-in-signed-in", pages::sign_in(&hostile, "/", Some(("Too long.", HOSTILE))));
    let reserved = order(OrderState::Reserved);
    add("choose", pages::choose(&guest, &reserved, &menu(), &Draft::default(), None));
    let draft = Draft {
        drink: Some("latte".into()),
        options: vec!["oat".into(), "decaf".into()],
        note: Some(HOSTILE.to_owned()),
    };
    let refused = problem(RefusalCode::DrinkSoldOut);
    add("choose-refused", pages::choose(&guest, &reserved, &menu(), &draft, Some(&refused)));
    for state in OrderState::ALL {
        add(&format!("order-{state}"), pages::order(&guest, &order(state), None));
    }
    let late = problem(RefusalCode::WrongState);
    add("order-too-late", pages::order(&guest, &order(OrderState::Ready), Some(&late)));
    for state in [OrderState::Cancelled, OrderState::Expired] {
        for party in [Party::Guest, Party::Bar] {
            let ended = ended(state, party, Some(HOSTILE));
            add(&format!("order-{state}-{party:?}"), pages::order(&guest, &ended, None));
        }
    }
    let orders: Vec<_> = OrderState::ALL.into_iter().map(order).collect();
    add("today", pages::today(&hostile, &OrdersAnswer { orders, drinks_left: Some(1) }));
    add("today-none", pages::today(&guest, &OrdersAnswer { orders: vec![], drinks_left: Some(3) }));
    for code in RefusalCode::ALL {
        let page = pages::refused(&guest, &problem(*code), Some("/q/0123"));
        add(&format!("refused-{code}"), page);
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every<'a>(pages: &'a [(String, String)], start: &'a str) -> impl Iterator<Item = &'a str> {
        pages.iter().filter(move |(name, _)| name.starts_with(start)).map(|(_, page)| page.as_str())
    }

    #[test]
    fn nothing_on_a_page_is_inline_or_from_elsewhere() {
        for (name, page) in every_page() {
            for never in ["<script>", "<style", " style=", " onclick=\"", "javascript:", "https://"]
            {
                assert!(!page.contains(never), "{name}: {never}");
            }
            let elsewhere = page.replace("http://www.w3.org/2000/svg", "").contains("http://");
            assert!(!elsewhere, "{name}");
        }
    }

    #[test]
    fn what_people_typed_is_text() {
        let pages = every_page();
        let shown = pages.iter().filter(|(_, page)| page.contains("&lt;script&gt;alert(1)"));
        let shown: Vec<_> = shown.map(|(name, _)| name.as_str()).collect();
        for name in
            ["scan-again", "scan-signed-in", "choose-refused", "order-cancelled-Bar", "today"]
        {
            assert!(shown.contains(&name), "{name} is not among {shown:?}");
        }
    }

    #[test]
    fn every_page_has_one_heading_a_title_and_the_servers_clock() {
        for (name, page) in every_page() {
            assert_eq!(page.matches("<h1").count(), 1, "{name}");
            assert!(!page.contains("<title> ·"), "{name}");
            assert!(page.contains("data-at=\"2026-11-22T09:00:00Z\""), "{name}");
            assert_eq!(page.matches('{').count(), page.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn every_state_says_its_own_thing() {
        let pages = every_page();
        let cases = [
            ("order-waiting", "3 ahead of you"),
            ("order-making", "Your barista is making it, so it can't be cancelled any more."),
            ("order-ready", "✓ 42 is ready"),
            ("order-collected", "It left the counter at 09:00."),
            ("order-cancelled-Guest", "You cancelled it at 09:00."),
            ("order-cancelled-Bar", "The bar had to cancel"),
            ("order-expired-Guest", "Your time to choose ran out"),
            ("order-expired-Bar", "That was our doing."),
            ("home-SoldOut", "Next code at 09:04."),
            ("home-Paused", "It goes on at 09:09."),
            ("refused-has_open_order", "You have an order already"),
            ("choose-refused", "Cappuccino has just sold out."),
        ];
        for (name, words) in cases {
            assert!(every(&pages, name).all(|page| page.contains(words)), "{name}: {words}");
            assert!(every(&pages, name).next().is_some(), "{name}");
        }
    }

    #[test]
    fn only_a_waiting_order_can_be_cancelled_from_its_page() {
        for (name, page) in every_page().iter().filter(|(name, _)| name.starts_with("order-")) {
            assert_eq!(page.contains("/cancel\""), name == "order-waiting", "{name}");
        }
    }

    #[test]
    fn pages_that_move_look_again_without_script_and_a_half_made_choice_does_not() {
        for (name, page) in every_page() {
            let moves = ["order-waiting", "order-making", "order-ready", "order-too-late"];
            let looks_again =
                page.contains("http-equiv=\"refresh\" content=\"10; url=/orders/12\"");
            assert_eq!(looks_again, moves.contains(&name.as_str()), "{name}");
        }
    }

    #[test]
    fn defaults_are_chosen_and_a_refused_choice_is_kept() {
        let pages = every_page();
        let page = |name: &'static str| every(&pages, name).next().expect("a page").to_owned();
        let checked = |page: &str, id: &str| {
            let input = page.split("<input").find(|input| input.contains(&format!("id=\"{id}\"")));
            input.is_some_and(|input| {
                input.split('>').next().is_some_and(|i| i.contains(" checked"))
            })
        };
        let fresh = page("choose");
        assert!(
            checked(&fresh, "flat-white.milk.whole") && checked(&fresh, "latte.temperature.none")
        );
        assert!(!fresh.contains("id=\"cappuccino.milk.oat\""), "sold out, so nothing to choose");
        let refused = page("choose-refused");
        for kept in ["drink-latte", "latte.milk.oat", "latte.coffee.decaf", "cortado.milk.whole"] {
            assert!(checked(&refused, kept), "{kept}");
        }
        assert!(!checked(&refused, "latte.milk.whole"));
    }

    /// Writes the pages to look at; where nobody asked for them it only renders them.
    #[test]
    fn the_gallery_holds_every_page_under_a_name_of_its_own() {
        let pages = every_page();
        let mut names: Vec<_> = pages.iter().map(|(name, _)| name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), pages.len());
        let Some(folder) = std::env::var_os("DEMITASSE_GALLERY") else { return };
        for (name, page) in &pages {
            let path = std::path::Path::new(&folder).join(format!("{name}.html"));
            std::fs::write(path, page).expect("the gallery's folder can be written");
        }
    }
}

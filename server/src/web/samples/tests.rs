use super::*;
use crate::web::language::Language;

fn every<'a>(pages: &'a [(String, String)], start: &'a str) -> impl Iterator<Item = &'a str> {
    pages.iter().filter(move |(name, _)| name.starts_with(start)).map(|(_, page)| page.as_str())
}

/// Every page in every language, with its language and name.
fn everywhere() -> impl Iterator<Item = (String, String)> {
    Language::all().iter().flat_map(|language| {
        let pages = every_page(language.tag).into_iter();
        pages.map(|(name, page)| (format!("{}/{name}", language.tag), page))
    })
}

/// A page without what it wears beside the way to a drink.
fn without_more(page: &str) -> String {
    page.replace(&format!("<style>{}</style>", super::view("en").dress.more()), "")
}

/// A page without the styles that its policy allows.
fn without_style(page: &str) -> String {
    let page = without_more(page);
    let (head, rest) = page.split_once("<style>").expect("a page has a style");
    let (_, rest) = rest.split_once("</style>").expect("it ends");
    format!("{head}{rest}")
}

#[test]
fn nothing_on_a_page_is_inline_or_from_elsewhere_but_its_styles() {
    for (name, page) in every_page("en") {
        let page = without_style(&page);
        for never in ["<script>", "<style", " style=", " onclick=\"", "javascript:", "https://"] {
            assert!(!page.contains(never), "{name}: {never}");
        }
        let elsewhere = page.replace("http://www.w3.org/2000/svg", "").contains("http://");
        assert!(!elsewhere, "{name}");
    }
}

#[test]
fn a_page_on_the_way_to_a_drink_wears_no_more_than_that_takes() {
    for (name, page) in every_page("en") {
        let is_on_the_way =
            ["choose", "menu", "order-"].iter().any(|start| name.starts_with(start));
        assert_eq!(without_more(&page) == page, is_on_the_way, "{name}");
        let [list, codes, journey] = ["class=\"list", "class=\"codes", "class=\"journey"];
        let needs_more = [list, codes, journey].iter().any(|class| page.contains(class));
        assert!(!(is_on_the_way && needs_more), "{name}");
    }
}

#[test]
fn the_script_gets_the_page_without_its_frame() {
    let part = View { is_part: true, ..view("de") };
    let page = without_more(&pages::unread(&part).into_string());
    for without in ["<style", "<script", "<footer", "stylesheet", "viewport"] {
        assert!(!page.contains(without), "{without}");
    }
    for with in ["lang=\"de\"", "<title>", "<header", "id=\"main\"", "data-at="] {
        assert!(page.contains(with), "{with}");
    }
}

#[test]
fn an_orders_next_steps_come_along_with_it_where_a_script_asks() {
    for language in Language::all() {
        for (name, part) in every_part(language.tag) {
            let steps: Vec<_> = part.split("<main").skip(2).collect();
            let expected: &[&str] = match name.as_str() {
                "order-waiting" => &["making", "ready", "collected"],
                "order-making" => &["ready", "collected"],
                "order-ready" => &["collected"],
                _ => &[],
            };
            assert_eq!(steps.len(), expected.len(), "{name}");
            assert_eq!(part.contains("<template id=\"coming\">"), !expected.is_empty(), "{name}");
            for (step, state) in steps.iter().zip(expected) {
                let tag = step.split('>').next().expect("its tag");
                assert!(tag.contains(&format!("data-state=\"{state}\"")), "{name}: {tag}");
                assert!(tag.contains(" · Demitasse\""), "{name}: {tag}");
                assert_eq!(tag.contains(" data-follow"), *state != "collected", "{name}: {tag}");
                assert_eq!(step.contains("data-by=\""), *state == "making", "{name}");
            }
        }
    }
    assert!(every_page("en").iter().all(|(_, page)| !page.contains("<template")));
}

#[test]
fn a_kept_place_is_what_differs_from_the_page_behind_the_code() {
    let parts = every_part("en");
    let part = every(&parts, "place-kept").next().expect("a part");
    for with in ["id=\"kept\"", "data-address=\"/orders/12\"", "data-state=\"reserved\"", "<header"]
    {
        assert!(part.contains(with), "{with}");
    }
    assert!(!part.contains("name=\"drink\"") && part.len() < 1_500, "{} bytes", part.len());
}

#[test]
fn what_people_typed_is_text() {
    let pages = every_page("en");
    let shown = pages.iter().filter(|(_, page)| page.contains("&lt;script&gt;alert(1)"));
    let shown: Vec<_> = shown.map(|(name, _)| name.as_str()).collect();
    for name in [
        "menu-again",
        "choose-refused",
        "sign-in-named",
        "sign-in-email-again",
        "order-making-by-hostile",
        "order-cancelled-Bar",
        "today",
        "journey-long",
    ] {
        assert!(shown.contains(&name), "{name} is not among {shown:?}");
    }
}

#[test]
fn a_shared_journey_has_nothing_personal() {
    let pages = every_page("en");
    let page = every(&pages, "journey-shared").next().expect("a page");
    assert!(!page.contains("/orders") && !page.contains("Ana") && !page.contains("Benedikt"));
    assert!(page.contains("Hands went to work") && page.contains("Flat white, Oat, Extra hot"));
}

#[test]
fn every_page_has_one_heading_a_title_a_language_and_the_servers_clock() {
    for (name, page) in everywhere() {
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert!(!page.contains("<title> ·"), "{name}");
        assert!(page.contains("data-at=\"2026-11-22T09:00:00Z\""), "{name}");
        let page = without_style(&page);
        assert_eq!(page.matches('{').count(), page.matches("{}").count(), "{name}");
        let (tag, _) = name.split_once('/').expect("a language");
        assert!(page.contains(&format!("<html lang=\"{tag}\"")), "{name}");
        assert_eq!(page.contains("dir=\"rtl\">"), tag == "ar", "{name}");
        assert!(!page.contains('\u{fffc}'), "{name}");
    }
}

#[test]
fn every_page_can_be_read_in_every_language_from_every_page() {
    for (name, page) in every_page("en") {
        for language in Language::all() {
            assert!(page.contains(language.name), "{name}: {}", language.name);
        }
        assert!(page.contains("name=\"description\""), "{name}");
    }
}

#[test]
fn pages_of_one_guest_are_not_found_by_search() {
    for (name, page) in every_page("en") {
        let starts = ["order-", "choose", "today", "journey", "forget", "proof"];
        let personal = starts.iter().any(|start| name.starts_with(start));
        let personal = personal && !matches!(name.as_str(), "journey-shared" | "forget-done");
        assert_eq!(page.contains("noindex"), personal, "{name}");
    }
}

#[test]
fn an_id_stands_once_and_every_label_has_its_field() {
    for (name, page) in every_page("ar") {
        let of = |attribute: &str| -> Vec<String> {
            let start = format!(" {attribute}=\"");
            let parts = page.split(&start).skip(1);
            parts.filter_map(|part| Some(part.split_once('"')?.0.to_owned())).collect()
        };
        let mut ids = of("id");
        let fields = [of("for"), of("aria-describedby"), of("form")].concat();
        for field in fields {
            assert!(ids.contains(&field), "{name}: nothing is called {field}");
        }
        ids.sort();
        let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "{name}");
    }
}

#[test]
fn every_state_says_its_own_thing() {
    let pages = every_page("en");
    let cases = [
        ("order-waiting", "In the queue"),
        ("order-waiting-0", "You are next"),
        ("order-waiting-1", "One ahead of you"),
        ("order-waiting-42", "About 40 ahead of you"),
        ("order-waiting-range", "Ready in 3–6 min"),
        ("order-waiting-soon", "Ready any moment"),
        ("order-waiting-late", "A little longer than we thought"),
        ("order-making", "can't be cancelled any more."),
        ("order-making-by", "is making it, so it can't be cancelled"),
        ("order-ready", "is ready"),
        ("order-ready-where", "<p class=\"where\"><bdi>The counter by the stairs"),
        ("order-collected", "It left the counter at 9:00\u{202f}AM."),
        ("order-cancelled-Guest", "You cancelled it at 9:00\u{202f}AM."),
        ("order-cancelled-Bar", "The bar had to cancel"),
        ("order-expired-Guest", "Your time to choose ran out"),
        ("order-expired-Bar", "That was our doing."),
        ("home-SoldOut", "Next code at 9:04\u{202f}AM."),
        ("home-Paused", "It goes on at 9:09\u{202f}AM."),
        ("home-Closed", "We open at 10:00\u{202f}AM."),
        ("refused-shop_closed", "We open at 9:03\u{202f}AM."),
        ("refused-has_open_order", "href=\"/orders/12\""),
        (
            "choose-refused",
            "Cappuccino has just run out. Your place is kept: choose something else.",
        ),
        ("proof-wrong-1", "You have one try left."),
        ("proof-wrong-2", "You have 2 tries left."),
        ("journey-shared", "1:35 in the queue"),
        ("today-all-had", "You have had all your drinks of the day."),
    ];
    for (name, words) in cases {
        assert!(every(&pages, name).all(|page| page.contains(words)), "{name}: {words}");
        assert!(every(&pages, name).next().is_some(), "{name}");
    }
}

#[test]
fn an_estimate_is_a_hidden_place_where_the_bar_knows_too_little() {
    let pages = every_page("en");
    let page = |name: &str| {
        let found = pages.iter().find(|(found, _)| found == name).expect("a page");
        found
            .1
            .split("id=\"estimate\"")
            .nth(1)
            .expect("its place")
            .split('>')
            .next()
            .map(str::to_owned)
    };
    assert!(page("order-waiting").is_some_and(|tag| tag.starts_with(" hidden")));
    assert!(page("order-waiting-range").is_some_and(|tag| !tag.contains("hidden")
        && tag.contains("data-from=\"2026-11-22T09:03:20Z\"")
        && tag.contains("data-words=\"Ready in {} min\"")));
}

#[test]
fn nobody_is_said_to_be_next_whose_place_is_not_known() {
    let pages = every_page("en");
    let page =
        |name: &str| pages.iter().find(|(found, _)| found == name).expect("a page").1.clone();
    let unknown = page("order-waiting-somewhere");
    assert!(unknown.contains("<p class=\"place\" hidden data-next=\"You are next\""));
    assert!(!unknown.contains(">You are next"));
    assert!(page("order-waiting-0").contains(">You are next"), "who is next reads so");
}

#[test]
fn only_a_waiting_order_can_be_cancelled_from_its_page() {
    for (name, page) in every_page("en").iter().filter(|(name, _)| name.starts_with("order-")) {
        assert_eq!(page.contains("/cancel\""), name.starts_with("order-waiting"), "{name}");
    }
}

#[test]
fn pages_that_move_look_again_without_script_and_a_half_made_choice_does_not() {
    for (name, page) in every_page("en") {
        let moves = ["order-waiting", "order-making", "order-ready", "order-too-late"];
        let looks_again = page.contains("http-equiv=\"refresh\" content=\"10; url=/orders/12\"");
        assert_eq!(looks_again, moves.iter().any(|start| name.starts_with(start)), "{name}");
    }
}

/// Whether a page's form begins with this field picked.
fn checked(page: &str, id: &str) -> bool {
    let input = page.split("<input").find(|input| input.contains(&format!("id=\"{id}\"")));
    input.is_some_and(|input| input.split('>').next().is_some_and(|i| i.contains(" checked")))
}

#[test]
fn defaults_are_chosen_and_a_refused_choice_is_kept() {
    let pages = every_page("en");
    let page = |name: &str| {
        pages
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, page)| page.as_str())
            .expect("a page")
    };
    for fresh in [page("choose"), page("menu")] {
        assert!(
            checked(fresh, "flat-white.milk.whole") && checked(fresh, "latte.temperature.none")
        );
        assert!(!fresh.contains("id=\"cappuccino.milk.oat\""), "sold out, so nothing to choose");
    }
    let chosen = page("choose-chosen");
    for kept in ["drink-latte", "latte.milk.oat", "latte.coffee.decaf", "cortado.milk.whole"] {
        assert!(checked(chosen, kept), "{kept}");
    }
    assert!(!checked(chosen, "latte.milk.whole"));
    // The drink has gone: what went with it goes with the next one.
    let refused = page("choose-refused");
    for kept in ["latte.milk.oat", "cortado.milk.oat", "latte.coffee.decaf", "tea.leaf.black"] {
        assert!(checked(refused, kept), "{kept}");
    }
    assert!(!refused.contains("id=\"drink-cappuccino\" type=\"radio\" name=\"drink\" value=\"cappuccino\" required checked"));
}

#[test]
fn the_page_behind_the_code_and_that_of_a_kept_place_differ_where_the_script_changes_them() {
    let pages = every_page("en");
    let page =
        |name: &str| pages.iter().find(|(found, _)| found == name).expect("a page").1.clone();
    let (code, kept) = (page("menu-signed-in"), page("choose"));
    for both in ["id=\"kept\"", "id=\"usual\"", "id=\"choose\"", "id=\"summary\"", "data-gone="] {
        assert!(code.contains(both) && kept.contains(both), "{both}");
    }
    assert!(code.contains("action=\"/q/0123456789ABCDEF\" data-hold"));
    assert!(kept.contains("action=\"/orders/12\"") && !kept.contains("data-hold"));
    assert!(!code.contains("Your place is kept") && kept.contains("Your place is kept"));
}

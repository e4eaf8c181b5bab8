//! Every page that a guest can meet, in every state and language: what the tests look through, and,
//! with `DEMITASSE_GALLERY=DIR`, a folder of files to look at.

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod tests;

use demitasse_shared::Timestamp;
use demitasse_shared::api::{CodeSent, OrdersAnswer, SignInKind};
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;
use demitasse_shared::journey::{Journey, JourneyStep, Milestone};
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Chosen, Estimate, Order, OrderState, Party};
use demitasse_shared::shop::{Announcement, Face, ShopStatus};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use maud::Markup;

use super::dress::Dress;
use super::language::Tongue;
use super::pages::{self, Choosing, Draft, Place, WrongProof};
use super::view::{Named, View};
use crate::app::Look;
use crate::domain::Refusal;
use crate::domain::menu::word;

/// What somebody with bad intentions types where a name is asked for.
const HOSTILE: &str = "<script>alert(1)</script>\" onclick=\"x";

/// A code, as long as they are.
const CODE: &str = "0123456789ABCDEF";

/// A moment, in seconds before or after the page is rendered.
fn at(second: i64) -> Timestamp {
    let now: Timestamp = "2026-11-22T09:00:00Z".parse().expect("a time");
    now + SignedDuration::from_secs(second)
}

/// A stranger's view, in the language with this tag.
pub(super) fn view(tag: &str) -> View {
    View {
        venue: "Demitasse".to_owned(),
        counter: None,
        sign_in: SignInKind::Name,
        zone: TimeZone::UTC,
        dress: Dress::new(&Look::default()),
        tongue: Tongue::of(Some(tag), None),
        address: "/".to_owned(),
        is_part: false,
        guest: None,
        now: at(0),
        visit: "VISIT".to_owned(),
        announcement: None,
    }
}

pub(super) fn menu() -> Menu {
    let text = include_str!("../../../assets/menus/default.toml");
    let mut menu: Menu = toml::from_str(text).expect("the default menu");
    menu.drinks[3].available = false;
    menu.groups[0].choices[2].available = false;
    menu
}

pub(super) fn order(state: OrderState) -> Order {
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
        reserved_at: at(-120),
        submit_by: (!submitted).then_some(at(180)),
        submitted_at: submitted.then_some(at(-60)),
        expires_at: None,
        making_at: None,
        ready_at: None,
        ended_at: (!state.is_on_board()).then_some(at(0)),
        barista: None,
        ended_by: None,
        reason: None,
        promised: None,
        ahead: (state == OrderState::Waiting).then_some(3),
        estimate: None,
    }
}

fn problem(code: RefusalCode) -> Problem {
    let until = code.status() == 409 || code == RefusalCode::TooManyTries;
    let until = until || code == RefusalCode::OldCode;
    let refusal = Refusal::new(code, "This is for programs.").until(until.then(|| at(180)));
    match code {
        RefusalCode::HasOpenOrder => refusal.about(OrderId(12)).into(),
        _ => refusal.into(),
    }
}

/// Pages under their names.
pub(super) struct Samples {
    tag: &'static str,
    pages: Vec<(String, String)>,
}

/// Every page in one language.
pub(super) fn every_page(tag: &'static str) -> Vec<(String, String)> {
    let mut samples = Samples { tag, pages: Vec::new() };
    samples.first_pages();
    samples.menus();
    samples.sign_ins();
    samples.orders();
    samples.looking_back();
    samples.refusals();
    samples.pages
}

/// What the script gets of an order's pages, in one language.
#[cfg(test)]
pub(super) fn every_part(tag: &'static str) -> Vec<(String, String)> {
    let part = View { is_part: true, guest: Some(Named(Some("Ana".to_owned()))), ..view(tag) };
    let order_in = |state| pages::order(&part, &order(state), &menu(), None).into_string();
    let states = OrderState::ALL.into_iter().filter(|state| *state != OrderState::Reserved);
    let kept = pages::place_kept(&part, &order(OrderState::Reserved)).into_string();
    let parts = states.map(|state| (format!("order-{state}"), order_in(state)));
    parts.chain([("place-kept".to_owned(), kept)]).collect()
}

impl Samples {
    fn add(&mut self, name: impl Into<String>, page: Markup) {
        self.pages.push((name.into(), page.into_string()));
    }

    fn stranger(&self) -> View {
        view(self.tag)
    }

    fn guest(&self, name: &str) -> View {
        View { guest: Some(Named(Some(name.to_owned()))), ..self.stranger() }
    }

    fn first_pages(&mut self) {
        let (stranger, guest, menu) = (self.stranger(), self.guest("Ana"), menu());
        let said =
            Announcement { text: "Last orders at five.".to_owned(), at: at(-60), until: at(600) };
        let told = View { announcement: Some(said), ..self.stranger() };
        for face in [Face::Open, Face::SoldOut, Face::Full, Face::Paused, Face::Closed] {
            let name = "Demitasse".to_owned();
            let (next_code_at, paused_until) = (Some(at(240)), Some(at(540)));
            let opens_at = (face == Face::Closed).then(|| at(3_600));
            let status =
                ShopStatus { at: at(0), name, face, left: 3, next_code_at, paused_until, opens_at };
            self.add(format!("home-{face:?}"), pages::home(&stranger, &status, None, &menu));
            if face == Face::Open {
                self.add("home-announced", pages::home(&told, &status, None, &menu));
                for state in [
                    OrderState::Reserved,
                    OrderState::Waiting,
                    OrderState::Making,
                    OrderState::Ready,
                ] {
                    let own = order(state);
                    let page = pages::home(&guest, &status, Some(&own), &menu);
                    self.add(format!("home-own-{state}"), page);
                }
            }
        }
        self.add("photo-unread", pages::unread(&stranger));
    }

    fn menus(&mut self) {
        let (menu, fresh) = (menu(), Draft::default());
        let draft = Draft {
            drink: Some("latte".into()),
            options: vec!["oat".into(), "decaf".into()],
            note: Some(HOSTILE.to_owned()),
        };
        let gone = Draft { drink: Some("cappuccino".into()), ..draft.clone() };
        let reserved = order(OrderState::Reserved);
        let (code, kept) = (Place::Code { code: CODE, refused_name: None }, Place::Kept(&reserved));
        let again = Place::Code { code: CODE, refused_name: Some(HOSTILE) };
        let (stranger, guest) = (self.stranger(), self.guest("Ana"));
        let sold_out = problem(RefusalCode::DrinkSoldOut);
        let open = problem(RefusalCode::MissingOption);
        let choose = |view: &View, place, draft, problem| {
            pages::choose(view, Choosing { place, menu: &menu, word: &word(&menu), draft, problem })
        };
        self.add("menu", choose(&stranger, code, &fresh, None));
        self.add("menu-again", choose(&stranger, again, &draft, None));
        self.add("menu-signed-in", choose(&guest, code, &fresh, None));
        self.add("choose", choose(&guest, kept, &fresh, None));
        self.add("choose-chosen", choose(&guest, kept, &draft, None));
        self.add("choose-refused", choose(&guest, kept, &gone, Some(&sold_out)));
        self.add("choose-open", choose(&guest, kept, &draft, Some(&open)));
    }

    fn sign_ins(&mut self) {
        for kind in SignInKind::ALL {
            let word = kind.as_str();
            let stranger = View { sign_in: kind, ..self.stranger() };
            let nameless = View { guest: Some(Named(None)), ..stranger.clone() };
            self.add(format!("sign-in-{word}"), pages::sign_in(&stranger, "/orders", None));
            let refused = pages::sign_in(&stranger, "/orders", Some(HOSTILE));
            self.add(format!("sign-in-{word}-again"), refused);
            self.add(format!("sign-in-{word}-signed-in"), pages::sign_in(&nameless, "/", None));
        }
        let hostile = self.guest(HOSTILE);
        self.add("sign-in-named", pages::sign_in(&hostile, "/", None));
        let stranger = View { sign_in: SignInKind::Email, ..self.stranger() };
        let to = "ana@example.org".to_owned();
        let sent = CodeSent { to, expires_at: at(300), resend_at: at(30) };
        self.add("proof", pages::proof(&stranger, &sent, None));
        for tries in [0, 1, 2] {
            let wrong =
                WrongProof { is_used_up: tries == 0, tries_left: (tries > 0).then_some(tries) };
            self.add(format!("proof-wrong-{tries}"), pages::proof(&stranger, &sent, Some(wrong)));
        }
        let late = CodeSent { expires_at: at(0), resend_at: at(0), ..sent };
        self.add("proof-late", pages::proof(&stranger, &late, None));
    }

    fn orders(&mut self) {
        let (guest, menu) = (self.guest("Ana"), menu());
        let page = |order: &Order| pages::order(&guest, order, &menu, None);
        for state in OrderState::ALL {
            self.add(format!("order-{state}"), page(&order(state)));
        }
        let waiting = order(OrderState::Waiting);
        for ahead in [0, 1, 42] {
            let next = Order { ahead: Some(ahead), ..waiting.clone() };
            self.add(format!("order-waiting-{ahead}"), page(&next));
        }
        self.add("order-waiting-somewhere", page(&Order { ahead: None, ..waiting.clone() }));
        for (name, from, to) in [("range", 200, 350), ("soon", 10, 50), ("late", -90, -30)] {
            let estimate = Some(Estimate { from: at(from), to: at(to) });
            let likely = Order { estimate, ..waiting.clone() };
            self.add(format!("order-waiting-{name}"), page(&likely));
        }
        let number = Some(1_042);
        let ready = order(OrderState::Ready);
        self.add("order-ready-long", page(&Order { number, ..ready.clone() }));
        for (name, barista) in [("by", "Benedikt"), ("by-hostile", HOSTILE)] {
            let barista = Some(barista.to_owned());
            let making = Order { barista, ..order(OrderState::Making) };
            self.add(format!("order-making-{name}"), page(&making));
        }
        let counter = Some("The counter by the stairs".to_owned());
        let elsewhere = View { counter, ..guest.clone() };
        self.add("order-ready-where", pages::order(&elsewhere, &ready, &menu, None));
        let late = problem(RefusalCode::WrongState);
        self.add("order-too-late", pages::order(&guest, &ready, &menu, Some(&late)));
        for state in [OrderState::Cancelled, OrderState::Expired] {
            for party in [Party::Guest, Party::Bar] {
                let reason =
                    (party == Party::Bar && state == OrderState::Cancelled).then_some(HOSTILE);
                let reason = reason.map(str::to_owned);
                let ended = Order { ended_by: Some(party), reason, ..order(state) };
                self.add(format!("order-{state}-{party:?}"), page(&ended));
            }
        }
    }

    fn looking_back(&mut self) {
        let (guest, hostile, menu) = (self.guest("Ana"), self.guest(HOSTILE), menu());
        let nameless = View { guest: Some(Named(None)), ..self.stranger() };
        let orders: Vec<_> = OrderState::ALL.into_iter().map(order).collect();
        let today = |view: &View, orders: &[Order], left| {
            let answer = OrdersAnswer { orders: orders.to_vec(), drinks_left: Some(left) };
            pages::today(view, &answer, &menu)
        };
        self.add("today", today(&hostile, &orders, 1));
        self.add("today-none", today(&nameless, &[], 3));
        self.add("today-all-had", today(&guest, &orders[..3], 0));
        let usual = [
            Milestone::Reserved,
            Milestone::Submitted,
            Milestone::Making,
            Milestone::Ready,
            Milestone::Collected,
        ];
        let all = journey_of(&usual, "Benedikt");
        let own = |journey| Journey { share: Some("/j/12-0123456789ABCDEF".to_owned()), ..journey };
        let page = |journey: &Journey| pages::journey(&guest, OrderId(12), journey, &menu);
        self.add("journey", page(&own(all.clone())));
        self.add("journey-long", page(&own(journey_of(&Milestone::ALL, HOSTILE))));
        self.add("journey-shared", pages::shared_journey(&self.stranger(), &all, &menu));
        let nobody = all.steps.iter().map(|step| JourneyStep { by: None, ..step.clone() });
        let unnamed = Journey { steps: nobody.collect(), ..all.clone() };
        self.add("journey-unnamed", page(&unnamed));
        let short = Journey { number: None, chosen: None, steps: all.steps[..1].to_vec(), ..all };
        self.add("journey-begun", page(&short));
        self.add("forget", pages::forget(&guest, None));
        self.add("forget-open", pages::forget(&guest, Some(OrderId(12))));
        self.add("forget-done", pages::forgotten(&self.stranger()));
    }

    fn refusals(&mut self) {
        let guest = self.guest("Ana");
        for code in RefusalCode::ALL {
            let page = pages::refused(&guest, &problem(*code), Some("/q/0123"));
            self.add(format!("refused-{code}"), page);
        }
    }
}

/// A journey of these steps.
fn journey_of(kinds: &[Milestone], barista: &str) -> Journey {
    let begun = order(OrderState::Collected);
    let mut second = -1_200;
    let steps = kinds.iter().map(|kind| {
        second += 95;
        let by = (*kind == Milestone::Making).then(|| barista.to_owned());
        JourneyStep { kind: *kind, at: at(second), by }
    });
    Journey {
        number: begun.number,
        state: begun.state,
        steps: steps.collect(),
        chosen: begun.chosen.map(|chosen| Chosen { note: None, ..chosen }),
        ended_by: None,
        share: None,
    }
}

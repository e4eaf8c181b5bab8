//! The frame around every page.

use demitasse_shared::Timestamp;
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::Face;
use demitasse_shared::texts::FluentValue;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets;
use super::cups::cup;
use super::language::Language;
use super::pages::order_address;
use super::view::View;

/// How often a page without JavaScript looks again, in seconds.
const LOOK_AGAIN_SECONDS: u32 = 10;

/// A page before it is framed.
#[derive(Debug)]
pub(super) struct Page<'a> {
    title: String,
    body: Markup,
    mood: &'static str,
    order: Option<&'a Order>,
    spoken: String,
    about: Option<String>,
    is_personal: bool,
    follow: bool,
    fresh: bool,
    face: Option<Face>,
    opens_at: Option<Timestamp>,
    address: Option<String>,
    coming: Option<Markup>,
    rules: Rules,
}

/// What a page wears of the style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rules {
    /// What the way to a drink takes.
    OfTheWay,
    /// All of it.
    All,
}

impl<'a> Page<'a> {
    /// A page that stays as it is.
    pub(super) fn new(title: impl Into<String>, body: Markup) -> Self {
        Self {
            title: title.into(),
            body,
            mood: "",
            order: None,
            spoken: String::new(),
            about: None,
            is_personal: false,
            follow: false,
            fresh: false,
            face: None,
            opens_at: None,
            address: None,
            coming: None,
            rules: Rules::All,
        }
    }

    /// A step on the way to a drink, which wears no more than that takes: every phone fetches it.
    #[must_use]
    pub(super) fn on_the_way(self) -> Self {
        Self { rules: Rules::OfTheWay, ..self }
    }

    /// About an order; `spoken` is what a screen reader says when the order gets here.
    #[must_use]
    pub(super) fn about(self, order: &'a Order, spoken: impl Into<String>) -> Self {
        let follow = order.state.is_on_board();
        Self {
            mood: order.state.as_str(),
            order: Some(order),
            spoken: spoken.into(),
            is_personal: true,
            follow,
            fresh: true,
            ..self
        }
    }

    /// For one guest alone: no search engine should show it.
    #[must_use]
    pub(super) fn personal(self) -> Self {
        Self { is_personal: true, ..self }
    }

    /// With a line about it, for who finds it by searching.
    #[must_use]
    pub(super) fn described(self, about: impl Into<String>) -> Self {
        Self { about: Some(about.into()), ..self }
    }

    /// About the bar as the crowd sees it: the script fetches the page again when that changes.
    #[must_use]
    pub(super) fn showing(self, face: Face) -> Self {
        Self { face: Some(face), ..self }
    }

    /// About a closed bar that opens then: the script fetches the page again when that changes.
    #[must_use]
    pub(super) fn opening(self, opens_at: Option<Timestamp>) -> Self {
        Self { opens_at, ..self }
    }

    /// Listens to the bar, though it is about no order, and is fetched again when the phone
    /// returns to it.
    #[must_use]
    pub(super) fn following(self) -> Self {
        Self { follow: true, fresh: true, ..self }
    }

    /// Where a reload leads, for a page that answers a form.
    #[must_use]
    pub(super) fn at(self, address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), ..self }
    }

    /// With the order's next steps, for the script: see [`step`](Self::step).
    #[must_use]
    pub(super) fn foreseeing(self, steps: &[Markup]) -> Self {
        let coming = (!steps.is_empty()).then(|| html! { @for step in steps { (step) } });
        Self { coming, ..self }
    }

    /// The page's content alone, as the script keeps it until the order gets there.
    pub(super) fn step(&self, view: &View) -> Markup {
        self.main(view, true)
    }

    /// When and where a page without script looks again, if it may: a half-made choice would be
    /// lost. It names its address, because it may be the answer to a form.
    fn looks_again(&self) -> Option<String> {
        let moves = self.order.filter(|order| self.follow && order.state != OrderState::Reserved);
        moves.map(|order| format!("{LOOK_AGAIN_SECONDS}; url={}", order_address(order.id)))
    }

    /// The whole document; for the page's script without what it has already.
    pub(super) fn frame(self, view: &View) -> Markup {
        let language = view.tongue.language;
        html! {
            (DOCTYPE)
            html lang=(language.tag) dir=[language.rtl.then_some("rtl")] {
                head {
                    meta charset="utf-8";
                    title { (self.tab(view)) }
                    @if !view.is_part { (self.head(view)) }
                }
                body class=[(!self.mood.is_empty()).then_some(self.mood)] {
                    (bar(view))
                    @if !view.is_part { (line(view)) }
                    (announcement(view))
                    (self.main(view, false))
                    @if let Some(steps) = &self.coming { template #coming { (steps) } }
                    @if !view.is_part {
                        (languages(view))
                        p.unseen #spoken role="status" {}
                    }
                }
            }
        }
    }

    fn tab(&self, view: &View) -> String {
        format!("{} · {}", self.title, view.venue)
    }

    fn main(&self, view: &View, is_coming: bool) -> Markup {
        html! {
            main #main tabindex="-1"
                data-at=(view.now)
                data-order=[self.order.map(|order| order.id)]
                data-state=[self.order.map(|order| order.state)]
                data-spoken=[self.order.map(|_| &self.spoken)]
                data-follow[self.follow]
                data-fresh[self.fresh]
                data-face=[self.face.map(word)] data-opens=[self.opens_at]
                data-title=[is_coming.then(|| self.tab(view))]
                data-address=[&self.address] {
                    @if self.rules == Rules::All { style { (PreEscaped(view.dress.more())) } }
                    (self.body)
                }
        }
    }

    fn head(&self, view: &View) -> Markup {
        let venue = [("venue", FluentValue::from(view.venue.as_str()))];
        let about = self.about.clone().unwrap_or_else(|| view.tell("frame-about", &venue));
        html! {
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            meta name="description" content=(about);
            @if self.is_personal { meta name="robots" content="noindex"; }
            meta name="color-scheme" content="dark light";
            meta name="format-detection" content="telephone=no";
            style { (PreEscaped(view.dress.style())) }
            link rel="icon" type="image/svg+xml" href=(PreEscaped(assets::icon_inline()));
            script type="module" src=(assets::script()) {}
            @if let Some(look_again) = self.looks_again() {
                noscript { meta http-equiv="refresh" content=(look_again); }
            }
        }
    }
}

/// The word by which the live feed names a face.
fn word(face: Face) -> &'static str {
    match face {
        Face::Open => "open",
        Face::SoldOut => "sold_out",
        Face::Full => "full",
        Face::Paused => "paused",
        Face::Closed => "closed",
    }
}

/// What the script says about the line and what is on its way, in the guest's words.
fn line(view: &View) -> Markup {
    html! {
        p.line #line role="status" hidden
            data-words=(view.slot("frame-silent", "seconds"))
            data-sending=(view.say("frame-sending"))
            data-again=(view.say("frame-sending.again")) {}
    }
}

/// The venue's name, which a page has already that its script asks for, and the way to the orders.
fn bar(view: &View) -> Markup {
    html! {
        header.bar {
            @if !view.is_part {
                a.brand href="/" {
                    @if let Some(logo) = view.dress.logo() {
                        img.logo src=(logo) alt="" height="28";
                    } @else { (cup("espresso")) }
                    span.venue { bdi { (view.venue) } }
                }
            }
            @if view.guest.is_some() {
                a.mine href="/orders" { (view.say("frame-mine")) }
            }
        }
    }
}

/// The bar's line for everybody. Its place is always there, for the script to fill.
fn announcement(view: &View) -> Markup {
    let said = view.announcement.as_ref().filter(|said| said.until > view.now);
    html! {
        p.announcement #announcement role="status" hidden[said.is_none()]
            data-until=[said.map(|said| said.until)] {
            @if let Some(said) = said { bdi { (said.text) } }
        }
    }
}

/// The languages, each by its own name. It works without script and leads back to this page.
fn languages(view: &View) -> Markup {
    let own = view.tongue.language.tag;
    html! {
        footer.foot {
            form.languages method="post" action="/language" {
                input type="hidden" name="next" value=(view.address);
                label.unseen for="language" { (view.say("frame-language")) }
                select #language name="language" autocomplete="off" {
                    @for language in Language::all() {
                        option value=(language.tag) lang=(language.tag)
                            selected[language.tag == own] { (language.name) }
                    }
                }
                button.link { (view.say("frame-change")) }
            }
        }
    }
}

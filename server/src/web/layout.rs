//! The frame around every page.

use demitasse_shared::order::{Order, OrderState};
use maud::{DOCTYPE, Markup, html};

use super::assets;
use super::cups::cup;
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
    follow: bool,
    fresh: bool,
    address: Option<String>,
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
            follow: false,
            fresh: false,
            address: None,
        }
    }

    /// About an order; `spoken` is what a screen reader says when the order gets here.
    #[must_use]
    pub(super) fn about(self, order: &'a Order, spoken: impl Into<String>) -> Self {
        let follow = order.state.is_on_board();
        Self {
            mood: order.state.as_str(),
            order: Some(order),
            spoken: spoken.into(),
            follow,
            fresh: true,
            ..self
        }
    }

    /// Fetched again when the phone returns to it.
    #[must_use]
    pub(super) fn fresh(self) -> Self {
        Self { fresh: true, ..self }
    }

    /// Where a reload leads, for a page that answers a form.
    #[must_use]
    pub(super) fn at(self, address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), ..self }
    }

    /// When and where a page without script looks again, if it may: a half-made choice would be
    /// lost. It names its address, because it may be the answer to a form.
    fn looks_again(&self) -> Option<String> {
        let moves = self.order.filter(|order| self.follow && order.state != OrderState::Reserved);
        moves.map(|order| format!("{LOOK_AGAIN_SECONDS}; url={}", order_address(order.id)))
    }

    /// The whole document.
    pub(super) fn frame(self, view: &View) -> Markup {
        let [styles, script, icon] = assets::ADDRESSES.each_ref();
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    title { (self.title) " · " (view.venue) }
                    meta name="color-scheme" content="dark light";
                    meta name="format-detection" content="telephone=no";
                    link rel="stylesheet" href=(styles);
                    link rel="icon" type="image/svg+xml" href=(icon);
                    script type="module" src=(script) {}
                    @if let Some(look_again) = self.looks_again() {
                        noscript { meta http-equiv="refresh" content=(look_again); }
                    }
                }
                body class=(self.mood) {
                    (bar(view))
                    p.line #line role="status" hidden
                        data-words="Last heard from the bar {} s ago. Trying again by itself." {}
                    main #main tabindex="-1"
                        data-at=(view.now)
                        data-order=[self.order.map(|order| order.id)]
                        data-state=[self.order.map(|order| order.state)]
                        data-spoken=[self.order.map(|_| &self.spoken)]
                        data-follow[self.follow]
                        data-fresh[self.fresh]
                        data-address=[&self.address] { (self.body) }
                    p.unseen #spoken role="status" {}
                }
            }
        }
    }
}

fn bar(view: &View) -> Markup {
    html! {
        header.bar {
            a.brand href="/" { (cup("espresso")) span.venue { (view.venue) } }
            @if view.guest.is_some() {
                a.mine href="/orders" { "My orders" }
            }
        }
    }
}

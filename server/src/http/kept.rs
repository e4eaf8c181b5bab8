//! Answers that many ask for, kept as bytes for as long as they are true.
//!
//! Board and shop follow from the journal's last change alone, but for the clock in them, and the
//! menu is the menu until it changes: each is written once, whoever asks.

mod pieces;

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::menu::Menu;
use serde::Serialize;

use crate::domain::menu::version;
use crate::live::Hub;
use pieces::Pieces;

/// JSON that is written already.
#[derive(Clone, Debug)]
pub(super) struct Written(Pieces);

impl IntoResponse for Written {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::new(self.0));
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}

/// What is kept. Each part is whatever was asked for last.
#[derive(Debug, Default)]
pub(super) struct Kept {
    board: Mutex<Option<Arc<Page>>>,
    shop: Mutex<Option<Arc<Page>>>,
    menu: Mutex<Option<Card>>,
}

/// An answer that says what time it is, before and after it says so.
#[derive(Debug)]
struct Page {
    /// The change that it follows.
    seq: Seq,
    /// When time alone makes it untrue.
    until: Option<Timestamp>,
    before: Bytes,
    after: Bytes,
}

/// A menu, written.
#[derive(Clone, Debug)]
struct Card {
    menu: Arc<Menu>,
    tag: HeaderValue,
    written: Written,
}

impl Card {
    fn new(menu: Arc<Menu>) -> Self {
        // Both always can be: it is a menu, and its version is letters.
        let json = serde_json::to_vec(&*menu).unwrap_or_default();
        let tag = HeaderValue::try_from(format!("\"{}\"", version(&menu)));
        let tag = tag.unwrap_or(HeaderValue::from_static("\"\""));
        Self { menu, tag, written: Written(Pieces::of([json.into()])) }
    }
}

impl Page {
    /// Writes an answer whose first `at` is this moment.
    fn new(answer: &impl Serialize, at: Timestamp, seq: Seq, until: Option<Timestamp>) -> Self {
        // Answers always serialise.
        let json = serde_json::to_string(answer).unwrap_or_default();
        let (before, after) = json.split_once(&at.to_string()).unwrap_or((&json, ""));
        let [before, after] = [before, after].map(|part| Bytes::copy_from_slice(part.as_bytes()));
        Self { seq, until, before, after }
    }

    fn is_true(&self, seq: Seq, now: Timestamp) -> bool {
        self.seq == seq && self.until.is_none_or(|until| now < until)
    }

    fn at(&self, now: Timestamp) -> Written {
        let moment = Bytes::from(now.to_string());
        Written(Pieces::of([self.before.clone(), moment, self.after.clone()]))
    }
}

impl Kept {
    /// All that a screen shows, now.
    pub(super) fn board(&self, hub: &Hub) -> Written {
        now(&self.board, hub, || {
            let board = hub.snapshot();
            (Page::new(&board, board.at, board.seq, None), board.at)
        })
    }

    /// The bar as anyone may see it, now.
    pub(super) fn shop(&self, hub: &Hub) -> Written {
        now(&self.shop, hub, || {
            let (seq, _) = hub.moment();
            let shop = hub.status();
            (Page::new(&shop, shop.at, seq, shop.opens_at), shop.at)
        })
    }

    /// The menu, and its version as a tag.
    pub(super) fn menu(&self, menu: Arc<Menu>) -> (HeaderValue, Written) {
        let mut kept = self.menu.lock().unwrap_or_else(PoisonError::into_inner);
        let card = match kept.take() {
            Some(card) if Arc::ptr_eq(&card.menu, &menu) => card,
            _ => Card::new(menu),
        };
        let answer = (card.tag.clone(), card.written.clone());
        *kept = Some(card);
        answer
    }
}

/// What is kept, if it is true still, else what is made anew.
fn now(
    kept: &Mutex<Option<Arc<Page>>>,
    hub: &Hub,
    make: impl FnOnce() -> (Page, Timestamp),
) -> Written {
    let (seq, now) = hub.moment();
    let lock = || kept.lock().unwrap_or_else(PoisonError::into_inner);
    let page = lock().as_ref().filter(|page| page.is_true(seq, now)).map(Arc::clone);
    if let Some(page) = page {
        return page.at(now);
    }
    let (page, at) = make();
    let written = page.at(at);
    *lock() = Some(Arc::new(page));
    written
}

#[cfg(test)]
mod tests;

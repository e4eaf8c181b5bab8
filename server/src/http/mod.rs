//! HTTP: the route table, grouped by who calls. Handlers translate; the use-cases decide.

pub mod auth;
mod authority;
mod backups;
mod boards;
mod counter;
mod devices;
mod displays;
mod doctor;
mod document;
mod door;
pub mod error;
mod front;
pub mod guard;
mod guests;
mod json;
mod kept;
mod ledger;
pub mod listener;
mod live;
mod menu;
mod metrics;
mod noes;
pub mod pending;
mod public;
mod screens;
mod secure;
mod senders;
mod session;
mod sse;
mod staff;
mod table;

use std::ops::Deref;
use std::sync::Arc;

use crate::app::Bar;
use crate::boards::browser::Pages;
use crate::displays::Displays;
use crate::doctor::Round;
use crate::live::Hall;
use crate::web::{DisplayDress, Dress};

pub use front::Front;
use kept::Kept;
use noes::Noes;

/// What every handler has at hand. Clones share it: each request takes one.
#[derive(Clone, Debug)]
pub struct Http(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    at_hand: AtHand,
    kept: Kept,
    noes: Noes,
}

/// What a server gives its handlers.
#[derive(Debug)]
pub struct AtHand {
    /// The bar.
    pub bar: Bar,
    /// The token that lets programs of the server's own user in.
    pub local_token: Arc<str>,
    /// The address that staff's tablets and monitors open.
    pub staff_url: Arc<str>,
    /// The names under which phones may reach the server.
    pub hosts: guard::Hosts,
    /// What the guests' pages wear.
    pub dress: Dress,
    /// What the monitors in browsers wear.
    pub display_dress: DisplayDress,
    /// Where phones listen to the live feed.
    pub hall: Hall,
    /// The monitors in browsers.
    pub displays: Displays,
    /// Looks whether the bar is fit.
    pub doctor: Round,
    /// The boards in tablets' browsers, unless they are off.
    pub pages: Option<Pages>,
    /// Whether anybody may read the bar's figures, and not this machine alone.
    pub open_metrics: bool,
    /// What shows the bar's certificate, where it serves https.
    pub keeper: Option<Arc<crate::tls::Keeper>>,
}

impl Http {
    /// Lays it out.
    pub fn new(at_hand: AtHand) -> Self {
        let (kept, noes) = (Kept::default(), Noes::default());
        Self(Arc::new(Inside { at_hand, kept, noes }))
    }

    /// Answers that are written already.
    fn kept(&self) -> &Kept {
        &self.0.kept
    }

    /// How often somebody was refused.
    fn noes(&self) -> &Noes {
        &self.0.noes
    }
}

impl Deref for Http {
    type Target = AtHand;

    fn deref(&self) -> &AtHand {
        &self.0.at_hand
    }
}

/// Everything that the server answers: the API, the live feed and the guests' pages.
pub fn front(http: Http) -> Front {
    let (hosts, noes) = (http.hosts.clone(), http.noes().clone());
    let router = table::routes()
        .merge(document::routes())
        .merge(crate::web::routes(&http))
        .merge(boards::routes(&http))
        .merge(displays::routes(&http))
        .merge(authority::routes())
        .fallback(crate::web::nowhere)
        .method_not_allowed_fallback(error::no_such_method)
        .with_state(http);
    Front::new(router, hosts, noes)
}

//! What people ask of the bar, as data: so it can be lost, come late, and be sent again.

use demitasse::app::{AskedProof, Asking, Bar, NewMenu, Reader, Words};
use demitasse::domain::event::Actor;
use demitasse::domain::order::{Barista, EntryKey, GuestId};
use demitasse::storage::{Answer, WriteError};
use demitasse_shared::Timestamp;
use demitasse_shared::api::{Marks, NewAnnouncement, OrdersAnswer, ShopChange, Submit};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::menu::{Item, Menu};
use demitasse_shared::order::{Order, Step};
use demitasse_shared::settings::Settings;

use super::people::{badge, barista_name, name, telephone};

/// A request. Guests' carry the session's token, as a phone's cookie does.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// Somebody says who they are. `page` is the form's secret: sent twice it means the same guest.
    SignIn {
        token: Option<String>,
        person: usize,
        page: String,
    },
    /// Somebody wants a one-time code; the phone may wait for one already.
    Code {
        person: usize,
        pending: Option<String>,
    },
    /// Somebody types it.
    Prove {
        pending: String,
        code: String,
        token: Option<String>,
    },
    SignOut {
        token: String,
    },
    Forget {
        token: String,
    },
    Redeem {
        token: String,
        code: String,
    },
    Submit {
        token: String,
        order: OrderId,
        submit: Submit,
    },
    Withdraw {
        token: String,
        order: OrderId,
    },
    Look {
        token: String,
        order: OrderId,
    },
    List {
        token: String,
    },
    Step {
        barista: i64,
        order: OrderId,
        step: Step,
        reason: Option<String>,
    },
    WalkUp {
        barista: i64,
        submit: Submit,
        key: String,
    },
    Door(ShopChange),
    Rule(Settings),
    Stock(Item, bool),
    Menu(Menu, Marks),
    Announce(NewAnnouncement),
    TakeDown,
}

/// What the bar answers.
#[derive(Clone, Debug)]
pub(super) enum Told {
    /// Who is signed in, with the token of a session that was just begun.
    Session(GuestId, Option<String>),
    /// A code is on its way: this one, as the message says.
    Sent { pending: String, code: String, expires_at: Timestamp, resend_at: Timestamp },
    /// The order as it is now.
    Order(Box<Order>),
    /// The guest's own orders of today.
    Orders(OrdersAnswer),
    /// It is done, and there is no more to say.
    Done,
    /// A rule says no, and perhaps when to try again.
    No(RefusalCode, Option<Timestamp>),
    /// The bar cannot keep its promise: that is for the disk's ordeal, and never happens here.
    Failed(String),
}

impl Ask {
    /// Sends it to the bar, as the handlers of its route do.
    pub(super) async fn send(&self, bar: &Bar, by_badge: bool) -> Told {
        match self {
            Self::SignIn { token, person, page } => {
                sign_in(bar, token.as_deref(), *person, page, by_badge).await
            }
            Self::Code { person, pending } => ask_code(bar, *person, pending.as_deref()).await,
            Self::Prove { pending, code, token } => {
                let session = bar.prove(Some(pending), code, token.as_deref()).await;
                told(session, |session| Told::Session(session.guest.id, session.token))
            }
            Self::SignOut { token }
            | Self::Forget { token }
            | Self::Redeem { token, .. }
            | Self::Submit { token, .. }
            | Self::Withdraw { token, .. }
            | Self::Look { token, .. }
            | Self::List { token } => match bar.guest(token).await {
                Ok(Some(guest)) => self.send_as(bar, guest.id).await,
                Ok(None) => Told::No(RefusalCode::NotSignedIn, None),
                Err(error) => Told::Failed(error.to_string()),
            },
            _ => self.send_as_staff(bar).await,
        }
    }

    async fn send_as(&self, bar: &Bar, guest: GuestId) -> Told {
        match self {
            Self::SignOut { token } => done(bar.sign_out(guest, token).await),
            Self::Forget { .. } => done(bar.forget(guest).await),
            Self::Redeem { code, .. } => order(bar.redeem(guest, code).await),
            Self::Submit { order: id, submit, .. } => {
                order(bar.submit(guest, *id, submit.clone()).await)
            }
            Self::Withdraw { order: id, .. } => order(bar.withdraw(guest, *id).await),
            Self::Look { order: id, .. } => order(bar.order(Reader::Guest(guest), *id).await),
            _ => match bar.orders_of(guest).await {
                Ok(orders) => Told::Orders(orders),
                Err(error) => Told::Failed(error.to_string()),
            },
        }
    }

    async fn send_as_staff(&self, bar: &Bar) -> Told {
        match self.clone() {
            Self::Step { barista, order: id, step, reason } => {
                let device = DeviceId(barista);
                let who = Barista { device, name: barista_name(barista) };
                order(bar.step(who, Actor::Device(device), id, step, reason).await)
            }
            Self::WalkUp { barista, submit, key } => {
                let device = DeviceId(barista);
                let entry = Some(EntryKey { device, key });
                order(bar.walk_up(Actor::Device(device), submit, entry).await)
            }
            Self::Door(wish) => done(bar.set_shop(Actor::Local, wish).await),
            Self::Rule(rules) => done(bar.set_settings(Actor::Local, rules).await),
            Self::Stock(item, there) => done(bar.mark(Actor::Local, item, there).await),
            Self::Menu(menu, marks) => {
                done(bar.set_menu(Actor::Local, NewMenu { menu, marks, version: None }).await)
            }
            Self::Announce(new) => done(bar.announce(Actor::Local, new).await),
            _ => done(bar.take_down(Actor::Local).await),
        }
    }
}

async fn sign_in(
    bar: &Bar,
    token: Option<&str>,
    person: usize,
    page: &str,
    by_badge: bool,
) -> Told {
    let answer = if by_badge {
        bar.show_badge(&badge(person), None, token).await
    } else {
        let known = match token {
            Some(token) => bar.guest(token).await,
            None => Ok(None),
        };
        match known {
            Ok(known) => bar.sign_in(known.map(|guest| guest.id), &name(person), Some(page)).await,
            Err(error) => return Told::Failed(error.to_string()),
        }
    };
    told(answer, |session| Told::Session(session.guest.id, session.token))
}

/// The message is read where it is written.
async fn ask_code(bar: &Bar, person: usize, pending: Option<&str>) -> Told {
    let (typed, mut code) = (telephone(person), String::new());
    let asking = Asking { typed: &typed, pending, scanned: None };
    let sent = bar.ask_proof(asking, |drawn, _venue| {
        drawn.clone_into(&mut code);
        Words { subject: String::new(), text: format!("{drawn} is your code") }
    });
    let sent = sent.await;
    told(sent, |AskedProof { sent, pending }| {
        let (expires_at, resend_at) = (sent.expires_at, sent.resend_at);
        Told::Sent { pending, code, expires_at, resend_at }
    })
}

fn order(answer: Answer<Order>) -> Told {
    told(answer, |order| Told::Order(Box::new(order)))
}

fn done<T>(answer: Answer<T>) -> Told {
    told(answer, |_| Told::Done)
}

fn told<T>(answer: Answer<T>, yes: impl FnOnce(T) -> Told) -> Told {
    match answer {
        Ok(value) => yes(value),
        Err(WriteError::Refused(refusal)) => Told::No(refusal.code, refusal.retry_at),
        Err(error) => Told::Failed(error.to_string()),
    }
}

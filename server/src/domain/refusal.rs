//! The bar's no: data, with a sentence for the person who hears it.

use demitasse_shared::Timestamp;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;

/// A request that the rules do not allow. It left nothing behind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {detail}")]
pub struct Refusal {
    /// Which rule said no.
    pub code: RefusalCode,
    /// What happened and what to do, for people.
    pub detail: String,
    /// The order that it is about.
    pub order: Option<OrderId>,
    /// Who was faster.
    pub by: Option<String>,
    /// When to try again, where that is known.
    pub retry_at: Option<Timestamp>,
}

impl Refusal {
    /// A refusal with its sentence.
    pub fn new(code: RefusalCode, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), order: None, by: None, retry_at: None }
    }

    /// The request makes no sense, for this reason.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::new(RefusalCode::InvalidRequest, detail)
    }

    /// There is no such order, or it is somebody else's: the two look the same from outside.
    pub fn no_such_order() -> Self {
        Self::new(RefusalCode::NotFound, "There is no such order of yours.")
    }

    /// No such device is, or ever was, paired.
    pub fn no_such_device() -> Self {
        Self::new(RefusalCode::NotFound, "There is no such device, or not any more.")
    }

    /// The same, about an order.
    #[must_use]
    pub fn about(self, order: OrderId) -> Self {
        Self { order: Some(order), ..self }
    }

    /// The same, with who was faster.
    #[must_use]
    pub fn by(self, name: Option<String>) -> Self {
        Self { by: name, ..self }
    }

    /// The same, with when to try again.
    #[must_use]
    pub fn until(self, retry_at: Option<Timestamp>) -> Self {
        Self { retry_at, ..self }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self {
            code: refusal.code,
            title: refusal.code.title().to_owned(),
            status: refusal.code.status(),
            detail: refusal.detail,
            order: refusal.order,
            by: refusal.by,
            retry_at: refusal.retry_at,
        }
    }
}

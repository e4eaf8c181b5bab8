//! An order's life: every pair of state and step is allowed or refused by name.

mod entry;

use std::collections::BTreeSet;

use demitasse_shared::Timestamp;
use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::order::{Chosen, Order, OrderState, Party, Step};
use demitasse_shared::settings::Settings;

use super::code::WindowId;
use super::refusal::Refusal;

pub use entry::{EntryKey, check_repeated_entry};

/// How long after it was set on the counter an order can be taken back.
pub const RECALL_WITHIN_SECONDS: i64 = 30 * 60;

/// A guest, known to the bar by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GuestId(pub i64);

/// A day in the venue's time zone.
pub type Day = jiff::civil::Date;

/// An order with what only the bar needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// The order as everybody sees it.
    pub order: Order,
    /// Whose it is; nobody's where staff entered it.
    pub guest: Option<GuestId>,
    /// The code window that its place belongs to; none where staff entered it.
    pub window: Option<WindowId>,
    /// The venue day that it counts for.
    pub day: Day,
    /// The last step, and which device took it.
    pub last_step: Option<(Step, DeviceId)>,
}

/// A barista's device, as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barista {
    /// Which device.
    pub device: DeviceId,
    /// Whose.
    pub name: String,
}

/// What is asked of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// The guest chose; the number is the next one of the day.
    Submit {
        /// The drink and its options, checked against the menu.
        chosen: &'a Chosen,
        /// The number it gets if it enters the queue now.
        number: u32,
        /// Today, in the venue's zone.
        day: Day,
    },
    /// The guest changed their mind.
    Withdraw,
    /// A barista's step.
    Step {
        /// Which one.
        step: Step,
        /// Whose.
        barista: &'a Barista,
        /// Why, where the step is a cancel.
        reason: Option<&'a str>,
    },
    /// Time passed.
    Lapse,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It had happened already; nothing changes.
    Unchanged,
    /// The order as it is now.
    Changed {
        /// The order.
        record: Box<OrderRecord>,
        /// Whether its place goes back to its window, if that still shows.
        place_back: bool,
    },
}

/// A fresh reservation.
pub fn reserve(
    id: OrderId,
    guest: GuestId,
    window: WindowId,
    day: Day,
    settings: &Settings,
    now: Timestamp,
) -> OrderRecord {
    let order = Order {
        submit_by: Some(after(now, settings.submit_within_seconds)),
        ..blank(id, OrderState::Reserved, now)
    };
    OrderRecord { order, guest: Some(guest), window: Some(window), day, last_step: None }
}

/// An order that staff enter for somebody without a phone: it goes straight into the queue.
pub fn walk_up(
    id: OrderId,
    chosen: Chosen,
    number: u32,
    day: Day,
    settings: &Settings,
    now: Timestamp,
) -> OrderRecord {
    let order = Order {
        walk_up: true,
        number: Some(number),
        chosen: Some(chosen),
        submitted_at: Some(now),
        expires_at: Some(after(now, settings.unclaimed_after_seconds)),
        ..blank(id, OrderState::Waiting, now)
    };
    OrderRecord { order, guest: None, window: None, day, last_step: None }
}

fn blank(id: OrderId, state: OrderState, reserved_at: Timestamp) -> Order {
    Order {
        id,
        state,
        number: None,
        chosen: None,
        walk_up: false,
        reserved_at,
        submit_by: None,
        submitted_at: None,
        expires_at: None,
        making_at: None,
        ready_at: None,
        ended_at: None,
        barista: None,
        ended_by: None,
        reason: None,
        promised: None,
        ahead: None,
        estimate: None,
    }
}

/// Whether a submit only repeats what the order says already: a retry, which must succeed whatever
/// the menu has become meanwhile.
pub fn repeats(order: &Order, submit: &Submit) -> bool {
    is_what_was_chosen(order, submit)
        && !matches!(order.state, OrderState::Cancelled | OrderState::Expired)
}

fn is_what_was_chosen(order: &Order, submit: &Submit) -> bool {
    order.chosen.as_ref().is_some_and(|chosen| {
        let asked: BTreeSet<_> = submit.options.iter().collect();
        chosen.drink == submit.drink && chosen.options.iter().collect::<BTreeSet<_>>() == asked
    })
}

/// Decides what an action does to an order.
///
/// # Errors
/// A [`Refusal`] that names why the order cannot take the action; the order stays as it was.
pub fn act(
    record: &OrderRecord,
    action: &Action<'_>,
    settings: &Settings,
    now: Timestamp,
) -> Result<Outcome, Refusal> {
    match action {
        Action::Submit { chosen, number, day } => {
            submit(record, chosen, *number, *day, settings, now)
        }
        Action::Withdraw => withdraw(record, now),
        Action::Step { step, barista, reason } => {
            if already_took(record, *step, barista) {
                return Ok(Outcome::Unchanged);
            }
            match step {
                Step::Make => make(record, barista, now),
                Step::Unmake => unmake(record, barista, settings, now),
                Step::Complete => complete(record, barista, now),
                Step::Recall => recall(record, barista, now),
                Step::Collect => collect(record, barista, now),
                Step::Cancel => cancel(record, barista, *reason, now),
            }
        }
        Action::Lapse => Ok(lapse(record, settings, now)),
    }
}

/// When time alone will change the order, if it will.
pub fn lapses_at(order: &Order, settings: &Settings) -> Option<Timestamp> {
    match order.state {
        OrderState::Reserved => order.submit_by,
        OrderState::Waiting => order.expires_at,
        OrderState::Ready => order.ready_at.map(|at| after(at, settings.ready_for_seconds)),
        OrderState::Making
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired => None,
    }
}

fn submit(
    record: &OrderRecord,
    chosen: &Chosen,
    number: u32,
    day: Day,
    settings: &Settings,
    now: Timestamp,
) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Reserved if record.order.submit_by.is_some_and(|by| now >= by) => {
            Err(wrong(record, "Your time to choose is over. Scan the code again."))
        }
        OrderState::Reserved => Ok(changed(record, |next| {
            next.day = day;
            next.order.state = OrderState::Waiting;
            next.order.number = Some(number);
            next.order.chosen = Some(chosen.clone());
            next.order.submit_by = None;
            next.order.submitted_at = Some(now);
            next.order.expires_at = Some(after(now, settings.unclaimed_after_seconds));
        })),
        OrderState::Waiting | OrderState::Making | OrderState::Ready | OrderState::Collected => {
            Err(wrong(record, "You have ordered already; this order stays as it is."))
        }
        OrderState::Cancelled => Err(wrong(record, "This order was cancelled.")),
        OrderState::Expired => {
            Err(wrong(record, "Your time to choose is over. Scan the code again."))
        }
    }
}

fn withdraw(record: &OrderRecord, now: Timestamp) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Reserved | OrderState::Waiting => {
            Ok(ended(record, OrderState::Cancelled, Some(Party::Guest), now))
        }
        OrderState::Cancelled if record.order.ended_by == Some(Party::Guest) => {
            Ok(Outcome::Unchanged)
        }
        OrderState::Making => {
            Err(wrong(record, "Your barista is making it, so it can't be cancelled any more."))
        }
        OrderState::Ready => Err(wrong(record, "It is ready for you on the counter.")),
        OrderState::Collected => Err(wrong(record, "It was collected.")),
        OrderState::Cancelled => Err(wrong(record, "The bar has cancelled this order.")),
        OrderState::Expired => Err(wrong(record, "This order's time is over.")),
    }
}

fn make(record: &OrderRecord, barista: &Barista, now: Timestamp) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Waiting => Ok(stepped(record, Step::Make, barista, |next| {
            next.state = OrderState::Making;
            next.expires_at = None;
            next.making_at = Some(now);
            next.barista = Some(barista.name.clone());
        })),
        // A recall put it into this barista's hands: it is being made.
        OrderState::Making if holds(record, barista) => Ok(Outcome::Unchanged),
        OrderState::Making => Err(claimed(record)),
        state @ (OrderState::Reserved
        | OrderState::Ready
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired) => Err(out_of_step(record, state)),
    }
}

fn unmake(
    record: &OrderRecord,
    barista: &Barista,
    settings: &Settings,
    now: Timestamp,
) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Making => Ok(stepped(record, Step::Unmake, barista, |next| {
            next.state = OrderState::Waiting;
            next.making_at = None;
            next.barista = None;
            // It is unclaimed from now on; its place in the queue it keeps.
            next.expires_at = Some(after(now, settings.unclaimed_after_seconds));
        })),
        state @ (OrderState::Reserved
        | OrderState::Waiting
        | OrderState::Ready
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired) => Err(out_of_step(record, state)),
    }
}

fn complete(record: &OrderRecord, barista: &Barista, now: Timestamp) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Making => Ok(stepped(record, Step::Complete, barista, |next| {
            next.state = OrderState::Ready;
            next.ready_at = Some(now);
        })),
        state @ (OrderState::Reserved
        | OrderState::Waiting
        | OrderState::Ready
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired) => Err(out_of_step(record, state)),
    }
}

fn recall(record: &OrderRecord, barista: &Barista, now: Timestamp) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Ready | OrderState::Collected if recallable(&record.order, now) => {
            Ok(stepped(record, Step::Recall, barista, |next| {
                next.state = OrderState::Making;
                next.making_at = Some(now);
                next.ready_at = None;
                next.ended_at = None;
                next.barista = Some(barista.name.clone());
            }))
        }
        OrderState::Ready | OrderState::Collected => {
            Err(wrong(record, "It was ready over 30 minutes ago, too long to recall it."))
        }
        OrderState::Making if !holds(record, barista) => Err(claimed(record)),
        state @ (OrderState::Reserved
        | OrderState::Waiting
        | OrderState::Making
        | OrderState::Cancelled
        | OrderState::Expired) => Err(out_of_step(record, state)),
    }
}

fn collect(record: &OrderRecord, barista: &Barista, now: Timestamp) -> Result<Outcome, Refusal> {
    match record.order.state {
        OrderState::Ready => Ok(stepped(record, Step::Collect, barista, |next| {
            next.state = OrderState::Collected;
            next.ended_at = Some(now);
        })),
        // Taken off the monitor by time: nobody was faster, so there is nobody to name.
        OrderState::Collected if last_step(record) != Some(Step::Collect) => Ok(Outcome::Unchanged),
        state @ (OrderState::Reserved
        | OrderState::Waiting
        | OrderState::Making
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired) => Err(out_of_step(record, state)),
    }
}

fn cancel(
    record: &OrderRecord,
    barista: &Barista,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<Outcome, Refusal> {
    let Some(reason) = reason else {
        return Err(Refusal::invalid("A cancel needs a reason: the guest will read it."));
    };
    match record.order.state {
        OrderState::Waiting | OrderState::Making => {
            let Outcome::Changed { mut record, place_back } =
                ended(record, OrderState::Cancelled, Some(Party::Bar), now)
            else {
                return Ok(Outcome::Unchanged);
            };
            record.order.reason = Some(reason.to_owned());
            record.last_step = Some((Step::Cancel, barista.device));
            Ok(Outcome::Changed { record, place_back })
        }
        state @ (OrderState::Reserved
        | OrderState::Ready
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired) => Err(out_of_step(record, state)),
    }
}

/// What time alone does to an order once it is due.
fn lapse(record: &OrderRecord, settings: &Settings, now: Timestamp) -> Outcome {
    if lapses_at(&record.order, settings).is_none_or(|due| now < due) {
        return Outcome::Unchanged;
    }
    match record.order.state {
        OrderState::Reserved => ended(record, OrderState::Expired, Some(Party::Guest), now),
        OrderState::Waiting => ended(record, OrderState::Expired, Some(Party::Bar), now),
        OrderState::Ready => ended(record, OrderState::Collected, None, now),
        OrderState::Making
        | OrderState::Collected
        | OrderState::Cancelled
        | OrderState::Expired => Outcome::Unchanged,
    }
}

fn recallable(order: &Order, now: Timestamp) -> bool {
    order.ready_at.is_some_and(|ready| now.as_second() - ready.as_second() <= RECALL_WITHIN_SECONDS)
}

/// Whether this very person has just done this very thing, and it still stands.
fn already_took(record: &OrderRecord, step: Step, barista: &Barista) -> bool {
    let result = match step {
        Step::Make | Step::Recall => OrderState::Making,
        Step::Unmake => OrderState::Waiting,
        Step::Complete => OrderState::Ready,
        Step::Collect => OrderState::Collected,
        Step::Cancel => OrderState::Cancelled,
    };
    record.order.state == result && record.last_step == Some((step, barista.device))
}

fn holds(record: &OrderRecord, barista: &Barista) -> bool {
    record.last_step.is_some_and(|(_, device)| device == barista.device)
}

fn last_step(record: &OrderRecord) -> Option<Step> {
    record.last_step.map(|(step, _)| step)
}

fn changed(record: &OrderRecord, change: impl FnOnce(&mut OrderRecord)) -> Outcome {
    let mut next = Box::new(record.clone());
    change(&mut next);
    Outcome::Changed { record: next, place_back: false }
}

fn stepped(
    record: &OrderRecord,
    step: Step,
    barista: &Barista,
    change: impl FnOnce(&mut Order),
) -> Outcome {
    changed(record, |next| {
        change(&mut next.order);
        next.last_step = Some((step, barista.device));
    })
}

/// An order's end. A drink in nobody's hands gives its place back; one that was unmade counts as
/// not begun.
fn ended(record: &OrderRecord, state: OrderState, by: Option<Party>, now: Timestamp) -> Outcome {
    let mut next = Box::new(record.clone());
    next.order.state = state;
    next.order.ended_at = Some(now);
    next.order.ended_by = by;
    next.order.submit_by = None;
    next.order.expires_at = None;
    let waits = matches!(record.order.state, OrderState::Reserved | OrderState::Waiting);
    Outcome::Changed { record: next, place_back: waits }
}

fn wrong(record: &OrderRecord, detail: &str) -> Refusal {
    Refusal::new(RefusalCode::WrongState, detail).about(record.order.id)
}

fn claimed(record: &OrderRecord) -> Refusal {
    let name = record.order.barista.clone().unwrap_or_else(|| "Somebody else".to_owned());
    Refusal::new(RefusalCode::ClaimedByOther, format!("{name} has it."))
        .about(record.order.id)
        .by(Some(name))
}

/// The refusal of a barista's step that does not fit the order's state.
fn out_of_step(record: &OrderRecord, state: OrderState) -> Refusal {
    let detail = match state {
        OrderState::Reserved => "The guest is still choosing.",
        OrderState::Waiting => "It is waiting: nobody has begun it.",
        OrderState::Making => "It is being made.",
        OrderState::Ready => "It is ready already.",
        OrderState::Collected => "It was collected.",
        OrderState::Cancelled => "It was cancelled.",
        OrderState::Expired => "Its time ran out.",
    };
    let holder = record.order.barista.clone().filter(|_| state == OrderState::Making);
    wrong(record, detail).by(holder)
}

/// A moment so many seconds later.
pub fn after(at: Timestamp, seconds: u32) -> Timestamp {
    at.checked_add(jiff::SignedDuration::from_secs(i64::from(seconds))).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;

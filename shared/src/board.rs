//! The board: one pure fold from a snapshot and the changes after it to what screens show.

mod column;

use std::collections::BTreeMap;

use column::Column;

use crate::Timestamp;
use crate::ids::{OrderId, Seq};
use crate::live::{Envelope, LiveEvent, Snapshot};
use crate::menu::SoldOut;
use crate::order::{Order, OrderState};
use crate::settings::Settings;
use crate::shop::{Announcement, Face, Shop, ShopStatus, Window, face};

/// The orders that screens show, with the shop and the window around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The last change that is in it.
    pub seq: Seq,
    /// When that change happened, by the server's clock.
    pub at: Timestamp,
    /// The shop.
    pub shop: Shop,
    /// The code window on show, where the viewer may see it.
    pub window: Option<Window>,
    /// The rules.
    pub settings: Settings,
    /// What has run out.
    pub sold_out: SoldOut,
    /// The line that the bar has for everybody, while it has one.
    pub announcement: Option<Announcement>,
    orders: BTreeMap<OrderId, Order>,
    waiting: Column,
    making: Column,
    ready: Column,
    alive: u32,
}

/// What became of an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It is in the board now.
    Changed,
    /// It was in the board already.
    Known,
    /// Something is missing before it: fetch a fresh snapshot.
    Gap,
}

impl Board {
    /// Begins with a snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        let mut board = Self {
            seq: snapshot.seq,
            at: snapshot.at,
            shop: snapshot.shop,
            window: snapshot.window,
            settings: snapshot.settings,
            sold_out: snapshot.sold_out,
            announcement: snapshot.announcement,
            orders: BTreeMap::new(),
            waiting: Column::default(),
            making: Column::default(),
            ready: Column::default(),
            alive: 0,
        };
        for order in snapshot.orders {
            board.put(order, None);
        }
        board
    }

    /// Takes in the next change. The board stays as it was where a change before it is missing.
    pub fn apply(&mut self, envelope: Envelope) -> Applied {
        if envelope.seq <= self.seq {
            return Applied::Known;
        }
        if envelope.seq.0 != self.seq.0 + 1 {
            return Applied::Gap;
        }
        self.seq = envelope.seq;
        self.at = envelope.at;
        match envelope.event {
            LiveEvent::Order { order, left } => self.put(*order, left),
            LiveEvent::Window { window } => self.window = window,
            LiveEvent::Shop { shop } => self.shop = shop,
            LiveEvent::Settings { settings } => self.settings = settings,
            LiveEvent::Stock { sold_out } => self.sold_out = sold_out,
            LiveEvent::Announcement { announcement } => self.announcement = announcement,
            LiveEvent::Status { .. } | LiveEvent::Place { .. } | LiveEvent::Noted { .. } => {}
        }
        Applied::Changed
    }

    fn put(&mut self, order: Order, left: Option<u32>) {
        if let (Some(left), Some(window)) = (left, &mut self.window) {
            window.left = left;
        }
        let (id, state) = (order.id, order.state);
        let before = self.orders.remove(&id);
        if let Some(before) = &before
            && let Some(column) = self.column(before.state)
        {
            column.take(before);
        }
        let was_alive = before.is_some_and(|order| order.state.is_alive());
        self.alive = self.alive + u32::from(state.is_alive()) - u32::from(was_alive);
        if let Some(column) = self.column(state) {
            column.put(&order);
        }
        if state.is_on_board() {
            self.orders.insert(id, order);
        }
    }

    fn column(&mut self, state: OrderState) -> Option<&mut Column> {
        match state {
            OrderState::Waiting => Some(&mut self.waiting),
            OrderState::Making => Some(&mut self.making),
            OrderState::Ready => Some(&mut self.ready),
            _ => None,
        }
    }

    /// The board as a snapshot, such as the server hands to a new reader.
    pub fn snapshot(&self, at: Timestamp) -> Snapshot {
        Snapshot { orders: self.orders.values().cloned().collect(), ..self.without_orders(at) }
    }

    /// All but the orders, of which there may be thousands.
    pub fn without_orders(&self, at: Timestamp) -> Snapshot {
        Snapshot {
            seq: self.seq,
            at,
            shop: self.shop.clone(),
            window: self.window.clone(),
            orders: Vec::new(),
            settings: self.settings,
            sold_out: self.sold_out.clone(),
            announcement: self.announcement.clone(),
        }
    }

    /// Every order on the board, oldest id first.
    pub fn orders(&self) -> impl Iterator<Item = &Order> {
        self.orders.values()
    }

    /// One order, if it is on the board.
    pub fn order(&self, id: OrderId) -> Option<&Order> {
        self.orders.get(&id)
    }

    /// The queue: waiting orders, oldest first.
    pub fn waiting(&self) -> Vec<&Order> {
        self.all(&self.waiting)
    }

    /// The first orders of the queue, at most so many.
    pub fn next_waiting(&self, most: usize) -> Vec<&Order> {
        self.waiting.ids().take(most).filter_map(|id| self.order(id)).collect()
    }

    /// Who stands in the queue with so many orders ahead.
    pub fn waiting_at(&self, ahead: usize) -> Option<OrderId> {
        self.waiting.at(ahead)
    }

    /// How many orders wait.
    pub fn waiting_len(&self) -> usize {
        self.waiting.len()
    }

    /// The orders in baristas' hands, oldest in the queue first.
    pub fn making(&self) -> Vec<&Order> {
        self.all(&self.making)
    }

    /// The orders on the counter, oldest there first.
    pub fn ready(&self) -> Vec<&Order> {
        self.all(&self.ready)
    }

    fn all(&self, column: &Column) -> Vec<&Order> {
        column.ids().filter_map(|id| self.order(id)).collect()
    }

    /// How many orders stand before this one in the queue; nothing if it is not waiting.
    pub fn ahead_of(&self, id: OrderId) -> Option<u32> {
        u32::try_from(self.waiting.place(self.order(id)?)?).ok()
    }

    /// How many orders take part of the bar's capacity.
    pub fn alive(&self) -> u32 {
        self.alive
    }

    /// What the crowd sees just now.
    pub fn face(&self) -> Face {
        let left = self.window.as_ref().map_or(0, |window| window.left);
        face(self.shop.state, left, self.alive(), self.settings.capacity)
    }

    /// The bar as anyone may see it, at a moment of the server's clock.
    pub fn status(&self, at: Timestamp) -> ShopStatus {
        let window = self.window.as_ref();
        ShopStatus {
            at,
            name: self.shop.name.clone(),
            face: self.face(),
            left: window.map_or(0, |window| window.left),
            next_code_at: window.map(|window| window.closes_at),
            paused_until: self.shop.paused_until,
            opens_at: self.shop.opens_at.filter(|opens_at| *opens_at > at),
        }
    }
}

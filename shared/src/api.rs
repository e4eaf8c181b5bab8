//! Requests, answers and every route's path, written once.

mod menu;
mod session;

use serde::{Deserialize, Serialize};

pub use self::menu::{Availability, Marks, MenuQuery};
pub use self::session::{BadgesTaken, CodeSent, SendTest, SignIn, SignedIn, Verify};
use crate::Timestamp;
use crate::doctor::Checked;
use crate::ids::{ChoiceId, DeviceId, DrinkId};
use crate::order::{Order, OrderState};

/// The header that makes entering a walk-up order safe to repeat: whatever is sent twice with the
/// same key by the same device is one order.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// The longest such key, in visible ASCII characters.
pub const IDEMPOTENCY_KEY_CHARS: usize = 64;

/// The most orders that `GET /api/orders` lists, and how many it lists where nothing is said.
pub const ORDERS_LIMIT: u32 = 1_000;

/// The routes' paths, as the server mounts them (`{id}` stands for an order's id).
pub mod route {
    use super::MenuQuery;
    use crate::Date;
    use crate::ids::{DeviceId, OrderId};
    use crate::journal::JournalQuery;
    use crate::menu::Item;
    use crate::order::Step;

    /// How safe the data are; make a backup.
    pub const BACKUPS: &str = "/api/backups";
    /// Sign in and out.
    pub const SESSION: &str = "/api/session";
    /// Prove the one-time code.
    pub const SESSION_VERIFY: &str = "/api/session/verify";
    /// The attendees' badges.
    pub const BADGES: &str = "/api/badges";
    /// Send a message to see whether messages arrive.
    pub const SENDERS_TEST: &str = "/api/senders/test";
    /// Wipe what the bar knows of the guest.
    pub const SESSION_FORGET: &str = "/api/session/forget";
    /// Redeem a code.
    pub const RESERVATIONS: &str = "/api/reservations";
    /// The bar as anyone may see it; open, close, pause.
    pub const SHOP: &str = "/api/shop";
    /// The venue, as its monitors need it.
    pub const VENUE: &str = "/api/venue";
    /// What is on.
    pub const MENU: &str = "/api/menu";
    /// Mark a drink as sold out, or as there again (`{id}` stands for the drink's word).
    pub const MENU_DRINK: &str = "/api/menu/drinks/{id}";
    /// The same for a choice of any drink, such as oat milk.
    pub const MENU_CHOICE: &str = "/api/menu/choices/{id}";
    /// The same for what drinks and choices are made with.
    pub const MENU_INGREDIENT: &str = "/api/menu/ingredients/{id}";
    /// A line to every guest and to the monitor; taking it down.
    pub const ANNOUNCEMENTS: &str = "/api/announcements";
    /// The rules.
    pub const SETTINGS: &str = "/api/settings";
    /// A guest's own orders; a walk-up order.
    pub const ORDERS: &str = "/api/orders";
    /// One order.
    pub const ORDER: &str = "/api/orders/{id}";
    /// Submit: choose the drink.
    pub const ORDER_DRINK: &str = "/api/orders/{id}/drink";
    /// What became of an order, step by step.
    pub const ORDER_JOURNEY: &str = "/api/orders/{id}/journey";
    /// The guest's and the barista's cancel.
    pub const ORDER_CANCEL: &str = "/api/orders/{id}/cancel";
    /// The barista's other steps.
    pub const ORDER_MAKE: &str = "/api/orders/{id}/make";
    /// See [`ORDER_MAKE`].
    pub const ORDER_UNMAKE: &str = "/api/orders/{id}/unmake";
    /// See [`ORDER_MAKE`].
    pub const ORDER_COMPLETE: &str = "/api/orders/{id}/complete";
    /// See [`ORDER_MAKE`].
    pub const ORDER_RECALL: &str = "/api/orders/{id}/recall";
    /// See [`ORDER_MAKE`].
    pub const ORDER_COLLECT: &str = "/api/orders/{id}/collect";
    /// All that a screen shows.
    pub const BOARD: &str = "/api/board";
    /// Everything that happened, in order.
    pub const JOURNAL: &str = "/api/journal";
    /// A day in figures.
    pub const REPORT: &str = "/api/report";
    /// The days that there are figures of.
    pub const REPORT_DAYS: &str = "/api/report/days";
    /// The orders that a day's figures are made of.
    pub const REPORT_ORDERS: &str = "/api/report/orders";
    /// All that the doctor finds.
    pub const DOCTOR: &str = "/api/doctor";
    /// Who the asking device is.
    pub const DEVICE: &str = "/api/device";
    /// The paired devices.
    pub const DEVICES: &str = "/api/devices";
    /// Rename one of them, or revoke it.
    pub const DEVICES_ONE: &str = "/api/devices/{id}";
    /// Make a pairing code.
    pub const PAIRINGS: &str = "/api/pairings";
    /// Turn a pairing code into a device's token.
    pub const PAIRINGS_CLAIM: &str = "/api/pairings/claim";
    /// The live feed.
    pub const LIVE: &str = "/api/live";
    /// The API's own document.
    pub const OPENAPI: &str = "/api/openapi.json";
    /// The certificate of the bar's own authority, where it has one.
    pub const AUTHORITY: &str = "/authority.crt";
    /// Whether the process lives.
    pub const HEALTH: &str = "/health";
    /// Whether the bar can keep its promises.
    pub const READY: &str = "/ready";
    /// The bar in figures, for programs that watch it.
    pub const METRICS: &str = "/metrics";

    /// The path of one paired device.
    pub fn one_device(id: DeviceId) -> String {
        format!("{DEVICES}/{id}")
    }

    /// The path of one order.
    pub fn order(id: OrderId) -> String {
        format!("{ORDERS}/{id}")
    }

    /// The path that submits one order.
    pub fn order_drink(id: OrderId) -> String {
        format!("{ORDERS}/{id}/drink")
    }

    /// The path of one order's journey.
    pub fn order_journey(id: OrderId) -> String {
        format!("{ORDERS}/{id}/journey")
    }

    /// The address to which another menu is put.
    pub fn menu(query: MenuQuery) -> String {
        super::menu::menu(query)
    }

    /// The path that marks something of the menu.
    pub fn menu_item(item: &Item) -> String {
        super::menu::menu_item(item)
    }

    /// The address of some rows of the journal.
    pub fn journal(query: &JournalQuery) -> String {
        let fields = [
            query.after.map(|seq| format!("after={seq}")),
            query.before.map(|seq| format!("before={seq}")),
            query.limit.map(|limit| format!("limit={limit}")),
        ];
        let fields: Vec<_> = fields.into_iter().flatten().collect();
        format!("{JOURNAL}?{}", fields.join("&"))
    }

    /// The address of a day's report; today's where no day is said.
    pub fn report(day: Option<Date>) -> String {
        day.map_or_else(|| REPORT.to_owned(), |day| format!("{REPORT}?day={day}"))
    }

    /// The path of one step of one order.
    pub fn order_step(id: OrderId, step: Step) -> String {
        format!("{ORDERS}/{id}/{step}")
    }
}

/// By what guests sign in, as the venue chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignInKind {
    /// A first name.
    #[default]
    Name,
    /// A one-time code to an e-mail address.
    Email,
    /// A one-time code to a mobile phone.
    Sms,
    /// An attendee's code from a list that staff imported.
    Badge,
}

impl SignInKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Name, Self::Email, Self::Sms, Self::Badge];

    /// The word that travels.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Badge => "badge",
        }
    }

    /// Whether a one-time code is sent.
    pub fn is_proven(self) -> bool {
        matches!(self, Self::Email | Self::Sms)
    }
}

impl std::str::FromStr for SignInKind {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or_else(|| {
            format!("{word:?} is no way to sign in: choose name, email, sms or badge")
        })
    }
}

/// `POST /api/reservations`: redeem a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Redeem {
    /// The code, as scanned or typed.
    pub code: String,
}

/// `PUT /api/orders/{id}/drink`: submit. Also the body of a walk-up order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// The drink.
    pub drink: DrinkId,
    /// The choices, in any order.
    #[serde(default)]
    pub options: Vec<ChoiceId>,
    /// A word to the barista, up to 120 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// `POST /api/orders/{id}/cancel`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why; a barista must say it, a guest need not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An answer about one order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderAnswer {
    /// The order as it is now.
    pub order: Order,
}

/// `GET /api/orders`: today's orders, newest first; a guest's own, or everybody's for staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrdersAnswer {
    /// The orders.
    pub orders: Vec<Order>,
    /// For a guest: how many more drinks today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drinks_left: Option<u32>,
}

/// Which of today's orders `GET /api/orders` lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct OrdersQuery {
    /// Only those that stand there, the last that came there first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<OrderState>,
    /// How many at most: 1 to 1,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// `PUT /api/shop`: exactly one of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShopChange {
    /// Open or close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// Pause an open shop for so many minutes (1 to 240); it opens again by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_minutes: Option<u32>,
    /// With `open`: false, when the bar will open, where that is known: within the next 14 days.
    /// It does not open by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Timestamp>,
}

impl ShopChange {
    /// Opens the bar, or ends its pause.
    pub const OPEN: Self = Self { open: Some(true), pause_minutes: None, opens_at: None };

    /// Closes the bar, and says nothing of when it opens.
    pub const CLOSE: Self = Self { open: Some(false), ..Self::OPEN };

    /// Pauses for so many minutes.
    pub fn pause(minutes: u32) -> Self {
        Self { pause_minutes: Some(minutes), ..Self::default() }
    }

    /// Closes the bar until then.
    pub fn close_until(opens_at: Timestamp) -> Self {
        Self { opens_at: Some(opens_at), ..Self::CLOSE }
    }
}

/// `POST /api/announcements`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAnnouncement {
    /// The line, 1 to 120 characters.
    pub text: String,
    /// For how many minutes it stands (1 to 240); ten where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// What a paired device may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works the queue.
    Barista,
    /// Does that, and sets the rules.
    Manager,
    /// Shows the board and the code.
    Display,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Barista, Self::Manager, Self::Display];

    /// The word that travels.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Barista => "barista",
            Self::Manager => "manager",
            Self::Display => "display",
        }
    }

    /// Whether the device works behind the counter.
    pub fn is_staff(self) -> bool {
        matches!(self, Self::Barista | Self::Manager)
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == word)
            .ok_or_else(|| format!("{word:?} is no role: choose barista, manager or display"))
    }
}

/// `POST /api/pairings`: make a pairing code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPairing {
    /// What the device will be allowed to do.
    pub role: Role,
    /// Whose it is, or where it stands: "Ana", "Monitor by the door". 1 to 40 characters.
    pub name: String,
}

/// A pairing code: good once, for a short while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pairing {
    /// The code.
    pub code: String,
    /// What the device will be allowed to do.
    pub role: Role,
    /// Whose it is, or where it stands.
    pub name: String,
    /// Until when the code is good.
    pub expires_at: Timestamp,
    /// The address at which a browser takes the code, where there is a page for this role. The code
    /// stands behind the `#`, so that it is in no log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// `POST /api/pairings/claim`: turn a code into a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The pairing code, as typed.
    pub code: String,
    /// What the device calls itself, such as its program and host: 1 to 80 characters.
    pub device: String,
}

/// A device's rights, told once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claimed {
    /// The bearer token (RFC 6750). The server keeps only its hash.
    pub token: String,
    /// The device's id.
    pub device: DeviceId,
    /// What the device may do.
    pub role: Role,
    /// Whose it is, or where it stands.
    pub name: String,
}

/// `GET /api/device`: who the asking device is to the bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceAnswer {
    /// The device's id; 0 stands for programs of the server's own user.
    pub id: DeviceId,
    /// What it may do.
    pub role: Role,
    /// Whose it is, or where it stands.
    pub name: String,
}

/// `GET /health` and `GET /ready`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// True where the answer's status is 200.
    pub ok: bool,
    /// What is wrong, where something is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How it stands with each thing that the doctor looked at within the last minute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Checked>,
}

//! Who comes to the bar and who works there, by number.

use demitasse_shared::ids::OrderId;

/// The baristas' devices.
pub(super) const BARISTAS: [i64; 3] = [1, 2, 3];

/// What stands before everything that a guest tells the baristas, so that it can be looked for.
pub(super) const NOTE: &str = "Please, for";

/// A guest's first name. Some share one.
pub(super) fn name(person: usize) -> String {
    format!("Guest {}", person % 50)
}

/// A guest's badge.
pub(super) fn badge(person: usize) -> String {
    format!("BADGE-{person:04}")
}

/// A guest's telephone.
pub(super) fn telephone(person: usize) -> String {
    format!("+351 912 34 {person:04}")
}

/// A barista's name.
pub(super) fn barista_name(device: i64) -> String {
    format!("Barista {device}")
}

/// A guest, with both phones: the second is seldom taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    /// What each phone's cookie holds.
    pub(super) phones: [Option<String>; 2],
    /// The session that waits for a code, and the code that came.
    pub(super) waiting: Option<(String, String)>,
    /// The order that this person thinks of.
    pub(super) order: Option<OrderId>,
    /// How often the same choice was tried.
    pub(super) tries: u8,
}

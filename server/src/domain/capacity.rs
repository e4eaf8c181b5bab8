//! How much the bar carries, and how much of it one guest may take.

use demitasse_shared::error::RefusalCode;
use demitasse_shared::settings::Settings;

use super::order::OrderRecord;
use super::refusal::Refusal;

/// Refuses a guest who has as much as one guest may have.
///
/// # Errors
/// `has_open_order`, with the order, or `daily_limit`.
pub fn check_guest(
    open: &[OrderRecord],
    drinks_today: u32,
    settings: &Settings,
) -> Result<(), Refusal> {
    if open.len() >= settings.open_orders_per_guest as usize
        && let Some(first) = open.first()
    {
        return Err(Refusal::new(
            RefusalCode::HasOpenOrder,
            "You have an order under way. One at a time, please.",
        )
        .about(first.order.id));
    }
    if drinks_today >= settings.drinks_per_day {
        let drinks = settings.drinks_per_day;
        return Err(Refusal::new(
            RefusalCode::DailyLimit,
            format!("You have had today's {drinks} drinks. See you tomorrow."),
        ));
    }
    Ok(())
}

/// Refuses everybody while as many orders are alive as the bar can carry.
///
/// # Errors
/// `bar_full`.
pub fn check_bar(alive: u32, settings: &Settings) -> Result<(), Refusal> {
    if alive < settings.capacity {
        return Ok(());
    }
    Err(Refusal::new(
        RefusalCode::BarFull,
        "The baristas have their hands full. Try again in a minute.",
    ))
}

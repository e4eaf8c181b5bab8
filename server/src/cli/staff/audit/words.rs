//! A row of the journal in plain words.

use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::journal::{Doer, JournalEntry};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::Order;
use demitasse_shared::settings::Settings;

/// Who did it.
pub(super) fn who(row: &JournalEntry) -> String {
    match &row.by {
        Doer::Guest => "A guest".to_owned(),
        Doer::Device { name: Some(name), .. } => name.clone(),
        Doer::Device { id, name: None } => format!("Device {id}"),
        Doer::Local => "The bar's own machine".to_owned(),
        Doer::Bar => "The bar".to_owned(),
    }
}

/// What was done, as it follows after who did it. `before` are the rules that held until then,
/// where they are known.
pub(super) fn what(row: &JournalEntry, before: Option<&Settings>) -> String {
    match &row.event {
        LiveEvent::Order { order, .. } => with_an_order(row, order),
        LiveEvent::Stock { sold_out } => stock(sold_out),
        LiveEvent::Announcement { announcement: Some(line) } => {
            format!("announced: {}", line.text)
        }
        LiveEvent::Settings { settings } => rules(before, settings),
        LiveEvent::Noted { .. } => noted(row),
        _ => about_the_bar(&row.kind),
    }
}

fn with_an_order(row: &JournalEntry, order: &Order) -> String {
    let number = row.number.or(order.number);
    let named = match (number, order.chosen.as_ref()) {
        (Some(number), Some(chosen)) => format!("{number} ({})", chosen.drink_name),
        (Some(number), None) => number.to_string(),
        (None, _) => "a place".to_owned(),
    };
    let reason = order.reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
    match row.kind.as_str() {
        "order_reserved" => "scanned the code".to_owned(),
        "order_submitted" => format!("ordered {named}"),
        "order_walked_up" => format!("entered {named} at the counter"),
        "order_making" => format!("began {named}"),
        "order_unmade" => format!("put {named} back into the queue"),
        "order_ready" => format!("finished {named}"),
        "order_recalled" => format!("took {named} back from the counter"),
        "order_collected" => format!("handed {named} over"),
        "order_cancelled" => format!("cancelled {named}{reason}"),
        "order_withdrawn" => format!("gave up {named}"),
        "order_expired" => format!("let {named} lapse"),
        "order_aged_out" => format!("took {named} off the monitor"),
        "order_note_wiped" => format!("wiped the note on {named}"),
        other => format!("{}: {named}", spelled(other)),
    }
}

fn stock(sold_out: &SoldOut) -> String {
    if sold_out.is_empty() {
        return "marked everything as there again".to_owned();
    }
    let drinks = sold_out.drinks.iter().map(DrinkId::as_str);
    let choices = sold_out.choices.iter().map(ChoiceId::as_str);
    let gone = drinks.chain(choices).collect::<Vec<_>>().join(", ");
    format!("marked what has run out: {gone}")
}

/// Which rules changed. Where nobody knows the rules before, those that are not as usual.
fn rules(before: Option<&Settings>, now: &Settings) -> String {
    let usual = Settings::default();
    let then = before.unwrap_or(&usual);
    let changed = Settings::RULES.iter().filter_map(|rule| {
        let (then, now) = (then.get(rule.name)?, now.get(rule.name)?);
        let was = before.map_or_else(String::new, |_known| format!(" (it was {then})"));
        (then != now).then(|| format!("{}={now}{was}", rule.name))
    });
    let changed = changed.collect::<Vec<_>>().join(", ");
    match (before, changed.as_str()) {
        (Some(_), _) => format!("changed the rules: {changed}"),
        (None, "") => "set all rules to what is usual".to_owned(),
        (None, _) => format!("changed the rules; not as usual are now {changed}"),
    }
}

fn noted(row: &JournalEntry) -> String {
    let device = row.device.as_deref().unwrap_or("a device");
    match row.kind.as_str() {
        "pairing_made" => "made a pairing code".to_owned(),
        "device_paired" => "was paired".to_owned(),
        // The journal has numbers, not names: what it was called before, nobody can tell.
        "device_renamed" => format!("renamed a device, which is called {device} by now"),
        "device_revoked" => format!("revoked {device}"),
        "guest_signed_in" => "signed in".to_owned(),
        "guest_signed_out" => "signed out".to_owned(),
        "guest_renamed" => "took another name".to_owned(),
        "guest_forgotten" => "was forgotten".to_owned(),
        other => spelled(other),
    }
}

fn about_the_bar(kind: &str) -> String {
    let words = match kind {
        "shop_opened" => "opened the bar",
        "shop_closed" => "closed the bar",
        "shop_paused" => "paused the bar",
        "shop_resumed" => "ended the pause",
        "window_opened" => "showed a new code",
        "window_shown" => "showed the code again",
        "window_hidden" => "took the code off the monitor",
        "window_resized" => "changed how many drinks the code is good for",
        "announcement_taken_down" => "took the announcement down",
        "announcement_over" => "let the announcement end",
        other => return spelled(other),
    };
    words.to_owned()
}

/// A word of the journal that has no sentence here.
fn spelled(kind: &str) -> String {
    kind.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_named_with_what_they_were_where_that_is_known() {
        let usual = Settings::default();
        let more = usual.with("capacity", 30);
        assert_eq!(rules(Some(&usual), &more), "changed the rules: capacity=30 (it was 20)");
        assert_eq!(rules(None, &more), "changed the rules; not as usual are now capacity=30");
        assert_eq!(rules(None, &usual), "set all rules to what is usual");
    }
}

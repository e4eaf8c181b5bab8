//! What the pages say when the bar says no. One place, so that every refusal has its words.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;

use super::view::Countdown;

/// A refusal in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// The page's title.
    pub(super) title: &'static str,
    /// What happened.
    pub(super) happened: &'static str,
    /// What to do now.
    pub(super) next: &'static str,
}

/// What a guest reads for each refusal.
#[rustfmt::skip]
#[expect(clippy::too_many_lines, reason = "a table: one entry for each refusal")]
pub(super) fn refusal(code: RefusalCode) -> Words {
    use RefusalCode as Code;
    let (title, happened, next) = match code {
        Code::WrongCode => (
            "That code isn't one of ours",
            "A character may have gone astray.",
            "Scan the code on the monitor, or type it again.",
        ),
        Code::OldCode => (
            "That code has had its time",
            "Codes change every few minutes.",
            "Scan the one that is on the monitor now.",
        ),
        Code::SoldOut => (
            "Sold out for now",
            "All drinks of this code are taken.",
            "When the next code is on the monitor, scan it.",
        ),
        Code::ShopClosed => (
            "The bar is closed",
            "No orders are taken at the moment.",
            "When the bar is open, the monitor shows a code.",
        ),
        Code::ShopPaused => (
            "The bar is taking a short pause",
            "No new orders are taken meanwhile.",
            "When it goes on, the monitor shows a code again.",
        ),
        Code::BarFull => (
            "The baristas have their hands full",
            "As many drinks are on their way as they can make at once.",
            "With each drink they finish a place comes free. Try again in a minute.",
        ),
        Code::HasOpenOrder => (
            "You have an order already",
            "Each guest has one order at a time.",
            "When this drink is ready, you can order another.",
        ),
        Code::DailyLimit => (
            "That was the last one for today",
            "You have had all your drinks of the day.",
            "Tomorrow you can order again.",
        ),
        Code::UnknownDrink => (
            "Which drink may it be?",
            "No drink was chosen that is on the menu.",
            "Choose one below.",
        ),
        Code::UnknownOption => (
            "That doesn't go together",
            "One of the choices doesn't belong to this drink.",
            "Look over your choice and order again.",
        ),
        Code::MissingOption => (
            "One choice is still open",
            "Your barista needs to know one more thing.",
            "Choose below and order again.",
        ),
        Code::DuplicateOption => (
            "One choice too many",
            "One question has two answers.",
            "Keep the one that you would like and order again.",
        ),
        Code::DrinkSoldOut => (
            "That has just run out",
            "Somebody had the last one.",
            "Your place is kept: choose something else.",
        ),
        Code::ClaimedByOther | Code::WrongState => (
            "That isn't possible any more",
            "Your order has moved on meanwhile.",
            "See where it stands now.",
        ),
        Code::NotSignedIn => (
            "Tell us your name first",
            "This page belongs to a guest, and we don't know yet who you are.",
            "Your first name is enough.",
        ),
        Code::WrongProof => (
            "That isn't the code we sent",
            "A digit may have gone astray.",
            "Type it again, or have another one sent.",
        ),
        Code::OldProof => (
            "That code is used up",
            "It was good for five minutes and three tries.",
            "Have another one sent.",
        ),
        Code::UnknownBadge => (
            "That badge isn't on our list",
            "A character may have gone astray.",
            "Type it again as it stands on your badge.",
        ),
        Code::NotAllowed => (
            "This isn't for guests",
            "It belongs to the people behind the counter.",
            "Your own orders are one tap away.",
        ),
        Code::NotFound => (
            "There is nothing here",
            "The page has gone, or it belongs to another guest.",
            "From the first page you find everything.",
        ),
        Code::TooManyTries => (
            "Let's wait a little",
            "Many codes were tried that aren't ours.",
            "After that, scan the code on the monitor.",
        ),
        Code::InvalidRequest => (
            "That didn't arrive as it should",
            "Something in the form couldn't be read.",
            "Go back one page and send it again.",
        ),
        Code::Unavailable => (
            "The bar can't take this just now",
            "Nothing was ordered, and nothing is lost.",
            "Try again in a moment.",
        ),
    };
    Words { title, happened, next }
}

/// How a refusal's page counts down to the moment when it is over.
pub(super) fn countdown(code: RefusalCode, until: Timestamp) -> Countdown<'static> {
    let (by, left, over) = match code {
        RefusalCode::SoldOut | RefusalCode::OldCode => {
            ("Next code at {}.", "Next code in {}.", "The next code is on the monitor.")
        }
        RefusalCode::ShopPaused | RefusalCode::ShopClosed => {
            ("It goes on at {}.", "It goes on in {}.", "It goes on now.")
        }
        _ => ("Try again at {}.", "Try again in {}.", "You can try again now."),
    };
    Countdown { until, by, left, over, reload: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_words_in_the_houses_voice() {
        for code in RefusalCode::ALL {
            let Words { title, happened, next } = refusal(*code);
            for text in [title, happened, next] {
                let plain = text.to_lowercase();
                assert!(!text.is_empty() && !text.contains('!'), "{code}: {text}");
                for unkind in ["error", "invalid", "sorry", "oops", "fail"] {
                    assert!(!plain.contains(unkind), "{code}: {text}");
                }
            }
            assert!(happened.ends_with('.') && next.ends_with('.'), "{code}");
        }
    }
}

//! A station: the part of the queue that one place behind the counter makes.

use std::fmt;
use std::str::FromStr;

use demitasse_shared::ids::DrinkId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Order;

/// More stations than this are a slip of the finger.
const MOST_STATIONS: u32 = 100;

/// Which orders a station makes: its drinks, its share of the queue, or that share of its drinks.
/// A category of the menu stands for all its drinks. Without either it makes everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Station {
    /// Drinks and categories, as they were written: only the menu tells them apart.
    words: Option<Vec<String>>,
    share: Option<Share>,
}

/// One of several equal parts of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which part, counted from one.
    part: u32,
    /// How many parts there are.
    of: u32,
}

/// Why a text is no station.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StationError {
    /// It is empty, or has nothing between two commas.
    #[error("a station is a share such as 2/3, drinks or categories such as espresso,tea, or both")]
    Empty,
    /// Not two numbers.
    #[error("{0:?} is no share: write it as 2/3, the second of three stations")]
    NotAShare(String),
    /// Outside of the parts there are.
    #[error("there is no station {part} of {of}: they are counted from 1, up to {of}")]
    NoSuchPart {
        /// The part that was named.
        part: u32,
        /// Of how many.
        of: u32,
    },
    /// More than anybody has.
    #[error("{0} stations are too many: the most are {MOST_STATIONS}")]
    TooMany(u32),
    /// Two shares.
    #[error("a station has one share, and here are two: {0} and {1}")]
    TwoShares(Share, Share),
}

impl Station {
    /// Whether it makes less than everything.
    pub(crate) fn is_some(&self) -> bool {
        self.words.is_some() || self.share.is_some()
    }

    /// The share, where it has one.
    pub(crate) fn share(&self) -> Option<Share> {
        self.share
    }

    /// Whether an order is this station's to make. What is not chosen yet is everybody's.
    /// Until the menu has come, nobody knows what is in a category: then an order shows rather than
    /// being nobody's.
    pub(crate) fn takes(&self, order: &Order, menu: Option<&Menu>) -> bool {
        let drink = order.chosen.as_ref().map(|chosen| &chosen.drink);
        let in_drinks = match (&self.words, drink) {
            (Some(words), Some(drink)) => is_among(words, drink, menu),
            _ => true,
        };
        in_drinks && self.share.zip(order.number).is_none_or(|(share, number)| share.takes(number))
    }

    /// What the menu does not know: slips of the pen, most likely.
    pub(crate) fn unknown(&self, menu: &Menu) -> Vec<&str> {
        let words = self.words.iter().flatten().map(String::as_str);
        words.filter(|word| !is_drink(word, menu) && !is_category(word, menu)).collect()
    }
}

/// Whether a drink is one of a station's words, or in a category that is.
fn is_among(words: &[String], drink: &DrinkId, menu: Option<&Menu>) -> bool {
    if words.iter().any(|word| word == drink.as_str()) {
        return true;
    }
    let Some(menu) = menu else { return true };
    let category = menu.drink(drink).and_then(|drink| drink.category.as_ref());
    category.is_some_and(|category| words.iter().any(|word| word == category.as_str()))
}

fn is_drink(word: &str, menu: &Menu) -> bool {
    menu.drinks.iter().any(|drink| drink.id.as_str() == word)
}

fn is_category(word: &str, menu: &Menu) -> bool {
    menu.categories.iter().any(|category| category.id.as_str() == word)
}

impl Share {
    /// Which part, counted from one, and of how many.
    pub(crate) fn parts(self) -> (u32, u32) {
        (self.part, self.of)
    }

    /// Numbers run 1, 2, 3 without a gap, so that dealing them out in turn is even: station 1 of
    /// 3 makes 1, 4, 7 and so on. Every board comes to the same result by itself, and an order
    /// never changes its station.
    fn takes(self, number: u32) -> bool {
        number % self.of == self.part % self.of
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

impl FromStr for Share {
    type Err = StationError;

    fn from_str(text: &str) -> Result<Self, StationError> {
        let numbers = text.split_once('/').and_then(|(part, of)| {
            let number = |text: &str| text.trim().parse::<u32>().ok();
            number(part).zip(number(of))
        });
        let (part, of) = numbers.ok_or_else(|| StationError::NotAShare(text.to_owned()))?;
        match () {
            () if of > MOST_STATIONS => Err(StationError::TooMany(of)),
            () if part == 0 || part > of => Err(StationError::NoSuchPart { part, of }),
            () => Ok(Self { part, of }),
        }
    }
}

/// `2/3`, `espresso,cortado`, `coffee`, or both: `2/3,coffee,tea`.
impl FromStr for Station {
    type Err = StationError;

    fn from_str(text: &str) -> Result<Self, StationError> {
        let mut station = Self::default();
        for piece in text.split(',').map(str::trim) {
            if piece.is_empty() {
                return Err(StationError::Empty);
            } else if piece.contains('/') {
                let share = piece.parse()?;
                if let Some(first) = station.share.replace(share) {
                    return Err(StationError::TwoShares(first, share));
                }
            } else {
                station.words.get_or_insert_default().push(piece.to_owned());
            }
        }
        Ok(station)
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::menu::Category;

    use super::*;
    use crate::fixture::{chosen, menu, waiting};

    /// The test's menu with a heading over its espresso.
    fn with_a_category() -> Menu {
        let short = Category { id: "short".into(), name: "Short".to_owned(), names: [].into() };
        let mut menu = Menu { categories: vec![short], ..menu() };
        menu.drinks[0].category = Some("short".into());
        menu
    }

    #[track_caller]
    fn check(text: &str, expected: &[i64]) {
        let station: Station = text.parse().expect("a station");
        let menu = with_a_category();
        let drink = |id| if id % 2 == 0 { "Espresso" } else { "Flat white" };
        let order = |id| Order {
            number: u32::try_from(id).ok(),
            chosen: Some(chosen(drink(id), &[], None)),
            ..waiting(id, 0)
        };
        let taken: Vec<_> = (1..=6).filter(|id| station.takes(&order(*id), Some(&menu))).collect();
        assert_eq!(taken, expected, "{text}");
    }

    #[test]
    fn a_station_takes_its_drinks_and_its_share() {
        check("1/1", &[1, 2, 3, 4, 5, 6]);
        check("1/3", &[1, 4]);
        check("2/3", &[2, 5]);
        check(" 3 / 3 ", &[3, 6]);
        check("espresso", &[2, 4, 6]);
        check("espresso, flat-white", &[1, 2, 3, 4, 5, 6]);
        check("2/3,espresso", &[2]);
        check("cortado", &[]);
        check("short", &[2, 4, 6]);
        check("2/3,short", &[2]);
        check("short,flat-white", &[1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn until_the_menu_has_come_nothing_is_hidden_that_may_be_in_a_category() {
        let station: Station = "short,cortado".parse().expect("a station");
        let order = Order { chosen: Some(chosen("Espresso", &[], None)), ..waiting(1, 0) };
        assert!(station.takes(&order, None));
        assert!(station.takes(&order, Some(&with_a_category())));
        assert!(!station.takes(&order, Some(&menu())), "there is no such category");
    }

    #[test]
    fn what_the_menu_does_not_know_is_named() {
        let station: Station = "short,espresso,shrot,2/3".parse().expect("a station");
        assert_eq!(station.unknown(&with_a_category()), ["shrot"]);
    }

    #[test]
    fn every_number_has_exactly_one_station() {
        for of in 1..=7 {
            for number in 1..=100 {
                let takes = |part: &u32| Share { part: *part, of }.takes(number);
                assert_eq!((1..=of).filter(takes).count(), 1, "{number} of {of}");
            }
        }
    }

    #[track_caller]
    fn refused(text: &str, expected: &str) {
        let refusal = text.parse::<Station>().expect_err("no station");
        assert_eq!(refusal.to_string(), expected, "{text:?}");
    }

    #[test]
    fn what_is_no_station_is_refused_by_name() {
        let empty =
            "a station is a share such as 2/3, drinks or categories such as espresso,tea, or both";
        refused("", empty);
        refused("espresso,,cortado", empty);
        refused("2/x", "\"2/x\" is no share: write it as 2/3, the second of three stations");
        refused("0/3", "there is no station 0 of 3: they are counted from 1, up to 3");
        refused("4/3", "there is no station 4 of 3: they are counted from 1, up to 3");
        refused("1/400", "400 stations are too many: the most are 100");
        refused("1/2,2/2", "a station has one share, and here are two: 1/2 and 2/2");
    }
}

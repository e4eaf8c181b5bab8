//! A station: the part of the queue that one place behind the counter makes.

use std::fmt;
use std::str::FromStr;

use demitasse_shared::ids::DrinkId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Order;

/// More stations than this are a slip of the finger.
const MOST_STATIONS: u32 = 100;

/// Which orders a station makes: its drinks, its share of the queue, or that share of its drinks.
/// Without either it makes everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Station {
    drinks: Option<Vec<DrinkId>>,
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
    #[error("a station is a share such as 2/3, drinks such as espresso,cortado, or both")]
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
        self.drinks.is_some() || self.share.is_some()
    }

    /// The share, where it has one.
    pub(crate) fn share(&self) -> Option<Share> {
        self.share
    }

    /// Whether an order is this station's to make. What is not chosen yet is everybody's.
    pub(crate) fn takes(&self, order: &Order) -> bool {
        let drink = order.chosen.as_ref().map(|chosen| &chosen.drink);
        let in_drinks = match (&self.drinks, drink) {
            (Some(drinks), Some(drink)) => drinks.contains(drink),
            _ => true,
        };
        in_drinks && self.share.zip(order.number).is_none_or(|(share, number)| share.takes(number))
    }

    /// The drinks that the menu does not know: slips of the pen, most likely.
    pub(crate) fn unknown_drinks(&self, menu: &Menu) -> Vec<&DrinkId> {
        let known = |drink: &DrinkId| menu.drinks.iter().any(|on_menu| on_menu.id == *drink);
        self.drinks.iter().flatten().filter(|drink| !known(drink)).collect()
    }
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

/// `2/3`, `espresso,cortado`, or both: `2/3,espresso,cortado`.
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
                station.drinks.get_or_insert_default().push(piece.into());
            }
        }
        Ok(station)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{chosen, waiting};

    #[track_caller]
    fn check(text: &str, expected: &[i64]) {
        let station: Station = text.parse().expect("a station");
        let drink = |id| if id % 2 == 0 { "Espresso" } else { "Flat white" };
        let order = |id| Order {
            number: u32::try_from(id).ok(),
            chosen: Some(chosen(drink(id), &[], None)),
            ..waiting(id, 0)
        };
        let taken: Vec<_> = (1..=6).filter(|id| station.takes(&order(*id))).collect();
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
        let empty = "a station is a share such as 2/3, drinks such as espresso,cortado, or both";
        refused("", empty);
        refused("espresso,,cortado", empty);
        refused("2/x", "\"2/x\" is no share: write it as 2/3, the second of three stations");
        refused("0/3", "there is no station 0 of 3: they are counted from 1, up to 3");
        refused("4/3", "there is no station 4 of 3: they are counted from 1, up to 3");
        refused("1/400", "400 stations are too many: the most are 100");
        refused("1/2,2/2", "a station has one share, and here are two: 1/2 and 2/2");
    }
}

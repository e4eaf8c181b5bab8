//! What is still to be made, drink by drink.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use demitasse_shared::ids::DrinkId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Chosen;

use super::unusual;

/// How often something is still to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Total {
    /// The drink, or the choice.
    pub(crate) name: String,
    pub(crate) count: usize,
    /// Beside a drink: the choices that are not the usual ones.
    pub(crate) choices: Vec<Total>,
}

/// One drink while it is counted.
#[derive(Default)]
struct Tally<'a> {
    name: &'a str,
    count: usize,
    choices: BTreeMap<&'a str, usize>,
}

/// Counts drinks, and the choices beside them that differ from the menu's usual ones: the most
/// first, then by name. Without a menu nobody knows what is usual, and every choice counts.
pub(crate) fn totals<'a>(
    drinks: impl IntoIterator<Item = &'a Chosen>,
    menu: Option<&'a Menu>,
) -> Vec<Total> {
    let mut tallies: BTreeMap<&DrinkId, Tally<'a>> = BTreeMap::new();
    for chosen in drinks {
        let tally = tallies.entry(&chosen.drink).or_default();
        tally.name = &chosen.drink_name;
        tally.count += 1;
        let told = unusual(chosen, menu).filter(|(_, unusual)| *unusual || menu.is_none());
        for (choice, _) in told {
            *tally.choices.entry(choice).or_default() += 1;
        }
    }
    let totals = tallies.into_values().map(|tally| {
        let choices = tally.choices.into_iter();
        let choices = choices.map(|(name, count)| total(name, count, Vec::new()));
        total(tally.name, tally.count, most_first(choices.collect()))
    });
    most_first(totals.collect())
}

fn total(name: &str, count: usize, choices: Vec<Total>) -> Total {
    Total { name: name.to_owned(), count, choices }
}

fn most_first(mut totals: Vec<Total>) -> Vec<Total> {
    totals.sort_by(|one, other| {
        (Reverse(one.count), &one.name).cmp(&(Reverse(other.count), &other.name))
    });
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{chosen, menu};

    /// Totals as a person would write them.
    fn written(totals: &[Total]) -> String {
        let one = |total: &Total| {
            let choices: Vec<_> =
                total.choices.iter().map(|c| format!(", {} {}", c.count, c.name)).collect();
            format!("{}× {}{}", total.count, total.name, choices.concat())
        };
        totals.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn the_most_come_first_and_the_usual_is_not_told() {
        let drinks = [
            chosen("Espresso", &[], None),
            chosen("Flat white", &["Oat"], None),
            chosen("Flat white", &["Whole milk"], None),
            chosen("Cortado", &["Soy", "Decaf"], None),
            chosen("Flat white", &["Soy", "Decaf"], None),
            chosen("Flat white", &["Oat"], None),
        ];
        let counted = totals(&drinks, Some(&menu()));
        let expected = "4× Flat white, 2 Oat, 1 Decaf, 1 Soy; 1× Cortado, 1 Decaf, 1 Soy; \
                        1× Espresso";
        assert_eq!(written(&counted), expected);
        let counted = totals(&drinks[2..3], None);
        assert_eq!(written(&counted), "1× Flat white, 1 Whole milk");
        assert_eq!(totals([], Some(&menu())), []);
    }
}

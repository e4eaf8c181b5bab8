//! Another menu in the place of this one.

use demitasse_shared::api::Marks;
use demitasse_shared::menu::{Menu, SoldOut};
use sha2::{Digest, Sha256};

use super::check;
use crate::domain::Refusal;

/// How many bytes of a menu's hash are its version: enough to tell a day's menus apart.
const VERSION_BYTES: usize = 4;

/// Faults that a refusal names; whoever has more begins with these.
const TOLD: usize = 20;

/// The new menu as it goes up.
///
/// # Errors
/// `invalid_request` with everything that is wrong with it.
pub fn replace(old: &Menu, new: Menu, marks: Marks) -> Result<Menu, Refusal> {
    check(&new).map_err(|faults| {
        let mut told: Vec<_> = faults.iter().take(TOLD).map(|fault| fault.words.clone()).collect();
        if let Some(more @ 1..) = faults.len().checked_sub(TOLD) {
            told.push(format!("and {more} more"));
        }
        Refusal::invalid(format!("The menu cannot be used: {}.", told.join("; ")))
    })?;
    let mut next = new;
    if marks == Marks::Keep {
        for item in old.marks() {
            // What the new menu does not have is not missed.
            next.mark(&item, false);
        }
    }
    Ok(next)
}

/// What has run out of a menu, and of which.
pub fn sold_out(menu: &Menu) -> SoldOut {
    SoldOut { menu: word(menu), ..menu.sold_out() }
}

/// A menu's word: its version with everything there.
pub fn word(menu: &Menu) -> String {
    let mut bare = menu.clone();
    for item in menu.marks() {
        bare.mark(&item, true);
    }
    version(&bare)
}

/// A menu's version: another one with every change, marks and all. Only a failing serialiser could
/// make it the version of nothing.
pub fn version(menu: &Menu) -> String {
    let hash = Sha256::digest(serde_json::to_vec(menu).unwrap_or_default());
    hash.iter().take(VERSION_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use demitasse_shared::menu::Item;

    fn menu(drinks: &[(&str, bool)]) -> Menu {
        let drinks: Vec<_> = drinks
            .iter()
            .map(|(id, available)| {
                serde_json::json!({"id": id, "name": id, "icon": "tea", "available": available})
            })
            .collect();
        serde_json::from_value(serde_json::json!({ "drinks": drinks })).expect("a menu")
    }

    #[test]
    fn marks_stay_by_id_or_go_with_the_old_menu() {
        let old = menu(&[("tea", false), ("mate", false), ("cocoa", true)]);
        let new = menu(&[("cocoa", false), ("tea", true), ("chai", true)]);
        let drink = |id: &str| Item::Drink(id.into());
        let kept = replace(&old, new.clone(), Marks::Keep).expect("a good menu");
        assert_eq!(kept.marks(), [drink("cocoa"), drink("tea")]);
        let replaced = replace(&old, new.clone(), Marks::Replace).expect("a good menu");
        assert_eq!(replaced, new);
    }

    #[test]
    fn a_menus_word_changes_with_the_menu_and_not_with_what_has_run_out() {
        let (there, gone) = (menu(&[("tea", true)]), menu(&[("tea", false)]));
        assert_eq!(sold_out(&there).menu, sold_out(&gone).menu);
        assert_ne!(version(&there), version(&gone));
        assert_ne!(sold_out(&there).menu, sold_out(&menu(&[("chai", true)])).menu);
        assert_eq!(sold_out(&there).menu.len(), 2 * VERSION_BYTES);
    }

    #[test]
    fn all_faults_are_told_as_far_as_anybody_reads_on() {
        let many: Vec<_> = (0..30).map(|_| ("", true)).collect();
        let refused = replace(&Menu::default(), menu(&many), Marks::Keep).expect_err("faults");
        assert!(refused.detail.ends_with("more."), "{}", refused.detail);
        assert_eq!(refused.detail.matches("; ").count(), TOLD, "{}", refused.detail);
    }
}

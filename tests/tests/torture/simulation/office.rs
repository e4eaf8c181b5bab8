//! What managers do while the bar runs.

use std::time::Duration;

use demitasse_shared::api::{Marks, NewAnnouncement, ShopChange};
use demitasse_shared::settings::Settings;

use super::ask::Ask;
use super::errands::Who;
use super::menus;
use super::story::{Act, Story};

impl Story {
    /// A manager has an idea, good or bad.
    pub(super) fn whim(&mut self) {
        let ask = match self.chance.below(20) {
            0..=4 => Ask::Rule(self.rules()),
            5..=9 => Ask::Stock(menus::item(&mut self.chance), self.chance.percent(60)),
            10 | 11 => {
                let marks = if self.chance.percent(50) { Marks::Keep } else { Marks::Replace };
                Ask::Menu(menus::another(&mut self.chance), marks)
            }
            12..=14 => {
                let minutes = self.chance.one_of(&[None, Some(1), Some(30), Some(0), Some(241)]);
                Ask::Announce(NewAnnouncement { text: "Last orders at five".to_owned(), minutes })
            }
            15 => Ask::TakeDown,
            _ => self.door_whim(),
        };
        self.send(Who::Office, ask);
    }

    /// A break, which ends by itself or before; a closed door that says when it opens, and nonsense.
    fn door_whim(&mut self) -> Ask {
        let (open, at) = (Ask::Door(ShopChange::OPEN), self.now + self.chance.seconds(30, 900));
        let opens_at = self.house.now() + self.chance.seconds(1, 3_600);
        Ask::Door(match self.chance.below(8) {
            0..=3 => ShopChange::pause(1 + u32::try_from(self.chance.below(12)).expect("few")),
            4 => {
                self.plan.at(at, Act::Send(Who::Office, open));
                ShopChange::close_until(opens_at)
            }
            5 => {
                self.plan.at(at, Act::Send(Who::Office, open));
                ShopChange::pause(5)
            }
            6 => ShopChange { opens_at: Some(opens_at), ..ShopChange::OPEN },
            _ => {
                self.plan.at(self.now + Duration::from_mins(2), Act::Send(Who::Office, open));
                ShopChange::CLOSE
            }
        })
    }

    /// Other rules; some that cannot be.
    pub(super) fn rules(&mut self) -> Settings {
        let usual = Settings::default();
        let chance = &mut self.chance;
        let rules = Settings {
            window_minutes: chance.one_of(&[1, 3, 5, 10, 60]),
            window_drinks: chance.one_of(&[1, 2, 5, 10, 40]),
            grace_seconds: chance.one_of(&[0, 20, 300]),
            submit_within_seconds: chance.one_of(&[30, 300]),
            unclaimed_after_seconds: chance.one_of(&[60, 300, 900]),
            capacity: chance.one_of(&[1, 3, 8, 20]),
            open_orders_per_guest: chance.one_of(&[1, 1, 2]),
            drinks_per_day: chance.one_of(&[1, 3, 10]),
            ready_for_seconds: chance.one_of(&[30, 600, 3_600]),
            ..usual
        };
        match chance.below(10) {
            0 => Settings { window_drinks: 0, ..rules },
            1 | 2 => usual,
            _ if !self.temper.is_tight && chance.percent(50) => {
                Settings { window_drinks: rules.window_drinks, ..usual }
            }
            _ => rules,
        }
    }
}

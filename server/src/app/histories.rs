//! Random histories of the real bar, held against its database: what the writer remembers is what
//! is stored, the board is what is stored, and what was refused, broke off or did not reach the
//! disk has left nothing behind.

use std::path::Path;

use demitasse_disk::{Ailment, Disk};
use demitasse_shared::api::{ShopChange, Submit};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{DeviceId, DrinkId, OrderId};
use demitasse_shared::menu::Item;
use demitasse_shared::order::{Order, Step};
use demitasse_shared::settings::Settings;
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::test_runner::Config as Cases;

use super::*;
use crate::config::Config;
use crate::domain::Refusal;
use crate::domain::order::{Action, Barista, GuestId};
use crate::storage::{WriteError, journal, orders};

/// Guests who come and come again.
const GUESTS: usize = 8;

/// What may happen next. Guests and orders are picked by number, modulo those that are there.
#[derive(Clone, Debug)]
enum Happening {
    Time {
        seconds: i64,
    },
    Redeem {
        guest: u8,
    },
    RedeemAnything {
        guest: u8,
    },
    Submit {
        guest: u8,
        order: u8,
    },
    SubmitNonsense {
        guest: u8,
        order: u8,
    },
    Withdraw {
        guest: u8,
        order: u8,
    },
    Step {
        order: u8,
        step: Step,
        barista: u8,
    },
    WalkUp,
    Door {
        wish: ShopChange,
    },
    Rules {
        drinks: u8,
        minutes: u8,
        ready_for: u8,
    },
    Stock {
        there: bool,
    },
    Forget {
        guest: u8,
    },
    /// A request that changes all that is remembered, and then comes to this.
    Undone(End),
}

/// How a request ends that leaves nothing behind.
#[derive(Clone, Copy, Debug)]
enum End {
    Refused,
    Panics,
    CommitFails,
    DiskFails,
}

fn happening() -> impl Strategy<Value = Happening> {
    use Happening::{
        Door, Forget, Redeem, RedeemAnything, Rules, Stock, Submit, SubmitNonsense, Time, Undone,
        WalkUp, Withdraw,
    };
    let steps = prop::sample::select(Step::ALL.to_vec());
    let wishes = [ShopChange::OPEN, ShopChange::OPEN, ShopChange::CLOSE, ShopChange::pause(3)];
    prop_oneof![
        3 => (0_i64..400).prop_map(|seconds| Time { seconds }),
        1 => (0_i64..100_000).prop_map(|seconds| Time { seconds }),
        10 => any::<u8>().prop_map(|guest| Redeem { guest }),
        1 => any::<u8>().prop_map(|guest| RedeemAnything { guest }),
        8 => any::<(u8, u8)>().prop_map(|(guest, order)| Submit { guest, order }),
        1 => any::<(u8, u8)>().prop_map(|(guest, order)| SubmitNonsense { guest, order }),
        2 => any::<(u8, u8)>().prop_map(|(guest, order)| Withdraw { guest, order }),
        12 => (any::<u8>(), steps, 0_u8..2)
            .prop_map(|(order, step, barista)| Happening::Step { order, step, barista }),
        2 => Just(WalkUp),
        2 => prop::sample::select(wishes.to_vec()).prop_map(|wish| Door { wish }),
        1 => any::<(u8, u8, u8)>()
            .prop_map(|(drinks, minutes, ready_for)| Rules { drinks, minutes, ready_for }),
        1 => any::<bool>().prop_map(|there| Stock { there }),
        1 => any::<u8>().prop_map(|guest| Forget { guest }),
        3 => prop::sample::select(vec![End::Refused, End::Panics, End::CommitFails, End::DiskFails])
            .prop_map(Undone),
    ]
}

/// The real bar in a folder, on a clock that only the history moves.
struct House {
    bar: Bar,
    clock: Clock,
    guests: Vec<GuestId>,
    disk: Disk,
    _folder: tempfile::TempDir,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let disk = Disk::under(folder.path());
        let clock = Clock::manual("2022-10-14T22:30:00Z".parse().expect("a time"));
        let bar = open(folder.path(), &clock);
        bar.catch_up().await.expect("the first round");
        bar.set_shop(Actor::Local, ShopChange::OPEN).await.expect("it opens");
        let mut guests = Vec::new();
        for number in 0..GUESTS {
            let session = bar.sign_in(None, &format!("Guest {number}"), None).await;
            guests.push(session.expect("a name is all it takes").guest.id);
        }
        Self { bar, clock, guests, disk, _folder: folder }
    }

    fn guest(&self, number: u8) -> GuestId {
        self.guests[usize::from(number) % GUESTS]
    }

    /// One of the last orders.
    async fn order(&self, number: u8) -> OrderId {
        let last = self.bar.readers.read(orders::next_id).await.expect("it can be read");
        OrderId((last.0 - 1 - i64::from(number % 16)).max(1))
    }

    /// Lets it happen. What the rules say to it is not asked here.
    async fn happen(&self, happening: &Happening) {
        let bar = &self.bar;
        let answer = match happening {
            Happening::Time { seconds } => {
                self.clock.advance(SignedDuration::from_secs(*seconds));
                bar.catch_up().await
            }
            Happening::Redeem { guest } => {
                let code = bar.hub.snapshot().window.map(|window| window.code).unwrap_or_default();
                bar.redeem(self.guest(*guest), &code).await.map(drop)
            }
            Happening::RedeemAnything { guest } => {
                bar.redeem(self.guest(*guest), "0123456789ABCDEF").await.map(drop)
            }
            Happening::Submit { guest, order } => bar
                .submit(self.guest(*guest), self.order(*order).await, flat_white())
                .await
                .map(drop),
            Happening::SubmitNonsense { guest, order } => {
                let submit = Submit { drink: "petrol".into(), ..flat_white() };
                bar.submit(self.guest(*guest), self.order(*order).await, submit).await.map(drop)
            }
            Happening::Withdraw { guest, order } => {
                bar.withdraw(self.guest(*guest), self.order(*order).await).await.map(drop)
            }
            Happening::Step { order, step, barista } => {
                let device = DeviceId(i64::from(*barista));
                let barista = Barista { device, name: format!("Barista {barista}") };
                let reason = Some("Out of beans.".to_owned());
                let order = self.order(*order).await;
                bar.step(barista, Actor::Local, order, *step, reason).await.map(drop)
            }
            Happening::WalkUp => bar.walk_up(Actor::Local, flat_white(), None).await.map(drop),
            Happening::Door { wish } => bar.set_shop(Actor::Local, *wish).await.map(drop),
            Happening::Rules { drinks, minutes, ready_for } => {
                let rules = rules(*drinks, *minutes, *ready_for);
                bar.set_settings(Actor::Local, rules).await.map(drop)
            }
            Happening::Stock { there } => {
                let item = Item::Drink(DrinkId::from("flat-white"));
                bar.mark(Actor::Local, item, *there).await.map(drop)
            }
            Happening::Forget { guest } => bar.forget(self.guest(*guest)).await,
            Happening::Undone(end) => return self.undo(*end).await,
        };
        if let Err(WriteError::Storage(error)) = answer {
            panic!("{happening:?} comes to {error:?}");
        }
    }

    /// Changes all that is remembered, and lets it come to nothing.
    async fn undo(&self, end: End) {
        let before = self.stored().await;
        let bar = self.bar.clone();
        if let End::DiskFails = end {
            self.disk.fall_ill(Ailment::Broken, 0..1);
        }
        let undone = self.bar.writer.write(move |change| bar.undone(change, end)).await;
        self.disk.recover();
        assert!(undone.is_err(), "{end:?}");
        assert_eq!(self.stored().await, before, "{end:?} left something behind");
    }

    /// The rows of the tables that a request may change, as text.
    async fn stored(&self) -> String {
        let read = self.bar.readers.read(|db| {
            let mut rows = String::new();
            for table in ["bar", "windows", "orders", "journal", "sessions"] {
                let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?;
                let columns = statement.column_count();
                let mut found = statement.query([])?;
                while let Some(row) = found.next()? {
                    for column in 0..columns {
                        rows.extend([format!("{:?} ", row.get_ref(column)?)]);
                    }
                }
            }
            Ok(rows)
        });
        read.await.expect("it can be read")
    }

    /// What is remembered, told and stored is the same.
    async fn is_true(&self) {
        let remembered = self.bar.writer.write(|change| Ok(change.remembered())).await;
        let (remembered, stored) = remembered.expect("the writer goes on");
        assert_eq!(remembered, stored, "the writer remembers what is not so");
        let (on_board, told) = self.bar.readers.read(orders_as_told).await.expect("it can be read");
        let mut shown = self.bar.hub.snapshot().orders;
        shown.sort_by_key(|order| order.id);
        assert_eq!(shown, on_board, "the board is another");
        for (stored, told) in told {
            assert_eq!(Some(stored), told, "the journal tells another order");
        }
    }
}

impl Bar {
    /// Changes each thing that the writer remembers, and comes to nothing.
    fn undone(&self, change: &mut Change<'_>, end: End) -> Answer<()> {
        self.set_settings_now(change, Actor::Local, rules(99, 60, 1))?;
        let mut menu = (*change.menu()?).clone();
        menu.categories.clear();
        change.put_menu(&menu)?;
        let mut shop = change.bar(&self.venue.name)?.shop.clone();
        shop.opens_at = Some(change.now());
        change.put_shop(&shop)?;
        if let Some(mut window) = change.last_window()? {
            window.taken = window.drinks;
            change.update_window(&window)?;
        }
        self.enter(change, Actor::Local, &flat_white())?;
        let record = self.enter(change, Actor::Local, &flat_white())?;
        self.act(change, &record, &Action::Withdraw, Actor::Local, "order_withdrawn")?;
        match end {
            End::Refused => Err(Refusal::new(RefusalCode::SoldOut, "No.").into()),
            End::Panics => panic!("a request breaks off"),
            End::CommitFails => {
                // A reference that SQLite looks at when it commits.
                change.connection().pragma_update(None, "defer_foreign_keys", true)?;
                change.connection().execute(
                    "INSERT INTO sessions (token_hash, guest, created_at)
                     VALUES (zeroblob(32), 9999, 0)",
                    [],
                )?;
                Ok(())
            }
            End::DiskFails => Ok(()),
        }
    }
}

/// An order as it is stored, and as the journal told it last.
type StoredAndTold = (Order, Option<Order>);

/// The orders on the board as they are stored, and each order beside what the journal says of it.
fn orders_as_told(db: &Connection) -> Result<(Vec<Order>, Vec<StoredAndTold>), StorageError> {
    let on_board = orders::on_board(db)?.into_iter().map(|record| record.order).collect();
    let mut told = Vec::new();
    for id in 1..orders::next_id(db)?.0 {
        if let Some(record) = orders::get(db, OrderId(id))? {
            let last = journal::about(db, OrderId(id))?.pop();
            told.push((record.order, last.map(|row| row.order)));
        }
    }
    Ok((on_board, told))
}

fn open(folder: &Path, clock: &Clock) -> Bar {
    let config =
        Config { data: folder.to_owned(), zone: Some("UTC".to_owned()), ..Config::default() };
    let address = "127.0.0.1:80".parse().expect("an address");
    crate::open(&config, clock, address).expect("a bar")
}

fn flat_white() -> Submit {
    Submit { drink: "flat-white".into(), options: vec!["oat".into()], note: None }
}

fn rules(drinks: u8, minutes: u8, ready_for: u8) -> Settings {
    Settings {
        window_drinks: u32::from(drinks % 20) + 1,
        window_minutes: u32::from(minutes % 30) + 1,
        ready_for_seconds: u32::from(ready_for) + 60,
        ..Settings::default()
    }
}

proptest! {
    #![proptest_config(Cases { cases: 12, failure_persistence: None, ..Cases::default() })]

    #[test]
    fn whatever_happens_the_writer_remembers_what_is_stored(
        happenings in prop::collection::vec(happening(), 1..120),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let house = House::open().await;
            for happening in &happenings {
                house.happen(happening).await;
                house.is_true().await;
            }
        });
    }
}

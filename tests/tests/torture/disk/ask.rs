//! How each command is asked of the bar, and what people know after its answer.

use demitasse::app::{Bar, NewMenu};
use demitasse::domain::event::Actor;
use demitasse::domain::order::{Barista, EntryKey, GuestId};
use demitasse::storage::Answer;
use demitasse_shared::api::{Claim, Marks, NewAnnouncement, NewPairing, Role, Submit};
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::menu::Item;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;

use super::day::Command;
use super::people::{Guest, People};

/// Asks the bar; where it says yes, people know what follows. Refused, they know what they knew.
pub(crate) async fn ask(bar: &Bar, people: &mut People, command: &Command) -> Answer<()> {
    let staff = Actor::Local;
    match command {
        Command::Round => bar.catch_up().await,
        Command::Door(wish) => bar.set_shop(staff, *wish).await.map(drop),
        Command::Rules(minutes, drinks) => {
            let settings = Settings {
                window_minutes: *minutes,
                window_drinks: *drinks,
                ..Settings::default()
            };
            bar.set_settings(staff, settings).await.map(drop)
        }
        Command::SoldOut(out) => {
            bar.mark(staff, Item::Drink("hot-chocolate".into()), !out).await.map(drop)
        }
        Command::Menu => bar.set_menu(staff, other_menu(bar).await?).await.map(drop),
        Command::Announce => {
            let text = "Last orders at five".to_owned();
            bar.announce(staff, NewAnnouncement { text, minutes: Some(5) }).await.map(drop)
        }
        Command::TakeDown => bar.take_down(staff).await,
        Command::WalkUp(device) => {
            let key = format!("walk-up {}", people.entries);
            let entry = device.map(|device| EntryKey { device, key });
            bar.walk_up(staff, espresso(None), entry).await?;
            people.entries += 1;
            Ok(())
        }
        Command::Step(order, step, device) => take_step(bar, *order, *step, *device).await,
        Command::WriteDown => bar.write_down().await,
        // The house's own.
        Command::Fold | Command::Restart => Ok(()),
        command => as_guest_or_device(bar, people, command).await,
    }
}

async fn as_guest_or_device(bar: &Bar, people: &mut People, command: &Command) -> Answer<()> {
    let id = |people: &People, who: usize| people.guests[who].as_ref().map(|guest| guest.id);
    match command {
        Command::SignIn(who) => sign_in(bar, people, *who).await,
        Command::SignOut(who) => {
            let Some(guest) = &people.guests[*who] else { return Ok(()) };
            bar.sign_out(guest.id, &guest.token).await?;
            people.guests[*who] = None;
            Ok(())
        }
        Command::Forget(who) => {
            bar.forget(id(people, *who).unwrap_or(GuestId(0))).await?;
            people.guests[*who] = None;
            Ok(())
        }
        Command::Redeem(who, code) => {
            let order = bar.redeem(id(people, *who).unwrap_or(GuestId(0)), code).await?;
            if let Some(guest) = &mut people.guests[*who] {
                guest.order = Some(order.id);
            }
            Ok(())
        }
        Command::Submit(who, order, note) => {
            let submit = espresso(note.then(|| "for the left-handed".to_owned()));
            bar.submit(id(people, *who).unwrap_or(GuestId(0)), *order, submit).await.map(drop)
        }
        Command::Withdraw(who, order) => {
            bar.withdraw(id(people, *who).unwrap_or(GuestId(0)), *order).await.map(drop)
        }
        command => as_device(bar, people, command).await,
    }
}

async fn as_device(bar: &Bar, people: &mut People, command: &Command) -> Answer<()> {
    match command {
        Command::Pair => {
            let new = NewPairing { role: Role::Barista, name: "Ana".to_owned() };
            people.codes.push(bar.pair(Actor::Local, new).await?.code);
        }
        Command::Claim(code) => {
            let claim = Claim { code: code.clone(), device: "a tablet".to_owned() };
            let claimed = bar.claim(claim).await;
            // A code may be too old; nobody tries it twice.
            if !matches!(claimed, Err(demitasse::storage::WriteError::Storage(_))) {
                people.codes.retain(|known| known != code);
            }
            people.devices.push(claimed?);
        }
        Command::Rename(device, number) => {
            bar.rename_device(Actor::Local, *device, format!("Ana {number}")).await?;
        }
        Command::Revoke(device) => {
            bar.revoke_device(Actor::Local, *device).await?;
            people.devices.retain(|known| known.device != *device);
        }
        _ => {}
    }
    Ok(())
}

async fn sign_in(bar: &Bar, people: &mut People, who: usize) -> Answer<()> {
    let current = people.guests[who].as_ref().map(|guest| guest.id);
    let session = bar.sign_in(current, &format!("Guest {who}"), None).await?;
    if let Some(token) = session.token {
        people.guests[who] = Some(Guest { id: session.guest.id, token, order: None });
    }
    Ok(())
}

async fn take_step(bar: &Bar, order: OrderId, step: Step, device: i64) -> Answer<()> {
    let barista = Barista { device: DeviceId(device), name: format!("Barista {device}") };
    let reason = (step == Step::Cancel).then(|| "the milk is out".to_owned());
    bar.step(barista, Actor::Local, order, step, reason).await.map(drop)
}

/// The menu, with one drink called differently.
async fn other_menu(bar: &Bar) -> Answer<NewMenu> {
    let mut menu = (*bar.menu().await?).clone();
    for drink in menu.drinks.iter_mut().filter(|drink| drink.id.0 == "hot-chocolate") {
        if drink.name.pop() != Some('!') {
            drink.name.push_str("e!");
        }
    }
    Ok(NewMenu { menu, marks: Marks::Keep, version: None })
}

fn espresso(note: Option<String>) -> Submit {
    Submit { drink: "espresso".into(), options: Vec::new(), note }
}

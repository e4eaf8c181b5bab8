//! `demitasse staff list`, `rename` and `revoke`: the paired devices.

use demitasse_shared::Timestamp;
use demitasse_shared::device::PairedDevice;
use jiff::tz::TimeZone;

use super::{StaffError, Venue, print};
use crate::app::{devices_offline, rename_offline, revoke_offline};
use crate::cli::reach::{Place, Reached, reach};
use crate::clock::Clock;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ListArgs {
    #[command(flatten)]
    venue: Venue,

    /// Print the devices as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RenameArgs {
    #[command(flatten)]
    place: Place,

    /// Which one: its number in the list, or its name
    #[arg(value_name = "ID|NAME")]
    device: String,

    /// What it is called from now on; orders keep the name that stood on them
    #[arg(value_name = "NEW")]
    new: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RevokeArgs {
    #[command(flatten)]
    place: Place,

    /// Which one: its number in the list, or its name
    #[arg(value_name = "ID|NAME")]
    device: String,
}

pub(super) async fn list(args: ListArgs) -> Result<(), StaffError> {
    let mut reached = reach(&args.venue.place.data).await?;
    let list = devices(&mut reached).await?;
    if args.json {
        return print(&serde_json::to_string(&list)?);
    }
    if list.is_empty() {
        return print(
            "No device is paired. `demitasse staff pair --role barista --name NAME` pairs one.",
        );
    }
    print(&table(&list, &args.venue.zone(&reached).await?))
}

pub(super) async fn rename(args: RenameArgs) -> Result<(), StaffError> {
    let mut reached = reach(&args.place.data).await?;
    let device = find(devices(&mut reached).await?, &args.device)?;
    let renamed = match &mut reached {
        Reached::Server(server) => server.rename_device(device.id, &args.new).await?,
        Reached::Data(storage) => rename_offline(storage, &clock(), device.id, &args.new)?,
    };
    print(&format!("{} is called {} from now on.", device.name, renamed.name))
}

pub(super) async fn revoke(args: RevokeArgs) -> Result<(), StaffError> {
    let mut reached = reach(&args.place.data).await?;
    let device = find(devices(&mut reached).await?, &args.device)?;
    match &mut reached {
        Reached::Server(server) => server.revoke_device(device.id).await?,
        Reached::Data(storage) => revoke_offline(storage, &clock(), device.id)?,
    }
    print(&format!("{} is not paired any more.", device.name))
}

/// Refuses a name or number that no paired device has.
pub(super) async fn expect(reached: &mut Reached, named: &str) -> Result<(), StaffError> {
    match find(devices(reached).await?, named) {
        Err(StaffError::Several { .. }) => Ok(()),
        found => found.map(drop),
    }
}

async fn devices(reached: &mut Reached) -> Result<Vec<PairedDevice>, StaffError> {
    Ok(match reached {
        Reached::Server(server) => server.devices().await?,
        Reached::Data(storage) => devices_offline(storage)?,
    })
}

fn clock() -> Clock {
    Clock::system(Timestamp::UNIX_EPOCH)
}

/// The device that somebody named by its number or its name. A name that several have is no answer.
fn find(devices: Vec<PairedDevice>, named: &str) -> Result<PairedDevice, StaffError> {
    let named = named.trim();
    let is_number = |device: &PairedDevice| device.id.to_string() == named;
    if let Some(device) = devices.iter().find(|device| is_number(device)) {
        return Ok(device.clone());
    }
    let same = |device: &PairedDevice| device.name.to_lowercase() == named.to_lowercase();
    let mut found: Vec<_> = devices.into_iter().filter(same).collect();
    match (found.pop(), found.len()) {
        (Some(device), 0) => Ok(device),
        (Some(device), _) => {
            found.push(device);
            let numbers = found.iter().map(|one| format!("{} ({})", one.id, one.device));
            let numbers = numbers.collect::<Vec<_>>().join(", ");
            Err(StaffError::Several { name: named.to_owned(), numbers })
        }
        (None, _) => Err(StaffError::NoDevice(named.to_owned())),
    }
}

/// The devices, a line each, in columns.
fn table(devices: &[PairedDevice], zone: &TimeZone) -> String {
    let heads = ["ID", "Role", "Name", "Device", "Paired", "Last heard"].map(str::to_owned);
    let rows = devices.iter().map(|device| cells(device, zone));
    let rows: Vec<_> = [heads].into_iter().chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; 6] = std::array::from_fn(|column| width(column).unwrap_or_default());
    let line = |row: &[String; 6]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn cells(device: &PairedDevice, zone: &TimeZone) -> [String; 6] {
    let moment = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let heard = match (device.connected, device.heard_at) {
        (true, _) => "listens now".to_owned(),
        (false, Some(at)) => moment(at),
        (false, None) => "never".to_owned(),
    };
    let PairedDevice { id, role, name, device: label, paired_at, .. } = device;
    let paired = moment(*paired_at);
    [id.to_string(), role.as_str().to_owned(), name.clone(), label.clone(), paired, heard]
}

#[cfg(test)]
mod tests {
    use demitasse_shared::api::Role;
    use demitasse_shared::ids::DeviceId;

    use super::*;

    fn device(id: i64, name: &str) -> PairedDevice {
        let paired_at = "2026-05-13T07:12:00Z".parse().expect("a time");
        PairedDevice {
            id: DeviceId(id),
            name: name.to_owned(),
            role: Role::Barista,
            device: "A browser".to_owned(),
            paired_at,
            heard_at: None,
            connected: false,
        }
    }

    #[test]
    fn a_device_is_found_by_its_number_or_by_a_name_of_its_own() {
        let all = || vec![device(4, "Ana"), device(7, "Rui"), device(9, "ANA"), device(12, "7")];
        let found = |named: &str| find(all(), named).map(|device| device.id.0);
        assert_eq!(found("9").expect("a number"), 9);
        assert_eq!(found(" rui ").expect("a name"), 7);
        assert_eq!(found("7").expect("a number before a name"), 7);
        let several = found("ana").expect_err("two have it").to_string();
        assert!(several.contains("4 (A browser), 9 (A browser)"), "{several}");
        let none = found("Eve").expect_err("nobody has it").to_string();
        assert!(none.contains("Eve") && none.contains("staff list"), "{none}");
    }

    #[test]
    fn the_list_stands_in_columns_and_tells_the_venues_time() {
        let heard = "2026-05-13T08:00:00Z".parse().expect("a time");
        let zone = TimeZone::get("Europe/Lisbon").expect("it is known");
        let list = [
            PairedDevice { connected: true, ..device(1, "Ana") },
            PairedDevice { heard_at: Some(heard), role: Role::Display, ..device(12, "Monitor") },
            device(13, "Rui"),
        ];
        assert_eq!(
            table(&list, &zone),
            "\
ID  Role     Name     Device     Paired            Last heard
1   barista  Ana      A browser  2026-05-13 08:12  listens now
12  display  Monitor  A browser  2026-05-13 08:12  2026-05-13 09:00
13  barista  Rui      A browser  2026-05-13 08:12  never"
        );
    }
}

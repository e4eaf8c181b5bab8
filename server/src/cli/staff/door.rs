//! `demitasse staff open` and `close`: the bar's door, from the laptop.

use std::io::Write;
use std::str::FromStr;

use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::shop::ShopStatus;
use jiff::civil::{DateTime, Time};
use jiff::{ToSpan, Zoned};

use super::{StaffError, Venue, venue};
use crate::cli::reach::{Place, server};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct OpenArgs {
    #[command(flatten)]
    place: Place,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CloseArgs {
    #[command(flatten)]
    venue: Venue,

    /// When it opens again, by the venue's clocks: 8:30, or "2026-05-13 8:30". Phones and monitors
    /// say so; it does not open by itself
    #[arg(long, value_name = "TIME")]
    opens: Option<Opens>,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// When a closed bar opens, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// The next time that the clocks show this.
    Next(Time),
    /// On that day.
    At(DateTime),
}

impl FromStr for Opens {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim().replace('T', " ");
        let time = Time::strptime("%H:%M", &text).map(Self::Next);
        let moment = time.or_else(|_| DateTime::strptime("%Y-%m-%d %H:%M", &text).map(Self::At));
        moment.map_err(|_other| "give a time like 8:30, or \"2026-05-13 8:30\"".to_owned())
    }
}

impl Opens {
    /// The moment, where this is the venue's time now.
    fn moment(self, now: &Zoned) -> Result<Timestamp, jiff::Error> {
        let zone = now.time_zone().clone();
        let today = match self {
            Self::At(moment) => return Ok(moment.to_zoned(zone)?.timestamp()),
            Self::Next(time) => now.date().to_datetime(time),
        };
        let next = today.to_zoned(zone.clone())?;
        let next = if next > *now { next } else { today.checked_add(1.day())?.to_zoned(zone)? };
        Ok(next.timestamp())
    }
}

pub(super) async fn open(args: OpenArgs) -> Result<(), StaffError> {
    let status = server(&args.place.data).await?.set_shop(&ShopChange::OPEN).await?;
    say(args.json, &status, "The bar is open.")
}

pub(super) async fn close(args: CloseArgs) -> Result<(), StaffError> {
    let server = server(&args.venue.place.data).await?;
    let Some(opens) = args.opens else {
        let status = server.set_shop(&ShopChange::CLOSE).await?;
        return say(args.json, &status, "The bar is closed.");
    };
    let (now, zone) = venue::of_server(&server, Some(args.venue.own_zone()?)).await?;
    let now = now.to_zoned(zone);
    let moment = opens.moment(&now)?;
    let status = server.set_shop(&ShopChange::close_until(moment)).await?;
    let there = moment.to_zoned(now.time_zone().clone());
    let told = there.strftime("The bar is closed until %Y-%m-%d %H:%M, and says so.").to_string();
    say(args.json, &status, &told)
}

fn say(json: bool, status: &ShopStatus, words: &str) -> Result<(), StaffError> {
    let text = if json { serde_json::to_string(status)? } else { words.to_owned() };
    Ok(writeln!(std::io::stdout(), "{text}")?)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn a_time_is_the_next_one_and_a_day_is_that_day() {
        // In the night after, Lisbon's clocks go back from two to one.
        let zone = TimeZone::get("Europe/Lisbon").expect("it is known");
        let now = "2026-10-24T15:00:00Z".parse::<Timestamp>().expect("a time").to_zoned(zone);
        let check = |typed: &str, expected: &str| {
            let moment = typed.parse::<Opens>().expect(typed).moment(&now).expect(typed);
            assert_eq!(moment.to_string(), expected, "{typed}");
        };
        check("17:30", "2026-10-24T16:30:00Z");
        check("16:00", "2026-10-25T16:00:00Z");
        check("8:30", "2026-10-25T08:30:00Z");
        check("2026-10-26 08:30", "2026-10-26T08:30:00Z");
        check("2026-10-24T18:05", "2026-10-24T17:05:00Z");
    }

    #[test]
    fn what_is_no_time_is_told_apart() {
        for typed in ["", "soon", "8", "25:00", "8:30 pm", "2026-13-01 8:30"] {
            let told = typed.parse::<Opens>().expect_err(typed);
            assert!(told.contains("8:30"), "{typed}: {told}");
        }
    }
}

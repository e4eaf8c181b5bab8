//! `demitasse staff audit`: who did what, from the journal.

mod words;

use std::io::Write;

use clap::ArgGroup;
use demitasse_shared::client::Client;
use demitasse_shared::ids::Seq;
use demitasse_shared::journal::{Doer, JOURNAL_LIMIT, JournalEntry, JournalQuery};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::settings::Settings;
use demitasse_shared::{Date, Timestamp};
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::{StaffError, Venue, devices, venue};
use crate::cli::day::DayWord;
use crate::cli::reach::{Reached, reach};
use crate::clock::Clock;
use crate::report::csv::safe;
use crate::storage::{Storage, journal};

#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("form").args(["json", "csv"]))]
pub(in crate::cli) struct AuditArgs {
    #[command(flatten)]
    venue: Venue,

    /// The venue's day: today, yesterday, or one like 2026-05-13
    #[arg(long, value_name = "DAY", default_value = "today")]
    day: DayWord,

    /// Only what this device did, or what was done about it: its name, or its number
    #[arg(long, value_name = "ID|NAME")]
    device: Option<String>,

    /// Also what guests did, and what time alone did
    #[arg(long)]
    all: bool,

    /// Print the journal's rows as JSON
    #[arg(long)]
    json: bool,

    /// Print a table for a spreadsheet
    #[arg(long)]
    csv: bool,
}

/// A row of the journal, with the rules that held before it where an earlier row tells them.
#[derive(Debug)]
struct Row {
    entry: JournalEntry,
    before: Option<Settings>,
}

pub(super) async fn run(args: AuditArgs) -> Result<(), StaffError> {
    let mut reached = reach(&args.venue.place.data).await?;
    let zone = args.venue.zone(&reached).await?;
    let today = now(&reached).await?.to_zoned(zone.clone()).date();
    let day = args.day.date(today);
    let midnight = |day: Date| Ok::<_, jiff::Error>(day.to_zoned(zone.clone())?.timestamp());
    let (begin, end) = (midnight(day)?, midnight(day.checked_add(1.day())?)?);
    let mut rows = rows_since(&mut reached, begin).await?;
    if let Some(asked) = &args.device
        && !rows.iter().any(|row| is_about(&row.entry, asked))
    {
        // Whoever is in none of the rows has done nothing yet, or was never here.
        devices::expect(&mut reached, asked).await?;
    }
    rows.retain(|row| begin <= row.entry.at && row.entry.at < end);
    rows.retain(|row| is_asked_for(&row.entry, &args));
    let mut out = std::io::stdout().lock();
    if args.json {
        let entries: Vec<_> = rows.iter().map(|row| &row.entry).collect();
        writeln!(out, "{}", serde_json::to_string(&entries)?)?;
        return Ok(());
    }
    if args.csv {
        return Ok(out.write_all(table(&rows, &zone)?.as_bytes())?);
    }
    if rows.is_empty() {
        writeln!(out, "Nothing stands in the journal for {day}.")?;
    }
    for row in &rows {
        writeln!(out, "{}", line(row, &zone))?;
    }
    Ok(())
}

async fn now(reached: &Reached) -> Result<Timestamp, StaffError> {
    Ok(match reached {
        Reached::Server(server) => venue::of_server(server, None).await?.0,
        Reached::Data(_) => Clock::system(Timestamp::UNIX_EPOCH).now(),
    })
}

/// The journal's rows since a moment, and some from before it, oldest first. The journal is read
/// from its end, page by page.
async fn rows_since(reached: &mut Reached, begin: Timestamp) -> Result<Vec<Row>, StaffError> {
    let (mut rows, mut before) = (Vec::new(), Seq(i64::MAX));
    loop {
        let page = match reached {
            Reached::Server(server) => page_of(server, before).await?,
            Reached::Data(storage) => page_in(storage, before)?,
        };
        let Some(last) = page.last() else { break };
        let is_over = last.at < begin;
        before = last.seq;
        rows.extend(page);
        if is_over {
            break;
        }
    }
    rows.reverse();
    Ok(with_rules(rows))
}

/// Rows, oldest first, each with the rules before it as far as these rows tell them.
fn with_rules(rows: Vec<JournalEntry>) -> Vec<Row> {
    let mut rules = None;
    let with_rules = |entry: JournalEntry| {
        let before = rules;
        if let LiveEvent::Settings { settings } = &entry.event {
            rules = Some(*settings);
        }
        Row { entry, before }
    };
    rows.into_iter().map(with_rules).collect()
}

async fn page_of(server: &Client, before: Seq) -> Result<Vec<JournalEntry>, StaffError> {
    Ok(server.journal(&JournalQuery::before(before, JOURNAL_LIMIT)).await?.entries)
}

fn page_in(storage: &mut Storage, before: Seq) -> Result<Vec<JournalEntry>, StaffError> {
    Ok(journal::before(storage.connection(), before, JOURNAL_LIMIT)?)
}

fn is_asked_for(row: &JournalEntry, args: &AuditArgs) -> bool {
    // What the code does follows from what somebody did.
    let is_deed = !matches!(row.event, LiveEvent::Window { .. });
    let is_somebodys = matches!(row.by, Doer::Device { .. } | Doer::Local);
    let is_theirs = args.device.as_ref().is_none_or(|asked| is_about(row, asked));
    is_theirs && (args.all || is_deed && is_somebodys)
}

/// Whether a device of this name or number did it, or it was done about one.
fn is_about(row: &JournalEntry, asked: &str) -> bool {
    let asked = asked.trim().to_lowercase();
    let is_named =
        |name: &Option<String>| name.as_ref().is_some_and(|name| name.to_lowercase() == asked);
    let by_it = match &row.by {
        Doer::Device { id, name } => is_named(name) || id.to_string() == asked,
        Doer::Guest | Doer::Local | Doer::Bar => false,
    };
    by_it || is_named(&row.device)
}

/// A row as a sentence, with the venue's time before it.
fn line(Row { entry, before }: &Row, zone: &TimeZone) -> String {
    let time = entry.at.to_zoned(zone.clone()).strftime("%H:%M:%S").to_string();
    format!("{time}  {} {}.", words::who(entry), words::what(entry, before.as_ref()))
}

/// The rows for a spreadsheet, with no cell that it would take for a formula.
fn table(rows: &[Row], zone: &TimeZone) -> Result<String, StaffError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["at", "who", "kind", "what"])?;
    for Row { entry, before } in rows {
        let at = entry.at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string();
        let what = words::what(entry, before.as_ref());
        let cells = [at, words::who(entry), entry.kind.clone(), what];
        table.write_record(cells.map(|cell| safe(&cell)))?;
    }
    let bytes = table.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

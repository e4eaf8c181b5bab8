//! `demitasse report`: a day in figures, for people, programs, spreadsheets and paper.

mod books;

use std::io::Write;
use std::path::PathBuf;

use demitasse_shared::Date;
use demitasse_shared::client::ClientError;
use demitasse_shared::report::{DayOrder, Report, ReportDays};

use super::day::DayWord;
use super::reach::{Place, ReachError};
use crate::report::{csv, day_list, page, text};
use crate::storage::StorageError;
use books::Books;

/// A day in figures: what was served, how long it took, who was turned away.
///
/// It works while the bar is open and after it has closed. Days are the venue's.
#[derive(Debug, clap::Args)]
pub(super) struct ReportArgs {
    #[command(flatten)]
    place: Place,

    /// The day: today, yesterday, or one like 2022-10-14
    #[arg(long, value_name = "DAY", default_value = "today", conflicts_with_all = ["from", "list"])]
    day: DayWord,

    /// The first of several days that are told together
    #[arg(long, value_name = "DAY", conflicts_with = "list")]
    from: Option<DayWord>,

    /// The last of several days; today if not given
    #[arg(long, value_name = "DAY", requires = "from")]
    to: Option<DayWord>,

    /// List the days that there are figures of
    #[arg(long, conflicts_with_all = ["csv", "html"])]
    list: bool,

    #[command(flatten)]
    form: Form,

    /// Write it into this file instead of printing it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// In what form a report is written; for people where nothing is said.
#[derive(Clone, Copy, Debug, clap::Args)]
#[group(multiple = false)]
struct Form {
    /// Print the figures as JSON; several days are a list
    #[arg(long)]
    json: bool,

    /// Print rows for a spreadsheet: one for each order, or with =figures one for each figure
    #[arg(
        long,
        value_name = "ROWS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "orders"
    )]
    csv: Option<Rows>,

    /// Print one page with charts, to print or to send
    #[arg(long)]
    html: bool,
}

/// What the rows of a spreadsheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Rows {
    /// Orders.
    Orders,
    /// Figures.
    Figures,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReportError {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("there are no figures yet: the bar has never been open on this data")]
    NeverOpen,
    #[error("{0} is after {1}: give the first day with --from and the last with --to")]
    Backwards(Date, Date),
    #[error("cannot write {path}: {source}")]
    File { path: PathBuf, source: std::io::Error },
    #[error("cannot print the report")]
    Output(#[from] std::io::Error),
    #[error("cannot write the report")]
    Json(#[from] serde_json::Error),
    #[error("cannot write the rows")]
    Csv(#[from] ::csv::Error),
}

pub(super) async fn run(args: ReportArgs) -> Result<(), ReportError> {
    let mut books = Books::open(&args.place).await?;
    let written = if args.list {
        list(&books.days().await?, args.form)?
    } else {
        let days = days(&mut books, &args).await?;
        write(&mut books, &days, args.form).await?
    };
    let Some(path) = args.out else {
        return Ok(std::io::stdout().write_all(written.as_bytes())?);
    };
    let file = std::fs::write(&path, written);
    file.map_err(|source| ReportError::File { path: path.clone(), source })?;
    writeln!(std::io::stdout(), "The report is in {}.", path.display())?;
    Ok(())
}

/// The reports that were asked for: of several days those on which something happened.
async fn days(books: &mut Books, args: &ReportArgs) -> Result<Asked, ReportError> {
    let today = books.report(None).await?;
    let Some(from) = args.from else {
        let day = args.day.date(today.day);
        let report = if day == today.day { today } else { books.report(Some(day)).await? };
        return Ok(Asked::Day(Box::new(report)));
    };
    let first = from.date(today.day);
    let last = args.to.unwrap_or(DayWord::Today).date(today.day);
    if first > last {
        return Err(ReportError::Backwards(first, last));
    }
    let mut reports = Vec::new();
    for day in books.days().await?.days {
        if (first..=last).contains(&day) {
            reports.push(books.report(Some(day)).await?);
        }
    }
    Ok(Asked::Days(reports))
}

/// What was asked for: several days stay several where only one of them has figures.
enum Asked {
    Day(Box<Report>),
    Days(Vec<Report>),
}

impl Asked {
    fn reports(&self) -> &[Report] {
        match self {
            Self::Day(report) => std::slice::from_ref(report),
            Self::Days(reports) => reports,
        }
    }
}

async fn write(books: &mut Books, asked: &Asked, form: Form) -> Result<String, ReportError> {
    let days = asked.reports();
    match form {
        Form { json: true, .. } => Ok(match asked {
            Asked::Day(day) => serde_json::to_string(day)?,
            Asked::Days(days) => serde_json::to_string(days)?,
        } + "\n"),
        Form { html: true, .. } => Ok(page(books.masthead(), days)),
        Form { csv: Some(Rows::Figures), .. } => Ok(csv::figures(days)?),
        Form { csv: Some(Rows::Orders), .. } => {
            let mut with_orders: Vec<(Report, Vec<DayOrder>)> = Vec::new();
            for day in days {
                with_orders.push((day.clone(), books.orders(day.day).await?));
            }
            Ok(csv::orders(&with_orders)?)
        }
        Form { .. } => Ok(text(books.masthead(), days)),
    }
}

fn list(days: &ReportDays, form: Form) -> Result<String, ReportError> {
    Ok(if form.json { serde_json::to_string(days)? + "\n" } else { day_list(&days.days) })
}

//! The part of the panel that tells a guest whether to order now.

use std::time::Duration;

use jiff::tz::{Offset, TimeZone};

use super::wake::{MINUTE, SECOND, Wake};
use super::{CodeCard, Countdown, Facts, Lead, Line, Moment, Notice, Said, Why, WifiCard};
use crate::Timestamp;
use crate::board::Board;
use crate::live::LINE_DEAD_AFTER;
use crate::shop::{Face, Window, opening_day};

/// How long a closed bar's panel stays awake for the last guests, and how long before it opens it
/// wakes for the first.
const NIGHT_AFTER: Duration = Duration::from_mins(30);

/// Decides between the code and the reason why there is none.
pub(super) fn lead(facts: Facts<'_>, moment: Moment, wake: &mut Wake) -> Lead {
    match (facts.line, facts.board) {
        (Line::Refused(why), _) => {
            let line = Some(Said::plain(&sentence(why)));
            Lead::Notice(Notice { line, ..notice(facts, Why::Unpaired) })
        }
        // No code is at stake: a bar whose laptop went home is closed.
        (Line::Down, Some(board)) if board.face() == Face::Closed => {
            Lead::Notice(closed(facts, board, moment, wake))
        }
        (Line::Down, Some(_)) => line_lost(facts),
        (Line::Up, Some(board)) => shop_lead(facts, board, moment, wake),
        (Line::Waiting(why), _) => connecting(facts, why.as_deref()),
        (_, None) => connecting(facts, None),
    }
}

/// What the shop says on a line that is up.
fn shop_lead(facts: Facts<'_>, board: &Board, moment: Moment, wake: &mut Wake) -> Lead {
    match (board.face(), &board.window) {
        (Face::Closed, _) => Lead::Notice(closed(facts, board, moment, wake)),
        (Face::Paused, _) => Lead::Notice(paused(facts, board, moment, wake)),
        (Face::Full, _) => Lead::Notice(Notice {
            line: Some(facts.voice.plain("full.why")),
            wifi: wifi(facts),
            ..notice(facts, Why::Full)
        }),
        (Face::Open, _) if moment.silence > LINE_DEAD_AFTER => line_lost(facts),
        (Face::Open, Some(window)) => {
            code(facts, window, moment, wake).unwrap_or_else(|| turning(facts))
        }
        (Face::SoldOut, Some(window)) => {
            sold_out(facts, window, moment, wake).unwrap_or_else(|| turning(facts))
        }
        (Face::Open | Face::SoldOut, None) => turning(facts),
    }
}

/// The code, while its window is known to show.
fn code(facts: Facts<'_>, window: &Window, moment: Moment, wake: &mut Wake) -> Option<Lead> {
    let voice = facts.voice;
    let seconds_left = wake.countdown(moment, window.closes_at, SECOND)?;
    let whole = window.closes_at.duration_since(window.opens_at).as_secs();
    let network = facts.venue.and_then(|venue| venue.wifi.as_ref());
    Some(Lead::Code(CodeCard {
        url: window.url.clone(),
        title: voice.plain("code-scan"),
        drinks_left: voice.say("code-left", &[("left", window.left.into())]),
        countdown: countdown(facts, "code-turns", window.closes_at, seconds_left),
        seconds_left,
        seconds_whole: u64::try_from(whole).unwrap_or_default(),
        address: voice.say("code-address", &[("address", address(&window.url).into())]),
        wifi: network.map(|wifi| voice.say("code-wifi", &[("name", wifi.name.as_str().into())])),
    }))
}

fn sold_out(facts: Facts<'_>, window: &Window, moment: Moment, wake: &mut Wake) -> Option<Lead> {
    let seconds = wake.countdown(moment, window.closes_at, SECOND)?;
    Some(Lead::Notice(Notice {
        countdown: Some(countdown(facts, "sold-out.next", window.closes_at, seconds)),
        line: Some(facts.voice.plain("sold-out.why")),
        wifi: wifi(facts),
        ..notice(facts, Why::SoldOut)
    }))
}

fn paused(facts: Facts<'_>, board: &Board, moment: Moment, wake: &mut Wake) -> Notice {
    let until = board.shop.paused_until;
    let line = until.and_then(|until| {
        let minutes = wake.countdown(moment, until, MINUTE)?;
        let time = clock_time(facts, until);
        let values = [("minutes", minutes.into()), ("time", time.into())];
        Some(facts.voice.say("paused.until", &values))
    });
    let line = line.unwrap_or_else(|| facts.voice.plain("paused.soon"));
    Notice { line: Some(line), wifi: wifi(facts), ..notice(facts, Why::Paused) }
}

fn closed(facts: Facts<'_>, board: &Board, moment: Moment, wake: &mut Wake) -> Notice {
    let opens = board.shop.opens_at.filter(|then| wake.at(moment, *then).is_some());
    let line = opens.and_then(|then| opening(facts, then, moment, wake));
    let is_night = is_night(board, moment, wake);
    Notice {
        quiet: line.is_some().then(|| facts.voice.plain("closed.code")),
        line: line.or_else(|| Some(facts.voice.plain("closed.code"))),
        wifi: wifi(facts),
        ..notice(facts, if is_night { Why::Night } else { Why::Closed })
    }
}

/// When the bar opens, as a person would say it; nothing where that is too far off.
fn opening(facts: Facts<'_>, then: Timestamp, moment: Moment, wake: &mut Wake) -> Option<Said> {
    let now = moment.now?;
    let now = now.to_zoned(zone(facts, now));
    let (today, day) = (now.date(), then.to_zoned(zone(facts, then)).date());
    let tomorrow = now.tomorrow().ok()?;
    wake.at(moment, tomorrow.start_of_day().ok()?.timestamp());
    let time = clock_time(facts, then);
    let values = [("day", opening_day(today, day)?.into()), ("time", time.into())];
    Some(facts.voice.say("closed.opens", &values))
}

/// Whether the bar has been closed for so long, and will be, that nobody looks. Around the time at
/// which it said that it opens, the first guests do.
fn is_night(board: &Board, moment: Moment, wake: &mut Wake) -> bool {
    let mut has_come = |then: Option<Timestamp>| {
        then.is_some_and(|then| wake.at(moment, then).is_none() && moment.now.is_some())
    };
    let (since, opens) = (board.shop.since, board.shop.opens_at);
    let has_fallen = has_come(since.and_then(|since| since.checked_add(NIGHT_AFTER).ok()));
    let dawns = has_come(opens.and_then(|opens| opens.checked_sub(NIGHT_AFTER).ok()));
    let is_over = has_come(opens.and_then(|opens| opens.checked_add(NIGHT_AFTER).ok()));
    has_fallen && (!dawns || is_over)
}

fn turning(facts: Facts<'_>) -> Lead {
    let line = Some(facts.voice.plain("turning.next"));
    Lead::Notice(Notice { line, ..notice(facts, Why::Turning) })
}

fn line_lost(facts: Facts<'_>) -> Lead {
    let line = Some(facts.voice.plain("line-lost.self"));
    Lead::Notice(Notice { line, ..notice(facts, Why::LineLost) })
}

fn connecting(facts: Facts<'_>, why: Option<&str>) -> Lead {
    Lead::Notice(Notice {
        line: Some(facts.voice.plain("connecting.self")),
        quiet: why.map(|why| Said::plain(&sentence(why))),
        ..notice(facts, Why::Connecting)
    })
}

/// A face with its title alone.
fn notice(facts: Facts<'_>, why: Why) -> Notice {
    let title = if why == Why::Night { Why::Closed } else { why };
    let title = facts.voice.plain(title.as_str());
    Notice { why, title, countdown: None, line: None, quiet: None, wifi: None }
}

/// The code that joins the venue's network, where the venue wants one shown.
fn wifi(facts: Facts<'_>) -> Option<WifiCard> {
    let wifi = facts.venue?.wifi.as_ref()?;
    let code = wifi.code.clone()?;
    Some(WifiCard { title: facts.voice.plain("wifi-join"), name: wifi.name.clone(), code })
}

fn countdown(facts: Facts<'_>, id: &str, until: Timestamp, seconds: u64) -> Countdown {
    let time = format!("{}:{:02}", seconds / 60, seconds % 60);
    let words = facts.voice.say(id, &[("time", time.as_str().into())]);
    Countdown { until, time, words }
}

/// A time by the venue's clocks, such as `8:30`: every language reads it so.
fn clock_time(facts: Facts<'_>, at: Timestamp) -> String {
    let time = at.to_zoned(zone(facts, at)).time();
    format!("{}:{:02}", time.hour(), time.minute())
}

/// The venue's zone, as it is at a moment.
fn zone(facts: Facts<'_>, at: Timestamp) -> TimeZone {
    let seconds = facts.venue.map_or(0, |venue| venue.utc_offset_seconds_at(at));
    TimeZone::fixed(Offset::from_seconds(seconds).unwrap_or(Offset::UTC))
}

/// A reason that came from elsewhere, as a sentence.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if reason.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

/// The code's address for people who type: no scheme, the host in small letters, the rest as it is.
fn address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_scheme, rest)| rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    format!("{}{path}", host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_as_a_person_would_type_it() {
        let check = |url: &str, expected: &str| assert_eq!(address(url), expected, "{url}");
        check(
            "HTTP://192.168.1.20:8080/Q/7K3MQ2XW9ABCDEFG",
            "192.168.1.20:8080/Q/7K3MQ2XW9ABCDEFG",
        );
        check("HTTPS://BAR.EXAMPLE/Q/AB", "bar.example/Q/AB");
        check("HTTP://BAR.LOCAL", "bar.local");
    }

    #[test]
    fn reasons_read_as_sentences() {
        let check = |reason: &str, expected: &str| assert_eq!(sentence(reason), expected);
        check("the line is silent", "The line is silent.");
        check("Pair this monitor.", "Pair this monitor.");
        check("", "");
    }
}

//! Every sentence that the crowd reads, in one place.

use std::time::Duration;

pub(crate) const SCAN: &str = "Scan to order";
pub(crate) const READY: &str = "Ready";
pub(crate) const PREPARING: &str = "Preparing";
pub(crate) const NONE_READY: &str = "Your number shows up here.";
pub(crate) const NONE_PREPARING: &str = "No one is waiting.";

pub(crate) const SOLD_OUT: &str = "Sold out for now";
pub(crate) const MAKING_DRINKS: &str = "We are making drinks.";
pub(crate) const FULL: &str = "All hands are busy";
pub(crate) const FULL_UNTIL: &str = "The code comes back as soon as a drink is done.";
pub(crate) const PAUSED: &str = "A short break";
pub(crate) const PAUSED_OPENLY: &str = "We are back soon.";
pub(crate) const CLOSED: &str = "Closed";
pub(crate) const CLOSED_UNTIL: &str = "The code shows up here when the bar opens.";
pub(crate) const TURNING: &str = "One moment";
pub(crate) const NEXT_CODE_COMING: &str = "The next code is on its way.";
pub(crate) const CONNECTING: &str = "Waiting for the bar";
pub(crate) const CONNECTING_SELF: &str =
    "This monitor starts by itself as soon as the server does.";
pub(crate) const LINE_LOST: &str = "No code just now";
pub(crate) const LINE_LOST_SELF: &str =
    "The monitor has lost its line to the bar. It comes back by itself.";
pub(crate) const UNPAIRED: &str = "Not paired yet";

/// A reason that came from elsewhere, as a sentence.
pub(crate) fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if reason.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

/// How many drinks the code still gives.
pub(crate) fn drinks_left(left: u32) -> String {
    if left == 1 { "1 drink left".to_owned() } else { format!("{left} drinks left") }
}

/// The countdown beside a code that is good.
pub(crate) fn new_code_in(seconds: u64) -> String {
    format!("New code in {}", countdown(seconds))
}

/// The countdown where no code is good.
pub(crate) fn next_code_in(seconds: u64) -> String {
    format!("Next code in {}", countdown(seconds))
}

fn countdown(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// When a pause ends, as a person would say it.
pub(crate) fn back_in(minutes: u64) -> String {
    match minutes {
        0 | 1 => "We are back within a minute.".to_owned(),
        minutes => format!("We are back in {minutes} minutes."),
    }
}

/// What stands over numbers that may have moved on since.
pub(crate) fn stale(age: Duration) -> String {
    let ago = match age.as_secs() / 60 {
        0 => "a moment ago".to_owned(),
        1 => "a minute ago".to_owned(),
        minutes @ 2..60 => format!("{minutes} minutes ago"),
        60..120 => "an hour ago".to_owned(),
        minutes => format!("{} hours ago", minutes / 60),
    };
    format!("The line is down. Numbers as they stood {ago}.")
}

/// The code's address for people who type: no scheme, the host in small letters, the rest as
/// it is.
pub(crate) fn address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_scheme, rest)| rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    format!("or open {}{path}", host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_as_a_person_would_type_it() {
        let check = |url: &str, expected: &str| {
            assert_eq!(address(url), format!("or open {expected}"), "{url}");
        };
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

    #[test]
    fn times_read_as_a_person_would_say_them() {
        assert_eq!(new_code_in(130), "New code in 2:10");
        assert_eq!(next_code_in(9), "Next code in 0:09");
        assert_eq!(back_in(1), "We are back within a minute.");
        assert_eq!(back_in(12), "We are back in 12 minutes.");
        let stale_after = |minutes: u64| stale(Duration::from_secs(minutes * 60));
        assert!(stale_after(0).ends_with("a moment ago."));
        assert!(stale_after(1).ends_with("a minute ago."));
        assert!(stale_after(59).ends_with("59 minutes ago."));
        assert!(stale_after(61).ends_with("an hour ago."));
        assert!(stale_after(300).ends_with("5 hours ago."));
    }
}

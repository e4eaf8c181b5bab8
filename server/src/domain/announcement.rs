//! The line that the bar has for everybody, such as "Last orders at five."

use demitasse_shared::Timestamp;
use demitasse_shared::api::NewAnnouncement;
use demitasse_shared::shop::Announcement;

use super::limits;
use super::order::after;
use super::refusal::Refusal;

/// How long a line stands where nothing is said, in minutes.
pub const USUAL_MINUTES: u32 = 10;

/// The longest that a line may stand, in minutes.
pub const LONGEST_MINUTES: u32 = 240;

/// The line as the bar keeps it.
///
/// # Errors
/// `invalid_request` where nothing is said, or too much, or for too long.
pub fn announce(new: &NewAnnouncement, now: Timestamp) -> Result<Announcement, Refusal> {
    let minutes = new.minutes.unwrap_or(USUAL_MINUTES);
    if !(1..=LONGEST_MINUTES).contains(&minutes) {
        let detail = format!("An announcement stands for 1 to {LONGEST_MINUTES} minutes.");
        return Err(Refusal::invalid(detail));
    }
    Ok(Announcement { text: limits::line(&new.text)?, at: now, until: after(now, minutes * 60) })
}

/// Whether the line's time is over.
pub fn is_over(announcement: &Announcement, now: Timestamp) -> bool {
    now >= announcement.until
}

#[cfg(test)]
mod tests {
    use demitasse_shared::error::RefusalCode;

    use super::*;

    fn say(text: &str, minutes: Option<u32>) -> Result<Announcement, Refusal> {
        let new = NewAnnouncement { text: text.to_owned(), minutes };
        announce(&new, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_line_is_kept_clean_and_stands_for_ten_minutes() {
        let line = say("  Last orders\n at \u{202e}five. ", None).expect("fine");
        assert_eq!(line.text, "Last orders at five.");
        assert_eq!(line.until.as_second(), 600);
        let moment = |second| Timestamp::from_second(second).expect("a time");
        assert!(!is_over(&line, moment(599)));
        assert!(is_over(&line, moment(600)));
    }

    #[test]
    fn a_line_says_something_for_a_while() {
        assert!(say(&"é".repeat(120), Some(240)).is_ok());
        for (text, minutes) in [
            ("", None),
            ("\u{200b} ", None),
            (&*"x".repeat(121), None),
            ("Hi", Some(0)),
            ("Hi", Some(241)),
        ] {
            let refused = say(text, minutes).expect_err("refused");
            assert_eq!(refused.code, RefusalCode::InvalidRequest, "{text:?} {minutes:?}");
        }
    }
}

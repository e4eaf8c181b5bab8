//! The venue's zone as it travels: by its name, or by what says the same.

use demitasse_shared::Timestamp;
use jiff::fmt::temporal::{DateTimeParser, DateTimePrinter};
use jiff::tz::TimeZone;

/// A zone's name. One that has none, as on a machine whose zone is a bare file, goes by its offset
/// at this moment.
pub fn zone_name(zone: &TimeZone, at: Timestamp) -> String {
    let printer = DateTimePrinter::new();
    let named = printer.time_zone_to_string(zone);
    let offset = || printer.time_zone_to_string(&TimeZone::fixed(zone.to_offset(at)));
    named.or_else(|_nameless| offset()).unwrap_or_else(|_odd| "UTC".to_owned())
}

/// The zone that [`zone_name`] wrote; UTC where this machine does not know it.
pub fn zone_named(name: &str) -> TimeZone {
    DateTimeParser::new().parse_time_zone(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_as_it_is_written() {
        let now = "2022-10-14T12:00:00Z".parse().expect("a moment");
        let check = |zone: &TimeZone, name: &str| {
            assert_eq!(zone_name(zone, now), name);
            assert_eq!(zone_named(name).to_offset(now), zone.to_offset(now), "{name}");
        };
        check(&TimeZone::get("Europe/Lisbon").expect("a zone"), "Europe/Lisbon");
        check(&TimeZone::get("Asia/Kathmandu").expect("a zone"), "Asia/Kathmandu");
        check(&TimeZone::UTC, "UTC");
        check(&TimeZone::fixed(jiff::tz::offset(-3)), "-03:00");
        assert_eq!(zone_named("Nowhere/Land"), TimeZone::UTC);
    }
}

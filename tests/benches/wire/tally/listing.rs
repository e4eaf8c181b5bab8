//! Every packet on a line of its own, for whoever looks for one that is not needed.

use std::time::Duration;

use super::{Direction, Segment};

/// How much of what a packet carries is shown: a request's first line, an event's name.
const LETTERS: usize = 72;

/// When it passed, which way, how large it is, what its head says and how what it carries begins.
pub(super) fn line(
    at: Duration,
    direction: Direction,
    packet: &[u8],
    segment: &Segment,
    is_probe: bool,
) -> String {
    let way = match direction {
        Direction::ToBar => "up  ",
        Direction::ToPhone => "down",
    };
    let carried = usize::try_from(segment.carried).unwrap_or_default();
    let content = packet.get(packet.len() - carried..).unwrap_or_default();
    let shown = |byte: &u8| if byte.is_ascii_graphic() { char::from(*byte) } else { ' ' };
    let begins: String = content.iter().take(LETTERS).map(shown).collect();
    let probe = if is_probe { " probe" } else { "" };
    format!(
        "{:>8.3} {way} {} {:>4} bytes, {:>4} carried {}{probe} {}",
        at.as_secs_f64(),
        segment.phone(direction),
        packet.len(),
        segment.carried,
        segment.greetings(),
        begins.trim_end(),
    )
}

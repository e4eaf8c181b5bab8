//! Server-sent events, as the WHATWG HTML standard's section 9.2.6 parses them: bytes in, events
//! out. Bounded: a server that never ends a line is cut off.

use crate::live::event_name;

/// The most that one event may take, in bytes: what has run out is the longest that a change tells.
const EVENT_LIMIT: usize = 1 << 20;

/// The most that a whole board may take, in bytes. One of 100,000 orders, the most that a bar may
/// carry, is about half of it.
pub(super) const SNAPSHOT_LIMIT: usize = 1 << 27;

/// One event of the stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SseEvent {
    pub(super) name: String,
    pub(super) data: String,
}

/// The stream sent more than an event may take.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong;

/// Collects bytes until events are whole.
#[derive(Debug, Default)]
pub(super) struct SseParser {
    line: Vec<u8>,
    event: SseEvent,
    after_cr: bool,
}

impl SseParser {
    /// Takes in a piece of the stream and returns the events that it completes.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<Vec<SseEvent>, TooLong> {
        let mut events = Vec::new();
        while let Some(&first) = bytes.first() {
            if std::mem::take(&mut self.after_cr) && first == b'\n' {
                bytes = &bytes[1..];
                continue;
            }
            let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            let (text, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            self.line.extend_from_slice(text);
            if self.line.len() + self.event.name.len() + self.event.data.len() > self.limit() {
                return Err(TooLong);
            }
            bytes = rest.get(1..).unwrap_or_default();
            if let Some(&end) = rest.first() {
                self.after_cr = end == b'\r';
                events.extend(self.end_line());
            }
        }
        Ok(events)
    }

    /// How long the event may become that is on its way: its name comes before its data.
    fn limit(&self) -> usize {
        if self.event.name == event_name::SNAPSHOT { SNAPSHOT_LIMIT } else { EVENT_LIMIT }
    }

    /// Handles a whole line; an empty one ends the event.
    fn end_line(&mut self) -> Option<SseEvent> {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            let event = std::mem::take(&mut self.event);
            return (!event.data.is_empty()).then_some(event);
        }
        let mut line = text(line);
        // A whole board is long: it becomes the event's data as it is, without a copy.
        if self.event.data.is_empty() && line.starts_with(DATA) {
            line.drain(..DATA.len());
            self.event.data = line;
            return None;
        }
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event.name),
            "data" => {
                if !self.event.data.is_empty() {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
            }
            _ => {}
        }
        None
    }
}

/// A field as the bar writes it.
const DATA: &str = "data: ";

/// Bytes as text, with a sign where they are none.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, data: &str) -> SseEvent {
        SseEvent { name: name.to_owned(), data: data.to_owned() }
    }

    #[test]
    fn events_come_whole_however_the_bytes_are_cut() {
        let stream =
            b"retry: 5\n: hello\n\nevent: beat\nid: 7\ndata: {\"a\":\ndata: 1}\r\n\r\ndata: x\n\n";
        let expected = vec![event("beat", "{\"a\":\n1}"), event("", "x")];
        for cut in 0..stream.len() {
            let mut parser = SseParser::default();
            let mut events = parser.push(&stream[..cut]).expect("short");
            events.extend(parser.push(&stream[cut..]).expect("short"));
            assert_eq!(events, expected, "cut at {cut}");
        }
    }

    #[test]
    fn an_endless_line_is_cut_off() {
        let mut parser = SseParser::default();
        let piece = vec![b'x'; EVENT_LIMIT / 2 + 1];
        assert_eq!(parser.push(&piece), Ok(vec![]));
        assert_eq!(parser.push(&piece), Err(TooLong));
    }

    #[test]
    fn a_whole_board_may_be_longer_than_a_change() {
        let long = |name: &str| {
            let mut parser = SseParser::default();
            let event = format!("event: {name}\ndata: {}\n\n", "x".repeat(2 * EVENT_LIMIT));
            parser.push(event.as_bytes()).map(|events| events.len())
        };
        assert_eq!(long(event_name::SNAPSHOT), Ok(1));
        assert_eq!(long(event_name::DELTA), Err(TooLong));
    }

    #[test]
    fn a_name_without_an_end_is_cut_off() {
        let mut parser = SseParser::default();
        let piece = format!("event: {}\n", "x".repeat(EVENT_LIMIT / 2 + 1));
        assert_eq!(parser.push(piece.as_bytes()), Ok(vec![]));
        assert_eq!(parser.push(piece.as_bytes()), Err(TooLong));
    }
}

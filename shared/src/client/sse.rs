//! Server-sent events, as the WHATWG HTML standard's section 9.2.6 parses them: bytes in, events
//! out. Bounded: a server that never ends a line is cut off.

/// The most that one event may take, in bytes. A snapshot of 1,000 orders is about half of it.
const EVENT_LIMIT: usize = 1 << 20;

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
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<Vec<SseEvent>, TooLong> {
        let mut events = Vec::new();
        for &byte in bytes {
            let after_cr = std::mem::take(&mut self.after_cr);
            match byte {
                b'\n' if after_cr => {}
                b'\r' | b'\n' => {
                    self.after_cr = byte == b'\r';
                    events.extend(self.end_line());
                }
                _ => self.line.push(byte),
            }
            if self.line.len() + self.event.data.len() > EVENT_LIMIT {
                return Err(TooLong);
            }
        }
        Ok(events)
    }

    /// Handles a whole line; an empty one ends the event.
    fn end_line(&mut self) -> Option<SseEvent> {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned();
        if line.is_empty() {
            let event = std::mem::take(&mut self.event);
            return (!event.data.is_empty()).then_some(event);
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
}

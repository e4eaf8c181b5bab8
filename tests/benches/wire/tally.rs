//! What has crossed the line.

use std::collections::HashMap;
use std::fmt;
use std::ops::AddAssign;
use std::time::Instant;

use crate::clock::now;

mod listing;

/// Which way a packet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    ToBar,
    ToPhone,
}

/// Packets and their bytes, both ways, with the heads of IP and TCP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) up: u64,
    pub(crate) down: u64,
    pub(crate) bytes: u64,
    /// Packets that carried nothing but an acknowledgement, a greeting or a goodbye.
    pub(crate) bare: u64,
    /// Connections that the phone has asked for.
    pub(crate) connections: u64,
    /// Of none of these: probes of an idle line, and their answers.
    pub(crate) probes: u64,
}

impl Tally {
    pub(crate) fn packets(&self) -> u64 {
        self.up + self.down
    }
}

/// Sorts packets. It knows each connection by the phone's port.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    pub(crate) tally: Tally,
    connections: HashMap<u16, Connection>,
    /// Where every packet is listed: since when their times count.
    lists_since: Option<Instant>,
}

#[derive(Debug, Default)]
struct Connection {
    /// Where the phone's next byte will stand.
    next: u32,
    /// Whether the phone has just asked if anybody is there.
    is_probed: bool,
}

impl Counter {
    /// Nothing is counted yet. It may list every packet.
    pub(crate) fn new(lists: bool) -> Self {
        Self { lists_since: lists.then(now), ..Self::default() }
    }

    /// Counts a packet, where it is one of the phone's: systems also look for neighbours by IPv6.
    ///
    /// Probes count apart. A desktop's Chromium sends one whenever a line was idle for 45 s; on
    /// phones it sends none, because that wakes the radio (`net/socket/tcp_socket_posix.cc`).
    #[expect(clippy::print_stdout, reason = "a list for people, where it is asked for")]
    pub(crate) fn count(&mut self, direction: Direction, packet: &[u8]) {
        if packet.first().is_none_or(|first| first >> 4 != 4) {
            return;
        }
        let segment = Segment::of(packet);
        let is_probe = segment.as_ref().is_some_and(|segment| self.is_probe(direction, segment));
        if let (Some(since), Some(segment)) = (self.lists_since, &segment) {
            let at = now().saturating_duration_since(since);
            println!("{}", listing::line(at, direction, packet, segment, is_probe));
        }
        if is_probe {
            self.tally.probes += 1;
            return;
        }
        match direction {
            Direction::ToBar => self.tally.up += 1,
            Direction::ToPhone => self.tally.down += 1,
        }
        self.tally.bytes += u64::try_from(packet.len()).unwrap_or(u64::MAX);
        let Some(segment) = segment else { return };
        self.tally.bare += u64::from(segment.carried == 0);
        let asks = direction == Direction::ToBar && segment.flags & Segment::SYN != 0;
        self.tally.connections += u64::from(asks);
    }

    /// A probe carries nothing and stands one byte before what was said last (RFC 9293, section
    /// 3.8.4); the next bare acknowledgement is its answer.
    fn is_probe(&mut self, direction: Direction, segment: &Segment) -> bool {
        let connection = self.connections.entry(segment.phone(direction)).or_default();
        let is_bare = segment.carried == 0 && segment.flags == Segment::ACK;
        match direction {
            Direction::ToPhone => is_bare && std::mem::take(&mut connection.is_probed),
            Direction::ToBar => {
                let is_probe = is_bare && segment.place.wrapping_add(1) == connection.next;
                if !is_probe {
                    connection.next = segment.end();
                }
                connection.is_probed = is_probe;
                is_probe
            }
        }
    }
}

/// What the head of a TCP segment says (RFC 9293, section 3.1).
#[derive(Debug)]
struct Segment {
    ports: [u16; 2],
    place: u32,
    flags: u8,
    carried: u32,
}

impl Segment {
    const FIN: u8 = 0b1;
    const SYN: u8 = 0b10;
    const RST: u8 = 0b100;
    const ACK: u8 = 0b1_0000;
    /// What IPv4 calls TCP (RFC 791, and IANA's protocol numbers).
    const TCP: u8 = 6;

    fn of(packet: &[u8]) -> Option<Self> {
        let start = usize::from(packet.first()? & 0b1111) * 4;
        if packet.get(9) != Some(&Self::TCP) {
            return None;
        }
        let head = packet.get(start..start + 20)?;
        let short = |at: usize| u16::from_be_bytes([head[at], head[at + 1]]);
        let carried = packet.len().saturating_sub(start + usize::from(head[12] >> 4) * 4);
        Some(Self {
            ports: [short(0), short(2)],
            place: u32::from(short(4)) << 16 | u32::from(short(6)),
            flags: head[13],
            carried: u32::try_from(carried).unwrap_or(u32::MAX),
        })
    }

    fn phone(&self, direction: Direction) -> u16 {
        match direction {
            Direction::ToBar => self.ports[0],
            Direction::ToPhone => self.ports[1],
        }
    }

    /// What of greetings and goodbyes it is.
    fn greetings(&self) -> &'static str {
        match self.flags {
            flags if flags & Self::SYN != 0 => "SYN",
            flags if flags & Self::FIN != 0 => "FIN",
            flags if flags & Self::RST != 0 => "RST",
            _ => "",
        }
    }

    /// Greeting and goodbye take a place, too.
    fn end(&self) -> u32 {
        let greets = u32::from(self.flags & (Self::SYN | Self::FIN) != 0);
        self.place.wrapping_add(self.carried).wrapping_add(greets)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.up += other.up;
        self.down += other.down;
        self.bytes += other.bytes;
        self.bare += other.bare;
        self.connections += other.connections;
        self.probes += other.probes;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (packets, Self { up, down, bytes, bare, connections, probes }) = (self.packets(), self);
        write!(
            f,
            "{packets:>3} packets ({up:>2} from the phone, {down:>2} to it; {bare:>2} of them bare), \
             {bytes:>6} bytes, {connections} connections; {probes} of probes"
        )
    }
}

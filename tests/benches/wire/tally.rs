//! What has crossed the line.

use std::fmt;
use std::ops::AddAssign;

/// The byte of an IPv4 packet that says what it carries, and what it says for TCP (RFC 791).
const PROTOCOL: (usize, u8) = (9, 6);

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
    /// Connections that the phone has asked for.
    pub(crate) connections: u64,
    /// Packets that carried nothing but an acknowledgement, a greeting or a goodbye.
    pub(crate) bare: u64,
}

impl Tally {
    /// Counts a packet, where it is one of the phone's: systems also look for neighbours by IPv6.
    pub(crate) fn count(&mut self, direction: Direction, packet: &[u8]) {
        if packet.first().is_none_or(|first| first >> 4 != 4) {
            return;
        }
        match direction {
            Direction::ToBar => self.up += 1,
            Direction::ToPhone => self.down += 1,
        }
        self.bytes += u64::try_from(packet.len()).unwrap_or(u64::MAX);
        let Some((flags, carried)) = tcp(packet) else { return };
        self.connections += u64::from(flags & 0b1_0010 == 0b0_0010);
        self.bare += u64::from(carried == 0);
    }

    pub(crate) fn packets(&self) -> u64 {
        self.up + self.down
    }
}

/// The flags of a TCP segment (RFC 9293, section 3.1), and how much it carries.
fn tcp(packet: &[u8]) -> Option<(u8, usize)> {
    let start = usize::from(packet.first()? & 0b1111) * 4;
    let head = usize::from(packet.get(start + 12)? >> 4) * 4;
    let is_tcp = packet.get(PROTOCOL.0) == Some(&PROTOCOL.1);
    is_tcp.then_some((*packet.get(start + 13)?, packet.len() - start - head))
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.up += other.up;
        self.down += other.down;
        self.bytes += other.bytes;
        self.connections += other.connections;
        self.bare += other.bare;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (packets, Self { up, down, bytes, connections, bare }) = (self.packets(), self);
        write!(
            f,
            "{packets:>3} packets ({up:>2} from the phone, {down:>2} to it, {bare:>2} of them bare), \
             {bytes:>6} bytes, {connections} connections"
        )
    }
}

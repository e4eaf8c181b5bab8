//! The line between the bar and the phone: two network devices, and this program between them. It
//! loses nothing, keeps the order, and counts.
//!
//! What a system hands over in one piece is counted as the packets that travel, and handed up in one
//! piece again: Wi-Fi sends what waits together in one burst, and a phone's driver hands that up as
//! one (generic receive offload), which is acknowledged as one.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tun_rs::{AsyncDevice, DeviceBuilder, GROTable, IDEAL_BATCH_SIZE, VIRTIO_NET_HDR_LEN};

use crate::clock::{now, pass};
use crate::namespaces::ip;
use crate::tally::{Counter, Direction, Tally};

/// The bar's end. The network exists only inside the two namespaces.
pub(crate) const BAR: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 1);
const PHONE: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 2);

/// How long a packet is under way: a hall's Wi-Fi in a good minute. Long enough that answers and
/// acknowledgements pass each other as they do there.
const DELAY: Duration = Duration::from_millis(10);

/// Bursts under way in one direction: many more than one phone ever has.
const FULL: usize = 1_024;

/// The largest packet, as on any Wi-Fi.
const MTU: usize = 1_500;

/// A line that carries packets for as long as it lives.
#[derive(Debug)]
pub(crate) struct Line {
    counter: Arc<Mutex<Counter>>,
    _directions: JoinSet<io::Result<()>>,
}

impl Line {
    /// Lays it from this namespace to the phone's. It may list every packet.
    pub(crate) fn to(phone: &str, lists: bool) -> io::Result<Self> {
        let bar = Arc::new(DeviceBuilder::new().name("bar0").offload(true).build_async()?);
        let hand = Arc::new(DeviceBuilder::new().name("hand0").offload(true).build_async()?);
        ip(&["addr", "add", &BAR.to_string(), "peer", &PHONE.to_string(), "dev", "bar0"])?;
        ip(&["link", "set", "bar0", "up"])?;
        ip(&["link", "set", "hand0", "netns", phone])?;
        let there = ["addr", "add", &PHONE.to_string(), "peer", &BAR.to_string(), "dev", "hand0"];
        ip(&[&["-n", phone], &there[..]].concat())?;
        ip(&["-n", phone, "link", "set", "hand0", "up"])?;
        let counter = Arc::new(Mutex::new(Counter::new(lists)));
        let mut directions = JoinSet::new();
        for (from, to, direction) in
            [(&bar, &hand, Direction::ToPhone), (&hand, &bar, Direction::ToBar)]
        {
            let (sender, packets) = mpsc::channel(FULL);
            directions.spawn(count(Arc::clone(from), direction, Arc::clone(&counter), sender));
            directions.spawn(hand_on(packets, Arc::clone(to)));
        }
        Ok(Self { counter, _directions: directions })
    }

    /// What has crossed it since this was last asked.
    pub(crate) fn crossed(&self) -> Tally {
        std::mem::take(&mut self.counter.lock().unwrap_or_else(PoisonError::into_inner).tally)
    }
}

/// What was under way together, and when it is due: packets with room for the device's own head.
type Burst = (Instant, Vec<Vec<u8>>);

async fn count(
    from: Arc<AsyncDevice>,
    direction: Direction,
    counter: Arc<Mutex<Counter>>,
    sender: mpsc::Sender<Burst>,
) -> io::Result<()> {
    let mut whole = vec![0; VIRTIO_NET_HDR_LEN + usize::from(u16::MAX)];
    let mut packets = vec![vec![0; VIRTIO_NET_HDR_LEN + MTU]; IDEAL_BATCH_SIZE];
    let mut lengths = [0; IDEAL_BATCH_SIZE];
    loop {
        let count =
            from.recv_multiple(&mut whole, &mut packets, &mut lengths, VIRTIO_NET_HDR_LEN).await?;
        let mut burst = Vec::with_capacity(count);
        for (packet, length) in packets.iter().zip(lengths).take(count) {
            let packet = &packet[..VIRTIO_NET_HDR_LEN + length];
            let mut counter = counter.lock().unwrap_or_else(PoisonError::into_inner);
            counter.count(direction, &packet[VIRTIO_NET_HDR_LEN..]);
            let mut copy = Vec::with_capacity(VIRTIO_NET_HDR_LEN + usize::from(u16::MAX));
            copy.extend_from_slice(packet);
            burst.push(copy);
        }
        sender.send((now() + DELAY, burst)).await.map_err(io::Error::other)?;
    }
}

async fn hand_on(mut bursts: mpsc::Receiver<Burst>, to: Arc<AsyncDevice>) -> io::Result<()> {
    let mut table = GROTable::default();
    while let Some((due, mut burst)) = bursts.recv().await {
        pass(due.saturating_duration_since(now())).await;
        to.send_multiple(&mut table, &mut burst, VIRTIO_NET_HDR_LEN).await?;
    }
    Ok(())
}

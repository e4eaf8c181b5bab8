//! The line between the bar and the phone: two network devices, and this program between them. It
//! loses nothing, keeps the order, and counts.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tun_rs::{AsyncDevice, DeviceBuilder};

use crate::clock::{now, pass};
use crate::namespaces::ip;
use crate::tally::{Direction, Tally};

/// The bar's end. The network exists only inside the two namespaces.
pub(crate) const BAR: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 1);
const PHONE: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 2);

/// How long a packet is under way: a hall's Wi-Fi in a good minute. Long enough that answers and
/// acknowledgements pass each other as they do there.
const DELAY: Duration = Duration::from_millis(10);

/// Packets under way in one direction: many more than one phone ever has.
const FULL: usize = 1_024;

/// The largest packet, as on any Wi-Fi.
const MTU: usize = 1_500;

/// A line that carries packets for as long as it lives.
#[derive(Debug)]
pub(crate) struct Line {
    tally: Arc<Mutex<Tally>>,
    _directions: JoinSet<io::Result<()>>,
}

impl Line {
    /// Lays it from this namespace to the phone's.
    pub(crate) fn to(phone: &str) -> io::Result<Self> {
        let bar = Arc::new(DeviceBuilder::new().name("bar0").build_async()?);
        let hand = Arc::new(DeviceBuilder::new().name("hand0").build_async()?);
        ip(&["addr", "add", &BAR.to_string(), "peer", &PHONE.to_string(), "dev", "bar0"])?;
        ip(&["link", "set", "bar0", "up"])?;
        ip(&["link", "set", "hand0", "netns", phone])?;
        let there = ["addr", "add", &PHONE.to_string(), "peer", &BAR.to_string(), "dev", "hand0"];
        ip(&[&["-n", phone], &there[..]].concat())?;
        ip(&["-n", phone, "link", "set", "hand0", "up"])?;
        let tally = Arc::new(Mutex::new(Tally::default()));
        let mut directions = JoinSet::new();
        for (from, to, direction) in
            [(&bar, &hand, Direction::ToPhone), (&hand, &bar, Direction::ToBar)]
        {
            let (sender, packets) = mpsc::channel(FULL);
            directions.spawn(count(Arc::clone(from), direction, Arc::clone(&tally), sender));
            directions.spawn(hand_on(packets, Arc::clone(to)));
        }
        Ok(Self { tally, _directions: directions })
    }

    /// What has crossed it since this was last asked.
    pub(crate) fn crossed(&self) -> Tally {
        std::mem::take(&mut *self.tally.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

type Packet = (std::time::Instant, Vec<u8>);

async fn count(
    from: Arc<AsyncDevice>,
    direction: Direction,
    tally: Arc<Mutex<Tally>>,
    sender: mpsc::Sender<Packet>,
) -> io::Result<()> {
    let mut packet = [0; MTU];
    loop {
        let length = from.recv(&mut packet).await?;
        tally.lock().unwrap_or_else(PoisonError::into_inner).count(direction, &packet[..length]);
        let due = now() + DELAY;
        sender.send((due, packet[..length].to_vec())).await.map_err(io::Error::other)?;
    }
}

async fn hand_on(mut packets: mpsc::Receiver<Packet>, to: Arc<AsyncDevice>) -> io::Result<()> {
    while let Some((due, packet)) = packets.recv().await {
        pass(due.saturating_duration_since(now())).await;
        to.send(&packet).await?;
    }
    Ok(())
}

//! The line between the bar and the phones: two network devices, and this program between them.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tun_rs::{AsyncDevice, DeviceBuilder};

use crate::clock::pass;
use crate::namespaces::ip;

/// The bar's end. The network exists only inside the two namespaces.
pub(crate) const BAR: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 1);
const PHONES: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 2);

/// What happens to each packet, in each direction.
pub(crate) const LOST_PERCENT: u64 = 5;
pub(crate) const DELAY_MS: u64 = 300;
pub(crate) const JITTER_MS: u64 = 200;

/// Packets under way in one direction. What comes while the line is full is lost, too.
const FULL: usize = 4_096;

/// The largest packet, as on any Wi-Fi.
const MTU: usize = 1_500;

/// A line that carries packets for as long as it lives.
#[derive(Debug)]
pub(crate) struct Line {
    fate: Arc<Fate>,
    _directions: JoinSet<io::Result<()>>,
}

/// What became of the packets.
#[derive(Debug, Default)]
struct Fate {
    cut: AtomicBool,
    carried: AtomicU64,
    lost: AtomicU64,
}

impl Line {
    /// Lays it from this namespace to the phones'.
    pub(crate) fn to(phones: &str) -> io::Result<Self> {
        let bar = Arc::new(DeviceBuilder::new().name("bar0").build_async()?);
        let hall = Arc::new(DeviceBuilder::new().name("hall0").build_async()?);
        ip(&["addr", "add", &BAR.to_string(), "peer", &PHONES.to_string(), "dev", "bar0"])?;
        ip(&["link", "set", "bar0", "up"])?;
        ip(&["link", "set", "hall0", "netns", phones])?;
        let there = ["addr", "add", &PHONES.to_string(), "peer", &BAR.to_string(), "dev", "hall0"];
        ip(&[&["-n", phones], &there[..]].concat())?;
        ip(&["-n", phones, "link", "set", "hall0", "up"])?;
        let fate = Arc::new(Fate::default());
        let mut directions = JoinSet::new();
        directions.spawn(carry(Arc::clone(&bar), Arc::clone(&hall), Arc::clone(&fate)));
        directions.spawn(carry(hall, bar, Arc::clone(&fate)));
        Ok(Self { fate, _directions: directions })
    }

    /// Cuts it for a while: everything is lost.
    pub(crate) async fn cut(&self, span: Duration) {
        self.fate.cut.store(true, Ordering::Relaxed);
        pass(span).await;
        self.fate.cut.store(false, Ordering::Relaxed);
    }

    /// Packets carried and lost so far.
    pub(crate) fn packets(&self) -> (u64, u64) {
        (self.fate.carried.load(Ordering::Relaxed), self.fate.lost.load(Ordering::Relaxed))
    }
}

/// Carries one direction. Each packet has a delay of its own, so some overtake others.
async fn carry(from: Arc<AsyncDevice>, to: Arc<AsyncDevice>, fate: Arc<Fate>) -> io::Result<()> {
    let room = Arc::new(Semaphore::new(FULL));
    let mut packet = [0; MTU];
    loop {
        let length = from.recv(&mut packet).await?;
        let place = Arc::clone(&room).try_acquire_owned().ok();
        let Some(place) = place.filter(|_| !fate.cut.load(Ordering::Relaxed) && !is_lost()) else {
            fate.lost.fetch_add(1, Ordering::Relaxed);
            continue;
        };
        let (packet, to, fate) = (packet[..length].to_vec(), Arc::clone(&to), Arc::clone(&fate));
        tokio::spawn(async move {
            pass(delay()).await;
            // A device that is full loses packets, as devices do.
            let counter = if to.send(&packet).await.is_ok() { &fate.carried } else { &fate.lost };
            counter.fetch_add(1, Ordering::Relaxed);
            drop(place);
        });
    }
}

fn is_lost() -> bool {
    random(100) < LOST_PERCENT
}

fn delay() -> Duration {
    Duration::from_millis(DELAY_MS - JITTER_MS + random(2 * JITTER_MS + 1))
}

fn random(below: u64) -> u64 {
    getrandom::u64().expect("the system has random numbers") % below
}

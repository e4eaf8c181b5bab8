//! A line to the bar, on which hell breaks loose when the test says so.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_shared::client::Client;
use demitasse_tests::Chance;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, copy_bidirectional, sink};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::interval;

use super::forms::{Act, Form, Scope, Visit};
use super::words::beat;

/// The longest head of a request, in bytes. The screens' own have some hundred.
const HEAD_BYTES: usize = 64 * 1024;

/// Between two signs of life, where hell gives any: within the patience of every screen.
const BEAT: Duration = Duration::from_secs(2);

/// What becomes of whoever comes along.
#[derive(Clone, Copy, Debug)]
enum Weather {
    /// They get through.
    Fair,
    /// They are let go at once.
    Cut,
    /// They meet this form, in a way that this seed decides.
    Hell(&'static Form, u64),
}

/// A line to a bar.
#[derive(Debug)]
pub(super) struct Hell {
    address: SocketAddr,
    weather: watch::Sender<Weather>,
    visits: watch::Receiver<u32>,
    astray: watch::Receiver<u32>,
}

/// What every visit needs.
#[derive(Debug)]
struct Place {
    own: SocketAddr,
    elsewhere: SocketAddr,
    bar: SocketAddr,
    manager: Client,
    visits: watch::Sender<u32>,
}

impl Hell {
    /// A line to the bar that this manager's client speaks to.
    pub(super) async fn before(manager: &Client) -> Self {
        let bar = manager.base().trim_start_matches("http://").parse().expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let elsewhere = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has one");
        let (weather, seen) = watch::channel(Weather::Fair);
        let (count, visits) = watch::channel(0);
        let (lost, astray) = watch::channel(0);
        let place = Place {
            own: address,
            elsewhere: elsewhere.local_addr().expect("it has one"),
            bar,
            manager: manager.clone(),
            visits: count,
        };
        tokio::spawn(accept(listener, Arc::new(place), seen));
        tokio::spawn(async move {
            while elsewhere.accept().await.is_ok() {
                lost.send_modify(|lost| *lost += 1);
            }
        });
        Self { address, weather, visits, astray }
    }

    /// Where the screens find the bar.
    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends what is connected, and whoever tries to connect.
    pub(super) fn cut(&self) {
        self.weather.send_replace(Weather::Cut);
    }

    /// Lets a form of hell loose.
    pub(super) fn breaks_loose(&self, form: &'static Form, seed: u64) {
        self.weather.send_replace(Weather::Hell(form, seed));
    }

    /// Lets one loose, and returns once it was met as often as it wants to be.
    pub(super) async fn meets(&mut self, form: &'static Form, seed: u64) {
        let before = self.visits();
        self.breaks_loose(form, seed);
        let met = self.visits.wait_for(|visits| *visits >= before + form.visits);
        drop(met.await.expect("the line is there"));
    }

    /// Lets everybody through again.
    pub(super) fn mend(&self) {
        self.weather.send_replace(Weather::Fair);
    }

    /// How many let themselves be led elsewhere.
    pub(super) fn astray(&self) -> u32 {
        *self.astray.borrow()
    }

    /// How often hell was met.
    pub(super) fn visits(&self) -> u32 {
        *self.visits.borrow()
    }
}

async fn accept(listener: TcpListener, place: Arc<Place>, weather: watch::Receiver<Weather>) {
    while let Ok((screen, _)) = listener.accept().await {
        tokio::spawn(carry(screen, place.clone(), weather.clone()));
    }
}

/// Carries one connection for as long as the weather stays as it is.
async fn carry(mut screen: TcpStream, place: Arc<Place>, mut weather: watch::Receiver<Weather>) {
    let now = *weather.borrow_and_update();
    let travel = async {
        match now {
            Weather::Fair => {
                let mut bar = TcpStream::connect(place.bar).await.ok()?;
                copy_bidirectional(&mut screen, &mut bar).await.ok().map(drop)?;
            }
            Weather::Cut => {}
            Weather::Hell(form, seed) => meet(&mut screen, &place, form, seed).await?,
        }
        screen.shutdown().await.ok()
    };
    tokio::select! {
        _ended = travel => {}
        _changed = weather.changed() => {}
    }
}

/// One request, and what becomes of it.
async fn meet(screen: &mut TcpStream, place: &Place, form: &Form, seed: u64) -> Option<()> {
    screen.set_nodelay(true).ok()?;
    let request = head(screen).await?;
    let is_live = request.starts_with(format!("GET {} ", route::LIVE).as_bytes());
    let is_meant = match form.scope {
        Scope::Feed => is_live,
        Scope::Rest => !is_live,
    };
    if !is_meant {
        let mut bar = TcpStream::connect(place.bar).await.ok()?;
        bar.write_all(&request).await.ok()?;
        return copy_bidirectional(screen, &mut bar).await.ok().map(drop);
    }
    let nth = *place.visits.borrow();
    let board = place.manager.board().await.ok()?;
    let chance = Chance::new(seed.wrapping_add(nth.into()));
    let (own, elsewhere) = (place.own, place.elsewhere);
    let mut visit = Visit { nth, chance, board, own, elsewhere };
    for act in (form.acts)(&mut visit) {
        // Who has heard enough hangs up.
        if perform(act, screen, place.bar, &request).await.is_none() {
            break;
        }
    }
    place.visits.send_modify(|visits| *visits += 1);
    Some(())
}

/// A whole request's head, and what came with it; the bar is told that it is the only one on its
/// line.
async fn head(screen: &mut TcpStream) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = screen.read_buf(&mut head).await.ok()?;
        if read == 0 || head.len() > HEAD_BYTES {
            return None;
        }
    }
    let line = head.windows(2).position(|end| end == b"\r\n")? + 2;
    head.splice(line..line, *b"connection: close\r\n");
    Some(head)
}

async fn perform(act: Act, screen: &mut TcpStream, bar: SocketAddr, request: &[u8]) -> Option<()> {
    match act {
        Act::Say(bytes) => screen.write_all(&bytes).await.ok(),
        Act::Drip(bytes) => {
            for byte in bytes {
                screen.write_all(&[byte]).await.ok()?;
            }
            Some(())
        }
        Act::Again(bytes, times) => {
            for _ in 0..times {
                screen.write_all(&bytes).await.ok()?;
            }
            Some(())
        }
        Act::Pass(bytes) => {
            let mut bar = TcpStream::connect(bar).await.ok()?;
            bar.write_all(request).await.ok()?;
            copy(&mut bar.take(bytes), screen).await.ok().map(drop)
        }
        Act::Beats(at) => {
            let ((mut hears, mut says), mut nowhere) = (screen.split(), sink());
            let beats = async {
                let mut beats = interval(BEAT);
                while says.write_all(beat(&at).as_bytes()).await.is_ok() {
                    beats.tick().await;
                }
            };
            tokio::select! {
                () = beats => {}
                _hung_up = copy(&mut hears, &mut nowhere) => {}
            }
            None
        }
        Act::Silence => copy(screen, &mut sink()).await.ok().map(drop),
    }
}

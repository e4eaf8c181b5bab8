//! A line between a phone and the bar that the test can break, in each of the ways in which a
//! venue's Wi-Fi does.

use std::net::SocketAddr;

use demitasse_shared::client::Client;
use tokio::io::{AsyncWriteExt, copy, copy_bidirectional, sink};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What becomes of what travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weather {
    /// It arrives.
    Fair,
    /// Connections end, and new ones end at once.
    Cut,
    /// Nothing arrives, and nobody is told.
    Silent,
    /// Questions arrive, answers do not.
    Unheard,
}

/// A line that carries everything until the test breaks it.
#[derive(Debug)]
pub struct Line {
    address: SocketAddr,
    weather: watch::Sender<Weather>,
}

impl Line {
    /// A line to the server that this client speaks to.
    pub async fn to(bar: &Client) -> Self {
        let bar = bar.base().trim_start_matches("http://").trim_end_matches('/');
        let bar = bar.parse().expect("a test's server has an address for a name");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has one");
        let (weather, seen) = watch::channel(Weather::Fair);
        tokio::spawn(accept(listener, bar, seen));
        Self { address, weather }
    }

    /// The same page at this end of the line.
    pub fn url(&self, url: &str) -> String {
        let path = url.split('/').skip(3).collect::<Vec<_>>().join("/");
        format!("http://{}/{path}", self.address)
    }

    /// Ends what is connected, and whoever tries to connect.
    pub fn cut(&self) {
        self.weather.send_replace(Weather::Cut);
    }

    /// Lets nothing through, as a phone out of reach: neither side notices.
    pub fn fall_silent(&self) {
        self.weather.send_replace(Weather::Silent);
    }

    /// Lets questions through, and loses the answers.
    pub fn lose_answers(&self) {
        self.weather.send_replace(Weather::Unheard);
    }

    /// Carries everything again. What was connected in worse weather stays lost.
    pub fn mend(&self) {
        self.weather.send_replace(Weather::Fair);
    }
}

async fn accept(listener: TcpListener, bar: SocketAddr, weather: watch::Receiver<Weather>) {
    while let Ok((phone, _)) = listener.accept().await {
        tokio::spawn(carry(phone, bar, weather.clone()));
    }
}

/// Carries one connection for as long as the weather stays as it is. Each change ends it; silence
/// does so only when it is over.
async fn carry(mut phone: TcpStream, bar: SocketAddr, mut weather: watch::Receiver<Weather>) {
    let now = *weather.borrow_and_update();
    let travel = async {
        let mut bar = TcpStream::connect(bar).await.ok()?;
        match now {
            Weather::Fair => drop(copy_bidirectional(&mut phone, &mut bar).await.ok()?),
            Weather::Cut => {}
            Weather::Silent => std::future::pending::<()>().await,
            Weather::Unheard => lose(&mut phone, &mut bar).await?,
        }
        phone.shutdown().await.ok()
    };
    tokio::select! {
        _ended = travel => {}
        _spoken = weather.changed() => {}
    }
    // Nobody changes the weather once the test is over.
    drop(weather.wait_for(|now| *now != Weather::Silent).await);
}

/// Both ends stay open; what the bar says goes nowhere.
async fn lose(phone: &mut TcpStream, bar: &mut TcpStream) -> Option<()> {
    let ((mut from_phone, _to_phone), (mut from_bar, mut to_bar)) = (phone.split(), bar.split());
    let mut nowhere = sink();
    let (asked, _lost) =
        tokio::join!(copy(&mut from_phone, &mut to_bar), copy(&mut from_bar, &mut nowhere));
    asked.ok().map(drop)
}

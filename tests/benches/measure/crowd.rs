//! A hall full of phones that listen to the live feed: this program once more, in a process of its
//! own, so that what the phones take of files, memory and processor is not the server's.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_shared::order::OrderState;
use reqwest::{Certificate, Client};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;

use crate::clock::pass;
use crate::load::request;
use crate::stamp::micros;

/// The word by which this program becomes a crowd.
const WORD: &str = "--crowd";

/// Phones that come in at once, the first time. Later they come when the server has told them to.
const AT_ONCE: usize = 128;

/// The word before the file that says how the phones' orders stand.
const TRUTH: &str = "=";

/// Between two looks at how far the crowd is.
const LOOK: Duration = Duration::from_millis(20);

/// How often it is looked at most: five minutes.
const LOOKS: usize = 15_000;

/// A guest's phone: the session's cookie, and the order that waits.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Guest {
    pub(crate) cookie: String,
    pub(crate) order: i64,
}

/// How a crowd is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Report {
    /// Phones that stand there and have heard how things are.
    pub(crate) standing: usize,
    /// When the last of them came in, in microseconds of the machine's clock.
    pub(crate) stood_at: u64,
    /// Events with the needle in them.
    pub(crate) heard: usize,
    /// When the last of them was heard.
    pub(crate) heard_at: u64,
    /// Snapshots without the own order, and events that came twice.
    pub(crate) faults: usize,
    /// Phones that show another state than their order has, where that was asked.
    pub(crate) wrong: usize,
}

/// A crowd that stands; it ends with its owner.
#[derive(Debug)]
pub(crate) struct Crowd {
    folder: PathBuf,
    input: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
}

impl Crowd {
    /// Sends these guests' phones to a server.
    pub(crate) fn of(guests: &[Guest], folder: &Path, address: SocketAddr) -> Self {
        Self::start(guests, folder, address, None)
    }

    /// The same over TLS, trusting this authority.
    pub(crate) fn over_tls(
        guests: &[Guest],
        folder: &Path,
        address: SocketAddr,
        authority: &Path,
    ) -> Self {
        Self::start(guests, folder, address, Some(authority))
    }

    fn start(
        guests: &[Guest],
        folder: &Path,
        address: SocketAddr,
        authority: Option<&Path>,
    ) -> Self {
        let path = folder.join("guests.json");
        let text = serde_json::to_string(guests).expect("plain data");
        fs::write(&path, text).expect("a folder of its own");
        let mut command = Command::new(env::current_exe().expect("this program"));
        command.arg(WORD).arg(&path).arg(address.to_string()).args(authority).kill_on_drop(true);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
        let input = child.stdin.take().expect("it is piped");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        Self { folder: folder.to_owned(), input, lines, _child: child }
    }

    /// Begins to count events that hold these words; with no words, only looks.
    pub(crate) async fn look(&mut self, needle: &str) -> Report {
        self.input.write_all(format!("{needle}\n").as_bytes()).await.expect("it reads");
        let line = self.lines.next_line().await.expect("it answers").expect("it runs");
        serde_json::from_str(&line).expect("a report")
    }

    /// Looks which phones show their order in another state than it has.
    pub(crate) async fn compare(&mut self, truth: &HashMap<i64, OrderState>) -> Report {
        let path = self.folder.join("truth.json");
        fs::write(&path, serde_json::to_vec(truth).expect("plain data")).expect("its own folder");
        self.look(&format!("{TRUTH}{}", path.display())).await
    }

    /// Waits until the crowd is as it should be.
    pub(crate) async fn until(&mut self, what: &str, is: impl Fn(&Report) -> bool) -> Report {
        for _ in 0..LOOKS {
            let report = self.look("").await;
            if is(&report) {
                return report;
            }
            pass(LOOK).await;
        }
        let report = self.look("").await;
        panic!("{what} has not come: {report:?}");
    }
}

/// What this program was started for, as a crowd.
#[derive(Debug)]
pub(crate) struct Asked {
    guests: Vec<Guest>,
    address: SocketAddr,
    /// Whom to trust, where the phones come over TLS.
    authority: Option<PathBuf>,
}

/// Whether this program is to be a crowd.
pub(crate) fn is_asked() -> Option<Asked> {
    let mut args = env::args().skip(1);
    args.next().filter(|word| word == WORD)?;
    let guests = fs::read_to_string(args.next()?).expect("whoever asks has written it");
    let guests = serde_json::from_str(&guests).expect("guests");
    let address = args.next()?.parse().expect("an address");
    Some(Asked { guests, address, authority: args.next().map(PathBuf::from) })
}

/// What all phones of a crowd share.
#[derive(Debug)]
struct Ears {
    address: SocketAddr,
    /// Speaks TLS, where the phones do.
    secure: Option<Client>,
    entrance: Semaphore,
    needle: RwLock<String>,
    standing: AtomicUsize,
    stood_at: AtomicU64,
    heard: AtomicUsize,
    heard_at: AtomicU64,
    faults: AtomicUsize,
    /// What phones show, by their orders.
    shown: Mutex<HashMap<i64, OrderState>>,
}

/// Listens until it is killed, and answers each line with how the crowd is.
#[expect(clippy::print_stdout, reason = "the one who asked reads it")]
pub(crate) async fn run(asked: Asked) {
    let Asked { guests, address, authority } = asked;
    let ears = Arc::new(Ears {
        address,
        secure: authority.as_deref().map(secure),
        entrance: Semaphore::new(AT_ONCE),
        needle: RwLock::default(),
        standing: AtomicUsize::new(0),
        stood_at: AtomicU64::new(0),
        heard: AtomicUsize::new(0),
        heard_at: AtomicU64::new(0),
        faults: AtomicUsize::new(0),
        shown: Mutex::default(),
    });
    for guest in guests {
        tokio::spawn(stand(Arc::clone(&ears), guest));
    }
    let mut asked = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(needle)) = asked.next_line().await {
        let mut report = ears.report();
        if let Some(path) = needle.strip_prefix(TRUTH) {
            report.wrong = ears.wrong(Path::new(path));
        } else if !needle.is_empty() {
            ears.heard.store(0, Ordering::SeqCst);
            *ears.needle.write().unwrap_or_else(PoisonError::into_inner) = needle;
            report.heard = 0;
        }
        println!("{}", serde_json::to_string(&report).expect("plain data"));
    }
}

/// A client that trusts this authority.
fn secure(authority: &Path) -> Client {
    demitasse_shared::client::provide_tls();
    let pem = fs::read(authority).expect("an authority");
    let authority = Certificate::from_pem(&pem).expect("a certificate");
    Client::builder().tls_certs_only([authority]).build().expect("it can be spoken")
}

impl Ears {
    fn report(&self) -> Report {
        Report {
            standing: self.standing.load(Ordering::SeqCst),
            stood_at: self.stood_at.load(Ordering::SeqCst),
            heard: self.heard.load(Ordering::SeqCst),
            heard_at: self.heard_at.load(Ordering::SeqCst),
            faults: self.faults.load(Ordering::SeqCst),
            wrong: 0,
        }
    }

    fn wrong(&self, truth: &Path) -> usize {
        let truth = fs::read(truth).expect("whoever asks has written it");
        let truth: HashMap<i64, OrderState> = serde_json::from_slice(&truth).expect("states");
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        truth.iter().filter(|(order, state)| shown.get(order) != Some(state)).count()
    }
}

/// One phone, which comes back whenever its line breaks.
async fn stand(ears: Arc<Ears>, guest: Guest) {
    let own = format!(r#""id":{},"state":""#, guest.order);
    let retry = Duration::from_millis(500);
    let mut phone = Phone { ears, guest, own, shown: None, retry, seen: None };
    let ears = Arc::clone(&phone.ears);
    let first = ears.entrance.acquire().await;
    let mut first = first.ok();
    loop {
        phone.seen = None;
        let stood = || drop(first.take());
        match &ears.secure {
            None => phone.listen_plainly(stood).await,
            Some(client) => phone.listen_securely(client, stood).await,
        }
        if phone.seen.is_some() {
            ears.standing.fetch_sub(1, Ordering::SeqCst);
        }
        first = None;
        pass(phone.retry).await;
    }
}

/// One phone's side of its stream.
struct Phone {
    ears: Arc<Ears>,
    guest: Guest,
    /// What stands before the own order's state.
    own: String,
    /// How the own order stands, as it was told last.
    shown: Option<OrderState>,
    /// How long it waits before it comes back, as the server has told.
    retry: Duration,
    /// The last change that it has seen on this line.
    seen: Option<i64>,
}

impl Phone {
    async fn listen_plainly(&mut self, mut stood: impl FnMut()) {
        let cookie = format!("cookie: {}", self.guest.cookie);
        let ask = request("GET", route::LIVE, &[&cookie], "");
        let Ok(mut stream) = TcpStream::connect(self.ears.address).await else { return };
        if stream.write_all(&ask).await.is_err() {
            return;
        }
        let mut heard = Vec::new();
        while stream.read_buf(&mut heard).await.is_ok_and(|more| more > 0) {
            self.take(&mut heard, &mut stood);
        }
    }

    async fn listen_securely(&mut self, client: &Client, mut stood: impl FnMut()) {
        let url = format!("https://{}{}", self.ears.address, route::LIVE);
        let asked = client.get(url).header("cookie", &self.guest.cookie).send().await;
        let Ok(mut answer) = asked else { return };
        let mut heard = Vec::new();
        while let Ok(Some(more)) = answer.chunk().await {
            heard.extend_from_slice(&more);
            self.take(&mut heard, &mut stood);
        }
    }

    /// Takes the events that have come whole.
    fn take(&mut self, heard: &mut Vec<u8>, stood: &mut impl FnMut()) {
        while let Some(end) = heard.windows(2).position(|pair| pair == b"\n\n") {
            let event: Vec<_> = heard.drain(..end + 2).collect();
            self.hear(&String::from_utf8_lossy(&event));
            if self.seen.is_some() {
                stood();
            }
        }
        heard.shrink_to(256);
    }

    fn hear(&mut self, event: &str) {
        let field = |name| event.lines().find_map(|line| line.strip_prefix(name));
        if let Some(retry) = field("retry: ").and_then(|millis| millis.parse().ok()) {
            self.retry = Duration::from_millis(retry);
        }
        if let Some(id) = field("id: ").and_then(|id| id.parse().ok()) {
            self.follow(id, event);
        }
        let needle = self.ears.needle.read().unwrap_or_else(PoisonError::into_inner);
        if !needle.is_empty() && event.contains(needle.as_str()) {
            self.ears.heard.fetch_add(1, Ordering::SeqCst);
            self.ears.heard_at.fetch_max(micros(), Ordering::SeqCst);
        }
    }

    /// A change, or the snapshot with which all begins.
    fn follow(&mut self, id: i64, event: &str) {
        let is_right = match self.seen {
            None => {
                self.ears.standing.fetch_add(1, Ordering::SeqCst);
                self.ears.stood_at.fetch_max(micros(), Ordering::SeqCst);
                self.guest.order == 0 || event.contains(&self.own)
            }
            Some(seen) => id > seen,
        };
        if !is_right {
            self.ears.faults.fetch_add(1, Ordering::SeqCst);
        }
        self.seen = Some(id);
        self.show(event);
    }

    /// Shows the own order's state, where the event tells it.
    fn show(&mut self, event: &str) {
        let Some((_, rest)) = event.split_once(&self.own) else { return };
        let state = rest.split('"').next().and_then(OrderState::from_word);
        if state.is_some() && state != self.shown {
            self.shown = state;
            let mut shown = self.ears.shown.lock().unwrap_or_else(PoisonError::into_inner);
            shown.extend(state.map(|state| (self.guest.order, state)));
        }
    }
}

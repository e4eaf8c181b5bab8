//! A crowd: guests who all want a drink, so many of them at once.

use std::sync::Arc;
use std::time::Duration;

use demitasse_shared::client::Client;
use demitasse_tests::{Staff, flat_white};
use futures_util::stream::{self, StreamExt};

use crate::children::{SERVER, Watch, child};
use crate::clock::now;
use crate::figures::per_second;
use crate::processes::Process;

/// Bare reads, to know what HTTP alone carries.
const READS: usize = 10_000;

/// What came of a crowd.
pub(crate) struct Rush {
    /// How long each answer took.
    pub(crate) spans: Vec<Duration>,
    /// How long all of them together took.
    pub(crate) took: Duration,
    /// Cores that the server and this program, its client, kept busy.
    pub(crate) cores: [f64; 2],
}

/// Signs guests in, then lets each of them redeem and submit.
pub(crate) async fn rush(staff: &Staff, at_once: usize, guests: usize) -> Rush {
    let code: Arc<str> = staff.window().await.code.into();
    let phones = staff.nobody();
    let coming = (0..guests).map(|_| sign_in(phones.clone()));
    let came = all(at_once, coming).await;
    let watches = [child(SERVER), Process::of(std::process::id())].map(Watch::begin);
    let began = now();
    let visits = came.into_iter().map(|guest| visit(guest, Arc::clone(&code)));
    let spans = all(at_once, visits).await;
    let (took, cores) = (began.elapsed(), watches.map(Watch::cores));
    Rush { spans: spans.into_iter().flatten().collect(), took, cores }
}

async fn sign_in(phones: Client) -> Client {
    phones.sign_in("Ana").await.expect("a name is all it takes")
}

/// A guest's two requests, and how long each answer took.
async fn visit(guest: Client, code: Arc<str>) -> [Duration; 2] {
    let scanned = now();
    let place = guest.redeem(&code).await.expect("there is room for all");
    let chosen = now();
    guest.submit(place.id, &flat_white()).await.expect("it is on the menu");
    [chosen.duration_since(scanned), chosen.elapsed()]
}

/// What HTTP alone carries, with the same client.
pub(crate) async fn reads_per_second(client: &Client, at_once: usize) -> f64 {
    let began = now();
    let reads = (0..READS).map(|_| {
        let client = client.clone();
        async move { client.health().await.expect("it lives") }
    });
    all(at_once, reads).await;
    per_second(READS, began.elapsed())
}

/// Does all of it on the runtime's threads, so much at once.
async fn all<F>(at_once: usize, work: impl Iterator<Item = F>) -> Vec<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    let done = stream::iter(work.map(tokio::spawn)).buffer_unordered(at_once);
    done.map(|done| done.expect("no panic")).collect().await
}

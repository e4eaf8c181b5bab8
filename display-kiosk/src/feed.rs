//! Hears the server, on a thread of its own, and keeps the model true.
//!
//! The window is woken only where something shown may have changed; a beat wakes nobody.

mod venue;

use std::cell::RefCell;
use std::io;
use std::thread;
use std::time::Duration;

use demitasse_shared::client::{Client, DevicePairing, LiveReader, UPDATE_QUEUE, Update};
use demitasse_shared::live::{Beat, STAFF_BEAT_SECONDS};
use demitasse_shared::monitor::Line;
use demitasse_shared::monitor::sample::{self, Sample};
use tokio::sync::{Notify, mpsc};
use tokio::time::sleep;

use crate::model::SharedModel;
use crate::sound::Sound;
use crate::windows::Windows;

/// Between two looks for a server that is not there yet.
const LOOK_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// Between two signs of life in a preview, as on a real line.
const BEAT: Duration = Duration::from_secs(STAFF_BEAT_SECONDS);

/// A breath before the repaint. egui answers an immediate request with two frames, a delayed one
/// with one; and what comes in together is painted together.
const REPAINT_AFTER: Duration = Duration::from_millis(2);

/// Where the monitor's facts come from.
#[derive(Debug)]
pub(crate) enum Source {
    /// A server.
    Server(DevicePairing),
    /// Sample data, in some languages.
    Preview(Sample, Vec<String>),
}

/// Starts to hear. The thread lives as long as the process.
pub(crate) fn start(
    source: Source,
    sound: Sound,
    model: SharedModel,
    windows: Windows,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let feed = Feed { model, windows, sound: RefCell::new(sound) };
    thread::Builder::new().name("feed".to_owned()).spawn(move || {
        runtime.block_on(async {
            match source {
                Source::Server(pairing) => feed.follow(pairing).await,
                Source::Preview(face, languages) => feed.rehearse(face, &languages).await,
            }
        });
    })?;
    Ok(())
}

struct Feed {
    model: SharedModel,
    windows: Windows,
    sound: RefCell<Sound>,
}

impl Feed {
    /// Finds the server and hears it, for as long as the monitor is allowed to.
    ///
    /// A pairing code is good once. A monitor that is started again by the same command line has
    /// used its code already, and goes on with what it got for it.
    async fn follow(&self, mut pairing: DevicePairing) {
        let mut about_the_code = None;
        loop {
            match pairing.connect().await {
                Ok(client) => {
                    pairing.code = None;
                    self.hear(client, &pairing).await;
                }
                Err(refused) if refused.may_pass_after(about_the_code.as_ref()) => {
                    self.wait(refused.to_string());
                }
                Err(refused) if pairing.code.take().is_some() => {
                    about_the_code = Some(refused);
                    continue;
                }
                Err(refused) => {
                    let refused = about_the_code.unwrap_or(refused);
                    return self.say(Line::Refused(refused.to_string()));
                }
            }
            sleep(LOOK_AGAIN_AFTER).await;
        }
    }

    /// Reads the live feed; ends where the server of this machine has moved to another address.
    async fn hear(&self, client: Client, pairing: &DevicePairing) {
        let server = client.base().to_owned();
        let (updates, mut heard) = mpsc::channel(UPDATE_QUEUE);
        let reader = tokio::spawn(LiveReader::new(client.clone()).afresh().run(updates));
        let came_up = Notify::new();
        let hear = async {
            while let Some(update) = heard.recv().await {
                let looks_again = match &update {
                    Update::Down(_) => has_moved(pairing, &server),
                    // A server of this machine that has forgotten it pairs it anew.
                    Update::Refused(_) => pairing.server.is_none() && pairing.local().is_some(),
                    _ => false,
                };
                self.take(update, &came_up);
                if looks_again {
                    break;
                }
            }
        };
        tokio::select! {
            () = hear => {}
            () = venue::ask_for_ever(&came_up, async || self.ask_for_venue(&client).await) => {}
        }
        reader.abort();
    }

    /// Says what a server would say, from sample data, over and over.
    async fn rehearse(&self, sample: Sample, languages: &[String]) {
        let nobody = Notify::new();
        loop {
            self.model.lock().set_venue(sample::venue(languages));
            if let Some(snapshot) = sample.snapshot() {
                self.take(Update::Snapshot(Box::new(snapshot)), &nobody);
            }
            self.say(sample.line());
            let mut elapsed = Duration::ZERO;
            while elapsed < sample::WINDOW_LEFT || sample.line() != Line::Up {
                sleep(BEAT).await;
                elapsed += BEAT;
                if sample.line() == Line::Up {
                    let at = sample::sampled_at() + elapsed;
                    self.take(Update::Beat(Beat { at }), &nobody);
                }
            }
        }
    }

    /// Takes in what was heard, and says so where the line has come up with it.
    fn take(&self, update: Update, came_up: &Notify) {
        let mut model = self.model.lock();
        let was_up = model.line == Line::Up;
        let changed = model.take(update);
        if !was_up && model.line == Line::Up {
            came_up.notify_one();
        }
        if changed {
            self.sound.borrow_mut().look(model.facts(), model.moment());
        }
        drop(model);
        self.repaint_if(changed);
    }

    /// Goes on without a server: what it said last stands, marked with its age.
    fn wait(&self, reason: String) {
        let changed = self.model.lock().take(Update::Down(reason));
        self.repaint_if(changed);
    }

    fn say(&self, line: Line) {
        let changed = self.model.lock().set_line(line);
        self.repaint_if(changed);
    }

    fn repaint_if(&self, changed: bool) {
        if changed {
            self.windows.repaint_after(REPAINT_AFTER);
        }
    }
}

/// Whether the server on this machine, by which the monitor was found, has come back elsewhere.
fn has_moved(pairing: &DevicePairing, server: &str) -> bool {
    let local = pairing.local().filter(|_| pairing.server.is_none());
    local.is_some_and(|local| local.url.trim_end_matches('/') != server)
}

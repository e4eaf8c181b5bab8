//! What a monitor lets people hear: a chime when numbers become ready, and the numbers said aloud.
//!
//! [`ear`] decides what is news, [`quiet`] when nobody wants to hear of it; both are plain
//! functions of what the monitor knows. [`desk`] keeps the order of what waits to be heard,
//! [`loudspeaker`] plays the [`wave`], [`speech`] runs the program that speaks.

mod args;
mod desk;
mod ear;
mod loudspeaker;
mod quiet;
mod speech;
#[cfg(any(feature = "sound", test))]
mod wave;

use std::io::{self, Write};
use std::thread;

use demitasse_shared::monitor::{Facts, Moment, Voice, spoken};

pub(crate) use args::SoundArgs;
use desk::{Announcer, Desk, Saying, Sentence};
use ear::{Ear, News};
use loudspeaker::Loudspeaker;
use quiet::Quiet;
use speech::Speech;

/// The monitor's sound, as the one who hears the server holds it.
#[derive(Debug)]
pub(crate) struct Sound {
    ear: Ear,
    quiet: Quiet,
    desk: Option<Desk>,
}

impl Sound {
    /// Starts a thread for it where there is anything to be heard. A preview shows what it has
    /// as if it had just come in.
    pub(crate) fn start(args: &SoundArgs, is_preview: bool) -> io::Result<Self> {
        let ear = if is_preview { Ear::new_here() } else { Ear::default() };
        let quiet = Quiet::of(&args.quiet_hours);
        let chime = args.chimes(is_preview).then(|| Loudspeaker::find(args)).flatten();
        let speech = args.speaks().then(|| Speech::find(args)).flatten();
        let desk = match (chime, speech) {
            (None, None) => None,
            (chime, speech) => Some(announce(Announcer { chime, speech })?),
        };
        Ok(Self { ear, quiet, desk })
    }

    /// Is told after each change of what the monitor knows.
    pub(crate) fn look(&mut self, facts: Facts<'_>, moment: Moment) {
        let (Some(desk), Some(board), Some(now)) = (&self.desk, facts.board, moment.now) else {
            return;
        };
        let ready = board.ready();
        let news = self.ear.listen(ready.iter().copied(), now);
        let offset = facts.venue.map(|venue| venue.utc_offset_seconds_at(now));
        let news = if self.quiet.at(now, offset) { News::default() } else { news };
        let sayings = news.numbers.iter().map(|&number| saying(facts.voice, number));
        let still = ready.iter().filter_map(|order| order.number);
        desk.take(news.rings, sayings, still);
    }
}

/// Begins to announce, on a thread of its own: to open a sound card takes its time.
fn announce(announcer: Announcer) -> io::Result<Desk> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let desk = Desk::default();
    let work = announcer.work(desk.clone());
    thread::Builder::new().name("sound".to_owned()).spawn(move || runtime.block_on(work))?;
    Ok(desk)
}

/// A number in the venue's languages, one after the other.
fn saying(voice: &Voice, number: u32) -> Saying {
    let texts = spoken(voice, number);
    let sentences = voice.languages().zip(texts.texts());
    let sentences = sentences.map(|(language, text)| Sentence { language, text: text.to_owned() });
    Saying { number, sentences: sentences.collect() }
}

/// Tells the person who started the monitor. Nobody hears it where even stderr is gone.
fn tell(line: &str) {
    drop(writeln!(io::stderr(), "{line}"));
}

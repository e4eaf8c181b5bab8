//! In a monitor that was built with sound.

use std::error::Error;
use std::num::NonZero;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use rodio::buffer::SamplesBuffer;
use rodio::source::EmptyCallback;
use rodio::{
    CpalError, CpalErrorKind, DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink, Player,
};

use crate::sound::wave::{self, RATE};
use crate::sound::{SoundArgs, tell};

/// Silence after the chime, in samples: what the card has taken and not yet played is cut off when
/// it is let go. 0.3 seconds.
const TAIL: usize = 14_400;

/// A card that takes longer for the chime than this plays nothing any more.
const LONGEST: Duration = Duration::from_secs(6);

/// Where the chime is heard.
#[derive(Debug)]
pub(crate) struct Loudspeaker {
    chime: SamplesBuffer,
    /// Whether somebody was told that nothing is heard; once is enough until it is again.
    has_told: bool,
}

impl Loudspeaker {
    /// The chime at the volume that was asked for. Whether there is a card shows at each chime.
    pub(crate) fn find(args: &SoundArgs) -> Option<Self> {
        let mut samples = wave::chime(args.loudness());
        samples.resize(samples.len() + TAIL, 0.0);
        let rate = NonZero::new(u32::from(RATE))?;
        let chime = SamplesBuffer::new(NonZero::<u16>::MIN, rate, samples);
        Some(Self { chime, has_told: false })
    }

    /// Plays the chime to its end. A machine that cannot goes on in silence.
    pub(crate) fn ring(&mut self) {
        match self.play() {
            Ok(()) => self.has_told = false,
            Err(_) if self.has_told => {}
            Err(why) => {
                tell(&format!("The chime is not heard, the numbers show all the same: {why}."));
                self.has_told = true;
            }
        }
    }

    fn play(&self) -> Result<(), String> {
        let _quiet = hush::library();
        let (end, ended) = sync_channel(1);
        let card = open(end.clone()).map_err(|why| words(&why))?;
        let player = Player::connect_new(card.mixer());
        player.append(self.chime.clone());
        // Whatever comes first, the end or a fault, is what is waited for.
        player.append(EmptyCallback::new(Box::new(move || drop(end.try_send(Ok(()))))));
        ended
            .recv_timeout(LONGEST)
            .unwrap_or_else(|_late| Err("the sound card stands still".into()))
    }
}

/// Opens the card that the system plays on, in the way in which it likes to be opened.
fn open(end: SyncSender<Result<(), String>>) -> Result<MixerDeviceSink, DeviceSinkError> {
    let fault = move |why: CpalError| {
        if !passes(&why) {
            drop(end.try_send(Err(bare(&why.to_string()).to_owned())));
        }
    };
    let builder = DeviceSinkBuilder::from_default_device()?.with_error_callback(fault);
    let mut card = builder.open_sink_or_fallback()?;
    card.log_on_drop(false);
    Ok(card)
}

/// Whether a card goes on playing: it stumbled, or is another one now.
fn passes(why: &CpalError) -> bool {
    use CpalErrorKind::{DeviceChanged, RealtimeDenied, Xrun};
    matches!(why.kind(), DeviceChanged | RealtimeDenied | Xrun)
}

/// What went wrong, as people would say it.
fn words(why: &DeviceSinkError) -> String {
    match (why, why.source()) {
        (DeviceSinkError::NoDevice | DeviceSinkError::DefaultSinkConfigError(_), _) => {
            "there is no sound card that plays".to_owned()
        }
        (_, Some(cause)) => {
            format!("the sound card cannot be opened ({})", bare(&cause.to_string()))
        }
        (_, None) => "the sound card cannot be opened".to_owned(),
    }
}

/// A cause without its full stop: it stands inside a sentence.
fn bare(cause: &str) -> &str {
    cause.trim_end_matches('.')
}

/// The system's library tells a terminal all that it does not find. One line of words is enough.
#[cfg(target_os = "linux")]
mod hush {
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Takes what the library says on this thread, for as long as it is held.
    pub(super) fn library() -> Option<Rc<RefCell<alsa::Output>>> {
        alsa::Output::local_error_handler().ok()
    }
}

#[cfg(not(target_os = "linux"))]
mod hush {
    pub(super) fn library() {}
}

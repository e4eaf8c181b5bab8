//! The machine's sound card. It is opened for each chime and let go after it, so that an idle
//! monitor costs nothing, others can sound, too, and a card that is plugged in later is found.

#[cfg(feature = "sound")]
mod card;

#[cfg(feature = "sound")]
pub(super) use card::Loudspeaker;

#[cfg(not(feature = "sound"))]
pub(super) use missing::Loudspeaker;

/// In a monitor that was built without sound.
#[cfg(not(feature = "sound"))]
mod missing {
    use crate::sound::{SoundArgs, tell};

    /// There is none.
    #[derive(Debug)]
    pub(crate) enum Loudspeaker {}

    impl Loudspeaker {
        /// Tells whoever wants to hear something how sound comes in.
        pub(crate) fn find(args: &SoundArgs) -> Option<Self> {
            if args.asks_for_chime() {
                tell(
                    "This monitor was built without sound and does not chime. On Debian, install \
                     libasound2-dev and build it with: cargo build --release -p demitasse-kiosk \
                     --features sound",
                );
            }
            None
        }

        pub(crate) fn ring(&mut self) {
            match *self {}
        }
    }
}

//! What is kept from frame to frame, for one panel.

use std::fmt;

use demitasse_shared::Timestamp;
use demitasse_shared::colour::Colour;
use demitasse_shared::monitor::Lead;
use egui::{Color32, Context, TextureHandle, TextureOptions};

use super::layout::Room;
use super::logo::Logo;
use super::pages::Pages;
use crate::qr::Modules;
use crate::theme::{Palette, Tone};

/// How long a new face takes to come in, in seconds.
const FADE_SECONDS: f64 = 0.2;

/// What is kept from frame to frame, for one panel.
#[derive(Default)]
pub struct Brush {
    tone: Tone,
    accent: Option<Colour>,
    pub(super) logo: Logo,
    /// The code that orders, and the one that joins the Wi-Fi.
    pub(super) order_code: Kept,
    pub(super) wifi_code: Kept,
    pub(super) ready: Pages,
    pub(super) preparing: Pages,
    room: Room,
    is_night: bool,
    is_still: bool,
    face: Option<(String, f64)>,
}

impl Brush {
    /// A brush for a panel of a tone.
    pub fn new(tone: Tone) -> Self {
        Self { tone, ..Self::default() }
    }

    /// The same brush for pictures that are looked at once: a new face is there at once.
    #[must_use]
    pub fn still(self) -> Self {
        Self { is_still: true, ..self }
    }

    /// Takes on the venue's look: its colour, and its logo as the bytes of a PNG or SVG.
    pub fn wear(&mut self, accent: Option<Colour>, logo: Option<&[u8]>) {
        self.accent = accent;
        self.logo.wear(logo);
    }

    /// The colour under everything: whoever clears the window fills it with this.
    pub fn ground(&self) -> Color32 {
        self.palette(self.is_night).ground
    }

    /// The colours of the face that is to be painted.
    pub(super) fn wake(&mut self, is_night: bool) -> Palette {
        self.is_night = is_night;
        self.palette(is_night)
    }

    fn palette(&self, is_night: bool) -> Palette {
        if is_night { Palette::night() } else { Palette::of(self.tone, self.accent) }
    }

    /// How much of a face is there yet: a new one comes in within a moment and then stands still.
    /// What was there before is gone at once: a code must not linger.
    pub(super) fn fade(&mut self, lead: &Lead, seconds: f64) -> f32 {
        let name = face_name(lead);
        match &self.face {
            None => self.face = Some((name, seconds - FADE_SECONDS)),
            Some((shown, _)) if *shown != name => self.face = Some((name, seconds)),
            Some(_) => {}
        }
        let since = self.face.as_ref().map_or(seconds, |(_, since)| *since);
        if self.is_still {
            return 1.0;
        }
        let part = ((seconds - since) / FADE_SECONDS).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a part of one")]
        let part = part as f32;
        1.0 - (1.0 - part) * (1.0 - part)
    }

    /// How many more numbers a broad code must leave room for. Once it is tight it stays so until
    /// there is room to spare: a code that grew and shrank with every order would be hard to aim
    /// at.
    pub(super) fn spare(&self) -> usize {
        usize::from(self.room == Room::Tight)
    }

    /// Remembers how much room the code has taken.
    pub(super) fn stand(&mut self, room: Room) {
        self.room = room;
    }

    /// Takes in the server's time, by which pages turn.
    pub(super) fn hear(&mut self, now: Option<Timestamp>) {
        self.ready.hear(now);
        self.preparing.hear(now);
    }
}

impl fmt::Debug for Brush {
    /// What it is set to. Its pictures are on the graphics card.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tone, accent, room, .. } = self;
        f.debug_struct("Brush")
            .field("tone", tone)
            .field("accent", accent)
            .field("room", room)
            .finish_non_exhaustive()
    }
}

/// What tells one face from another: a new code is a new face.
fn face_name(lead: &Lead) -> String {
    match lead {
        Lead::Code(card) => card.url.clone(),
        Lead::Notice(notice) => format!("{:?}", notice.why),
    }
}

/// A code's picture, as long as the code stays.
#[derive(Default)]
pub(super) struct Kept(Option<CodePicture>);

/// A code on the graphics card, one texel a module.
pub(super) struct CodePicture {
    text: String,
    /// Modules from edge to edge, quiet zone included.
    pub(super) span: u16,
    pub(super) texture: TextureHandle,
}

impl Kept {
    /// The picture of a code, made anew only when the code changes; none where the text is longer
    /// than any code.
    pub(super) fn picture(&mut self, window: &Context, text: &str) -> Option<&CodePicture> {
        if self.0.as_ref().is_none_or(|kept| kept.text != text) {
            self.0 = Modules::of(text).map(|modules| CodePicture {
                text: text.to_owned(),
                span: u16::try_from(modules.span()).unwrap_or(u16::MAX),
                texture: window.load_texture("code", modules.image(), TextureOptions::NEAREST),
            });
        }
        self.0.as_ref()
    }
}

//! What a frame is painted on.

use demitasse_shared::board::Board;
use demitasse_shared::monitor::sample::{self, Sample};
use demitasse_shared::monitor::{Facts, Moment, Voice};
use egui::{Color32, Context, Pos2, RawInput, Rect, Shape, vec2};

use super::*;
use crate::theme::{self, Palette, Tone};

fn face(sample: Sample) -> Screen {
    let (voice, board) = (Voice::default(), sample.snapshot().map(Board::new));
    let facts = Facts { line: &sample.line(), board: board.as_ref(), venue: None, voice: &voice };
    Screen::of(facts, Moment { now: Some(sample::sampled_at()), silence: Duration::ZERO })
}

/// The colour that a frame fills its whole window with, before all else.
fn ground(window: &Context, brush: &mut Brush, screen: &Screen) -> Option<Color32> {
    let whole = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0));
    let input = RawInput { screen_rect: Some(whole), ..RawInput::default() };
    let mut output = window.run_ui(input, |ui| {
        super::screen(ui, screen, brush, None);
    });
    // There is no graphics card that they would be sent to.
    output.textures_delta.clear();
    match &output.shapes.first()?.shape {
        Shape::Rect(first) if first.rect.contains_rect(whole) => Some(first.fill),
        _ => None,
    }
}

#[test]
fn each_face_stands_on_its_own_ground_from_its_first_frame() {
    let window = Context::default();
    theme::fonts::dress(&window);
    let mut brush = Brush::new(Tone::Light);
    let day = Palette::of(Tone::Light, None).ground;
    let night = Palette::night().ground;
    assert_ne!(day, night);
    for (sample, expected) in [(Sample::Open, day), (Sample::Night, night), (Sample::Open, day)] {
        assert_eq!(ground(&window, &mut brush, &face(sample)), Some(expected), "{sample:?}");
    }
}

//! The keys that the monitor obeys, in each of its windows. Every other key does nothing.

use egui::{Event, InputState, Key, Modifiers};

/// For how long Esc is held to close the monitor, in seconds.
pub(crate) const ESC_HELD_SECONDS: f64 = 1.5;

/// What somebody at a keyboard wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// F11: fill the monitor, or leave full screen.
    ToggleFull,
    /// F10: go to the next monitor.
    NextMonitor,
    /// Ctrl+Q, or Esc held: close the monitor. Hard to do by accident.
    Quit,
}

/// What a window remembers of its keys: since when Esc is down.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    esc_since: Option<f64>,
}

impl Keys {
    /// Reads a frame's keys.
    pub(crate) fn read(&mut self, input: &InputState) -> Option<Wish> {
        let esc = input.key_down(Key::Escape);
        self.esc_since = esc.then(|| self.esc_since.unwrap_or(input.time));
        let held = self.held(input.time).is_some_and(|part| part >= 1.0);
        let quit = held || struck(input, Modifiers::CTRL, Key::Q);
        let wishes = [
            (quit, Wish::Quit),
            (struck(input, Modifiers::NONE, Key::F11), Wish::ToggleFull),
            (struck(input, Modifiers::NONE, Key::F10), Wish::NextMonitor),
        ];
        wishes.into_iter().find_map(|(is_wished, wish)| is_wished.then_some(wish))
    }

    /// Which part of the time Esc has been held, while it is.
    #[expect(clippy::cast_possible_truncation, reason = "a part of one needs no more digits")]
    pub(crate) fn held(&self, now: f64) -> Option<f32> {
        self.esc_since.map(|since| ((now - since) / ESC_HELD_SECONDS) as f32)
    }
}

/// Whether a key came down in this frame; one that is held repeats, which is no new wish.
fn struck(input: &InputState, with: Modifiers, wanted: Key) -> bool {
    input.events.iter().any(|event| {
        let Event::Key { key, pressed: true, repeat: false, modifiers, .. } = event else {
            return false;
        };
        *key == wanted && modifiers.matches_exact(with)
    })
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::*;

    /// Strikes keys in a frame at a time, and returns what is wished.
    fn frame(
        window: &Context,
        keys: &mut Keys,
        time: f64,
        struck: &[(Key, Modifiers, bool)],
    ) -> Option<Wish> {
        let event = |&(key, modifiers, pressed): &(Key, Modifiers, bool)| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        let events = struck.iter().map(event).collect();
        let input = RawInput { time: Some(time), events, ..RawInput::default() };
        let mut wish = None;
        let mut output = window.run_ui(input, |ui| wish = ui.input(|input| keys.read(input)));
        // Nobody paints what comes out of this frame.
        output.textures_delta.clear();
        wish
    }

    fn strike(key: Key, modifiers: Modifiers) -> Option<Wish> {
        frame(&Context::default(), &mut Keys::default(), 1.0, &[(key, modifiers, true)])
    }

    #[test]
    fn three_keys_are_obeyed_and_no_other() {
        assert_eq!(strike(Key::F11, Modifiers::NONE), Some(Wish::ToggleFull));
        assert_eq!(strike(Key::F10, Modifiers::NONE), Some(Wish::NextMonitor));
        assert_eq!(strike(Key::Q, Modifiers::CTRL), Some(Wish::Quit));
        for &key in Key::ALL {
            let plain = [Key::F10, Key::F11].contains(&key);
            assert_eq!(strike(key, Modifiers::NONE).is_some(), plain, "{key:?}");
            assert_eq!(strike(key, Modifiers::CTRL).is_some(), key == Key::Q, "Ctrl+{key:?}");
            assert_eq!(strike(key, Modifiers::SHIFT), None, "Shift+{key:?}");
            assert_eq!(strike(key, Modifiers::ALT), None, "Alt+{key:?}");
        }
    }

    #[test]
    fn esc_closes_only_where_it_is_held() {
        let (window, mut keys) = (Context::default(), Keys::default());
        let (down, up) =
            ((Key::Escape, Modifiers::NONE, true), (Key::Escape, Modifiers::NONE, false));
        assert_eq!(frame(&window, &mut keys, 1.0, &[down]), None);
        assert_eq!(frame(&window, &mut keys, 2.0, &[]), None);
        assert_eq!(frame(&window, &mut keys, 2.1, &[up]), None);
        assert_eq!(keys.held(2.1), None, "whoever lets go begins anew");
        assert_eq!(frame(&window, &mut keys, 2.2, &[down]), None);
        assert_eq!(frame(&window, &mut keys, 3.0, &[]), None);
        assert!(keys.held(3.0).is_some_and(|part| part > 0.5 && part < 0.6));
        assert_eq!(frame(&window, &mut keys, 3.8, &[]), Some(Wish::Quit));
    }
}

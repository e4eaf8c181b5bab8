//! What the surroundings say to the monitor's program, without a display to show anything on.
#![cfg(all(unix, not(target_os = "macos")))]

use std::process::{Command, Output};

/// Starts the program where one thing is set in its surroundings.
fn start(name: &str, value: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demitasse-kiosk"))
        .env_clear()
        .env(name, value)
        .output()
        .expect("the program starts")
}

/// How a program ends that did not understand what it was told.
const MISUSED: i32 = 2;

#[test]
fn flags_are_set_as_people_write_it() {
    for name in ["DEMITASSE_LET_SLEEP", "DEMITASSE_CHIME", "DEMITASSE_SPEAK"] {
        for value in ["1", "0", "true", "false", "yes", "no", "on", "off"] {
            let output = start(name, value);
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(said.contains("There is no display"), "{name}={value}: {said}");
        }
        assert_eq!(start(name, "perhaps").status.code(), Some(MISUSED), "{name}");
    }
}

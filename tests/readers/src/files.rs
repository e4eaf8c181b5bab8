//! Files that people write or bring along: menus, settings, badges, recordings.

use demitasse::app::read_badges;
use demitasse::cli::replay::visits;
use demitasse::domain::identity;
use demitasse::menu_file;

use crate::{Reader, bytes};

/// The menu that a new bar begins with.
pub(crate) const USUAL_MENU: &str = include_str!("../../../assets/menus/default.toml");

const RECORDING: &str = include_str!("../../../assets/recordings/2022-10-14.csv");

/// Menu files.
pub(crate) const MENUS: Reader =
    Reader { name: "menu_files", share: 150, good: || bytes(&[USUAL_MENU]), read: menu };

/// The configuration files of server and board.
pub(crate) const SETTINGS: Reader =
    Reader { name: "settings_files", share: 150, good: Vec::new, read: settings };

/// Lists of badges.
pub(crate) const BADGES: Reader =
    Reader { name: "badge_lists", share: 1_000, good: || bytes(LISTS), read: badges };

/// Recordings of a day, for `demitasse replay`.
pub(crate) const RECORDINGS: Reader =
    Reader { name: "recordings", share: 500, good: || bytes(&[RECORDING, SHORT]), read: recording };

const LISTS: &[&str] = &[
    "code,name\nAB-1,Ana\n\"CD-2\",\"Ben, \"\"B\"\"\"\n",
    "AB-1\r\nCD-2\r\n",
    "\u{feff}code;x\nAB-1;y\n",
];

const SHORT: &str = "order,first_seen_s,scanned_s,submitted_s,queued_s,ended_s,number,drink,outcome\n\
                     52,371,371,375,376,405,53,James Soda,cancel\n1,0,,,,,,,\n";

fn menu(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    match menu_file::read(&text) {
        Ok(menu) => assert_eq!(menu_file::read(&menu_file::write(&menu)), Ok(menu), "{text}"),
        Err(faults) => assert!(!faults.is_empty(), "it is refused for nothing:\n{text}"),
    }
}

fn settings(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    for (line, wrong) in [demitasse::cli::understood(&text).err()].into_iter().flatten() {
        assert!(line <= text.len(), "{wrong} is behind the end of:\n{text}");
    }
    if let Err(wrong) = demitasse_barista::understood(&text) {
        assert!(!wrong.is_empty(), "it is refused for nothing:\n{text}");
    }
}

fn badges(input: &[u8]) {
    for code in read_badges(input).into_iter().flatten() {
        assert!(!code.is_empty());
        drop(identity::badge(&code));
    }
}

/// What can be played plays every row, and the same each time.
fn recording(input: &[u8]) {
    let read = || visits(csv::Reader::from_reader(input), 7);
    let Ok(first) = read() else { return };
    let rows = csv::Reader::from_reader(input).into_records().count();
    assert_eq!(first.len(), rows);
    assert_eq!(read().ok(), Some(first));
}

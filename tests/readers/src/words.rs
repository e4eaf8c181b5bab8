//! What people type, and the cells of a spreadsheet that it ends up in.

use demitasse::domain::{identity, limits, proof};
use demitasse::report::csv::safe;
use demitasse_shared::code::normalize;

use crate::{Reader, bytes};

/// Words that guests type.
pub(crate) const WORDS: Reader =
    Reader { name: "words", share: 4_000, good: || bytes(TYPED), read: typed };

/// Cells of a spreadsheet.
pub(crate) const CELLS: Reader =
    Reader { name: "cells", share: 2_000, good: || bytes(&[TYPED, WRITTEN].concat()), read: cell };

const TYPED: &[&str] = &[
    "0123456789ABCDEF",
    "https://bar.example/q/0123456789abcdef",
    "Ana María",
    "李雷",
    "no sugar, please",
    "ana.b+bar@example.org",
    "Josè@exämple.org",
    "+351 (0)912-345-678",
    "٠٠351912345678",
    "AB12-CD34",
    "123 456",
    "１２３４５６",
    "flat-white",
    "2022-10-14T12:51:00Z",
    "a\u{301}\u{302}\u{200d}\u{fe0f}",
];

const WRITTEN: &[&str] = &["=1+1", "-180", "\"a\", \"b\"", "a;\t=b|@c", "two\r\nlines"];

fn typed(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    if let Some(code) = normalize(&text) {
        assert_eq!(normalize(&code).as_ref(), Some(&code), "{text:?}");
    }
    for address in [identity::email(&text), identity::phone(&text)].into_iter().flatten() {
        let again = identity::email(&address.to).or_else(|_no| identity::phone(&address.to));
        assert_eq!(again.as_ref(), Ok(&address), "{text:?}");
        assert!(!address.to.contains(char::is_control), "{text:?}");
    }
    if let Ok(badge) = identity::badge(&text) {
        assert_eq!(identity::badge(&badge).as_ref(), Ok(&badge), "{text:?}");
    }
    if let Ok(code) = proof::typed(&text) {
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{text:?}");
    }
    kept(&text);
}

/// What the bar keeps of a text is kept as it is, fits a line, and can be seen.
fn kept(text: &str) {
    for read in [limits::name, limits::line, limits::label] {
        let Ok(kept) = read(text) else { continue };
        assert_eq!(read(&kept).as_ref(), Ok(&kept), "{text:?}");
        assert!(!kept.contains(char::is_control), "{text:?}");
    }
    drop(limits::entry_key(text.as_bytes()));
}

/// A row comes back as it was written, stays a line, and no cell of it begins like a formula.
fn cell(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let row = ["2022-10-14".to_owned(), safe(&text), safe(&text)];
    let mut written = csv::Writer::from_writer(Vec::new());
    written.write_record(&row).expect("it is memory");
    let written = written.into_inner().expect("it is memory");
    let lines = written.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    assert_eq!(lines, 1, "{text:?} is more than a line");
    let mut read = csv::ReaderBuilder::new().has_headers(false).from_reader(&*written);
    let read: Vec<_> = read.records().map(|record| record.expect("it was just written")).collect();
    assert_eq!(read, [row.to_vec()], "{text:?}");
    let is_formula = row[1].trim_start().starts_with(['=', '+', '@']);
    assert!(!is_formula, "{text:?} begins like a formula");
}

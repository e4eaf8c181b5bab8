//! Databases that are damaged, or no bar's: as a bar opens one, and as a backup that somebody brings.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use demitasse::storage::Storage;
use demitasse::storage::restore::Prepared;

use crate::Reader;

/// A file that begins like a database is one; any other is a list of changes to a good one.
pub(crate) const DATABASES: Reader = Reader { name: "databases", share: 25, good, read };

/// What a database begins with (SQLite, "Database File Format").
const BEGINS: &[u8] = b"SQLite format 3\0";

/// The name of a bar's database in its folder.
const NAME: &str = "demitasse.db";

/// A new bar's database, folded into one file.
static NEW: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let data = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(data.path()).expect("a new folder is good");
    let folded = storage.connection().pragma_update(None, "journal_mode", "delete");
    folded.expect("nobody else reads it");
    drop(storage);
    fs::read(data.path().join(NAME)).expect("it is there")
});

fn good() -> Vec<Vec<u8>> {
    let change = |at: u32, bytes: &[u8]| {
        let length = u8::try_from(bytes.len()).expect("a few bytes");
        [&at.to_be_bytes()[1..], &[length], bytes].concat()
    };
    vec![
        Vec::new(),
        change(16, &[0x10, 0]),
        change(18, &[1, 1]),
        change(28, &[0, 0, 0, 1]),
        change(60, &[0, 0, 1, 0]),
        change(100, &[0x0D, 0, 0, 0, 0, 0, 0, 0]),
        [change(4_096, &[5, 0xFF]), change(8_200, &[0; 16])].concat(),
        BEGINS.to_vec(),
    ]
}

/// Whatever a file holds, it is a bar's or it is refused; what is said to be left alone is left alone.
fn read(input: &[u8]) {
    let bent = if input.starts_with(BEGINS) { input.to_vec() } else { changed(input) };
    let folder = tempfile::tempdir().expect("a folder");
    let brought = folder.path().join("brought.db");
    fs::write(&brought, &bent).expect("there is room");
    if let Ok(prepared) = Prepared::new(&folder.path().join("elsewhere"), &brought) {
        prepared.discard();
    }
    assert!(holds(&brought, &bent), "a backup is read, and left as it was");
    let (data, own) = (folder.path().join("data"), folder.path().join("data").join(NAME));
    fs::create_dir(&data).expect("a folder");
    fs::write(&own, &bent).expect("there is room");
    if let Err(refused) = Storage::open(&data) {
        let is_left_alone = refused.to_string().contains("nothing was changed");
        assert!(!is_left_alone || holds(&own, &bent), "it was changed all the same: {refused}");
    }
}

/// The good one with changes: a place in three bytes, how many bytes, and those.
fn changed(mut changes: &[u8]) -> Vec<u8> {
    let mut bent = NEW.clone();
    while let [high, middle, low, length, rest @ ..] = changes {
        let at = u32::from_be_bytes([0, *high, *middle, *low]);
        let at = usize::try_from(at).unwrap_or_default() % bent.len();
        let (bytes, rest) = rest.split_at(rest.len().min((*length).into()));
        let end = bent.len().min(at + bytes.len());
        bent[at..end].copy_from_slice(&bytes[..end - at]);
        changes = rest;
    }
    bent
}

fn holds(file: &Path, bytes: &[u8]) -> bool {
    fs::read(file).is_ok_and(|held| held == bytes)
}

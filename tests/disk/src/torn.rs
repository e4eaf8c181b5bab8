//! What becomes of what was never synced: each write is there, is not, or is torn where two sectors
//! meet; a file may have grown without what was to stand there; a name may not have changed yet.

use crate::crash::{grown, perform};
use crate::operation::Deed;

/// Bytes that a disk writes at once, at least.
const SECTOR: usize = 512;

/// Of so many writes that are not there as they were meant, one is torn, and one has only grown its
/// file.
const FATES: u64 = 4;

/// Does to a file some of what was done to it since it was synced last. Of a hundred operations so
/// many are there whole as `luck` says.
pub(crate) fn apply(
    content: &mut Option<Vec<u8>>,
    pending: &[&Deed],
    luck: u64,
    below: &mut impl FnMut(u64) -> u64,
) {
    for deed in pending {
        if below(100) < luck {
            perform(content, deed);
            continue;
        }
        match deed {
            // What follows went into a file that nobody finds.
            Deed::Create | Deed::Delete => return,
            Deed::Write { at, bytes } => match below(FATES) {
                0 => tear(grown(content, at + bytes.len()), *at, bytes, below),
                1 => drop(grown(content, at + bytes.len())),
                _ => {}
            },
            Deed::Truncate(_) | Deed::Found(_) | Deed::Sync | Deed::Forget(_) => {}
        }
    }
}

/// Writes some of the sectors, and garbage into others.
fn tear(content: &mut [u8], at: usize, bytes: &[u8], below: &mut impl FnMut(u64) -> u64) {
    let mut from = 0;
    while from < bytes.len() {
        let border = (at + from) / SECTOR * SECTOR + SECTOR;
        let to = bytes.len().min(border - at);
        let piece = &mut content[at + from..at + to];
        match below(5) {
            0 | 1 => piece.copy_from_slice(&bytes[from..to]),
            2 => piece.fill_with(|| u8::try_from(below(256)).unwrap_or_default()),
            _ => {}
        }
        from = to;
    }
}

//! Folders for tests that are not about the machine's disk.

use std::path::Path;

use tempfile::TempDir;

/// Where there is a file system in memory.
const MEMORY: &str = "/dev/shm";

/// How much a test may put there. Containers often have less, and others need some.
const ROOM: u64 = 512 * 1_024 * 1_024;

/// A folder in memory where there is room, and on the disk where not.
pub fn quick_folder() -> TempDir {
    let memory = Path::new(MEMORY);
    let folder = if has_room(memory) { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.expect("a folder")
}

fn has_room(folder: &Path) -> bool {
    let found = rustix::fs::statvfs(folder);
    found.is_ok_and(|found| found.f_bavail.saturating_mul(found.f_frsize) >= ROOM)
}

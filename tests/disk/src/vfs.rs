//! SQLite's door to the disk: the system's own VFS, with a look at what passes.
//!
//! It takes the place of the process's default, so that every `Connection::open` goes through it.
//! Where a folder is not watched the system's own file is handed out, and nothing stands between.

use std::ffi::{CStr, OsStr, c_char, c_int};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr;
use std::sync::{Arc, OnceLock};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_filename, sqlite3_vfs};

use crate::ailment::Wish;
use crate::disk::Disk;
use crate::file::{self, Watched};
use crate::operation::Deed;

/// The system's own VFS, which SQLite keeps for as long as the process lives.
struct System(*mut sqlite3_vfs);

// SAFETY: SQLite made it at its start and changes it no more; its functions may be called from any
// thread ("The SQLite OS Interface or VFS").
unsafe impl Send for System {}
// SAFETY: as above.
unsafe impl Sync for System {}

static SYSTEM: OnceLock<System> = OnceLock::new();

/// Takes the place of the process's default VFS, once.
pub(crate) fn register() {
    SYSTEM.get_or_init(|| {
        // SAFETY: without a name SQLite starts up where it has not, and answers with its default.
        let system = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        assert!(!system.is_null(), "SQLite has a disk");
        // SAFETY: it is there, and a plain struct of numbers and functions. Functions that are not
        // replaced look at nothing of the VFS that they are called with but what is copied here.
        let mut own = unsafe { *system };
        own.pNext = ptr::null_mut();
        own.zName = c"demitasse-disk".as_ptr();
        own.szOsFile += file::SIZE;
        own.xOpen = Some(open);
        own.xDelete = Some(delete);
        // SAFETY: it lives as long as the process, as SQLite asks for.
        let taken = unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(own)), 1) };
        assert_eq!(taken, ffi::SQLITE_OK, "SQLite takes another disk");
        System(system)
    });
}

fn system() -> *mut sqlite3_vfs {
    SYSTEM.get().map_or(ptr::null_mut(), |system| system.0)
}

/// The watched disk that a path is on, and the file's name there.
fn place(path: *const c_char) -> Option<(Disk, Arc<str>, bool)> {
    if path.is_null() {
        return None;
    }
    // SAFETY: SQLite's names end with a zero, and outlive the call.
    let path = unsafe { CStr::from_ptr(path) };
    let path = Path::new(OsStr::from_bytes(path.to_bytes()));
    let name = path.file_name()?.to_str()?;
    Some((Disk::of(path)?, name.into(), path.exists()))
}

unsafe extern "C" fn open(
    _own: *mut sqlite3_vfs,
    path: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let system = system();
    let open_at = |file| {
        // SAFETY: the system's VFS is whole, and SQLite's own arguments go to it as they came. There
        // is room for the system's file both at the beginning of SQLite's memory and behind ours.
        unsafe {
            (*system).xOpen.map_or(ffi::SQLITE_CANTOPEN, |x| x(system, path, file, flags, out))
        }
    };
    let Some((disk, name, is_there)) = place(path) else { return open_at(file) };
    // SAFETY: SQLite gave us `szOsFile` bytes, ours and the system's. Without methods the file is
    // not closed where it could not be opened.
    let inner = unsafe {
        (*file).pMethods = ptr::null();
        file::inner(file)
    };
    let done = if is_there {
        disk.note_found(&name);
        open_at(inner)
    } else {
        disk.work((&name, Wish::Create), || Some(Deed::Create), |_| open_at(inner))
    };
    if done == ffi::SQLITE_OK {
        // SAFETY: the memory is large enough and aligned, and nothing lives in it yet.
        unsafe { ptr::write(file.cast::<Watched>(), Watched::new(disk, name)) };
    }
    done
}

unsafe extern "C" fn delete(_own: *mut sqlite3_vfs, path: *const c_char, lasting: c_int) -> c_int {
    let system = system();
    let delete = || {
        // SAFETY: the system's VFS is whole, and SQLite's own arguments go to it as they came.
        unsafe { (*system).xDelete.map_or(ffi::SQLITE_IOERR_DELETE, |x| x(system, path, lasting)) }
    };
    let Some((disk, name, is_there)) = place(path) else { return delete() };
    let deed = || is_there.then_some(Deed::Delete);
    let done = disk.work((&name, Wish::Delete), deed, |_| delete());
    if done == ffi::SQLITE_OK && lasting != 0 {
        // The folder was synced with it.
        return disk.work((&name, Wish::Sync), || Some(Deed::Sync), |_| ffi::SQLITE_OK);
    }
    done
}

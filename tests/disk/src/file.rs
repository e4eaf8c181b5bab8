//! A watched file: the system's own, with a look at what is done to it.
//!
//! In SQLite's memory for a file stands ours first and the system's behind it. Locks, the shared
//! memory of a write-ahead log and all that is only asked go straight through.

use std::ffi::{c_int, c_void};
use std::ptr;
use std::slice;
use std::sync::Arc;

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods};

use crate::ailment::Wish;
use crate::disk::{Disk, Scope};
use crate::operation::Deed;

/// Ours, in front of the system's file. Its size keeps the system's aligned.
#[repr(C)]
pub(crate) struct Watched {
    base: sqlite3_file,
    disk: Disk,
    name: Arc<str>,
}

/// How much room it takes.
pub(crate) const SIZE: c_int = {
    assert!(size_of::<Watched>() < 1_024, "the cast is exact");
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "see above")]
    let size = size_of::<Watched>() as c_int;
    size
};

impl Watched {
    pub(crate) fn new(disk: Disk, name: Arc<str>) -> Self {
        Self { base: sqlite3_file { pMethods: &raw const METHODS }, disk, name }
    }
}

/// The system's file behind ours.
///
/// # Safety
/// `file` is memory that SQLite made for a file of our VFS.
pub(crate) unsafe fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite's memory is `szOsFile` long: ours, then the system's.
    unsafe { file.cast::<Watched>().add(1).cast() }
}

/// Calls the system's method on the system's file.
macro_rules! system {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: SQLite calls our methods with files that our VFS has opened, whose inner file the
        // system has opened; its own arguments go there as they came.
        unsafe {
            let inner = inner($file);
            (*(*inner).pMethods).$method.map(|method| method(inner $(, $argument)*))
        }
    }};
}

/// A method that only hands on.
macro_rules! straight {
    ($name:ident, $method:ident, $fault:ident $(, $argument:ident: $kind:ty)*) => {
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $kind)*) -> c_int {
            system!(file, $method $(, $argument)*).unwrap_or(ffi::$fault)
        }
    };
}

straight!(size, xFileSize, SQLITE_IOERR_FSTAT, size: *mut sqlite3_int64);
straight!(lock, xLock, SQLITE_IOERR_LOCK, level: c_int);
straight!(unlock, xUnlock, SQLITE_IOERR_UNLOCK, level: c_int);
straight!(is_reserved, xCheckReservedLock, SQLITE_IOERR_LOCK, answer: *mut c_int);
straight!(control, xFileControl, SQLITE_NOTFOUND, what: c_int, with: *mut c_void);
straight!(sector_size, xSectorSize, SQLITE_ERROR);
straight!(
    map, xShmMap, SQLITE_IOERR_SHMMAP,
    page: c_int, size: c_int, extend: c_int, at: *mut *mut c_void
);
straight!(shared_lock, xShmLock, SQLITE_IOERR_SHMLOCK, from: c_int, n: c_int, flags: c_int);
straight!(unmap, xShmUnmap, SQLITE_IOERR_SHMMAP, delete: c_int);

unsafe extern "C" fn barrier(file: *mut sqlite3_file) {
    system!(file, xShmBarrier);
}

/// Nothing is promised but that bytes beside those written stay as they are: what SQLite takes for
/// granted of every disk (`SQLITE_IOCAP_POWERSAFE_OVERWRITE`), and writes its log by.
unsafe extern "C" fn characteristics(_file: *mut sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(is_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(map),
    xShmLock: Some(shared_lock),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(unmap),
    xFetch: None,
    xUnfetch: None,
};

/// Whose file it is, and how it is called.
///
/// # Safety
/// `file` is one that our VFS has opened.
unsafe fn watched<'a>(file: *mut sqlite3_file) -> &'a Watched {
    // SAFETY: our VFS has put it there, and it stays until it is closed.
    unsafe { &*file.cast::<Watched>() }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let done = system!(file, xClose).unwrap_or(ffi::SQLITE_IOERR_CLOSE);
    // SAFETY: SQLite closes each file once, and uses it no more.
    unsafe { ptr::drop_in_place(file.cast::<Watched>()) };
    done
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    to: *mut c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    let read = |_| system!(file, xRead, to, amount, at).unwrap_or(ffi::SQLITE_IOERR_READ);
    // SAFETY: SQLite calls it with a file of ours.
    let Watched { disk, name, .. } = unsafe { watched(file) };
    disk.work((name, Wish::Read), || None, read)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    let write = |scope| {
        let amount = if scope == Scope::Half { amount / 2 } else { amount };
        system!(file, xWrite, from, amount, at).unwrap_or(ffi::SQLITE_IOERR_WRITE)
    };
    let deed = || {
        let (place, length) = (usize::try_from(at).ok()?, usize::try_from(amount).ok()?);
        // SAFETY: SQLite has so many bytes there to be written.
        let bytes = unsafe { slice::from_raw_parts(from.cast::<u8>(), length) };
        Some(Deed::Write { at: place, bytes: bytes.to_vec() })
    };
    // SAFETY: SQLite calls it with a file of ours.
    let Watched { disk, name, .. } = unsafe { watched(file) };
    disk.work((name, Wish::Write), deed, write)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    let cut = |_| system!(file, xTruncate, size).unwrap_or(ffi::SQLITE_IOERR_TRUNCATE);
    let deed = || usize::try_from(size).ok().map(Deed::Truncate);
    // SAFETY: SQLite calls it with a file of ours.
    let Watched { disk, name, .. } = unsafe { watched(file) };
    disk.work((name, Wish::Truncate), deed, cut)
}

/// What the test's disk has synced is what it has noted as synced: the machine's own disk need not
/// be asked.
unsafe extern "C" fn sync(file: *mut sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: SQLite calls it with a file of ours.
    let Watched { disk, name, .. } = unsafe { watched(file) };
    disk.work((name, Wish::Sync), || Some(Deed::Sync), |_| ffi::SQLITE_OK)
}

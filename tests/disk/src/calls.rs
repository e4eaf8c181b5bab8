//! The C library's doors to the disk, with a look at what passes.
//!
//! Rust's standard library and SQLite both reach files through these few functions. A function that
//! a program brings along takes the place of the library's when it is linked, so every call of the
//! process comes by here; each is made for real, by the system's own number for it. Where no folder
//! is watched nothing stands between.

use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::slice;

use libc::{AT_FDCWD, AT_REMOVEDIR, c_long, mode_t, off_t, size_t, ssize_t};

use crate::watch::{self, Recorder};

/// Asks the system itself.
macro_rules! ask {
    ($number:ident $(, $argument:expr)*) => {
        // SAFETY: the caller's own arguments, in the order in which the system wants them.
        unsafe { libc::syscall(libc::$number $(, $argument)*) }
    };
}

/// An answer as the C library gives it.
fn small(answer: c_long) -> c_int {
    c_int::try_from(answer).unwrap_or(-1)
}

/// The path that a call means, whole.
fn path_of(folder: c_int, path: *const c_char) -> Option<PathBuf> {
    // SAFETY: callers of the C library hand over names that end with a zero.
    let name = (!path.is_null()).then(|| unsafe { CStr::from_ptr(path) })?;
    let name = Path::new(OsStr::from_bytes(name.to_bytes()));
    if name.is_absolute() || folder == AT_FDCWD {
        return std::path::absolute(name).ok();
    }
    Some(open_path(folder)?.join(name))
}

/// Where an open file or folder lies.
fn open_path(file: c_int) -> Option<PathBuf> {
    std::fs::read_link(format!("/proc/self/fd/{file}")).ok()
}

/// What the system knows of an open file.
fn stat(file: c_int) -> Option<libc::stat> {
    // SAFETY: a plain struct of numbers, which the call fills.
    let mut found: libc::stat = unsafe { std::mem::zeroed() };
    // SAFETY: as above; a number that is no open file is an error.
    let done = unsafe { libc::fstat(file, &raw mut found) };
    (done == 0).then_some(found)
}

/// Does what was asked for with a name, and lets whoever watches the name note it.
fn with_name(
    path: impl FnOnce() -> Option<PathBuf>,
    perform: impl FnOnce() -> c_int,
    note: impl FnOnce(&mut Recorder, &Path),
) -> c_int {
    let Some(mut all) = watch::recorders() else { return perform() };
    let Some((recorder, place)) = path().and_then(|path| watch::at(&mut all, &path)) else {
        drop(all);
        return perform();
    };
    let done = perform();
    if done >= 0 {
        note(recorder, &place);
    }
    done
}

/// Does what was asked for with an open file, and lets whoever watches it note it.
fn with_file<T: Copy + Into<i64>>(
    file: c_int,
    perform: impl FnOnce() -> T,
    note: impl FnOnce(&mut Recorder, u64, T),
) -> T {
    let Some(mut all) = watch::recorders() else { return perform() };
    let watched = stat(file).and_then(|found| watch::file(&mut all, &found));
    let Some((recorder, id)) = watched else {
        drop(all);
        return perform();
    };
    let done = perform();
    if done.into() >= 0 {
        note(recorder, id, done);
    }
    done
}

fn open_at(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    let open = || small(ask!(SYS_openat, folder, path, flags, mode));
    let opened = std::cell::Cell::new(-1);
    let perform = || {
        opened.set(open());
        opened.get()
    };
    with_name(
        || path_of(folder, path),
        perform,
        |recorder, place| {
            if let Some(found) = stat(opened.get()) {
                recorder.opened(place, &found, flags);
            }
        },
    )
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    open_at(AT_FDCWD, path, flags, mode)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    open_at(AT_FDCWD, path, flags, mode)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat(
    folder: c_int,
    path: *const c_char,
    flags: c_int,
    mode: mode_t,
) -> c_int {
    open_at(folder, path, flags, mode)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat64(
    folder: c_int,
    path: *const c_char,
    flags: c_int,
    mode: mode_t,
) -> c_int {
    open_at(folder, path, flags, mode)
}

fn remove(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let remove = || small(ask!(SYS_unlinkat, folder, path, flags));
    with_name(|| path_of(folder, path), remove, Recorder::removed)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlink(path: *const c_char) -> c_int {
    remove(AT_FDCWD, path, 0)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rmdir(path: *const c_char) -> c_int {
    remove(AT_FDCWD, path, AT_REMOVEDIR)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    remove(folder, path, flags)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn mkdir(path: *const c_char, mode: mode_t) -> c_int {
    let make = || small(ask!(SYS_mkdirat, AT_FDCWD, path, mode));
    with_name(|| path_of(AT_FDCWD, path), make, Recorder::folder_made)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let rename = || small(ask!(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
    let note = |recorder: &mut Recorder, place: &Path| {
        recorder.renamed(place, path_of(AT_FDCWD, to).as_deref());
    };
    with_name(|| path_of(AT_FDCWD, from), rename, note)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn linkat(
    at: c_int,
    from: *const c_char,
    to_at: c_int,
    to: *const c_char,
    flags: c_int,
) -> c_int {
    let link = || small(ask!(SYS_linkat, at, from, to_at, to, flags));
    let note = |recorder: &mut Recorder, place: &Path| {
        recorder.linked(place, path_of(to_at, to).as_deref());
    };
    with_name(|| path_of(at, from), link, note)
}

/// The bytes that a caller hands over.
fn bytes<'a>(from: *const c_void, done: i64) -> &'a [u8] {
    // SAFETY: the caller has at least as many bytes there as were written.
    unsafe { slice::from_raw_parts(from.cast(), usize::try_from(done).unwrap_or(0)) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn write(file: c_int, from: *const c_void, amount: size_t) -> ssize_t {
    let write = || ask!(SYS_write, file, from, amount);
    let done = with_file(file, write, |recorder, id, done| {
        // SAFETY: it only asks where the file's next byte goes, which is behind what was written.
        let end = unsafe { libc::lseek(file, 0, libc::SEEK_CUR) };
        recorder.wrote(id, end - done, bytes(from, done));
    });
    as_size(done)
}

fn write_at(file: c_int, from: *const c_void, amount: size_t, at: off_t) -> ssize_t {
    let write = || ask!(SYS_pwrite64, file, from, amount, at);
    let note = |recorder: &mut Recorder, id, done| recorder.wrote(id, at, bytes(from, done));
    as_size(with_file(file, write, note))
}

fn as_size(done: i64) -> ssize_t {
    ssize_t::try_from(done).unwrap_or(-1)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn pwrite(
    file: c_int,
    from: *const c_void,
    amount: size_t,
    at: off_t,
) -> ssize_t {
    write_at(file, from, amount, at)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn pwrite64(
    file: c_int,
    from: *const c_void,
    amount: size_t,
    at: off_t,
) -> ssize_t {
    write_at(file, from, amount, at)
}

fn truncate(file: c_int, size: off_t) -> c_int {
    let truncate = || small(ask!(SYS_ftruncate, file, size));
    with_file(file, truncate, |recorder, id, _| recorder.truncated(id, size))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn ftruncate(file: c_int, size: off_t) -> c_int {
    truncate(file, size)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn ftruncate64(file: c_int, size: off_t) -> c_int {
    truncate(file, size)
}

/// What is watched is synced once it is noted as synced: the machine's own disk need not be asked.
fn sync(file: c_int, really: impl FnOnce() -> c_int) -> c_int {
    let Some(mut all) = watch::recorders() else { return really() };
    let Some(found) = stat(file) else { return really() };
    if let Some((recorder, id)) = watch::file(&mut all, &found) {
        recorder.synced(id);
        return 0;
    }
    let is_folder = found.st_mode & libc::S_IFMT == libc::S_IFDIR;
    let place = is_folder.then(|| open_path(file)).flatten();
    if let Some((recorder, place)) = place.and_then(|path| watch::at(&mut all, &path)) {
        recorder.folder_synced(&place);
        return 0;
    }
    drop(all);
    really()
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fsync(file: c_int) -> c_int {
    sync(file, || small(ask!(SYS_fsync, file)))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fdatasync(file: c_int) -> c_int {
    sync(file, || small(ask!(SYS_fdatasync, file)))
}

//! Connections that can do nothing but read.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use tokio::sync::Semaphore;

use super::StorageError;

/// How many reads may run at once.
const READERS: usize = 4;

/// Hands out reading connections. Clones share them.
#[derive(Clone, Debug)]
pub struct Readers {
    idle: Arc<Mutex<Vec<Connection>>>,
    permits: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, StorageError> {
        let idle = (0..READERS).map(|_| open(path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { idle: Arc::new(Mutex::new(idle)), permits: Arc::new(Semaphore::new(READERS)) })
    }

    /// Runs a read on a thread that may wait for the disk.
    ///
    /// # Errors
    /// What the read returns, [`StorageError::BrokenOff`] where it panics, or
    /// [`StorageError::Stopped`] where the program is ending.
    pub async fn read<T, F>(&self, read: F) -> Result<T, StorageError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StorageError> + Send + 'static,
    {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_closed| StorageError::Stopped)?;
        let idle = Arc::clone(&self.idle);
        let task = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let taken = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let connection = taken.ok_or(StorageError::Stopped)?;
            // A read that breaks off has changed nothing, and its connection is as good as before.
            let result = catch_unwind(AssertUnwindSafe(|| read(&connection)));
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            result.unwrap_or(Err(StorageError::BrokenOff))
        });
        task.await.map_err(|_ended| StorageError::Stopped)?
    }
}

fn open(path: &Path) -> Result<Connection, StorageError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // Read-write on the file, so that the log's index can be shared; the pragma forbids changes.
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(super::BUSY_TIMEOUT)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.set_prepared_statement_cache_capacity(super::STATEMENTS);
    Ok(connection)
}

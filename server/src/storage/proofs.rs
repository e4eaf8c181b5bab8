//! One-time codes that were sent.

use demitasse_shared::Timestamp;
use rusqlite::{Connection, OptionalExtension, Params, params};

use super::{StorageError, moment};
use crate::domain::proof::{COUNTED_SECONDS, Proof, SendFacts, Sent};

/// The newest code of a waiting session, with what it takes to compare it.
#[derive(Clone, Debug)]
pub struct OpenProof {
    /// The row.
    pub id: i64,
    /// What the rules look at.
    pub proof: Proof,
    /// The code, as a keyed hash.
    pub code_hash: [u8; 32],
    /// Whom it was sent to, as a keyed hash.
    pub identity: [u8; 32],
}

/// Keeps a code that is about to be sent, and returns its row.
pub fn insert(
    connection: &Connection,
    pending_hash: &[u8; 32],
    identity: &[u8; 32],
    code_hash: &[u8; 32],
    now: Timestamp,
) -> Result<i64, StorageError> {
    connection
        .prepare_cached(
            "INSERT INTO proofs (pending_hash, identity, code_hash, sent_at) VALUES (?, ?, ?, ?)",
        )?
        .execute(params![pending_hash, identity, code_hash, now.as_millisecond()])?;
    Ok(connection.last_insert_rowid())
}

/// Takes a code back that could not be sent: the one before it is the newest again.
pub fn delete(connection: &Connection, id: i64) -> Result<(), StorageError> {
    connection.prepare_cached("DELETE FROM proofs WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// Forgets what no limit counts any more.
pub fn tidy(connection: &Connection, now: Timestamp) -> Result<(), StorageError> {
    connection
        .prepare_cached("DELETE FROM proofs WHERE sent_at <= ?")?
        .execute([counted_from(now)])?;
    Ok(())
}

/// Whether a waiting session is known, and counts still.
pub fn knows(
    connection: &Connection,
    pending_hash: &[u8; 32],
    now: Timestamp,
) -> Result<bool, StorageError> {
    let mut statement = connection
        .prepare_cached("SELECT 1 FROM proofs WHERE pending_hash = ? AND sent_at > ? LIMIT 1")?;
    Ok(statement.exists(params![pending_hash, counted_from(now)])?)
}

/// The newest code of a waiting session.
pub fn open_of(
    connection: &Connection,
    pending_hash: &[u8; 32],
) -> Result<Option<OpenProof>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, sent_at, wrong, code_hash, identity, used_at FROM proofs
         WHERE pending_hash = ? ORDER BY id DESC LIMIT 1",
    )?;
    let open = statement
        .query_row([pending_hash], |row| {
            let (id, identity) = (row.get(0)?, row.get(4)?);
            let used_at = row.get::<_, Option<i64>>(5)?.map(moment).transpose()?;
            let proof = Proof { sent_at: moment(row.get(1)?)?, wrong: row.get(2)?, used_at };
            let code_hash: Option<[u8; 32]> = row.get(3)?;
            Ok(code_hash.map(|code_hash| OpenProof { id, proof, code_hash, identity }))
        })
        .optional()?;
    Ok(open.flatten())
}

/// Counts a wrong code.
pub fn note_wrong(connection: &Connection, id: i64) -> Result<(), StorageError> {
    connection.prepare_cached("UPDATE proofs SET wrong = wrong + 1 WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// Notes that a code has served for the first time, and wipes the others of its waiting session.
pub fn use_up(
    connection: &Connection,
    pending_hash: &[u8; 32],
    id: i64,
    now: Timestamp,
) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE proofs SET code_hash = NULL WHERE pending_hash = ? AND id <> ?")?
        .execute(params![pending_hash, id])?;
    connection
        .prepare_cached("UPDATE proofs SET used_at = ? WHERE id = ? AND used_at IS NULL")?
        .execute(params![now.as_millisecond(), id])?;
    Ok(())
}

/// What was sent lately to a waiting session, to an address and by the whole bar.
pub fn facts(
    connection: &Connection,
    pending_hash: &[u8; 32],
    identity: &[u8; 32],
    now: Timestamp,
) -> Result<SendFacts, StorageError> {
    let from = counted_from(now);
    Ok(SendFacts {
        session: sent(
            connection,
            "SELECT count(*), min(sent_at), max(sent_at) FROM proofs
             WHERE pending_hash = ? AND sent_at > ?",
            params![pending_hash, from],
        )?,
        address: sent(
            connection,
            "SELECT count(*), min(sent_at), max(sent_at) FROM proofs
             WHERE identity = ? AND sent_at > ?",
            params![identity, from],
        )?,
        bar: sent(
            connection,
            "SELECT count(*), min(sent_at), max(sent_at) FROM proofs WHERE sent_at > ?",
            params![from],
        )?,
    })
}

fn sent(connection: &Connection, sql: &str, params: impl Params) -> Result<Sent, StorageError> {
    let sent = connection.prepare_cached(sql)?.query_row(params, |row| {
        let at = |column| row.get::<_, Option<i64>>(column)?.map(moment).transpose();
        Ok(Sent { count: row.get(0)?, first: at(1)?, last: at(2)? })
    })?;
    Ok(sent)
}

/// The moment that is not counted any more.
fn counted_from(now: Timestamp) -> i64 {
    now.as_millisecond() - i64::from(COUNTED_SECONDS) * 1_000
}

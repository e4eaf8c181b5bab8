-- Guests who are known by an address or a badge, one-time codes on their way, and what it takes to
-- forget a guest.

-- The database's own key: addresses, badges and one-time codes are kept as hashes under it.
CREATE TABLE keys (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    identity_key BLOB    NOT NULL CHECK (length(identity_key) = 32)
) STRICT;

-- Who signs in by an address or a badge tells no name, and who was forgotten has none any more.
ALTER TABLE guests ALTER COLUMN name DROP NOT NULL;

-- The address or badge that the guest is known by, as a keyed hash.
ALTER TABLE guests ADD COLUMN identity BLOB CHECK (length(identity) = 32);

-- When the rest of a forgotten guest goes: the hash stays until the limits of the day are over.
ALTER TABLE guests ADD COLUMN forget_at INTEGER;

CREATE UNIQUE INDEX guests_identity ON guests (identity) WHERE identity IS NOT NULL;
CREATE INDEX guests_forget ON guests (forget_at) WHERE forget_at IS NOT NULL;
CREATE INDEX sessions_guest ON sessions (guest);

-- One-time codes, a row for each message that was sent: who asked, whom it went to and the code,
-- all as hashes. A row stays for an hour, so that messages can be counted; older codes of the same
-- session go when one has served.
CREATE TABLE proofs (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    pending_hash BLOB    NOT NULL CHECK (length(pending_hash) = 32),
    identity     BLOB    NOT NULL CHECK (length(identity) = 32),
    code_hash    BLOB    CHECK (length(code_hash) = 32),
    sent_at      INTEGER NOT NULL,
    wrong        INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0),
    used_at      INTEGER
) STRICT;

CREATE INDEX proofs_pending ON proofs (pending_hash, id);
CREATE INDEX proofs_identity ON proofs (identity, sent_at);
CREATE INDEX proofs_sent ON proofs (sent_at);

-- The attendees' codes that the venue's list holds, as keyed hashes.
CREATE TABLE badges (
    code_hash BLOB PRIMARY KEY CHECK (length(code_hash) = 32)
) STRICT, WITHOUT ROWID;

-- An order's own rows of the journal: its journey.
CREATE INDEX journal_about ON journal (about) WHERE about IS NOT NULL;

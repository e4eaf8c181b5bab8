-- The ssh keys that devices have come in with: whoever was paired on an ssh line once needs no code
-- there again. A device that is revoked keeps its rows, but its keys open nothing any more.
CREATE TABLE device_keys (
    fingerprint BLOB    PRIMARY KEY CHECK (length(fingerprint) = 32),
    device      INTEGER NOT NULL REFERENCES devices (id),
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The bar as one order's whole life needs it. Times are milliseconds since 1970 in UTC.

-- The bar itself: one row.
CREATE TABLE bar (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    shop_state   TEXT    NOT NULL CHECK (shop_state IN ('open', 'closed', 'paused')),
    paused_until INTEGER,
    settings     TEXT    NOT NULL CHECK (json_valid(settings)),
    menu         TEXT    NOT NULL CHECK (json_valid(menu))
) STRICT;

-- Code windows. The check is the last line of the promise that a window never gives too much.
CREATE TABLE windows (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    code      TEXT    NOT NULL,
    code_hash BLOB    NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    opens_at  INTEGER NOT NULL UNIQUE,
    closes_at INTEGER NOT NULL CHECK (closes_at > opens_at),
    drinks    INTEGER NOT NULL CHECK (drinks >= 1),
    taken     INTEGER NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND drinks)
) STRICT;

-- Guests, and the sessions that stand for them. Only a session's hash is kept.
CREATE TABLE guests (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    -- The page on which the name was typed, as a hash: a form sent twice makes one guest.
    visit_hash BLOB    UNIQUE CHECK (length(visit_hash) = 32)
) STRICT;

CREATE TABLE sessions (
    token_hash BLOB    PRIMARY KEY CHECK (length(token_hash) = 32),
    guest      INTEGER NOT NULL REFERENCES guests (id),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Orders, from the reservation on. What was chosen stands here as it was, whatever the menu does.
CREATE TABLE orders (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    guest        INTEGER REFERENCES guests (id),
    window       INTEGER REFERENCES windows (id),
    day          TEXT    NOT NULL,
    number       INTEGER CHECK (number >= 1),
    state        TEXT    NOT NULL CHECK (state IN ('reserved', 'waiting', 'making', 'ready',
                                                   'collected', 'cancelled', 'expired')),
    chosen       TEXT    CHECK (chosen IS NULL OR json_valid(chosen)),
    walk_up      INTEGER NOT NULL DEFAULT 0,
    reserved_at  INTEGER NOT NULL,
    submit_by    INTEGER,
    submitted_at INTEGER,
    expires_at   INTEGER,
    making_at    INTEGER,
    ready_at     INTEGER,
    ended_at     INTEGER,
    barista      TEXT,
    ended_by     TEXT    CHECK (ended_by IN ('guest', 'bar')),
    reason       TEXT,
    last_step    TEXT,
    last_device  INTEGER,
    -- When time alone will change it; what the ticker waits for.
    lapses_at    INTEGER
) STRICT;

CREATE UNIQUE INDEX orders_number ON orders (day, number) WHERE number IS NOT NULL;
CREATE INDEX orders_day ON orders (day, id);
CREATE INDEX orders_due ON orders (lapses_at) WHERE lapses_at IS NOT NULL;
CREATE INDEX orders_guest ON orders (guest, day);
CREATE INDEX orders_alive ON orders (state) WHERE state IN ('reserved', 'waiting', 'making');
CREATE INDEX orders_waiting ON orders (submitted_at, number, id) WHERE state = 'waiting';
CREATE INDEX orders_ready ON orders (state) WHERE state = 'ready';

-- Pairing codes, good once, and the devices that they became. Only hashes are kept.
CREATE TABLE pairings (
    code_hash  BLOB    PRIMARY KEY CHECK (length(code_hash) = 32),
    role       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    role       TEXT    NOT NULL CHECK (role IN ('barista', 'manager', 'display')),
    name       TEXT    NOT NULL,
    device     TEXT    NOT NULL,
    token_hash BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- The journal: everything that happened, in order. Its key is the number that the live feed
-- carries; `data` is the live event itself.
CREATE TABLE journal (
    seq   INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,
    kind  TEXT    NOT NULL,
    actor TEXT    NOT NULL,
    about INTEGER,
    guest INTEGER,
    data  TEXT    NOT NULL CHECK (json_valid(data))
) STRICT;

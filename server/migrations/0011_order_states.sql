-- The states of an order as comparisons. For each list of more than two values SQLite builds a small
-- table whenever a statement runs: three of them for each step of an order, and they took longer
-- than its row. Column checks cannot be changed, so the table is made anew.
CREATE TABLE orders_anew (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    guest         INTEGER REFERENCES guests (id),
    window        INTEGER REFERENCES windows (id),
    day           TEXT    NOT NULL,
    number        INTEGER CHECK (number >= 1),
    state         TEXT    NOT NULL
        CHECK (state = 'reserved' OR state = 'waiting' OR state = 'making' OR state = 'ready'
               OR state = 'collected' OR state = 'cancelled' OR state = 'expired'),
    chosen        TEXT    CHECK (chosen IS NULL OR json_valid(chosen)),
    walk_up       INTEGER NOT NULL DEFAULT 0,
    reserved_at   INTEGER NOT NULL,
    submit_by     INTEGER,
    submitted_at  INTEGER,
    expires_at    INTEGER,
    making_at     INTEGER,
    ready_at      INTEGER,
    ended_at      INTEGER,
    barista       TEXT,
    ended_by      TEXT    CHECK (ended_by = 'guest' OR ended_by = 'bar'),
    reason        TEXT,
    last_step     TEXT,
    last_device   INTEGER,
    -- When time alone will change it; what the ticker waits for.
    lapses_at     INTEGER,
    -- The device that entered a walk-up order, and the key that it gave.
    entered_by    INTEGER,
    entry_key     TEXT    CHECK (length(entry_key) BETWEEN 1 AND 64),
    -- When the guest was told that the drink would be ready: both or neither.
    promised_from INTEGER,
    promised_to   INTEGER
        CHECK ((promised_to IS NULL) = (promised_from IS NULL) AND promised_to >= promised_from)
) STRICT;

INSERT INTO orders_anew
    SELECT id, guest, window, day, number, state, chosen, walk_up, reserved_at, submit_by,
           submitted_at, expires_at, making_at, ready_at, ended_at, barista, ended_by, reason,
           last_step, last_device, lapses_at, entered_by, entry_key, promised_from, promised_to
    FROM orders;

-- No number comes twice, even where the last orders are gone.
DELETE FROM sqlite_sequence WHERE name = 'orders_anew';
UPDATE sqlite_sequence SET name = 'orders_anew' WHERE name = 'orders';
DROP TABLE orders;
ALTER TABLE orders_anew RENAME TO orders;

CREATE UNIQUE INDEX orders_number ON orders (day, number) WHERE number IS NOT NULL;
CREATE INDEX orders_day ON orders (day, id);
CREATE INDEX orders_due ON orders (lapses_at) WHERE lapses_at IS NOT NULL;
CREATE INDEX orders_guest ON orders (guest, day);
CREATE UNIQUE INDEX orders_entry ON orders (entered_by, entry_key) WHERE entry_key IS NOT NULL;
CREATE INDEX orders_board ON orders (state)
    WHERE state = 'reserved' OR state = 'waiting' OR state = 'making' OR state = 'ready';

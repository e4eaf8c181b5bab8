-- What the counter asks for: how often guests heard no, and walk-up orders that can be sent again.

-- How often a scan or an order was answered with no: a row for each venue day and refusal code.
-- The count is the day's so far, so that to write it twice is the same as once.
CREATE TABLE turned_away (
    day   TEXT    NOT NULL,
    code  TEXT    NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 1),
    PRIMARY KEY (day, code)
) STRICT, WITHOUT ROWID;

-- The device that entered a walk-up order, and the key that it gave: sent again, both lead to the
-- same order. Device 0 stands for programs of the server's own user.
ALTER TABLE orders ADD COLUMN entered_by INTEGER;
ALTER TABLE orders ADD COLUMN entry_key TEXT CHECK (length(entry_key) BETWEEN 1 AND 64);

CREATE UNIQUE INDEX orders_entry ON orders (entered_by, entry_key) WHERE entry_key IS NOT NULL;

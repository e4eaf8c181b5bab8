-- What the report holds against what came.

-- When a guest was told at the moment of ordering that the drink would be ready: both or neither.
ALTER TABLE orders ADD COLUMN promised_from INTEGER;
ALTER TABLE orders ADD COLUMN promised_to INTEGER
    CHECK ((promised_to IS NULL) = (promised_from IS NULL) AND promised_to >= promised_from);

-- Whose bar this was when it was last open: a report is written after the server has stopped, too.
-- The venue's zone stands as its name, or as its offset where it has none.
CREATE TABLE venue (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    name   TEXT    NOT NULL,
    zone   TEXT    NOT NULL,
    accent TEXT
) STRICT;

-- The line that the bar has for everybody: one row while it has one.
CREATE TABLE announcement (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    text    TEXT    NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
    said_at INTEGER NOT NULL,
    until   INTEGER NOT NULL CHECK (until > said_at)
) STRICT;

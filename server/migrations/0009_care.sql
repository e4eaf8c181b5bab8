-- Looking after the data: where backups were made, and what a restored bar must not give again.

-- One row. The mark tells this bar's backups from those of another one in the same folder.
CREATE TABLE care (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    mark     TEXT    NOT NULL CHECK (length(mark) = 8),
    -- When everything personal was last wiped.
    wiped_at INTEGER
) STRICT;

INSERT INTO care (id, mark) VALUES (1, lower(hex(randomblob(4))));

-- Where backups went: folders, each with its last one, and files that somebody named. The newest of
-- all is the bar's last backup, and a wipe knows where to look.
CREATE TABLE backup_places (
    place   TEXT    PRIMARY KEY,
    file    TEXT    NOT NULL,
    made_at INTEGER NOT NULL,
    seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers of a day that may have been called out after the backup that this bar was restored from:
-- the day goes on above them.
CREATE TABLE number_floors (
    day    TEXT    PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number >= 1)
) STRICT, WITHOUT ROWID;

-- When a paired device was last heard, as far as it was written: at most once a minute, and when the
-- server stops.
ALTER TABLE devices ADD COLUMN heard_at INTEGER;

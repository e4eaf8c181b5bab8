-- When a closed bar will open, where staff said so, and since when it is what it is. Of a bar from
-- before this the journal knows it.
ALTER TABLE bar ADD COLUMN opens_at INTEGER;
ALTER TABLE bar ADD COLUMN since INTEGER;

UPDATE bar SET since = (
    SELECT max(at) FROM journal
    WHERE kind IN ('shop_opened', 'shop_closed', 'shop_paused', 'shop_resumed')
);

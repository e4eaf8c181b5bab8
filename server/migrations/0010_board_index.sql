-- One index for all that stands on the board, instead of three: each step of an order had to move
-- it in every one of them. Places in the queue are counted in memory.
DROP INDEX orders_alive;
DROP INDEX orders_waiting;
DROP INDEX orders_ready;

CREATE INDEX orders_board ON orders (state)
    WHERE state IN ('reserved', 'waiting', 'making', 'ready');

-- Orders that are done and still say something, so that a look at what is old costs nothing where all is
-- erased. A new order is not in it. By itself: the column before it locks the table for a moment, and
-- this takes as long as it takes to read it.
create index orders_to_erase on orders (tenant_id, id)
  where status in ('completed', 'canceled') and personal_since is distinct from 'infinity';

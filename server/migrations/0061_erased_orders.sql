-- An order is erased once, and again when something was written on it since. Whether it has a contact says
-- nothing: words stand in its notes, fields and returns, too.

alter table orders
  -- Since when something personal may stand in what belongs to it. Null: since it was captured;
  -- infinity: it was erased, and nothing was written since.
  add column personal_since timestamptz;

-- Took up what a capture wrote, and found what has a contact only.
drop index order_contacts_known;

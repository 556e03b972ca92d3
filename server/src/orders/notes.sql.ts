// SQL of what people put on an order: holds, tags, notes, custom fields.

import { statement } from '../db/statement.ts';

export interface HoldRow {
  readonly id: string;
  readonly order_id: string;
  readonly line_number: number | null;
  readonly reason: string;
  readonly handle: string;
  readonly note: string | null;
  readonly blocks: string[];
  readonly owner: string;
  readonly placed_at: Date;
  readonly expires_at: Date | null;
  readonly released_at: Date | null;
  readonly released_by: string | null;
}

const HOLD = `id, order_id, line_number, reason, handle, note, blocks, owner, placed_at,
          expires_at, released_at, released_by`;

export const insertHold = statement<HoldRow>(
  'orders.insertHold',
  `insert into order_holds (tenant_id, id, order_id, line_number, reason, handle, note, blocks,
     owner, placed_at, expires_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict do nothing returning ${HOLD}`,
);

export const selectHolds = statement<HoldRow>(
  'orders.selectHolds',
  `select ${HOLD} from order_holds
   where tenant_id = (select current_tenant()) and order_id = $1 order by id`,
);

// Of these orders, those whose payer has something to do, or which are held for that.
export const selectPayersOrders = statement<{ order_id: string }>(
  'orders.selectPayersOrders',
  `select order_id from payments
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[]) and payer_waits
   union
   select order_id from order_holds
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and released_at is null and reason = 'awaiting-payment'`,
);

export const closeHold = statement<HoldRow>(
  'orders.closeHold',
  `update order_holds set released_at = $3, released_by = $4
   where tenant_id = (select current_tenant()) and order_id = $1 and id = $2
     and released_at is null
   returning ${HOLD}`,
);

export const selectDueHolds = statement<{ id: string; order_id: string }>(
  'orders.selectDueHolds',
  `select id, order_id from order_holds
   where tenant_id = (select current_tenant()) and released_at is null and expires_at <= $1
   order by expires_at limit $2`,
);

// As doorstep_clock: whose holds are due.
export const selectTenantsWithDueHolds = statement<{ tenant_id: string }>(
  'orders.selectTenantsWithDueHolds',
  `select distinct tenant_id from order_holds
   where expires_at is not null and released_at is null and expires_at <= $1`,
);

// The count is part of the order's derived status.
export const countHold = statement<{ version: number }>(
  'orders.countHold',
  `update orders set open_holds = open_holds + $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

export const insertTag = statement(
  'orders.insertTag',
  `insert into order_tags (tenant_id, tag, order_id) values (current_tenant(), $1, $2)
   on conflict do nothing`,
);

export const deleteTag = statement(
  'orders.deleteTag',
  `delete from order_tags
   where tenant_id = (select current_tenant()) and tag = $1 and order_id = $2`,
);

export const selectTags = statement<{ tag: string }>(
  'orders.selectTags',
  `select tag from order_tags where tenant_id = (select current_tenant()) and order_id = $1
   order by tag`,
);

export interface NoteRow {
  readonly id: string;
  readonly order_id: string;
  readonly body: string;
  readonly author: string;
  readonly created_at: Date;
  readonly edited_at: Date | null;
}

export const insertNote = statement(
  'orders.insertNote',
  `insert into order_notes (tenant_id, order_id, id, body, author, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5)`,
);

export const selectNotes = statement<NoteRow>(
  'orders.selectNotes',
  `select id, order_id, body, author, created_at, edited_at from order_notes
   where tenant_id = (select current_tenant()) and order_id = $1 order by id`,
);

export const countNotes = statement<{ notes: number }>(
  'orders.countNotes',
  `select count(*)::int as notes from order_notes
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

// The order must be locked: then nobody else changes its notes.
export const selectNote = statement<NoteRow>(
  'orders.selectNote',
  `select id, order_id, body, author, created_at, edited_at from order_notes
   where tenant_id = (select current_tenant()) and order_id = $1 and id = $2`,
);

export const updateNote = statement(
  'orders.updateNote',
  `update order_notes set body = $3, edited_at = $4
   where tenant_id = (select current_tenant()) and order_id = $1 and id = $2`,
);

export const deleteNoteRow = statement(
  'orders.deleteNote',
  `delete from order_notes
   where tenant_id = (select current_tenant()) and order_id = $1 and id = $2`,
);

export const selectCustomFields = statement<{ custom_fields: Record<string, unknown> }>(
  'orders.selectCustomFields',
  `select custom_fields from orders
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const updateCustomFields = statement<{ version: number }>(
  'orders.updateCustomFields',
  `update orders set custom_fields = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

// SQL of stored value: the accounts of store credit and gift cards, and their movements. An account is
// locked before it is changed, and is always the last row that a transaction locks.

import type { StoredValueKind } from '@doorstep/core/payments/stored-value-provider.ts';
import type { ValueMovementKind } from '@doorstep/core/stored-value/stored-value.ts';
import { statement } from '../db/statement.ts';

export interface ValueRow {
  readonly id: string;
  readonly kind: StoredValueKind;
  readonly currency: string;
  readonly customer_id: string | null;
  readonly balance_minor: bigint;
  readonly held_minor: bigint;
  readonly moved_to: string | null;
  readonly last_four: string | null;
  readonly order_id: string | null;
  readonly expires_at: Date | null;
  readonly disabled_at: Date | null;
  readonly expiry_due_at: Date | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly version: number;
}

const VALUE = `id, kind, currency, customer_id, balance_minor, held_minor, moved_to, last_four,
          order_id, expires_at, disabled_at, expiry_due_at, created_at, created_by, version`;

export const selectValue = statement<ValueRow>(
  'storedValue.selectValue',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const lockValue = statement<ValueRow>(
  'storedValue.lockValue',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const selectStoreCredits = statement<ValueRow>(
  'storedValue.selectStoreCredits',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and kind = 'store-credit' and customer_id = $1
     and moved_to is null
   order by currency`,
);

export const selectStoreCreditId = statement<{ id: string }>(
  'storedValue.selectStoreCreditId',
  `select id from stored_values
   where tenant_id = (select current_tenant()) and kind = 'store-credit' and customer_id = $1
     and currency = $2`,
);

// Of two who open it at once the second finds it.
export const insertValue = statement<ValueRow>(
  'storedValue.insertValue',
  `insert into stored_values (tenant_id, id, kind, currency, customer_id, code_hash, last_four,
     order_id, expires_at, expiry_due_at, created_at, created_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)
   on conflict do nothing
   returning ${VALUE}`,
);

export const selectGiftCardByCode = statement<ValueRow>(
  'storedValue.selectGiftCardByCode',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and code_hash is not null and code_hash = $1`,
);

// What moved, with when to look for what expires: null leaves that as it is.
export const moveBalance = statement<ValueRow>(
  'storedValue.moveBalance',
  `update stored_values
   set balance_minor = balance_minor + $2, held_minor = held_minor + $3,
       expiry_due_at = case when $4::timestamptz is null then expiry_due_at
                            else least(expiry_due_at, $4::timestamptz) end,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${VALUE}`,
);

export const changeCard = statement<ValueRow>(
  'storedValue.changeCard',
  `update stored_values
   set disabled_at = $2, expires_at = $3, customer_id = $4, expiry_due_at = $3,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${VALUE}`,
);

// What was refunded to a card that is over stays: nobody loses a refund to a date that is past.
export const liftExpiry = statement(
  'storedValue.liftExpiry',
  `update stored_values set expires_at = null, expiry_due_at = null
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const setExpiryDue = statement(
  'storedValue.setExpiryDue',
  `update stored_values set expiry_due_at = $2
   where tenant_id = (select current_tenant()) and id = $1`,
);

// As doorstep_clock: whose credit or cards may expire.
export const selectTenantsWithDueValues = statement<{ tenant_id: string }>(
  'storedValue.selectTenantsWithDueValues',
  `select distinct tenant_id from stored_values
   where expiry_due_at is not null and expiry_due_at <= $1`,
);

// One at a time: it is locked next, and nothing before it.
export const selectDueValue = statement<{ id: string }>(
  'storedValue.selectDueValue',
  `select id from stored_values
   where tenant_id = (select current_tenant()) and expiry_due_at is not null
     and expiry_due_at <= $1
   order by expiry_due_at limit 1`,
);

export interface MovementRow {
  readonly id: string;
  readonly value_id: string;
  readonly kind: ValueMovementKind;
  readonly amount_minor: bigint;
  readonly held_minor: bigint;
  readonly hold_id: string | null;
  readonly order_id: string | null;
  readonly payment_id: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly expires_at: Date | null;
  readonly actor: string;
  readonly occurred_at: Date;
}

const MOVEMENT = `id, value_id, kind, amount_minor, held_minor, hold_id, order_id, payment_id, reason,
          note, expires_at, actor, occurred_at`;

// The intent is done once, however often it is asked for.
export const insertMovement = statement(
  'storedValue.insertMovement',
  `insert into stored_value_movements (tenant_id, value_id, id, number, kind, amount_minor, held_minor,
     hold_id, intent_id, order_id, payment_id, reason, note, expires_at, actor, occurred_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
);

export const selectMovementOfIntent = statement<MovementRow>(
  'storedValue.selectMovementOfIntent',
  `select ${MOVEMENT} from stored_value_movements
   where tenant_id = (select current_tenant()) and intent_id is not null and intent_id = $1`,
);

/** A promise: the account that it is of by now, and how much of it is left. */
export interface HoldRow {
  readonly value_id: string;
  readonly held_minor: bigint;
}

// By account: a merge moves a promise from one to the other, and leaves nothing of it there.
export const selectHold = statement<HoldRow>(
  'storedValue.selectHold',
  `select value_id, sum(held_minor)::bigint as held_minor from stored_value_movements
   where tenant_id = (select current_tenant()) and hold_id is not null and hold_id = $1
   group by value_id`,
);

export const selectMovements = statement<MovementRow>(
  'storedValue.selectMovements',
  `select ${MOVEMENT} from stored_value_movements
   where tenant_id = (select current_tenant()) and value_id = $3 and id < $1
   order by id desc limit $2`,
);

export interface LotRow {
  readonly amount_minor: bigint;
  readonly held_minor: bigint;
  readonly hold_id: string | null;
  readonly expires_at: Date | null;
}

// All of one account, to find out what of it expires.
export const selectLots = statement<LotRow>(
  'storedValue.selectLots',
  `select amount_minor, held_minor, hold_id, expires_at from stored_value_movements
   where tenant_id = (select current_tenant()) and value_id = $1
   order by number`,
);

// Of what somebody ($2) gave on an account by hand since $3: limits are for all of it.
export const selectGivenBy = statement<{ given_minor: bigint }>(
  'storedValue.selectGivenBy',
  `select coalesce(sum(amount_minor), 0)::bigint as given_minor from stored_value_movements
   where tenant_id = (select current_tenant()) and value_id = $1 and actor = $2
     and kind in ('given', 'issued') and occurred_at >= $3`,
);

export const selectPayer = statement<{ customer_id: string | null }>(
  'storedValue.selectPayer',
  `select customer_id from orders where tenant_id = (select current_tenant()) and id = $1`,
);

// SQL of the books about store credit and gift cards: what was issued, given, taken and has expired.

import type { StoredValueKind } from '@doorstep/core/payments/stored-value-provider.ts';
import type { ValueMovementKind } from '@doorstep/core/stored-value/stored-value.ts';
import { statement } from '../db/statement.ts';

export interface NotEnteredMovementRow {
  readonly id: string;
  readonly account: StoredValueKind;
  readonly kind: ValueMovementKind;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly order_id: string | null;
  readonly occurred_at: Date;
}

const ENTERABLE = `movement.id, value.kind as account, movement.kind, movement.amount_minor,
          value.currency, movement.order_id, movement.occurred_at`;
const VALUE = `join stored_values as value
     on value.tenant_id = (select current_tenant()) and value.id = movement.value_id`;
const IS_NOT_ENTERED = `movement.kind in ('issued', 'given', 'taken', 'expired')
     and not exists (
       select from journal_entries as entry
       where entry.tenant_id = (select current_tenant()) and entry.source = 'stored-value'
         and entry.source_id = movement.id)`;

export const selectNotEnteredMovements = statement<NotEnteredMovementRow>(
  'accounting.selectNotEnteredMovements',
  `select ${ENTERABLE}
   from unnest($1::uuid[]) as wanted(id)
   join stored_value_movements as movement
     on movement.tenant_id = (select current_tenant()) and movement.value_id = wanted.id
   ${VALUE}
   where ${IS_NOT_ENTERED}
   order by movement.id`,
);

// Before a period is closed: what the reader of the log has not come to.
export const listNotEnteredMovements = statement<NotEnteredMovementRow>(
  'accounting.listNotEnteredMovements',
  `select ${ENTERABLE}
   from stored_value_movements as movement
   ${VALUE}
   where movement.tenant_id = (select current_tenant())
     and (movement.occurred_at, movement.id) > ($1::timestamptz, $2::uuid)
     and movement.occurred_at < $3
     and ${IS_NOT_ENTERED}
   order by movement.occurred_at, movement.id limit $4`,
);

// SQL of gift cards: lists, and what their codes are hashed with.

import { statement } from '../db/statement.ts';
import type { ValueRow } from './sql.ts';

const VALUE = `id, kind, currency, customer_id, balance_minor, held_minor, moved_to, last_four,
          order_id, expires_at, disabled_at, expiry_due_at, created_at, created_by, version`;

/** As core/stored-value/stored-value.ts has it: $3 the state, or null for all; $4 now. */
const OF_STATE = `($3::text is null or $3 = case
       when disabled_at is not null then 'disabled'
       when expires_at <= $4::timestamptz then 'expired'
       when balance_minor = 0 then 'used' else 'active' end)`;

export const selectGiftCards = statement<ValueRow>(
  'storedValue.selectGiftCards',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and kind = 'gift-card' and id < $1
     and ${OF_STATE}
   order by id desc limit $2`,
);

export const selectGiftCardsByNumber = statement<ValueRow>(
  'storedValue.selectGiftCardsByNumber',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and kind = 'gift-card' and last_four = $5
     and id < $1 and ${OF_STATE}
   order by id desc limit $2`,
);

export const selectGiftCardsOfCustomer = statement<ValueRow>(
  'storedValue.selectGiftCardsOfCustomer',
  `select ${VALUE} from stored_values
   where tenant_id = (select current_tenant()) and kind = 'gift-card' and customer_id is not null
     and customer_id = $5 and id < $1 and ($6::text is null or last_four = $6) and ${OF_STATE}
   order by id desc limit $2`,
);

export interface CardKeyRow {
  readonly id: string;
  readonly key_sealed: Buffer;
}

export const selectCardKey = statement<CardKeyRow>(
  'storedValue.selectCardKey',
  'select id, key_sealed from gift_card_keys where tenant_id = (select current_tenant())',
);

export const insertCardKey = statement(
  'storedValue.insertCardKey',
  `insert into gift_card_keys (tenant_id, id, key_sealed) values (current_tenant(), $1, $2)
   on conflict do nothing`,
);

export const updateCardKey = statement(
  'storedValue.updateCardKey',
  `update gift_card_keys set key_sealed = $2
   where tenant_id = (select current_tenant()) and id = $1`,
);

// Whether somebody knows of an order what its buyer knows: its number and the e-mail address. Whatever
// is wrong, the same is done, and the same is answered after the same time.

import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { idFromUuid, type OrderId, type TenantId } from '@doorstep/core/ids.ts';
import type { GuessLimit } from '../access/guess-limit.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { selectOrdersByName } from './sql.ts';

export interface OrderGuess {
  readonly number: string;
  readonly email: string;
  /** Where it comes from. */
  readonly address: string;
}

export interface ProveDoor {
  readonly pool: Pool;
  readonly guesses: GuessLimit;
}

/** No answer comes sooner: what a look-up takes longer for one order than another is not seen. */
const ANSWER_MS_MIN = 200;

/** @param tenant null: there is no such shop, which is not told either */
export async function proveOrder(
  door: ProveDoor,
  tenant: { readonly id: TenantId; readonly slug: string } | null,
  guess: OrderGuess,
): Promise<OrderId | 'wrong' | 'limited'> {
  const [proven] = await Promise.all([look(door, tenant, guess), sleep(ANSWER_MS_MIN)]);
  return proven;
}

async function look(
  { pool, guesses }: ProveDoor,
  tenant: { readonly id: TenantId; readonly slug: string } | null,
  { number, email, address }: OrderGuess,
): Promise<OrderId | 'wrong' | 'limited'> {
  const slug = tenant?.slug ?? '';
  // Counted under what was typed, before anybody looks: parallel guesses count, and so do wrong numbers.
  const limited = await Promise.all([
    guesses.refuse('order-visitor', slug, address),
    guesses.refuse('order', slug, number),
  ]);
  if (limited.some((refusal) => refusal !== undefined)) return 'limited';
  const rows =
    tenant === null
      ? []
      : await inTransaction(pool, tenant.id, (tx) =>
          tx.rows(selectOrdersByName, [/^\d{1,18}$/.test(number) ? number : null, number]),
        );
  const typed = digestOf(email);
  const right = rows.filter(
    (row) => row.email !== null && timingSafeEqual(digestOf(row.email), typed),
  );
  const [order] = right;
  if (order === undefined) return 'wrong';
  await guesses.forget('order', slug, number);
  return idFromUuid('order', order.id);
}

function digestOf(email: string): Buffer {
  return createHash('sha256').update(email.trim().toLowerCase()).digest();
}

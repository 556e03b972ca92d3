// A buyer asks for a return on their page: only what the page offers, and once, however often the form
// is sent.

import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId, TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { RETURN_WISHES } from '@doorstep/core/returns/return.ts';
import type { Reason } from '@doorstep/core/settings/reason.ts';
import type { NumberLease } from '../db/lease-number.ts';
import type { Pool } from '../db/pool.ts';
import { runCommand } from '../db/run-command.ts';
import { requestReturn } from '../returns/request-return.ts';
import { readOrderPage } from './read-order-page.ts';
import { readSettings } from './read-settings.ts';

/** As the form sends it. */
export type Fields = Readonly<Record<string, string>>;

export interface ReturnDoor {
  readonly pool: Pool;
  readonly numbers: NumberLease;
  readonly now: () => Date;
}

const KEY = /^[\w-]{22}$/;
const NOTE_MAX = 500;

/** @returns refusals: `validation-failed` where nothing was chosen, `not-returnable` */
export async function askForReturn(
  { pool, numbers, now: clock }: ReturnDoor,
  tenant: TenantId,
  order: OrderId,
  fields: Fields,
): Promise<undefined | Refusal> {
  const now = clock();
  const key = fields['key'] ?? '';
  if (!KEY.test(key)) return refuse('validation-failed', 'The form was not made here.');
  const idempotency = { key, route: 'order-page-return', input: JSON.stringify(fields) };
  const context = { tenant, actor: systemActor('order-page'), now };
  const { outcome } = await runCommand(pool, context, idempotency, async (tx) => {
    const { returnDays, approvesReturns } = await readSettings(tx);
    const found = await readOrderPage(tx, order, { returnDays, now });
    const { returnable = [], returnReasons = [] } = found ?? {};
    const lines = returnable.flatMap(({ line, most }) => chosen(fields, line, most, returnReasons));
    if (lines.length === 0)
      return refuse('validation-failed', 'Nothing was chosen that may come back.');
    const wish = RETURN_WISHES.find((one) => one === fields['wish']) ?? 'refund';
    const note = (fields['note'] ?? '').trim().slice(0, NOTE_MAX);
    const made = await requestReturn(tx, numbers, order, {
      ...{ lines, wish, needsApproval: !approvesReturns },
      ...(note === '' ? {} : { note }),
    });
    return isRefusal(made) ? made : { return: made.id };
  });
  return isRefusal(outcome) ? outcome : undefined;
}

function chosen(fields: Fields, line: number, most: number, reasons: readonly Reason[]) {
  const units = Number(fields[`units-${line}`] ?? 0);
  const given = reasons.find(({ code }) => code === fields[`reason-${line}`]);
  const reason = (given ?? reasons[0])?.code ?? 'other';
  if (!Number.isInteger(units) || units < 1) return [];
  return [{ line, quantity: Math.min(units, most), reason }];
}

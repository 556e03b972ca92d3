// Sets the page for buyers.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { OrderPageAnswer, setOrderPage } from '@doorstep/contract/order-page.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readSettings } from './read-settings.ts';
import { putOrderPage } from './sql.ts';

export async function setSettings(
  tx: CommandTx,
  { open, returnDays, approvesReturns, contactUrl, version }: BodyOf<typeof setOrderPage>,
): Promise<OrderPageAnswer | Refusal> {
  const row = await tx.row(putOrderPage, [
    open,
    returnDays,
    approvesReturns,
    contactUrl,
    version ?? null,
  ]);
  const settings = await readSettings(tx);
  return row === undefined
    ? refuse('version-conflict', 'Somebody set it since you looked.', {
        version: settings.version,
        seen: version,
      })
    : settings;
}

// The reader of the log that has orders assessed: behind what happens to them, and once more when rules
// are switched on.

import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId, TenantId } from '@doorstep/core/ids.ts';
import { runCommand } from './db/run-command.ts';
import { inTransaction } from './db/transaction.ts';
import type { TouchReader } from './log/run-reader.ts';
import {
  ASKS_FOR_ASSESSMENT,
  ASSESSED_TOGETHER,
  assessOrders,
  isRiskAssessed,
  listToAssess,
} from './orders/assess-orders.ts';
import {
  type CapturedPage,
  listCapturedSince,
  readSwitchedOn,
} from './orders/list-captured-since.ts';
import type { Runtime } from './runtime.ts';

const SWITCHES_ON = 'risk-policy.set.';

export function riskReader(runtime: Runtime): TouchReader {
  return {
    name: 'assess-risk',
    wants: [...ASKS_FOR_ASSESSMENT, SWITCHES_ON],
    isOfUse: isRiskAssessed,
    handleTouches: async (tenant, touches) => {
      const { app } = runtime;
      const orders = await inTransaction(app, tenant, (tx) => listToAssess(tx, touches));
      await assessEach(runtime, tenant, orders);
      const sets = touches.filter(({ type }) => type.startsWith(SWITCHES_ON));
      if (sets.length > 0) await assessSince(runtime, tenant, sets);
    },
  };
}

/**
 * Rules are for orders from the moment on in which they were asked for, and are there a moment later.
 * An order in between was read of when there were none: it would wait for ever.
 */
async function assessSince(
  runtime: Runtime,
  tenant: TenantId,
  sets: readonly { readonly recordedAt: string }[],
): Promise<void> {
  const { app } = runtime;
  const since = await inTransaction(app, tenant, (tx) => readSwitchedOn(tx, sets));
  if (since === null) return;
  let before: OrderId | null = null;
  do {
    const end: OrderId | null = before;
    const page: CapturedPage = await inTransaction(app, tenant, (tx) =>
      listCapturedSince(tx, since, end),
    );
    await assessEach(runtime, tenant, page.orders);
    before = page.next;
  } while (before !== null);
}

async function assessEach(
  runtime: Runtime,
  tenant: TenantId,
  orders: readonly OrderId[],
): Promise<void> {
  const context = { tenant, actor: systemActor('assess-risk'), now: runtime.now() };
  for (let first = 0; first < orders.length; first += ASSESSED_TOGETHER)
    await runCommand(runtime.app, context, null, (tx) =>
      assessOrders(tx, orders.slice(first, first + ASSESSED_TOGETHER)),
    );
}

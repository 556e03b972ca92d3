// What it would cost to ask the database for each viewer: the statements of the product, without
// HTTP and without memory.

import { isRefusal } from '@doorstep/core/refusal.ts';
import { inTransaction } from '@doorstep/server/src/db/transaction.ts';
import { readAvailability } from '@doorstep/server/src/inventory/read-availability.ts';
import { openRuntime } from '@doorstep/server/src/runtime.ts';
import pino from 'pino';
import type { BenchShop } from '../capture/shop.ts';
import { sampleCpu } from '../rig/cpu.ts';
import { openWindow } from '../rig/measurement.ts';

export interface QueryOptions {
  readonly url: string;
  readonly postmasterPid: number;
  readonly sku: string;
  readonly channel: string;
  readonly warmupMs: number;
  readonly lengthMs: number;
}

/** As many as there are connections, each asking again as soon as it knows. */
const ASKING = 10;

export async function queryEach(shop: BenchShop, options: QueryOptions) {
  const { url, postmasterPid, sku, channel, warmupMs, lengthMs } = options;
  const runtime = openRuntime({ url, log: pino({ level: 'warn' }) });
  const sample = () => sampleCpu([process.pid], postmasterPid);
  const window = openWindow({ warmupMs, lengthMs, sample });
  const asking = async () => {
    while (!window.isOver()) {
      const startedAt = performance.now();
      const found = await inTransaction(runtime.app, shop.tenant, (tx) =>
        readAvailability(tx, [sku], channel),
      );
      if (isRefusal(found) || !found.has(sku)) throw new Error(`nothing is known of ${sku}`);
      window.count(1, performance.now() - startedAt);
    }
  };
  try {
    await Promise.all(Array.from({ length: ASKING }, asking));
    return window.finish();
  } finally {
    await runtime.close();
  }
}

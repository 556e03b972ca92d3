// Brings the order list up to the log, as the worker does all the time.

import { orderListReader } from '../src/desk/keep-order-list.ts';
import { runReader } from '../src/log/run-reader.ts';
import type { Shop } from './shop.ts';

export async function listUp({ sequence, runtime }: Shop): Promise<void> {
  await sequence();
  const reader = orderListReader(runtime.app);
  while ((await runReader(runtime.clock, runtime.app, reader)) !== null);
}

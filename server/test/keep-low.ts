// Reads the log for what runs low, as the worker does.

import { runReader } from '../src/log/run-reader.ts';
import { sumsReader } from '../src/sums-reader.ts';
import type { Shop } from './shop.ts';

export async function keepLow(shop: Shop): Promise<void> {
  await shop.sequence();
  const { app, clock } = shop.runtime;
  while ((await runReader(clock, app, sumsReader(app))) !== null);
}

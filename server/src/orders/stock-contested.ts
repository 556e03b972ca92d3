// Thrown when locked rows have less than the stock view said.

import { idFromUuid, type SkuId } from '@doorstep/core/ids.ts';
import { brokenConstraint, detailOf } from '../db/transaction.ts';
import type { CaptureJob, DecidedOrder } from './capture-job.ts';

/** Stock was not what the view said: these orders must be decided under locks. */
export class StockContested extends Error {
  readonly jobs: ReadonlySet<CaptureJob>;
  constructor(jobs: ReadonlySet<CaptureJob>) {
    super('stock was taken by another transaction');
    this.jobs = jobs;
  }
}

/** What an error of `refuse_contested` says of these orders; any other error as it is. */
export function asContested(error: unknown, decided: readonly DecidedOrder[]): unknown {
  if (brokenConstraint(error) !== 'stock_contested') return error;
  const skus = JSON.parse(detailOf(error)) as string[];
  const contested = new Set<SkuId>(skus.map((sku) => idFromUuid('sku', sku)));
  const concerned = decided.filter(({ order }) =>
    order.demands.some(({ sku }) => contested.has(sku)),
  );
  return new StockContested(new Set(concerned.map(({ job }) => job)));
}

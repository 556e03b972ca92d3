// Thrown when locked rows have less than the stock view said.

import type { CaptureJob } from './capture-job.ts';

/** Stock was not what the view said: these orders must be decided under locks. */
export class StockContested extends Error {
  readonly jobs: ReadonlySet<CaptureJob>;
  constructor(jobs: ReadonlySet<CaptureJob>) {
    super('stock was taken by another transaction');
    this.jobs = jobs;
  }
}

// What the load generator is told, and what it answers.

import type { OrderShape } from '../capture/scenarios.ts';
import type { Measurement } from './measurement.ts';

export interface LoadJob {
  readonly port: number;
  readonly secret: string;
  readonly shape: OrderShape;
  /** Bulk sends one stream per connection; paced sends at its rate, whatever is answered. */
  readonly how: 'single' | 'bulk' | 'paced';
  readonly connections: number;
  /** Orders per second, when paced. */
  readonly rate?: number;
  readonly warmupMs: number;
  readonly lengthMs: number;
  /** Makes the idempotency keys of this job its own. */
  readonly keyPrefix: string;
  readonly serverPid: number;
  readonly postmasterPid: number;
}

export interface LoadAnswer extends Omit<Measurement, 'wholeCpuMs'> {
  /** Answers other than 201, by status. */
  readonly others: Readonly<Record<string, number>>;
}

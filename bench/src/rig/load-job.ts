// What the load generator is told, and what it answers.

import type { OrderShape } from '../capture/scenarios.ts';
import type { Measurement } from './measurement.ts';

export interface LoadJob {
  /** Of the servers; connections are spread over them. */
  readonly ports: readonly number[];
  readonly secret: string;
  readonly shape: OrderShape;
  /** Asked for in turn, instead of sending orders. */
  readonly paths?: readonly string[];
  /** Bulk sends one stream per connection; paced sends at its rate, whatever is answered. */
  readonly how: 'single' | 'bulk' | 'paced';
  readonly connections: number;
  /** Orders per second, when paced. */
  readonly rate?: number;
  readonly warmupMs: number;
  readonly lengthMs: number;
  /** Makes the idempotency keys of this job its own. */
  readonly keyPrefix: string;
  readonly serverPids: readonly number[];
  readonly postmasterPid: number;
}

export interface Ages {
  /** How old an answer was when it was asked for: what the server adds. */
  readonly whenAskedMaxMs: number;
  /** And when it was there. */
  readonly whenHereMaxMs: number;
  /** Different moments among them: each is a look into the database. */
  readonly moments: number;
}

export interface LoadAnswer extends Omit<Measurement, 'wholeCpuMs'> {
  /** Answers other than 201, by status. */
  readonly others: Readonly<Record<string, number>>;
  /** Of answers that say as of when they are. */
  readonly ages: Ages | null;
}

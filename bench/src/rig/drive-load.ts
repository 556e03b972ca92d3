// Load on the servers of a bench, from a process of its own, a job at a time.

import type { BenchShop } from '../capture/shop.ts';
import { ask, endChild, forkModule, type ServerChild } from './children.ts';
import type { LoadAnswer, LoadJob } from './load-job.ts';
import type { BenchPostgres } from './postgres.ts';

export interface LoadPlan
  extends Pick<LoadJob, 'how' | 'connections' | 'shape' | 'rate' | 'paths' | 'lengthMs'> {
  readonly shop: BenchShop;
  readonly warmupMs?: number;
  /** Statuses that may be answered besides the right one. */
  readonly allowed?: readonly number[];
}

export interface LoadDriver {
  /** @throws Error when something is answered that may not be */
  drive(servers: readonly Pick<ServerChild, 'port' | 'pid'>[], plan: LoadPlan): Promise<LoadAnswer>;
  close(): Promise<void>;
}

const GRACE_MS = 30_000;
const WARMUP_MS = 1000;
let jobs = 0;

export function openLoad(postgres: BenchPostgres): LoadDriver {
  const child = forkModule(new URL('./load-child.ts', import.meta.url).pathname);
  return {
    async drive(servers, { shop, warmupMs = WARMUP_MS, allowed = [], ...plan }) {
      const job: LoadJob = {
        ...plan,
        warmupMs,
        secret: shop.secret,
        ports: servers.map(({ port }) => port),
        serverPids: servers.map(({ pid }) => pid),
        keyPrefix: `load-${++jobs}`,
        postmasterPid: postgres.postmasterPid,
      };
      const answer = await ask<LoadAnswer>(child, job, warmupMs + plan.lengthMs + GRACE_MS);
      const wrong = Object.keys(answer.others).filter((one) => !allowed.includes(Number(one)));
      if (wrong.length > 0) throw new Error(`answers by status: ${JSON.stringify(answer.others)}`);
      return answer;
    },
    close: () => endChild(child),
  };
}

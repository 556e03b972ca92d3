// The load generator, a process of its own so that its CPU is nobody else's.

import { orderBody } from '../capture/scenarios.ts';
import { sampleCpu } from './cpu.ts';
import { sendBulk } from './load-bulk.ts';
import type { LoadAnswer, LoadJob } from './load-job.ts';
import { sendPaced } from './load-paced.ts';
import { sendSingles } from './load-singles.ts';
import { openWindow } from './measurement.ts';

const SEND = { bulk: sendBulk, single: sendSingles, paced: sendPaced };

/** Bodies are made beforehand and sent in turn. */
const BODIES = 5_000;

async function run(job: LoadJob): Promise<LoadAnswer> {
  const bodies = Array.from({ length: BODIES }, (_, number) =>
    JSON.stringify(orderBody(job.shape, number)),
  );
  const others: Record<string, number> = {};
  const window = openWindow({
    warmupMs: job.warmupMs,
    lengthMs: job.lengthMs,
    sample: () => sampleCpu(job.serverPid, job.postmasterPid),
  });
  const stopAt = performance.now() + job.warmupMs + job.lengthMs;
  const answered = (status: number, latencyMs: number): void => {
    if (status === 201) window.count(1, latencyMs);
    else others[status] = (others[status] ?? 0) + 1;
  };
  await SEND[job.how]({ job, bodies, stopAt, answered });
  return { ...window.finish(), orders: window.acknowledged(), others };
}

process.on('message', (job: LoadJob) => {
  run(job).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});

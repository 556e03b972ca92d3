// The load generator, a process of its own so that its CPU is nobody else's.

import { orderBody } from '../capture/scenarios.ts';
import { sampleCpu } from './cpu.ts';
import { sendBulk } from './load-bulk.ts';
import type { Ages, LoadAnswer, LoadJob } from './load-job.ts';
import { sendPaced } from './load-paced.ts';
import { sendSingles } from './load-singles.ts';
import { openWindow } from './measurement.ts';

const SEND = { bulk: sendBulk, single: sendSingles, paced: sendPaced };

/** A slow machine may not answer anything in the time of a smoke: the first answer is waited for. */
const LATE_MS_MAX = 10_000;
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
    sample: () => sampleCpu(job.serverPids, job.postmasterPid),
  });
  const stopAt = performance.now() + job.warmupMs + job.lengthMs;
  const isOver = () => {
    const late = performance.now() - stopAt;
    return late >= 0 && (window.isOver() || late > LATE_MS_MAX);
  };
  const watch = ageWatch();
  const right = job.paths === undefined ? 201 : 200;
  const answered = (status: number, latencyMs: number, text?: string, tookMs?: number): void => {
    if (text !== undefined && tookMs !== undefined) watch.look(text, tookMs);
    if (status === right) window.count(1, latencyMs);
    else others[status] = (others[status] ?? 0) + 1;
  };
  await SEND[job.how]({ job, bodies, stopAt, isOver, answered });
  return { ...window.finish(), orders: window.acknowledged(), others, ages: watch.ages() };
}

function ageWatch() {
  const moments = new Set<number>();
  let whenAskedMaxMs = 0;
  let whenHereMaxMs = 0;
  return {
    look(text: string, tookMs: number): void {
      const told = /"asOf":"([^"]+)"/.exec(text)?.[1];
      if (told === undefined) return;
      const moment = Date.parse(told);
      const age = Date.now() - moment;
      moments.add(moment);
      whenAskedMaxMs = Math.max(whenAskedMaxMs, age - tookMs);
      whenHereMaxMs = Math.max(whenHereMaxMs, age);
    },
    ages: (): Ages | null =>
      moments.size === 0 ? null : { whenAskedMaxMs, whenHereMaxMs, moments: moments.size },
  };
}

process.on('message', (job: LoadJob) => {
  run(job).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});

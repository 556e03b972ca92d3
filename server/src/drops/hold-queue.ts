// Carts that want units of the same drop at the same time are served together, as captures are: one
// lock of the drop, one transaction, in the order they came.

import type { HoldAnswer } from '@doorstep/contract/drop-room.ts';
import type { DropId } from '@doorstep/core/ids.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import {
  type CommandAnswer,
  type CommandContext,
  hashesOf,
  type IdempotencyKey,
  runCommand,
} from '../db/run-command.ts';
import { isUnreachable } from '../db/transaction.ts';
import type { HoldJob } from './hold-job.ts';
import { holdTogether } from './hold-together.ts';
import { holdUnits } from './hold-units.ts';

/** Past a few hundred, waiting grows faster than throughput. */
const BATCH_MAX = 200;
/** Waiting for one drop in this process. */
const WAITING_MAX = 4_000;

interface Waiting {
  readonly job: HoldJob;
  resolve(answer: CommandAnswer<HoldAnswer>): void;
  reject(error: unknown): void;
}

export type HoldQueue = (
  context: CommandContext,
  drop: DropId,
  input: HoldJob['input'],
  key: IdempotencyKey | null,
) => Promise<CommandAnswer<HoldAnswer>>;

/** @param now when a batch is served: a drop may have begun, and time to buy counts, from then on */
export function holdQueue(pool: Pool, now: () => Date): HoldQueue {
  /** By drop, as long as anybody waits for it: whoever is in it first serves the others. */
  const queues = new Map<string, Waiting[]>();

  async function serve(name: string, queue: Waiting[]): Promise<void> {
    // What arrives in the same tick of the event loop goes into the same batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) await serveBatch(pool, takeBatch(queue, now()));
    queues.delete(name);
  }

  return (context, drop, input, key) => {
    const hashes = key === null ? null : hashesOf(context, key);
    const name = `${context.tenant} ${drop}`;
    const queue = queues.get(name);
    if (queue !== undefined && queue.length >= WAITING_MAX) {
      const outcome = refuse('overloaded', `${queue.length} carts are waiting already.`);
      return Promise.resolve({ outcome, replayed: false });
    }
    return new Promise((resolve, reject) => {
      const waiting = { job: { context, drop, input, key, hashes }, resolve, reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const own = [waiting];
      queues.set(name, own);
      void serve(name, own);
    });
  };
}

/** The first that have no key in common: the same request again finds what the first was told. */
function takeBatch(queue: Waiting[], now: Date): Waiting[] {
  const keys = new Set<string>();
  const batch: Waiting[] = [];
  for (const one of queue) {
    const key = one.job.hashes?.key;
    if (batch.length === BATCH_MAX || (key !== undefined && keys.has(key))) break;
    if (key !== undefined) keys.add(key);
    batch.push({ ...one, job: { ...one.job, context: { ...one.job.context, now } } });
  }
  queue.splice(0, batch.length);
  return batch;
}

async function serveBatch(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  try {
    const jobs = batch.map(({ job }) => job);
    const answers = await holdTogether(pool, jobs);
    batch.forEach((one, index) => {
      const answer = answers[index];
      if (answer === undefined) one.reject(new Error('a cart was left without an answer'));
      else one.resolve(answer);
    });
  } catch (error) {
    // Tried again without the database, or after a broken commit, what has no key would hold twice.
    if (isUnreachable(error)) for (const one of batch) one.reject(error);
    else for (const one of batch) await serveAlone(pool, one);
  }
}

/** One that breaks, or whose key is held elsewhere, must not fail the others. */
async function serveAlone(pool: Pool, { job, resolve, reject }: Waiting): Promise<void> {
  const { context, key, drop, input } = job;
  await runCommand(pool, context, key, (tx) => holdUnits(tx, drop, input)).then(resolve, reject);
}

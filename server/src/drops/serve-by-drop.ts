// Buyers who want something of the same drop at the same time are served together, as captures are: one
// lock of the drop, one transaction, in the order they came.

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
import type { DropJob, DropVerb } from './drop-job.ts';
import { serveTogether } from './serve-together.ts';

/** Past a few hundred, waiting grows faster than throughput. */
const BATCH_MAX = 200;
/** Waiting for one drop in this process. */
const WAITING_MAX = 4_000;

interface Waiting<Input, Answer> {
  readonly job: DropJob<Input>;
  resolve(answer: CommandAnswer<Answer>): void;
  reject(error: unknown): void;
}

export type ServeBuyer<Input, Answer> = (
  context: CommandContext,
  drop: DropId,
  input: Input,
  key: IdempotencyKey | null,
) => Promise<CommandAnswer<Answer>>;

/** @param now when a batch is served: a drop may have begun, and time to buy counts, from then on */
export function serveByDrop<Input, Answer>(
  pool: Pool,
  now: () => Date,
  verb: DropVerb<Input, Answer>,
): ServeBuyer<Input, Answer> {
  /** By drop, as long as anybody waits for it: whoever is in it first serves the others. */
  const queues = new Map<string, Waiting<Input, Answer>[]>();

  async function serve(name: string, queue: Waiting<Input, Answer>[]): Promise<void> {
    // What arrives in the same tick of the event loop goes into the same batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) await serveBatch(pool, verb, takeBatch(queue, now()));
    queues.delete(name);
  }

  return (context, drop, input, key) => {
    const hashes = key === null ? null : hashesOf(context, key);
    const name = `${context.tenant} ${drop}`;
    const queue = queues.get(name);
    if (queue !== undefined && queue.length >= WAITING_MAX) {
      const outcome = refuse('overloaded', `${queue.length} buyers are waiting already.`);
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
function takeBatch<Input, Answer>(
  queue: Waiting<Input, Answer>[],
  now: Date,
): Waiting<Input, Answer>[] {
  const keys = new Set<string>();
  const batch: Waiting<Input, Answer>[] = [];
  for (const one of queue) {
    const key = one.job.hashes?.key;
    if (batch.length === BATCH_MAX || (key !== undefined && keys.has(key))) break;
    if (key !== undefined) keys.add(key);
    batch.push({ ...one, job: { ...one.job, context: { ...one.job.context, now } } });
  }
  queue.splice(0, batch.length);
  return batch;
}

async function serveBatch<Input, Answer>(
  pool: Pool,
  verb: DropVerb<Input, Answer>,
  batch: readonly Waiting<Input, Answer>[],
): Promise<void> {
  try {
    const jobs = batch.map(({ job }) => job);
    const answers = await serveTogether(pool, verb, jobs);
    batch.forEach((one, index) => {
      const answer = answers[index];
      if (answer === undefined) one.reject(new Error('a buyer was left without an answer'));
      else one.resolve(answer);
    });
  } catch (error) {
    // Tried again without the database, or after a broken commit, what has no key would be done twice.
    if (isUnreachable(error)) for (const one of batch) one.reject(error);
    else for (const one of batch) await serveAlone(pool, verb, one);
  }
}

/** One that breaks, or whose key is held elsewhere, must not fail the others. */
async function serveAlone<Input, Answer>(
  pool: Pool,
  verb: DropVerb<Input, Answer>,
  { job, resolve, reject }: Waiting<Input, Answer>,
): Promise<void> {
  const { context, key, drop, input } = job;
  const served = runCommand(pool, context, key, async (tx) => {
    const [outcome] = await verb(tx, drop, [input]);
    if (outcome === undefined) throw new Error('a buyer was left without an outcome');
    return outcome;
  });
  await served.then(resolve, reject);
}

// Serves many buyers of one drop in one transaction.

import type { Refusal } from '@doorstep/core/refusal.ts';
import { appendEvents, type NewEvent } from '../db/append-events.ts';
import { claimTogether, storeTogether } from '../db/claim-together.ts';
import type { Pool } from '../db/pool.ts';
import type { CommandAnswer } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import type { DropJob, DropVerb } from './drop-job.ts';

/**
 * @param jobs all of one tenant and one drop, with keys that differ
 * @returns an answer per job, in order
 */
export async function serveTogether<Input, Answer>(
  pool: Pool,
  verb: DropVerb<Input, Answer>,
  jobs: readonly DropJob<Input>[],
): Promise<CommandAnswer<Answer>[]> {
  const [first] = jobs;
  if (first === undefined) return [];
  const { drop, context } = first;
  return inTransaction(pool, context.tenant, async (tx) => {
    const events: NewEvent[] = [];
    const never = () => {
      throw new Error('what buyers do raises no exception and is no deed of a person');
    };
    const emit = (event: NewEvent) => void events.push(event);
    const command = { ...tx, ...context, emit, audit: never, raise: never, clear: never };
    const keys = jobs.flatMap(({ hashes }) => hashes ?? []);
    const known = await claimTogether(tx, keys, command.now);
    const open = jobs.filter(({ hashes }) => hashes === null || !known.has(hashes.key));
    const inputs = open.map(({ input }) => input);
    const decided = inputs.length === 0 ? [] : await verb(command, drop, inputs);
    const outcomes = new Map(open.map((job, index) => [job, decided[index]]));
    await appendEvents(tx, command.actor, command.now, events);
    await storeTogether(
      tx,
      open.flatMap((job) =>
        job.hashes === null ? [] : [{ hashes: job.hashes, outcome: outcomes.get(job) }],
      ),
    );
    return jobs.map((job) => {
      const before = job.hashes === null ? undefined : known.get(job.hashes.key);
      const outcome = before === undefined ? outcomes.get(job) : before.outcome;
      return { outcome: outcome as Answer | Refusal, replayed: before !== undefined };
    });
  });
}

// Holds units of one drop for many carts in one transaction, decided one after the other.

import type { HoldAnswer } from '@doorstep/contract/drop-room.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { appendEvents, type NewEvent } from '../db/append-events.ts';
import { claimTogether, storeTogether } from '../db/claim-together.ts';
import type { Pool } from '../db/pool.ts';
import type { CommandAnswer, CommandTx } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { buyerDigest } from './buyer-digest.ts';
import { findDrop } from './find-drop.ts';
import type { HoldJob } from './hold-job.ts';
import { decideOne, findWanted } from './hold-units.ts';
import { settleBook } from './settle-book.ts';

type Outcome = HoldAnswer | Refusal;

/**
 * All of one tenant and one drop, with keys that differ.
 *
 * @returns an answer per job, in order
 */
export async function holdTogether(
  pool: Pool,
  jobs: readonly HoldJob[],
): Promise<CommandAnswer<HoldAnswer>[]> {
  const [first] = jobs;
  if (first === undefined) return [];
  const { tenant } = first.context;
  return inTransaction(pool, tenant, async (tx) => {
    const events: NewEvent[] = [];
    const never = () => {
      throw new Error('a hold raises no exception and is no deed of a person');
    };
    const emit = (event: NewEvent) => void events.push(event);
    const command = { ...tx, ...first.context, emit, audit: never, raise: never, clear: never };
    const keys = jobs.flatMap(({ hashes }) => hashes ?? []);
    const known = await claimTogether(tx, keys, command.now);
    const open = jobs.filter(({ hashes }) => hashes === null || !known.has(hashes.key));
    const outcomes = await decideAll(command, open);
    await appendEvents(tx, command.actor, command.now, events);
    await storeTogether(
      tx,
      open.flatMap((job) =>
        job.hashes === null ? [] : [{ hashes: job.hashes, outcome: outcomes.get(job) }],
      ),
    );
    return jobs.map((job) => {
      const before = job.hashes === null ? undefined : known.get(job.hashes.key);
      const outcome = (before === undefined ? outcomes.get(job) : before.outcome) as Outcome;
      return { outcome, replayed: before !== undefined };
    });
  });
}

async function decideAll(tx: CommandTx, jobs: readonly HoldJob[]): Promise<Map<HoldJob, Outcome>> {
  const outcomes = new Map<HoldJob, Outcome>();
  const [first] = jobs;
  if (first === undefined) return outcomes;
  const { drop } = first;
  const wanted = await Promise.all(jobs.map(({ input }) => findWanted(tx, input.lines)));
  const buyers = [...new Set(jobs.map(({ input }) => buyerDigest(drop, input.buyer)))];
  const found = await findDrop(tx, drop, { buyers });
  if (isRefusal(found)) return new Map(jobs.map((job) => [job, found]));
  const { opened, book } = found;
  jobs.forEach((job, index) => {
    const units = wanted[index] ?? [];
    outcomes.set(job, isRefusal(units) ? units : decideOne(book, opened, job.input, units, tx.now));
  });
  await settleBook(tx, opened, book);
  return outcomes;
}

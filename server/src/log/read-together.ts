// Several sums of the log by one reader: what they want is read once, and each is given its own of it. They
// keep how far they are by themselves: one that fails is given it again, and the others are done.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { LogSum, Look } from './log-sum.ts';
import type { PageReader, ReaderPace } from './run-reader.ts';
import { wantsType } from './wants-type.ts';

export interface LogPart {
  /** Types it wants, by their beginning. */
  readonly wants: readonly string[];
  /** A sum of a stretch of one tenant's log. */
  readonly begin: () => LogSum;
}

type Pace = Pick<ReaderPace, 'name' | 'atOnceMax' | 'restMs' | 'restMsMax'>;

export function readTogether(app: Pool, pace: Pace, parts: readonly LogPart[]): PageReader {
  const all = new Set(parts.flatMap(({ wants }) => wants));
  const isCovered = (type: string) =>
    [...all].some((wanted) => wanted !== type && type.startsWith(wanted));
  return {
    ...pace,
    wants: [...all].filter((type) => !isCovered(type)),
    countsAll: true, // their positions say how far behind the log they are
    async handlePages(tenant, pages, range) {
      const look: Look = (read) => inTransaction(app, tenant, read);
      const sums = parts.map(({ wants, begin }) => ({ wants, sum: begin() }));
      const failures = new Map<LogSum, unknown>();
      const unlessFailed = async (sum: LogSum, work: () => Promise<void>) => {
        if (failures.has(sum)) return;
        await work().catch((error: unknown) => {
          failures.set(sum, error);
        });
      };
      for await (const events of pages)
        for (const { wants, sum } of sums)
          await unlessFailed(sum, () => sum.add(look, wantedOf(events, wants)));
      for (const { sum } of sums)
        await unlessFailed(sum, () => inTransaction(app, tenant, (tx) => sum.write(tx, range)));
      for (const error of failures.values()) throw error;
    },
  };
}

/** A few types come again and again: each is looked at once. */
function wantedOf(events: readonly LogEvent[], wants: readonly string[]): LogEvent[] {
  const types = new Set(events.map(({ type }) => type));
  const wanted = new Set([...types].filter((type) => wantsType(wants, type)));
  return events.filter(({ type }) => wanted.has(type));
}

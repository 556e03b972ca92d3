// Several sums of the log by one reader: what they want is read once, and each is given its own of it. They
// keep how far they are by themselves: one that fails is given it again, and the others are done.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { LogSum } from './log-sum.ts';
import type { PageReader, ReaderPace } from './run-reader.ts';

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
      const sums = parts.map(({ wants, begin }) => ({ isWanted: wantedBy(wants), sum: begin() }));
      const each = eachOrFailed(sums);
      for await (const events of pages)
        await each(({ isWanted, sum }) => addTo(app, tenant, sum, events.filter(isWanted)));
      await each(({ sum }) => inTransaction(app, tenant, (tx) => sum.write(tx, range)));
      each.throwFirst();
    },
  };
}

async function addTo(
  app: Pool,
  tenant: TenantId,
  sum: LogSum,
  events: readonly LogEvent[],
): Promise<void> {
  if (events.length > 0) await inTransaction(app, tenant, (tx) => sum.add(tx, events));
}

/** Does something with each that has not failed before. */
function eachOrFailed<Item>(items: readonly Item[]) {
  const failures = new Map<Item, unknown>();
  const each = async (work: (item: Item) => Promise<void>): Promise<void> => {
    for (const item of items)
      if (!failures.has(item))
        await work(item).catch((error: unknown) => {
          failures.set(item, error);
        });
  };
  const throwFirst = () => {
    for (const error of failures.values()) throw error;
  };
  return Object.assign(each, { throwFirst });
}

function wantedBy(wants: readonly string[]): (event: LogEvent) => boolean {
  const known = new Map<string, boolean>();
  return ({ type }) => {
    let isWanted = known.get(type);
    if (isWanted === undefined) {
      isWanted = wants.some((wanted) => type.startsWith(wanted));
      known.set(type, isWanted);
    }
    return isWanted;
  };
}

// What a reader sums up of the log before it writes it: thousands of orders become a few rows, and the
// more there are, the fewer rows for each. Given a page at a time, it holds the rows and not the events.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { Tx } from '../db/transaction.ts';
import { type LogRange, readWanted } from './read-log.ts';

/** Reads in a transaction of its own, or in the one that is open: none is held while things are added up. */
export type Look = <Found>(read: (tx: Tx) => Promise<Found>) => Promise<Found>;

export interface LogSum {
  /** Events in their order, at most once each. */
  add(look: Look, events: readonly LogEvent[]): Promise<void>;
  /** Writes what was added; it was all there is in the range. */
  write(tx: Tx, range: LogRange): Promise<void>;
}

const PAGE_EVENTS = 1000n;
/** Of a long stretch, so that what is held is bound. */
const SUMMED_AT_ONCE = 10_000n;

/**
 * Sums up a stretch of the log that nobody handed over, in the transaction that holds its lock.
 *
 * @param put writes a sum, and how far it goes
 */
export async function sumUpStretch<Sum extends Pick<LogSum, 'add'>>(
  tx: Tx,
  { after, through }: LogRange,
  wants: readonly string[],
  begin: () => Sum,
  put: (sum: Sum, through: bigint) => Promise<void>,
): Promise<void> {
  const look: Look = (read) => read(tx);
  for (let from = after; from < through; from += SUMMED_AT_ONCE) {
    const end = least(from + SUMMED_AT_ONCE, through);
    const sum = begin();
    for (let page = from; page < end; page += PAGE_EVENTS)
      await sum.add(
        look,
        await readWanted(tx, { after: page, through: least(page + PAGE_EVENTS, end) }, wants),
      );
    await put(sum, end);
  }
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

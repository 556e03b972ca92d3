// Several readers of the log as one: what they want is read once, and each is given its own of it. They
// keep how far they are by themselves: one that fails is given it again, and the others are done.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { LogReader } from './run-reader.ts';

export interface LogPart {
  /** Types it wants, by their beginning. */
  readonly wants: readonly string[];
  readonly handle: LogReader['handle'];
}

type Pace = Pick<LogReader, 'name' | 'atOnceMax' | 'restMs' | 'restMsMax'>;

export function readTogether(pace: Pace, parts: readonly LogPart[]): LogReader {
  const all = new Set(parts.flatMap(({ wants }) => wants));
  const isCovered = (type: string) =>
    [...all].some((wanted) => wanted !== type && type.startsWith(wanted));
  return {
    ...pace,
    wants: [...all].filter((type) => !isCovered(type)),
    countsAll: true, // their positions say how far behind the log they are
    async handle(tenant, events, range) {
      const failures: unknown[] = [];
      for (const { wants, handle } of parts)
        await handle(tenant, events.filter(wantedBy(wants)), range).catch((error: unknown) => {
          failures.push(error);
        });
      if (failures.length > 0) throw failures[0];
    },
  };
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

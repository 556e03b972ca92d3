// Pages of a list, each read in a short transaction of its own: no connection is held while the
// reader takes its time, and vacuum is never kept from anything.

import type { TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inSnapshot, type Tx } from '../db/transaction.ts';

export interface Source {
  readonly pool: Pool;
  readonly tenant: TenantId;
}

export interface Page<Item, Place> {
  readonly items: readonly Item[];
  /** Where the next one begins; undefined at the end. */
  readonly next: Place | undefined;
}

/** Of one process: exports share so many connections, and leave the others to whoever else asks. */
const READS_AT_ONCE = 2;
let reading = 0;
const waiting: (() => void)[] = [];

/** Everything from a place on. A page may be empty where a filter leaves nothing. */
export async function* exportPages<Item, Place>(
  source: Source,
  start: Place,
  read: (tx: Tx, place: Place) => Promise<Page<Item, Place>>,
): AsyncGenerator<readonly Item[]> {
  for (let place: Place | undefined = start; place !== undefined; ) {
    const from: Place = place;
    const page: Page<Item, Place> = await readInTurn(source, (tx) => read(tx, from));
    if (page.items.length > 0) yield page.items;
    place = page.next;
  }
}

/** What all pages stand on, such as where the list ends; read in turn with them. */
export function readInTurn<T>({ pool, tenant }: Source, read: (tx: Tx) => Promise<T>): Promise<T> {
  return inTurn(() => inSnapshot(pool, tenant, read));
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (reading >= READS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  try {
    return await work();
  } finally {
    // Whoever waits longest takes over the place.
    const next = waiting.shift();
    if (next === undefined) reading -= 1;
    else next();
  }
}

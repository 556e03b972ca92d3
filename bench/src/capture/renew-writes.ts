// Recorded statements with fresh ids, keys and numbers: the same rows, written once more.

import { newUuid } from '@doorstep/server/src/db/ids.ts';
import type { RecordedBatch, RecordedStatement } from './record-writes.ts';

/** A recorded text cut where an id stands, so that a new one is made by joining. */
interface CutText {
  readonly pieces: readonly string[];
  /** The place of the id that follows each piece but the last, in the order of first sight. */
  readonly ids: readonly number[];
}

interface CutStatement extends Omit<RecordedStatement, 'values'> {
  readonly values: readonly (CutText | { readonly as: unknown })[];
}

export interface Renewable {
  readonly orders: number;
  renew(): RecordedStatement[];
}

const ID = /"number":"\d+"|[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/g;

/** Far from the numbers that the product leases. */
let lastNumber = 1_000_000_000;

/** @param known ids that stay: SKUs, locations, channels */
export function renewable(batch: RecordedBatch, known: ReadonlySet<string>): Renewable {
  const places = new Map<string, number>();
  const kinds: ('number' | 'dashed' | 'bare')[] = [];
  const cut = (text: string): CutText => {
    const pieces: string[] = [];
    const ids: number[] = [];
    let from = 0;
    for (const match of text.matchAll(ID)) {
      const [found, dash] = match;
      const isNumber = found.startsWith('"');
      const name = isNumber ? found : found.replaceAll('-', '');
      if (known.has(name)) continue;
      const key = isNumber || dash === '' ? name : `dashed ${name}`;
      let place = places.get(key);
      if (place === undefined) {
        place = kinds.length;
        places.set(key, place);
        kinds.push(isNumber ? 'number' : dash === '' ? 'bare' : 'dashed');
      }
      pieces.push(text.slice(from, match.index));
      ids.push(place);
      from = match.index + found.length;
    }
    pieces.push(text.slice(from));
    return { pieces, ids };
  };
  const statements = batch.statements.map(
    ({ name, text, values }): CutStatement => ({
      name,
      text,
      values: values.map((value) => (typeof value === 'string' ? cut(value) : { as: value })),
    }),
  );
  return {
    orders: batch.orders,
    renew() {
      const fresh = kinds.map((kind) => {
        if (kind === 'number') return `"number":"${++lastNumber}"`;
        return kind === 'dashed' ? newUuid() : newUuid().replaceAll('-', '');
      });
      const now = new Date();
      return statements.map(({ name, text, values }) => ({
        name,
        text,
        values: values.map((value) => {
          if (!('as' in value)) return join(value, fresh);
          return value.as instanceof Date ? now : value.as;
        }),
      }));
    },
  };
}

function join({ pieces, ids }: CutText, fresh: readonly string[]): string {
  let text = pieces[0] ?? '';
  for (let place = 0; place < ids.length; place += 1)
    text += (fresh[ids[place] ?? 0] ?? '') + (pieces[place + 1] ?? '');
  return text;
}

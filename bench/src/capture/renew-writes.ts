// Recorded statements with fresh ids, keys and numbers: the same rows, written once more.

import { newUuid } from '@doorstep/server/src/db/ids.ts';
import { type FoundId, idsIn, putId, valuesOf } from './cut-array.ts';
import { isOrderInsert, type RecordedBatch, type RecordedStatement } from './record-writes.ts';

export interface Renewable {
  readonly orders: number;
  renew(): RecordedStatement[];
}

/** A recorded value, and where in it something must be new. */
type Cut =
  | {
      readonly array: Buffer;
      readonly ids: readonly FoundId[];
      readonly numbers: readonly number[];
    }
  | { readonly pieces: readonly string[]; readonly ids: readonly string[] }
  | { readonly as: unknown };

/** Bare everywhere: as `JSON` is written by the product. */
const ID = /[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/g;
/** The place of an order's number among its columns; the database wants each once. */
const NUMBER_PLACE = 1;
const BIGINT_OID = 20;

/** Far from the numbers that the product leases. */
let lastNumber = 1_000_000_000n;

/** @param known ids that stay: SKUs, locations, channels */
export function renewable(batch: RecordedBatch, known: ReadonlySet<string>): Renewable {
  const cuts = batch.statements.map((statement) => ({
    statement,
    values: statement.values.map((value, place) =>
      cut(value, known, isOrderInsert(statement) && place === NUMBER_PLACE),
    ),
  }));
  return {
    orders: batch.orders,
    renew() {
      const fresh = new Map<string, string>();
      const renewed = (id: string): string => {
        let found = fresh.get(id);
        if (found === undefined) {
          found = newUuid().replaceAll('-', '');
          fresh.set(id, found);
        }
        return found;
      };
      const now = new Date();
      return cuts.map(({ statement: { name, text }, values }) => ({
        name,
        text,
        values: values.map((value) => renew(value, renewed, now)),
      }));
    },
  };
}

function cut(value: unknown, known: ReadonlySet<string>, isNumbers: boolean): Cut {
  if (isNumbers && !(Buffer.isBuffer(value) && value.readInt32BE(8) === BIGINT_OID))
    throw new Error('the numbers of orders are not where they were: the bench must be told');
  if (Buffer.isBuffer(value))
    return {
      array: value,
      ids: idsIn(value).filter(({ id }) => !known.has(id)),
      numbers: isNumbers ? [...valuesOf(value)].map(({ at }) => at) : [],
    };
  return typeof value === 'string' ? cutText(value, known) : { as: value };
}

function cutText(text: string, known: ReadonlySet<string>): Cut {
  const pieces: string[] = [];
  const ids: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ID)) {
    const id = match[0].replaceAll('-', '');
    if (known.has(id)) continue;
    pieces.push(text.slice(from, match.index));
    ids.push(id);
    from = match.index + match[0].length;
  }
  return { pieces: [...pieces, text.slice(from)], ids };
}

function renew(value: Cut, renewed: (id: string) => string, now: Date): unknown {
  if ('as' in value) return value.as instanceof Date ? now : value.as;
  if ('pieces' in value)
    return value.pieces.reduce(
      (text, piece, at) => text + renewed(value.ids[at - 1] ?? '') + piece,
    );
  const array = Buffer.from(value.array);
  for (const found of value.ids) putId(array, found, renewed(found.id));
  for (const at of value.numbers) {
    lastNumber += 1n;
    array.writeBigInt64BE(lastNumber, at);
  }
  return array;
}

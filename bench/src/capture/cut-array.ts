// Arrays in the binary form of PostgreSQL, as the product sends them (db/row-set.ts): where in them
// stands an id, so that a new one can be put there.

const UUID_OID = 2950;
const LENGTH_AT = 12;
const VALUES_AT = 20;
const HEX = /[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/g;

export interface FoundId {
  /** 32 hex digits. */
  readonly id: string;
  readonly at: number;
  readonly form: 'bytes' | 'bare' | 'dashed';
}

export function lengthOfArray(array: Buffer): number {
  return array.readInt32BE(LENGTH_AT);
}

/** Where the values stand; a null has no place. */
export function* valuesOf(array: Buffer): Generator<{ at: number; length: number }> {
  let at = VALUES_AT;
  for (let place = 0; place < lengthOfArray(array); place += 1) {
    const length = array.readInt32BE(at);
    at += 4;
    if (length < 0) continue;
    yield { at, length };
    at += length;
  }
}

export function idsIn(array: Buffer): FoundId[] {
  if (array.readInt32BE(8) === UUID_OID)
    return [...valuesOf(array)].map(({ at }) => ({
      id: array.toString('hex', at, at + 16),
      at,
      form: 'bytes' as const,
    }));
  // A byte is a character here, so places in the text are places in the array.
  return [...array.toString('latin1').matchAll(HEX)].map((match) => ({
    id: match[0].replaceAll('-', ''),
    at: match.index,
    form: match[1] === '' ? ('bare' as const) : ('dashed' as const),
  }));
}

export function putId(array: Buffer, { at, form }: FoundId, id: string): void {
  if (form === 'bytes') array.write(id, at, 'hex');
  else array.write(form === 'bare' ? id : dashed(id), at, 'latin1');
}

function dashed(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

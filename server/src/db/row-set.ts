// Many rows for one statement, as a column each in PostgreSQL's binary form. Against the same rows
// as JSON the server makes half the text, and PostgreSQL need not parse it: it takes well under half
// the CPU for a row of an order.
// The form of arrays and values: https://www.postgresql.org/docs/18/protocol-overview.html#PROTOCOL-FORMAT-CODES
// and `array_send`, `uuid_send`, `timestamptz_send` … of PostgreSQL.

import { type Prepared, type Statement, statement } from './statement.ts';
import type { Tx } from './transaction.ts';

/** What the values of a column are in JavaScript; null and undefined are null in SQL. */
interface ValueOf {
  uuid: string;
  integer: number;
  bigint: bigint | number | string;
  real: number;
  boolean: boolean;
  text: string;
  date: string;
  timestamptz: Date | string;
  json: unknown;
  jsonb: unknown;
}

export type ColumnType = keyof ValueOf;
type Columns = Readonly<Record<string, ColumnType>>;
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]?: ValueOf[C[Name]] | null | undefined;
};

export interface RowSet<Row> {
  /** For the statement: `unnest(…) as row(…)`, of the parameters from $1. */
  readonly sql: string;
  /** The first parameter behind those of the rows, `$9`, and the ones behind it. */
  after(place: number): string;
  /** The parameters of the rows. */
  params(rows: readonly Row[]): Buffer[];
}

/** @param columns in the order of the parameters; a name is quoted, so it may be a word of SQL */
export function rowSet<const C extends Columns>(columns: C): RowSet<RowOf<C>> {
  const entries = Object.entries(columns);
  const arrays = entries.map(([, type], place) => `$${place + 1}::${type}[]`);
  const names = entries.map(([name]) => `"${name}"`);
  return {
    sql: `unnest(${arrays.join(', ')}) as row(${names.join(', ')})`,
    after: (place) => `$${entries.length + place}`,
    params: (rows) =>
      entries.map(([name, type]) => {
        const values = new Array<unknown>(rows.length);
        for (let at = 0; at < rows.length; at += 1) values[at] = rows[at]?.[name];
        return encodeArray(type, values);
      }),
  };
}

/** A statement that is given rows. */
export interface RowsStatement<Row, Found = unknown> extends Statement<Found> {
  readonly rows: RowSet<Row>;
}

/** @param text given the set of rows, the SQL that writes them */
export function rowsStatement<const C extends Columns, Found = unknown>(
  name: string,
  columns: C,
  text: (rows: RowSet<RowOf<C>>) => string,
): RowsStatement<RowOf<C>, Found> {
  const rows = rowSet(columns);
  return { ...statement<Found>(name, text(rows)), rows };
}

/** The statement that writes them; none where there are no rows. */
export function preparedRows<Row>(
  sql: RowsStatement<Row>,
  rows: readonly Row[],
  ...more: readonly unknown[]
): Prepared[] {
  return rows.length === 0 ? [] : [{ sql, params: [...sql.rows.params(rows), ...more] }];
}

/** Nothing is sent where there are no rows. @returns how many rows were written */
export async function writeRows<Row>(
  tx: Tx,
  sql: RowsStatement<Row>,
  rows: readonly Row[],
  ...more: readonly unknown[]
): Promise<number> {
  return rows.length === 0 ? 0 : tx.run(sql, [...sql.rows.params(rows), ...more]);
}

/** Oid, and the bytes of each value; 0: as many as its text has. */
const FORMS: Readonly<Record<ColumnType, { readonly oid: number; readonly bytes: number }>> = {
  uuid: { oid: 2950, bytes: 16 },
  integer: { oid: 23, bytes: 4 },
  bigint: { oid: 20, bytes: 8 },
  real: { oid: 700, bytes: 4 },
  boolean: { oid: 16, bytes: 1 },
  text: { oid: 25, bytes: 0 },
  date: { oid: 1082, bytes: 4 },
  timestamptz: { oid: 1184, bytes: 8 },
  json: { oid: 114, bytes: 0 },
  jsonb: { oid: 3802, bytes: 0 },
};

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;
/** jsonb travels as text behind the number of its form. */
const JSONB_FORM = 1;

function encodeArray(type: ColumnType, values: readonly unknown[]): Buffer {
  const { oid, bytes } = FORMS[type];
  const texts = bytes === 0 ? values.map((value) => textOf(type, value)) : undefined;
  const prefix = type === 'jsonb' ? 1 : 0;
  const buffer = Buffer.allocUnsafe(sizeOf(values, texts, bytes, prefix));
  writeHeader(buffer, oid, values.length);
  let at = HEADER_BYTES;
  for (let place = 0; place < values.length; place += 1) {
    const value = texts === undefined ? values[place] : texts[place];
    if (value === null || value === undefined) {
      at = buffer.writeInt32BE(NULL_LENGTH, at);
      continue;
    }
    const from = at + LENGTH_BYTES;
    let length = bytes;
    if (bytes > 0) writeValue(type, buffer, from, value);
    else {
      if (prefix > 0) buffer[from] = JSONB_FORM;
      length = prefix + buffer.write(value as string, from + prefix);
    }
    buffer.writeInt32BE(length, at);
    at = from + length;
  }
  return buffer;
}

function textOf(type: ColumnType, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return type === 'text' ? String(value) : JSON.stringify(value);
}

function sizeOf(
  values: readonly unknown[],
  texts: readonly (string | null)[] | undefined,
  bytes: number,
  prefix: number,
): number {
  let size = HEADER_BYTES + LENGTH_BYTES * values.length;
  for (let place = 0; place < values.length; place += 1) {
    const text = texts?.[place];
    if (typeof text === 'string') size += prefix + Buffer.byteLength(text);
    else if (texts === undefined && values[place] !== null && values[place] !== undefined)
      size += bytes;
  }
  return size;
}

/** One dimension that begins at 1; whether it has nulls, PostgreSQL finds out by itself. */
function writeHeader(buffer: Buffer, oid: number, length: number): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

/** Counted from 2000-01-01, in the way of PostgreSQL. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const TWO_TO_32 = 2 ** 32;

function writeValue(type: ColumnType, buffer: Buffer, at: number, value: unknown): void {
  switch (type) {
    case 'uuid': {
      const hex = String(value);
      if (buffer.write(hex.length === 32 ? hex : hex.replaceAll('-', ''), at, 'hex') !== 16)
        throw new Error(`${hex} is not a UUID`);
      break;
    }
    case 'integer':
      buffer.writeInt32BE(value as number, at);
      break;
    case 'bigint':
      buffer.writeBigInt64BE(BigInt(value as bigint | number | string), at);
      break;
    case 'real':
      buffer.writeFloatBE(value as number, at);
      break;
    case 'boolean':
      buffer[at] = value === true ? 1 : 0;
      break;
    case 'date':
      buffer.writeInt32BE((Date.parse(String(value)) - EPOCH_MS) / DAY_MS, at);
      break;
    default: {
      const micros = (new Date(value as Date | string).getTime() - EPOCH_MS) * 1000;
      const high = Math.floor(micros / TWO_TO_32);
      buffer.writeInt32BE(high, at);
      buffer.writeUInt32BE(micros - high * TWO_TO_32, at + 4);
    }
  }
}

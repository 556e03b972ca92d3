// Makes an order of the past, or another document of it, of the rows that belong together.

import { ORDER_LINES_MAX } from '../orders/capture.ts';
import { documentLines } from './document-map.ts';
import type { FieldName } from './fields.ts';
import { firstOf } from './first-of.ts';
import { pricedOrder } from './order-price.ts';
import { pastAddress, pastCustomer } from './party-map.ts';
import type { PastDocumentKind } from './past-document.ts';
import type { PastDocument, PastOrder } from './past-order.ts';
import type { RowProblem } from './problem.ts';
import type { ClassRule, Profile } from './profile.ts';
import { valuesAt } from './record-paths.ts';
import { type RowReader, rowReader, type SourceLine } from './row-reader.ts';
import type { JsonValue } from './source-record.ts';

export interface SourceRow {
  readonly row: number;
  readonly value: JsonValue;
}

export interface Mapped {
  /** Null when a row of it will not map: a document is taken whole or not at all. */
  readonly document: PastOrder | PastDocument | null;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

/**
 * Maps the rows of one document, in the order of the file. Pure; nothing is looked up.
 *
 * @param rows at least one
 */
export function mapDocument(profile: Profile, rows: readonly SourceRow[]): Mapped {
  const reader = rowReader(profile);
  const heads: readonly SourceLine[] = rows;
  const lines = rows.flatMap(({ row, value }) => itemsOf(profile, row, value));
  const document = map(profile, reader, heads, lines);
  const { problems, warnings } = reader;
  return { document: problems.length > 0 ? null : document, problems, warnings };
}

function itemsOf({ itemsPath }: Profile, row: number, value: JsonValue): SourceLine[] {
  if (itemsPath === undefined) return [{ row, value }];
  return valuesAt(value, itemsPath).map((item) => ({ row, value: item }));
}

function map(
  profile: Profile,
  reader: RowReader,
  heads: readonly SourceLine[],
  lines: readonly SourceLine[],
): PastOrder | PastDocument | null {
  const externalId = needed(reader, heads, 'externalId', (at) =>
    reader.text(at, 'externalId', 200),
  );
  const placedAt = needed(reader, datesOf(reader, heads), 'placedAt', (at) =>
    reader.moment(at, 'placedAt'),
  );
  const currency = currencyOf(profile, reader, heads);
  if (externalId === null || placedAt === null || currency === null) return null;
  if (lines.length > ORDER_LINES_MAX)
    reader.refuse(
      heads[0]?.row ?? 0,
      'too-many-lines',
      null,
      `It has ${lines.length} lines; an order may have ${ORDER_LINES_MAX}.`,
      'Split it into several orders in the file.',
    );
  const past = {
    externalId,
    channel: firstOf(heads, (at) => reader.text(at, 'channel', 100)) ?? profile.channel,
    placedAt,
    currency,
    customer: pastCustomer(reader, heads),
    shippingAddress: pastAddress(reader, heads, 'shipping'),
  };
  const kind = kindOf(profile, reader, externalId, past.customer !== null, lines);
  if (kind !== 'order')
    return { kind, ...past, ...documentLines(reader, heads, lines, kind, currency) };
  return pricedOrder(profile, reader, heads, lines, past);
}

/**
 * The rows whose date is another than that of the row before: each is read, for a date that is none
 * is an error in whichever row it stands; the first counts.
 */
function datesOf(reader: RowReader, heads: readonly SourceLine[]): readonly SourceLine[] {
  const texts = heads.map((at) => reader.texts(at, 'placedAt')[0]);
  const others = heads.filter((_, index) => index === 0 || texts[index] !== texts[index - 1]);
  for (const at of others.slice(1)) reader.moment(at, 'placedAt');
  return others;
}

function needed<T>(
  reader: RowReader,
  heads: readonly SourceLine[],
  field: FieldName,
  read: (at: SourceLine) => T | null,
): T | null {
  const before = reader.problems.length;
  const value = firstOf(heads, read);
  if (value === null && reader.problems.length === before)
    reader.refuse(
      heads[0]?.row ?? 0,
      'field-missing',
      field,
      `${field} is empty.`,
      'Fill it in the file, or map another column to it in the profile.',
    );
  return value;
}

function currencyOf(
  profile: Profile,
  reader: RowReader,
  heads: readonly SourceLine[],
): string | null {
  const text = firstOf(heads, (at) => reader.text(at, 'currency')) ?? profile.currency ?? null;
  const code = text?.toUpperCase() ?? null;
  if (code !== null && /^[A-Z]{3}$/.test(code)) return code;
  reader.refuse(
    heads[0]?.row ?? 0,
    'currency-invalid',
    'currency',
    code === null ? 'No currency is given.' : `"${text}" is no ISO 4217 code.`,
    'Give the currency of the file: --currency EUR, or `currency` in the profile.',
  );
  return null;
}

function kindOf(
  profile: Profile,
  reader: RowReader,
  externalId: string,
  hasCustomer: boolean,
  lines: readonly SourceLine[],
): PastDocumentKind | 'order' {
  const isZero = (at: SourceLine) => Number(reader.texts(at, 'line.unitPrice')[0] ?? 'x') === 0;
  const isNegative = (at: SourceLine) => Number(reader.texts(at, 'line.quantity')[0] ?? 'x') < 0;
  const fits = (rule: ClassRule) =>
    (rule.externalIdStartsWith === undefined || externalId.startsWith(rule.externalIdStartsWith)) &&
    (rule.hasCustomer === undefined || rule.hasCustomer === hasCustomer) &&
    (rule.everyPriceIsZero !== true || lines.every(isZero)) &&
    (rule.everyQuantityIsNegative !== true || lines.every(isNegative));
  return profile.classify?.find(fits)?.as ?? 'order';
}

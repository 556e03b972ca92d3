// The files of Stripe's balance and payout reconciliation reports, itemized, and of the balance history
// of its dashboard. Columns are found by their names, in any order.

import { parseId } from '@doorstep/core/ids.ts';
import { parseMajor } from '@doorstep/core/money.ts';
import type {
  ReportProblem,
  ReportReader,
  StatementLine,
  StatementMoney,
} from '@doorstep/core/payments/statement.ts';
import { OUR } from './read-intent.ts';
import { lineKindOf } from './statement-kind.ts';

/** What we want, and what the reports call it. */
const COLUMNS = {
  id: ['balance_transaction_id', 'id'],
  category: ['reporting_category', 'type'],
  amount: ['gross', 'amount'],
  fee: ['fee'],
  currency: ['currency'],
  created: ['created_utc', 'created (utc)', 'created'],
  source: ['source_id', 'source'],
  payout: ['automatic_payout_id', 'transfer'],
  originalAmount: ['customer_facing_amount', 'customer facing amount'],
  originalCurrency: ['customer_facing_currency', 'customer facing currency'],
  payment: [
    `payment_metadata[${OUR.payment}]`,
    `refund_metadata[${OUR.payment}]`,
    `${OUR.payment} (metadata)`,
  ],
} as const;
type Column = keyof typeof COLUMNS;

const NEEDED: readonly Column[] = ['id', 'category', 'amount', 'currency', 'created'];

type Places = Partial<Record<Column, readonly number[]>>;

export function stripeReport(): ReportReader {
  let places: Places | null = null;
  return {
    isKnown: () => places !== null,
    take(cells) {
      if (places === null) {
        places = placesIn(cells);
        return null;
      }
      const known = places;
      return read((column) => cellAt(cells, known[column]));
    },
  };
}

function placesIn(cells: readonly string[]): Places | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const places: Places = {};
  for (const [column, known] of Object.entries(COLUMNS)) {
    const found = known.map((name) => names.indexOf(name)).filter((place) => place >= 0);
    if (found.length > 0) places[column as Column] = found;
  }
  return NEEDED.every((column) => places[column] !== undefined) ? places : null;
}

function cellAt(cells: readonly string[], places: readonly number[] = []): string {
  return places.map((place) => cells[place]?.trim() ?? '').find((text) => text !== '') ?? '';
}

function read(cell: (column: Column) => string): StatementLine | ReportProblem {
  const reference = cell('id');
  const currency = cell('currency').toUpperCase();
  const amountMinor = parseMajor(cell('amount'), currency);
  const feeText = cell('fee');
  const feeMinor = feeText === '' ? null : parseMajor(feeText, currency);
  const occurredAt = new Date(`${cell('created').replace(' ', 'T')}Z`);
  if (!reference.startsWith('txn_')) return { problem: `${reference} is no balance transaction.` };
  if (amountMinor === undefined)
    return { problem: `${cell('amount')} is no amount of ${currency}.` };
  if (feeMinor === undefined) return { problem: `${feeText} is no amount of ${currency}.` };
  if (Number.isNaN(occurredAt.getTime())) return { problem: `${cell('created')} is no time.` };
  const source = cell('source') || null;
  const kind = lineKindOf(cell('category'), amountMinor, source);
  return {
    reference,
    kind,
    booked: { amountMinor, currency },
    feeMinor,
    original: originalIn(cell, currency),
    source,
    relates: null,
    payment: parseId('payment', cell('payment')) ?? null,
    key: null,
    // How much was captured until then is not in the file.
    factReference: kind === 'charge' ? null : source,
    occurredAt,
    payout: cell('payout') || (kind === 'payout' ? source : null),
  };
}

function originalIn(cell: (column: Column) => string, booked: string): StatementMoney | null {
  const currency = cell('originalCurrency').toUpperCase();
  if (currency === '' || currency === booked) return null;
  const amountMinor = parseMajor(cell('originalAmount'), currency);
  return amountMinor === undefined ? null : { amountMinor, currency };
}

// PayPal's settlement report and transaction report, as files of comma-separated values. Rows say in
// their first cell what they are: CH names the columns, SB is a booking. Amounts are minor units without
// a sign; DR and CR say which way the money went.

import { parseId } from '@doorstep/core/ids.ts';
import type {
  ReportProblem,
  ReportReader,
  StatementLine,
} from '@doorstep/core/payments/statement.ts';
import { namedIn } from './paypal-order.ts';
import { lineKindOf } from './statement-kind.ts';
import { bookingName } from './statements.ts';

const NEEDED = [
  'transaction id',
  'transaction event code',
  'transaction initiation date',
  'transaction debit or credit',
  'gross transaction amount',
  'gross transaction currency',
] as const;

export function settlementReport(): ReportReader {
  let places: ReadonlyMap<string, number> | null = null;
  return {
    isKnown: () => places !== null,
    take(cells) {
      const [type = ''] = cells;
      if (type === 'CH') {
        const names = cells.map((cell) => cell.trim().toLowerCase());
        const isWhole = NEEDED.every((name) => names.includes(name));
        if (isWhole) places = new Map(names.map((name, place) => [name, place]));
      }
      if (type !== 'SB' || places === null) return null;
      const known = places;
      return read((name) => cells[known.get(name) ?? -1]?.trim() ?? '');
    },
  };
}

function read(cell: (name: string) => string): StatementLine | ReportProblem | null {
  const status = cell('transaction status') || 'S';
  if (status !== 'S' && status !== 'V') return null;
  const [id, code] = [cell('transaction id'), cell('transaction event code')];
  const currency = cell('gross transaction currency');
  const amountMinor = amountOf(
    cell('gross transaction amount'),
    cell('transaction debit or credit'),
  );
  const feeText = cell('fee amount');
  const fee = feeText === '' ? null : amountOf(feeText, cell('fee debit or credit'));
  const occurredAt = new Date(cell('transaction initiation date'));
  if (!/^T\d{4}$/.test(code)) return { problem: `${code} is no transaction event code.` };
  if (amountMinor === undefined)
    return { problem: `${cell('gross transaction amount')} is no amount in minor units.` };
  if (fee === undefined) return { problem: `${feeText} is no amount in minor units.` };
  if (Number.isNaN(occurredAt.getTime()))
    return { problem: `${cell('transaction initiation date')} is no time.` };
  const kind = lineKindOf(code, amountMinor);
  const isOurs = kind === 'charge' || kind === 'refund';
  return {
    reference: bookingName(id, code, currency),
    kind,
    booked: { amountMinor, currency },
    feeMinor: fee === null ? null : -fee,
    original: null,
    source: isOurs ? id : null,
    relates: cell('paypal reference id type') === 'TXN' ? cell('paypal reference id') : null,
    payment: namedIn(cell('custom field')).payment ?? null,
    key: parseId('paymentIntent', cell('invoice id')) ?? null,
    factReference: isOurs ? id : null,
    occurredAt,
    payout: kind === 'payout' ? id : null,
  };
}

function amountOf(text: string, direction: string): bigint | undefined {
  if (!/^\d{1,16}$/.test(text)) return undefined;
  return direction === 'DR' ? -BigInt(text) : BigInt(text);
}

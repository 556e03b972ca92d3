// PayPal's activity report, as it is downloaded from the account, and its monthly statement, in English or
// German. Amounts are written as people of the account's country write them; the event code is a column
// that may be chosen. Without it the type is all there is.
// cspell:ignore abgelehnt abgeschlossen ausstehend auswirkung beschreibung brutto entgelt gebühr
// cspell:ignore guthaben haben offen rechnungsnummer soll storniert transaktionscode
// cspell:ignore transaktionsereigniscode uhrzeit währung zollnummer zugehöriger

import { decimalOf } from '@doorstep/core/history/values.ts';
import { parseId } from '@doorstep/core/ids.ts';
import { minorDigits, parseMajor } from '@doorstep/core/money.ts';
import type {
  ReportProblem,
  ReportReader,
  StatementLine,
} from '@doorstep/core/payments/statement.ts';
import { type ActivityTimes, activityTimes } from './activity-time.ts';
import { eventCodeOf, isSetAside } from './event-code.ts';
import { namedIn } from './paypal-order.ts';
import { lineKindOf } from './statement-kind.ts';
import { bookingName } from './statements.ts';

/** What we want, and what the reports call it. */
const COLUMNS = {
  date: ['date', 'datum'],
  time: ['time', 'uhrzeit'],
  zone: ['timezone', 'time zone', 'zeitzone'],
  type: ['type', 'typ', 'description', 'beschreibung'],
  code: ['transaction event code', 'transaktionsereigniscode'],
  status: ['status'],
  currency: ['currency', 'währung'],
  gross: ['gross', 'brutto'],
  fee: ['fee', 'gebühr', 'entgelt'],
  id: ['transaction id', 'transaktionscode'],
  related: ['reference txn id', 'zugehöriger transaktionscode'],
  invoice: ['invoice number', 'invoice id', 'rechnungsnummer'],
  custom: ['custom number', 'zollnummer'],
  impact: ['balance impact', 'auswirkung auf guthaben'],
} as const;
type Column = keyof typeof COLUMNS;

const NEEDED: readonly Column[] = ['date', 'time', 'zone', 'type', 'currency', 'gross', 'id'];

/** Undefined: the file has no such column. */
type Cell = (column: Column) => string | undefined;

export function activityReport(): ReportReader {
  let places: ReadonlyMap<Column, number> | null = null;
  const times = activityTimes();
  return {
    isKnown: () => places !== null,
    take(cells) {
      if (places === null) {
        places = placesIn(cells);
        return null;
      }
      const known = places;
      return read((column) => {
        const place = known.get(column);
        return place === undefined ? undefined : (cells[place]?.trim() ?? '');
      }, times);
    },
  };
}

function placesIn(cells: readonly string[]): ReadonlyMap<Column, number> | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const places = (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
    const place = COLUMNS[column].map((name) => names.indexOf(name)).find((at) => at >= 0);
    return place === undefined ? [] : [[column, place] as const];
  });
  const found = new Map(places);
  return NEEDED.every((column) => found.has(column)) ? found : null;
}

const BOOKED = /^(completed|reversed|refunded|partially refunded|cleared|abgeschlossen)$/i;
const NOT_BOOKED =
  /^(pending|denied|cancel+ed|failed|expired|voided|returned|removed|unclaimed|processing|created|active|held|ausstehend|abgelehnt|storniert|offen)$/i;
const MOVES_BALANCE = /^(debit|credit|soll|haben)$/i;

function read(cell: Cell, times: ActivityTimes): StatementLine | ReportProblem | null {
  const status = cell('status') ?? 'Completed';
  if (NOT_BOOKED.test(status)) return null;
  const [type, id, currency] = [cell('type') ?? '', cell('id') ?? '', cell('currency') ?? ''];
  const told = cell('code') ?? '';
  const code = /^T\d{4}$/.test(told) ? told : eventCodeOf(type);
  // What is only noted, such as an article of a payment, moves nothing.
  if (!MOVES_BALANCE.test(cell('impact') ?? 'debit')) return null;
  if (code !== undefined && isSetAside(code)) return null;
  if (!BOOKED.test(status)) return { problem: `${status} is no status that is known here.` };
  if (!/^\w{8,24}$/.test(id)) return { problem: `${id} is no transaction id.` };
  if (!/^[A-Z]{3}$/.test(currency)) return { problem: `${currency} is no currency.` };
  const [gross, feeText] = [cell('gross') ?? '', cell('fee') ?? ''];
  const amountMinor = amountOf(gross, currency);
  if (amountMinor === undefined) return { problem: `${gross} is no amount of ${currency}.` };
  const fee = feeText === '' ? null : amountOf(feeText, currency);
  if (fee === undefined) return { problem: `${feeText} is no amount of ${currency}.` };
  const occurredAt = times.read(cell('date') ?? '', cell('time') ?? '', cell('zone') ?? '');
  if (typeof occurredAt === 'string') return { problem: occurredAt };
  const kind = code === undefined ? 'unknown' : lineKindOf(code, amountMinor);
  const isOurs = kind === 'charge' || kind === 'refund';
  const related = cell('related') ?? '';
  return {
    reference: bookingName(id, code ?? type.slice(0, TYPE_LENGTH_MAX), currency),
    kind,
    booked: { amountMinor, currency },
    feeMinor: fee === null ? null : -fee,
    original: null,
    source: isOurs ? id : null,
    // The id of an agreement or an order is shorter, or begins with its letter and a dash.
    relates: /^[0-9A-Z]{17}$/.test(related) ? related : null,
    payment: namedIn(cell('custom')).payment ?? null,
    key: parseId('paymentIntent', cell('invoice') ?? '') ?? null,
    factReference: isOurs ? id : null,
    occurredAt,
    payout: kind === 'payout' ? id : null,
  };
}

const TYPE_LENGTH_MAX = 80;

/** `1,234.56`, `1.234,56`, `1 234,56`: all places of the currency are always written. */
function amountOf(text: string, currency: string): bigint | undefined {
  const [, last, behind = ''] = /([.,])(\d+)$/.exec(text) ?? [];
  const isFraction = behind.length === minorDigits(currency) || behind.length < 3;
  const decimal = decimalOf(text, (last === ',') === isFraction ? ',' : '.');
  return decimal === undefined ? undefined : parseMajor(decimal, currency);
}

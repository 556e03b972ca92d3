// Exceptions as people see them: readable without another call, with fixes ready to send.

import type { ExceptionAnswer } from '@doorstep/contract/exceptions.ts';
import { operations } from '@doorstep/contract/operations.ts';
import { EXCEPTION_KINDS } from '@doorstep/core/exceptions/exception-types.ts';
import { inWords } from '@doorstep/core/exceptions/exception-words.ts';
import { type SuggestedFix, suggestFix } from '@doorstep/core/exceptions/suggested-fix.ts';
import { type IdKind, idFromUuid } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { type PageFacts, readFacts } from './read-facts.ts';
import type { ExceptionRow } from './sql.ts';

export async function presentExceptions(
  tx: Tx,
  rows: readonly ExceptionRow[],
  now: Date,
): Promise<ExceptionAnswer[]> {
  if (rows.length === 0) return [];
  const facts = await readFacts(tx, rows);
  return rows.map((row) => present(row, facts, now));
}

export async function presentException(
  tx: Tx,
  row: ExceptionRow,
  now: Date,
): Promise<ExceptionAnswer> {
  const facts = await readFacts(tx, [row]);
  return present(row, facts, now);
}

function present(row: ExceptionRow, facts: PageFacts, now: Date): ExceptionAnswer {
  const kind = EXCEPTION_KINDS[row.type];
  const about = aboutOf(row, facts);
  return {
    id: idFromUuid('exception', row.id),
    type: row.type,
    status: row.status,
    severity: row.severity,
    title: row.title ?? kind.title,
    subject: [...namesOf(about), ...inWords(row.data)].join(', '),
    closes: kind.closes,
    about,
    data: { ...row.data },
    fixes: row.status === 'closed' ? [] : fixesOf(row, about, facts),
    raisedAt: row.raised_at.toISOString(),
    raisedBy: row.raised_by,
    times: row.times,
    seenAt: row.seen_at.toISOString(),
    deadline: row.deadline.toISOString(),
    overdue: row.status !== 'closed' && row.deadline < now,
    owner: one(row.owner, 'user', (id) => ({ name: facts.name('user', id) ?? '' })),
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    resolution: row.resolution,
    note: row.note,
    version: row.version,
  };
}

type About = ExceptionAnswer['about'];

function aboutOf(row: ExceptionRow, { name }: PageFacts): About {
  return {
    order: one(row.order_id, 'order', (id) => ({ number: name('order', id) ?? '' })),
    sku: one(row.sku_id, 'sku', (id) => ({ code: name('sku', id) ?? '' })),
    location: one(row.location_id, 'location', (id) => ({ code: name('location', id) ?? '' })),
    fulfillmentOrder: one(row.fulfillment_order_id, 'fulfillmentOrder', () => ({})),
    parcel: one(row.parcel_id, 'parcel', (id) => ({ trackingNumber: name('parcel', id) ?? null })),
    payment: one(row.payment_id, 'payment', (id) => ({ provider: name('payment', id) ?? '' })),
    return: one(row.return_id, 'return', (id) => ({ number: name('return', id) ?? '' })),
    webhookEndpoint: one(row.webhook_endpoint_id, 'webhookEndpoint', (id) => ({
      url: name('endpoint', id) ?? '',
    })),
  };
}

function one<K extends IdKind, More extends object>(
  uuid: string | null,
  kind: K,
  more: (uuid: string) => More,
): ({ id: ReturnType<typeof idFromUuid<K>> } & More) | null {
  return uuid === null ? null : { id: idFromUuid(kind, uuid), ...more(uuid) };
}

/** order 1001, MUG at BER, parcel 00340434161094027318 */
function namesOf(about: About): string[] {
  const stock = [about.sku?.code, about.location?.code].filter((code) => code !== undefined);
  return [
    about.order === null ? '' : `order ${about.order.number}`,
    stock.join(' at '),
    about.parcel === null ? '' : `parcel ${about.parcel.trackingNumber ?? about.parcel.id}`,
    about.payment === null ? '' : `payment by ${about.payment.provider}`,
    about.return === null ? '' : `return ${about.return.number}`,
    about.webhookEndpoint?.url ?? '',
  ].filter((part) => part !== '');
}

const OPERATIONS = new Map(operations.map((operation) => [operation.id, operation]));

function fixesOf(row: ExceptionRow, about: About, facts: PageFacts): ExceptionAnswer['fixes'] {
  const known = {
    exception: idFromUuid('exception', row.id),
    type: row.type,
    order: about.order?.id ?? null,
    skuCode: about.sku?.code ?? null,
    locationCode: about.location?.code ?? null,
    data: row.data,
    lines: facts.linesOf(row),
  };
  return EXCEPTION_KINDS[row.type].fixes
    .flatMap((fix) => suggestFix(fix, known))
    .map((fix) => requestOf(fix, row, about));
}

/** What to call; only words where a part of its path is for a person to find. */
function requestOf(
  fix: SuggestedFix,
  row: ExceptionRow,
  about: About,
): ExceptionAnswer['fixes'][number] {
  const { label, operation: id, asks } = fix;
  const operation = id === null ? undefined : OPERATIONS.get(id);
  const inWordsOnly = { label, operation: null, ...NOTHING, asks: [] };
  if (id === null || operation === undefined) return inWordsOnly;
  const params: Record<string, string> = {};
  for (const [, name = ''] of operation.path.matchAll(/\{(\w+)\}/g)) {
    const value = fix.order !== undefined && name === 'order' ? fix.order : idFor(name, row, about);
    if (value === undefined) return inWordsOnly;
    params[name] = value;
  }
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_match, name) => params[name] ?? '');
  const body = operation.body === undefined || fix.body === null ? null : { ...fix.body };
  return { label, operation: id, method: operation.method, path, params, body, asks: [...asks] };
}

const NOTHING = { method: null, path: null, params: {}, body: null } as const;

/** What a parameter of a path stands for, here. */
function idFor(name: string, row: ExceptionRow, about: About): string | undefined {
  if (name === 'exception') return idFromUuid('exception', row.id);
  if (name === 'endpoint') return about.webhookEndpoint?.id;
  const told = row.data[name];
  if (typeof told === 'string') return told;
  return Object.entries(about).find(([kind]) => kind === name)?.[1]?.id;
}

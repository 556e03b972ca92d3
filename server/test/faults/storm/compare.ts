// When all is over: is everything that was acknowledged there, once, as it was told? Was nothing sold
// that never came? Do our books and the provider's say the same?

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Doubles, MoneyMoved } from '../doubles.ts';
import { type Asking, asking } from './ask.ts';
import { compareDrop } from './drop.ts';
import type { Chance } from './fault.ts';
import type { System } from './system.ts';
import { type Asked, type Body, isAcknowledged, type Witness } from './witness.ts';

export interface Comparison {
  readonly orders: number;
  readonly refused: number;
  readonly requests: number;
  readonly units: number;
  readonly deeds: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly oversold: readonly string[];
  /** What else is not as it was told. */
  readonly differs: readonly string[];
  readonly verify: readonly string[];
}

const LANES = 8;

export async function compare(
  system: System,
  witness: Witness,
  chance: Chance,
): Promise<Comparison> {
  const ask = asking(system, witness, chance);
  const differs: string[] = [];
  const asked = [...witness.asked.values()];
  // Each once more: the unanswered are answered now, and all others must be answered as before.
  await inLanes(asked, (one) => ask.repeat(one).catch((error) => void differs.push(String(error))));
  const captures = asked.filter((one) => one.path === '/v1/orders');
  const there = await listOrders(ask);
  const { lost, doubled } = compareOrders(captures, there);
  const ids = new Set(there.map((order) => order['id']));
  const details = await readDetails(
    ask,
    captures.filter(({ first }) => isAcknowledged(first) && ids.has(first.body['id'])),
  );
  for (const { asked: one, order } of details) differs.push(...differencesOf(one, order));
  const stock = await compareStock(ask, asked, details);
  const drop = await compareDrop(ask, asked, details);
  const book = await readBook(system.home);
  differs.push(...details.flatMap(({ payments }) => compareMoney(payments, book)));
  differs.push(...details.flatMap(({ payments }) => compareOutside(payments, system.doubles)));
  differs.push(...stock.differs, ...drop.differs);
  return {
    orders: captures.filter((one) => isAcknowledged(one.first)).length,
    refused: captures.filter((one) => !isAcknowledged(one.first)).length,
    requests: asked.reduce((sum, one) => sum + one.answers, 0),
    units: stock.units,
    deeds: book.length + system.doubles.countDeeds(),
    lost,
    doubled,
    oversold: [...stock.oversold, ...drop.oversold],
    differs,
    verify: await verify(system, ask),
  };
}

async function listOrders(ask: Asking): Promise<Body[]> {
  const all: Body[] = [];
  for (let cursor = ''; ; ) {
    const page = await ask.look(`/v1/orders?limit=200${cursor}`);
    all.push(...(page['items'] as Body[]));
    if (page['nextCursor'] === null) return all;
    cursor = `&cursor=${String(page['nextCursor'])}`;
  }
}

function compareOrders(captures: readonly Asked[], there: readonly Body[]) {
  const byId = new Map(there.map((order) => [order['id'], order]));
  const lost = captures.flatMap(({ key, first }) =>
    isAcknowledged(first) && !byId.has(first.body['id']) ? [`${key} is not there`] : [],
  );
  const acknowledged = new Set(
    captures.flatMap(({ first }) => (isAcknowledged(first) ? [first.body['id']] : [])),
  );
  const twice = (field: string) =>
    [...Map.groupBy(there, (order) => order[field])].flatMap(([value, some]) =>
      some.length > 1 ? [`${field} ${String(value)} is there ${some.length} times`] : [],
    );
  const untold = there.flatMap((order) =>
    acknowledged.has(order['id']) ? [] : [`${String(order['externalId'])} was told to nobody`],
  );
  return { lost, doubled: [...twice('externalId'), ...twice('number'), ...untold] };
}

interface Detail {
  readonly asked: Asked;
  readonly order: Body;
  readonly payments: Body;
}

async function readDetails(ask: Asking, captures: readonly Asked[]): Promise<Detail[]> {
  const details: Detail[] = [];
  await inLanes(captures, async (asked) => {
    const path = `/v1/orders/${String(asked.first?.body['id'])}`;
    const [order, payments] = await Promise.all([ask.look(path), ask.look(`${path}/payments`)]);
    details.push({ asked, order, payments });
  });
  return details;
}

/** What never changes is as it was answered; units only went on from there. */
function differencesOf({ key, first }: Asked, order: Body): string[] {
  const told = first?.body ?? {};
  const fields = ['number', 'externalId', 'channel', 'capturedAt'];
  const wrong = fields.filter((field) => told[field] !== order[field]);
  if (JSON.stringify(told['totals']) !== JSON.stringify(order['totals'])) wrong.push('totals');
  const lines = order['lines'] as Record<string, number>[];
  for (const [at, line] of (told['lines'] as Record<string, number>[]).entries()) {
    const now = lines[at] ?? {};
    if (now['sku'] !== line['sku'] || now['ordered'] !== line['quantity']) wrong.push('lines');
    if (Number(now['backordered']) > Number(line['backordered'])) wrong.push('backordered');
    if (kept(now) + Number(now['canceled']) < Number(line['reserved'])) wrong.push('reserved');
  }
  return wrong.map(
    (field) => `${field} of ${key}: told ${JSON.stringify(told)}, is ${JSON.stringify(order)}`,
  );
}

/** Units that the order holds or has sent. */
function kept(line: Record<string, number>): number {
  const of = (field: string) => Number(line[field]);
  return of('ordered') - of('canceled') - of('backordered') - of('unpromised');
}

async function compareStock(ask: Asking, asked: readonly Asked[], details: readonly Detail[]) {
  const missing = countMissing(asked);
  const received = new Map<string, number>();
  for (const { path, body, first } of asked)
    if (path === '/v1/stock/receipts' && isAcknowledged(first))
      for (const { sku, quantity } of (body as Receipt).lines)
        received.set(sku, (received.get(sku) ?? 0) + quantity);
  const sold = new Map<string, { kept: number; gone: number }>();
  for (const line of details.flatMap(({ order }) => order['lines'] as Record<string, number>[])) {
    const sku = String(line['sku']);
    const sum = sold.get(sku) ?? { kept: 0, gone: 0 };
    const back = Number(line['returned']);
    sold.set(sku, {
      kept: sum.kept + kept(line) - back,
      gone: sum.gone + Number(line['shipped']) - back,
    });
  }
  const oversold: string[] = [];
  const differs: string[] = [];
  let units = 0;
  for (const [sku, came] of received) {
    const { kept: promised, gone } = sold.get(sku) ?? { kept: 0, gone: 0 };
    units += promised;
    if (promised > came) oversold.push(`${sku}: ${came} came, ${promised} are sold`);
    const levels = await ask.look(`/v1/stock/levels?sku=${sku}`);
    const [level] = levels['items'] as Record<string, number>[];
    const lost = missing.get(sku) ?? 0;
    if (level?.['onHand'] !== came - gone - lost || Number(level['available']) < 0)
      differs.push(
        `${sku}: ${came} came, ${gone} left, ${lost} were missing, but ${JSON.stringify(level)}`,
      );
  }
  return { units, oversold, differs };
}

/** What pickers looked for and did not find. */
function countMissing(asked: readonly Asked[]): ReadonlyMap<string, number> {
  const missing = new Map<string, number>();
  for (const { path, first } of asked)
    if (path.endsWith('/picks') && isAcknowledged(first))
      for (const { sku, short } of first.body['lines'] as { sku: string; short: number }[])
        missing.set(sku, (missing.get(sku) ?? 0) + short);
  return missing;
}

interface Receipt {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

interface Deed {
  readonly key: string;
  readonly kind: string;
  readonly payment: string;
  readonly amountMinor: string;
  readonly outcome: string;
  readonly reference: string;
}

/** Of several lines under one key the first one counts: see its book.ts. */
async function readBook(home: string): Promise<Deed[]> {
  const book = await readFile(join(home, 'sandbox-payments', 'book.jsonl'), 'utf8').catch(() => '');
  const deeds = new Map<string, Deed>();
  for (const line of book.split('\n').filter(Boolean)) {
    const deed = JSON.parse(line) as Deed;
    if (!deeds.has(deed.key)) deeds.set(deed.key, deed);
  }
  return [...deeds.values()].filter((deed) => deed.outcome === 'succeeded');
}

const FACT_OF: Readonly<Record<string, string>> = {
  authorize: 'authorized',
  capture: 'captured',
  refund: 'refunded',
  void: 'voided',
};

function compareMoney({ order, payments, ledger }: Body, book: readonly Deed[]): string[] {
  const ids = new Set((payments as Body[]).map((payment) => payment['id']));
  if ((payments as Body[]).some(({ provider }) => isOutside(String(provider)))) return [];
  const done = book
    .filter((deed) => ids.has(deed.payment))
    .map((deed) => `${FACT_OF[deed.kind]} ${deed.amountMinor} ${deed.reference}`);
  const known = (ledger as Body[]).map(
    (entry) =>
      `${String(entry['kind'])} ${String(entry['amountMinor'])} ${String(entry['reference'])}`,
  );
  const isSame = done.sort().join() === known.sort().join();
  return isSame ? [] : [`money of ${String(order)}: the provider did ${done}, we know ${known}`];
}

/** Of a payment at a provider that stands outside: what it did, and what we know of it, by kind. */
function compareOutside({ order, payments, ledger }: Body, doubles: Doubles): string[] {
  const outside = (payments as Body[]).filter(({ provider }) => isOutside(String(provider)));
  return outside.flatMap(({ id, provider }) => {
    const done = doubles.movedFor(String(id));
    const known = { authorized: 0, captured: 0, refunded: 0, voided: 0 };
    for (const entry of ledger as Body[])
      known[entry['kind'] as keyof MoneyMoved] += Number(entry['amountMinor']);
    const [said, knew] = [JSON.stringify(done), JSON.stringify(known)];
    const what = `money of ${String(order)}: ${String(provider)} did ${said}, we know ${knew}`;
    return said === knew ? [] : [what];
  });
}

const isOutside = (provider: string) => /^(stripe|paypal)/.test(provider);

async function verify({ deaths }: System, ask: Asking): Promise<string[]> {
  const { checks } = await ask.done('POST', '/v1/verification', {});
  const broken = (checks as { ok: boolean }[]).filter((check) => !check.ok);
  return [...broken.map((check) => JSON.stringify(check)), ...deaths];
}

async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

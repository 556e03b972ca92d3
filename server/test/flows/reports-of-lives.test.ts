// Random lives of orders: whatever happened, reports say what the orders themselves say.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { askReport, sumUpSales } from '../reports.ts';
import { delivered } from '../sent.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const SEED = Number(process.env['TEST_SEED'] ?? Date.now() % 100_000);
const ORDERS = 40;
const KEYS = ['day', 'month', 'channel', 'country', 'sku', 'customer'] as const;

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 9999, CUP: 9999, POT: 9999 } });
  await stockUp(shop, { SHOP: { MUG: 9999, CUP: 9999, POT: 9999 } }, 'till');
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await shop.call('POST', '/v1/skus', { code: 'TEA', title: 'Tea set', components });
});
after(() => shop.close());

test('reports equal the sums of random lives, by every key', async (t) => {
  t.diagnostic(`seed ${SEED}`);
  const random = seededRandom(SEED);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const oneOf = <T>(from: readonly T[]): T => from[upTo(from.length - 1)] as T;
  const orders: string[] = [];
  for (let place = 0; place < ORDERS; place += 1) {
    const more = {
      channel: oneOf(['web', 'till']),
      currency: oneOf(['EUR', 'EUR', 'JPY']),
      placedAt: new Date(Date.UTC(2025, upTo(14), 1 + upTo(27), upTo(23))).toISOString(),
      ...(random() < 0.6 ? { customer: { email: `buyer${upTo(4)}@example.com` } } : {}),
      ...(random() < 0.6 ? { shippingAddress: { country: oneOf(['DE', 'FR']) } } : {}),
    };
    if (random() < 0.3) orders.push(await goneAndBack(more, upTo));
    else orders.push(await bought(more, oneOf, upTo, random));
    if (random() < 0.3) await sumUpSales(shop);
  }
  await sumUpSales(shop);
  const read = await Promise.all(
    orders.map(async (id) => (await shop.call('GET', `/v1/orders/${id}`)).body),
  );
  for (const currency of ['EUR', 'JPY']) for (const by of KEYS) await compare(read, by, currency);
});

async function bought(
  more: object,
  oneOf: <T>(from: readonly T[]) => T,
  upTo: (most: number) => number,
  random: () => number,
): Promise<string> {
  const lines = Array.from({ length: 1 + upTo(3) }, () => ({
    sku: oneOf(['MUG', 'CUP', 'TEA']),
    quantity: 1 + upTo(4),
    unitPrice: oneOf(['0', '3', '10']),
  }));
  const shipping = [{ title: 'Parcel', amountMinor: upTo(5) * 100 }];
  const made = await shop.call('POST', '/v1/orders', { ...orderOf({}), ...more, lines, shipping });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const at = `/v1/orders/${made.body.id}`;
  const cancel = (body: object) =>
    shop.call('POST', `${at}/cancellations`, { reason: 'other', ...body });
  if (random() < 0.5) await cancel({ lines: [{ line: 1, quantity: 1 }] });
  if (random() < 0.3) await cancel({});
  return made.body.id;
}

/** Delivered, and some of it comes back. */
async function goneAndBack(more: object, upTo: (most: number) => number): Promise<string> {
  const { order } = await delivered(shop, { MUG: 1 + upTo(3), TEA: 1 }, more);
  const item = { quantity: 1, condition: 'sellable', disposition: 'restock' };
  const items = [{ ...item, sku: upTo(1) === 0 ? 'MUG' : 'TEA' }];
  const receipt = { order, location: 'BER', items, refund: upTo(1) === 0 };
  const { status, body } = await shop.call('POST', '/v1/return-receipts', receipt);
  assert.equal(status, 201, JSON.stringify(body));
  return order;
}

type Sums = Record<string, number>;

async function compare(read: OrderRead[], by: (typeof KEYS)[number], currency: string) {
  const expected = new Map<string | null, Sums>();
  const whole: Sums = {};
  for (const order of read.filter((one) => one.currency === currency)) {
    const sums = salesOf(order, by);
    for (const [key, figures] of sums) {
      const known = expected.get(key) ?? {};
      expected.set(key, known);
      for (const [name, figure] of Object.entries(figures))
        known[name] = (known[name] ?? 0) + figure;
    }
    whole['orders'] = (whole['orders'] ?? 0) + Number(order.lines.some(isSale));
    for (const [name, figure] of Object.entries(laterOf(order)))
      whole[name] = (whole[name] ?? 0) + figure;
  }
  const { rows, totals } = await askReport(shop, { by, currency, limit: '1000' });
  const told = rows.filter(({ salesMinor, freeUnits }: Sums) => salesMinor || freeUnits);
  assert.equal(told.length, expected.size, by);
  for (const row of told) {
    const { orders, lines, units, freeUnits, salesMinor } = row;
    assert.deepEqual({ orders, lines, units, freeUnits, salesMinor }, expected.get(row.key), by);
  }
  const { orders, canceledUnits, canceledMinor, returnedUnits, refundedMinor } = totals;
  const found = { orders, canceledUnits, canceledMinor, returnedUnits, refundedMinor };
  assert.deepEqual(found, whole, by);
}

interface OrderRead {
  readonly currency: string;
  readonly channel: string;
  readonly customer: string | null;
  readonly placedAt: string;
  readonly destinationCountry: string | null;
  readonly canceledMinor: number;
  readonly grantedMinor: number;
  readonly lines: readonly LineRead[];
}

interface LineRead {
  readonly kind: string;
  readonly sku: string;
  readonly amountMinor: number;
  readonly ordered: number;
  readonly canceled: number;
  readonly returned: number;
}

const isSale = ({ kind, amountMinor }: LineRead) => kind !== 'component' && amountMinor > 0;

function salesOf(order: OrderRead, by: (typeof KEYS)[number]): Map<string | null, Sums> {
  const keyOf = {
    day: () => order.placedAt.slice(0, 10),
    month: () => order.placedAt.slice(0, 7),
    channel: () => order.channel,
    country: () => order.destinationCountry,
    sku: ({ sku }: LineRead) => sku,
    customer: () => order.customer,
  }[by];
  const sums = new Map<string | null, Sums>();
  for (const line of order.lines.filter(({ kind }) => kind !== 'component')) {
    const key = keyOf(line);
    const known = sums.get(key) ?? { orders: 0, lines: 0, units: 0, freeUnits: 0, salesMinor: 0 };
    const units = isSale(line) ? line.ordered : 0;
    sums.set(key, {
      orders: isSale(line) ? 1 : (known['orders'] ?? 0),
      lines: (known['lines'] ?? 0) + Number(isSale(line)),
      units: (known['units'] ?? 0) + units,
      freeUnits: (known['freeUnits'] ?? 0) + line.ordered - units,
      salesMinor: (known['salesMinor'] ?? 0) + line.amountMinor,
    });
  }
  return sums;
}

function laterOf({ lines, canceledMinor, grantedMinor }: OrderRead): Sums {
  const sum = (count: (line: LineRead) => number) =>
    lines.reduce((all, line) => all + count(line), 0);
  return {
    canceledUnits: sum(({ kind, canceled }) => (kind === 'component' ? 0 : canceled)),
    canceledMinor,
    returnedUnits: sum(({ kind, returned }) => (kind === 'kit' ? 0 : returned)),
    refundedMinor: grantedMinor,
  };
}

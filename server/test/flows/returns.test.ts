// Returns: asked for, received as they are found, put away, refunded.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { delivered, openExceptions, packed, type Sent, sent, tell } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, CUP: 500, POT: 500 }, BACK: {} });
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await post('/v1/skus', { code: 'TEA', title: 'Tea set', components });
});
after(() => shop.close());

const post = (path: string, body?: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const get = async (path: string) => (await shop.call('GET', path)).body;
const read = ({ order }: Sent) => get(`/v1/orders/${order}`);
const request = (one: Sent, lines: object[], more: object = {}) =>
  post(`/v1/orders/${one.order}/returns`, {
    lines: lines.map((line) => ({ reason: 'changed-mind', ...line })),
    ...more,
  });
const item = (found: object, quantity = 1, more: object = {}) => ({
  ...found,
  quantity,
  condition: 'sellable',
  disposition: 'restock',
  ...more,
});
const receive = (back: Answer, items: object[], more: object = {}, headers = {}) =>
  post(`/v1/returns/${back.body.id}/receipts`, { location: 'BACK', items, ...more }, headers);
const arrive = (items: object[], more: object = {}) =>
  post('/v1/return-receipts', { location: 'BACK', items, ...more });
const refund = (back: { id: string }, more: object = {}) =>
  post(`/v1/returns/${back.id}/refunds`, more);
const kindsOf = (receipt: Answer): unknown[] =>
  receipt.body.differences.map(({ kind, units }: { kind: string; units: number }) => [kind, units]);

describe('asking for a return', () => {
  test('what was delivered may come back, numbered, line by line, and it does', async () => {
    const one = await delivered(shop, { MUG: 3, CUP: 1 });
    const back = await request(
      one,
      [
        { line: 1, quantity: 2, reason: 'size-too-small' },
        { line: (await read(one)).lines[1].id, quantity: 1 },
      ],
      { location: 'BACK', trackingNumber: 'R-1', note: 'Rings twice' },
    );
    assert.equal(back.status, 201, JSON.stringify(back.body));
    assert.match(back.body.number, /^\d+$/);
    assert.deepEqual(
      [back.body.status, back.body.location, back.body.requested, back.body.lines[0].reason],
      ['requested', 'BACK', 3, 'size-too-small'],
    );
    const some = await receive(back, [item({ line: 1 })]);
    assert.deepEqual([some.status, some.body.return.status], [201, 'partially-received']);
    const rest = await receive(back, [item({ sku: 'MUG' }), item({ sku: 'CUP' })]);
    assert.deepEqual([rest.body.return.status, kindsOf(rest)], ['received', []]);
    const order = await read(one);
    assert.deepEqual(
      [order.returnStatus, ...order.lines.map((line: { returned: number }) => line.returned)],
      ['partially-returned', 2, 1],
    );
    const types = (await get(`/v1/orders/${one.order}/timeline`)).items.map(
      ({ type }: { type: string }) => type,
    );
    assert.deepEqual(types.slice(-3), [
      'return.requested.v1',
      'return.received.v1',
      'return.received.v1',
    ]);
  });

  test('no more may be asked for than shipped, came back, or is asked for already', async () => {
    const one = await delivered(shop, { MUG: 3 });
    await request(one, [{ line: 1, quantity: 1 }]);
    const second = await request(one, [{ line: 1, quantity: 1 }]);
    await receive(second, [item({ line: 1 })]);
    const third = await request(one, [{ line: 1, quantity: 2 }]);
    assert.deepEqual(
      [third.status, third.body.code, third.body.data.returnable],
      [409, 'not-returnable', 1],
    );
    const notYet = await packed(shop, { MUG: 1 });
    const early = await request(notYet, [{ line: 1, quantity: 1 }]);
    assert.deepEqual([early.body.code, early.body.data.returnable], ['not-returnable', 0]);
    assert.equal((await request(one, [{ line: 9, quantity: 1 }])).body.code, 'line-unknown');
    const nowhere = await request(one, [{ line: 1, quantity: 1 }], { location: 'NOWHERE' });
    assert.equal(nowhere.body.code, 'location-unknown');
  });

  test('a return is called off as long as nothing came, and its units may be asked for again', async () => {
    const one = await delivered(shop, { MUG: 1 });
    const back = await request(one, [{ line: 1, quantity: 1 }]);
    const off = await post(`/v1/returns/${back.body.id}/cancellation`);
    assert.equal(off.body.status, 'canceled');
    const twice = await post(`/v1/returns/${back.body.id}/cancellation`);
    assert.equal(twice.body.code, 'return-not-open');
    const again = await request(one, [{ line: 1, quantity: 1 }]);
    assert.equal(again.status, 201);
    const late = await receive(back, [item({ line: 1 })]);
    assert.deepEqual(kindsOf(late), [['return-was-canceled', 1]]);
    assert.deepEqual(await openExceptions(shop, back.body.id), ['unexpected-return']);
  });

  test('a kit comes back whole or in parts', async () => {
    const one = await delivered(shop, { TEA: 2 });
    const whole = await request(one, [{ line: 1, quantity: 1 }]);
    assert.deepEqual(
      whole.body.lines.map((line: { sku: string; requested: number }) => [
        line.sku,
        line.requested,
      ]),
      [
        ['CUP', 2],
        ['POT', 1],
      ],
    );
    const came = await receive(whole, [item({ sku: 'TEA' })], { refund: true });
    assert.deepEqual([kindsOf(came), came.body.refundedMinor], [[], 1000]);
    const part = await arrive([item({ sku: 'CUP' })], { order: one.order, refund: true });
    assert.deepEqual(kindsOf(part), []);
    assert.ok(part.body.refundedMinor > 0 && part.body.refundedMinor < 1000);
  });
});

describe('putting away', () => {
  test('each disposition moves stock its own way, and what is thrown away moves none', async () => {
    const one = await delivered(shop, { POT: 4 });
    const levels = async () =>
      (await get('/v1/stock/levels?sku=POT&location=BACK')).items[0] ?? {
        onHand: 0,
        damaged: 0,
        qualityControl: 0,
      };
    const before = await levels();
    const back = await request(one, [{ line: 1, quantity: 4 }]);
    const items = ['restock', 'quality-control', 'damaged', 'discard'].map((disposition) =>
      item({ line: 1 }, 1, { disposition, condition: 'unknown', note: 'As found' }),
    );
    const { body } = await receive(back, items);
    assert.equal(body.return.items.length, 4);
    const now = await levels();
    assert.deepEqual(
      [
        now.onHand - before.onHand,
        now.damaged - before.damaged,
        now.qualityControl - before.qualityControl,
      ],
      [3, 1, 1],
    );
    const movements = await get('/v1/stock/movements?sku=POT&location=BACK');
    assert.equal(movements.items[0].cause, back.body.id);
  });

  test('under an idempotency key a receipt is recorded once', async () => {
    const one = await delivered(shop, { MUG: 2 });
    const back = await request(one, [{ line: 1, quantity: 2 }]);
    const headers = { 'idempotency-key': 'scanned once' };
    const first = await receive(back, [item({ line: 1 }, 2)], {}, headers);
    const second = await receive(back, [item({ line: 1 }, 2)], {}, headers);
    assert.deepEqual(second.body, first.body);
    assert.equal((await read(one)).lines[0].returned, 2);
  });
});

describe('what nobody expected', () => {
  test('more than asked for, another line, another SKU, a label: recorded and raised', async () => {
    const one = await delivered(shop, { MUG: 3, CUP: 1 });
    const back = await request(one, [{ line: 1, quantity: 1 }]);
    const receipt = await receive(back, [
      item({ line: 1 }, 2),
      item({ line: 2 }),
      item({ sku: 'POT' }),
      item({ sku: 'NO-SUCH-SKU' }, 2),
      item({ label: 'made in heaven' }),
      item({}),
    ]);
    assert.equal(receipt.status, 201, JSON.stringify(receipt.body));
    assert.deepEqual(kindsOf(receipt), [
      ['more-than-requested', 1],
      ['not-requested', 1],
      ['other-sku', 1],
      ['unknown-label', 2],
      ['unknown-label', 1],
      ['unknown-label', 1],
    ]);
    assert.equal(receipt.body.return.unexpected, 7);
    assert.equal(receipt.body.return.items[3].label, 'NO-SUCH-SKU');
    assert.deepEqual(await openExceptions(shop, back.body.id), ['unexpected-return']);
    const wrong = await receive(back, [item({ line: 7 })]);
    assert.equal(wrong.body.code, 'line-unknown');
  });

  test('never sent, or all canceled, and yet it came back', async () => {
    const one = await packed(shop, { MUG: 2 });
    await post(`/v1/orders/${one.order}/cancellations`, { reason: 'customer' });
    const receipt = await arrive([item({ line: 1 }, 2)], { order: one.order, refund: true });
    assert.deepEqual([kindsOf(receipt), receipt.body.refundedMinor], [[['beyond-shipped', 2]], 0]);
    const order = await read(one);
    assert.deepEqual(
      [order.status, order.lines[0].returned, order.returnStatus],
      ['canceled', 2, 'returned'],
    );
    assert.equal(receipt.body.return.lines[0].beyondShipped, 2);
  });

  test('without an order: a return of its own, told of itself', async () => {
    const receipt = await arrive([item({ sku: 'MUG' }), item({ label: 'a shoe' })], {
      trackingNumber: 'FROM-NOWHERE',
      note: 'No slip',
    });
    assert.deepEqual(kindsOf(receipt), [['without-order', 2]]);
    const { id } = receipt.body.return;
    assert.deepEqual([receipt.body.return.order, receipt.body.return.currency], [null, null]);
    const more = await arrive([item({ label: 'its twin' })], { trackingNumber: 'FROM-NOWHERE' });
    assert.deepEqual([more.body.return.id, more.body.return.received], [id, 3]);
    assert.deepEqual(await openExceptions(shop, id), ['unexpected-return']);
    assert.equal((await refund({ id })).body.code, 'not-refundable');
    const canceled = await post(`/v1/returns/${id}/cancellation`);
    assert.equal(canceled.body.code, 'return-not-open');
    await shop.sequence();
    const events = (await get('/v1/events?limit=1000')).items.filter(
      ({ subject }: { subject: string }) => subject === id,
    );
    assert.deepEqual(
      events.map(({ type, version }: { type: string; version: number }) => [type, version]),
      [
        ['return.received_without_order.v1', 1],
        ['return.received_without_order.v1', 2],
      ],
    );
  });

  test('units sent beyond the order close their exception when they come back, unpaid', async () => {
    const one = await delivered(shop, { MUG: 1 });
    await post(`/v1/orders/${one.order}/shipments`, {
      location: 'BER',
      lines: [{ line: 1, quantity: 1 }],
    });
    assert.deepEqual(await openExceptions(shop, 'shipped-beyond-asked'), ['shipped-beyond-asked']);
    const receipt = await arrive([item({ line: 1 })], { order: one.order, refund: true });
    assert.equal(receipt.body.refundedMinor, 0);
    assert.deepEqual(await openExceptions(shop, 'shipped-beyond-asked'), []);
  });
});

describe('found without its number', () => {
  test('by the tracking number of the return, or as what its order waits for', async () => {
    const one = await delivered(shop, { MUG: 2, CUP: 2 });
    const mugs = await request(one, [{ line: 1, quantity: 1 }], { trackingNumber: 'R-77' });
    const cups = await request(one, [{ line: 2, quantity: 1 }]);
    const first = await arrive([item({ sku: 'MUG' })], { trackingNumber: 'R-77' });
    assert.deepEqual([first.body.return.id, kindsOf(first)], [mugs.body.id, []]);
    const order = await read(one);
    const second = await arrive([item({ sku: 'CUP' })], { order: order.number });
    assert.deepEqual([second.body.return.id, kindsOf(second)], [cups.body.id, []]);
    const third = await arrive([item({ sku: 'CUP' })], { order: order.number });
    assert.deepEqual([kindsOf(third), third.body.return.requested], [[], 0]);
    assert.ok(![mugs.body.id, cups.body.id].includes(third.body.return.id));
  });
});

describe('a return on its way', () => {
  test('what a carrier says of its number is no unknown parcel, whichever is known first', async () => {
    const one = await delivered(shop, { MUG: 2 });
    await tell(shop, 'BACK-1', ['in-transit', 12]);
    assert.deepEqual(await openExceptions(shop, 'BACK-1'), ['unknown-parcel']);
    await request(one, [{ line: 1, quantity: 1 }], { trackingNumber: 'BACK-1' });
    assert.deepEqual(await openExceptions(shop, 'BACK-1'), []);
    await request(one, [{ line: 1, quantity: 1 }], { trackingNumber: 'BACK-2' });
    const worker = startWorker(shop.runtime);
    await tell(shop, 'BACK-2', ['in-transit', 12]);
    const isKnown = async () => (await openExceptions(shop, 'BACK-2')).length === 0;
    for (const end = Date.now() + 10_000; !(await isKnown()); await sleep(20))
      assert.ok(Date.now() < end, 'it was not recognized in time');
    await worker.stop();
  });
});

describe('refunding', () => {
  test('what came is refunded once, part by part, to the last cent', async () => {
    const lines = [{ sku: 'MUG', quantity: 3, unitPrice: '3.333' }];
    const one = await delivered(shop, {}, { lines });
    const back = await request(one, [{ line: 1, quantity: 3 }]);
    await receive(back, [item({ line: 1 }, 3)]);
    const first = await refund(back.body, { lines: [{ line: 1, quantity: 1 }] });
    assert.deepEqual([first.status, first.body.grantedMinor], [201, 334]);
    const rest = await refund(back.body, { note: 'With regrets' });
    assert.deepEqual([rest.body.grantedMinor, rest.body.lines[0].refunded], [1000, 3]);
    assert.equal((await refund(back.body)).body.code, 'nothing-to-refund');
    const tooMany = await refund(back.body, { lines: [{ line: 1, quantity: 1 }] });
    assert.equal(tooMany.body.code, 'not-refundable');
    const unknown = await refund(back.body, { lines: [{ line: 5, quantity: 1 }] });
    assert.equal(unknown.body.code, 'line-unknown');
    assert.equal((await read(one)).grantedMinor, 1000);
  });

  test('an amount of one’s own, but never more than is due', async () => {
    const one = await delivered(shop, { MUG: 2 });
    const back = await request(one, [{ line: 1, quantity: 1 }]);
    await receive(back, [item({ line: 1 })]);
    const less = await refund(back.body, { amountMinor: 700 });
    assert.deepEqual([less.body.grantedMinor, less.body.lines[0].refunded], [700, 1]);
    const goodwill = await refund(back.body, { amountMinor: 300 });
    assert.equal(goodwill.body.grantedMinor, 1000);
    const beyond = await refund(back.body, { amountMinor: 1001 });
    assert.equal(beyond.body.code, 'refund-exceeds-due');
  });

  test('what goodwill gave before is not given twice', async () => {
    const one = await delivered(shop, { MUG: 1 });
    await post(`/v1/orders/${one.order}/refunds`, { amountMinor: 400, reason: 'goodwill' });
    const receipt = await arrive([item({ line: 1 })], { order: one.order, refund: true });
    assert.equal(receipt.body.refundedMinor, 600);
  });

  test('shipping comes back with everything, and only when asked for', async () => {
    const shipping = [{ title: 'Parcel', amountMinor: 490 }];
    const one = await delivered(shop, { MUG: 2 }, { shipping });
    const { totals } = await read(one);
    const back = await request(one, [{ line: 1, quantity: 2 }]);
    await receive(back, [item({ line: 1 })]);
    const early = await refund(back.body, { includeShipping: true });
    assert.equal(early.body.code, 'not-refundable');
    await receive(back, [item({ line: 1 })]);
    const all = await refund(back.body, { includeShipping: true });
    assert.equal(all.body.grantedMinor, totals.totalMinor);
  });
});

describe('looking', () => {
  test('returns are listed newest first, by status, order and location', async () => {
    const one = await delivered(shop, { MUG: 2 });
    const first = await request(one, [{ line: 1, quantity: 1 }], { location: 'BER' });
    const second = await request(one, [{ line: 1, quantity: 1 }]);
    await receive(second, [item({ line: 1 })]);
    const ids = async (query: string) =>
      (await get(`/v1/returns?${query}`)).items.map(({ id }: { id: string }) => id);
    assert.deepEqual(await ids(`order=${one.order}`), [second.body.id, first.body.id]);
    const { number } = await read(one);
    assert.deepEqual(await ids(`order=${number}&status=requested`), [first.body.id]);
    assert.ok(!(await ids('status=received')).includes(first.body.id));
    assert.deepEqual(await ids('location=BER'), [first.body.id]);
    const page = await get('/v1/returns?limit=1');
    assert.equal(page.items[0].id, second.body.id);
    assert.deepEqual(await ids(`limit=1&cursor=${page.nextCursor}`), [first.body.id]);
    const nobody = await shop.call('GET', `/v1/returns/ret_${'0'.repeat(32)}`);
    assert.equal(nobody.body.code, 'not-found');
    assert.equal((await get(`/v1/returns/${first.body.id}`)).id, first.body.id);
    assert.equal((await levelAt(shop, 'MUG', 'BACK')).shortfall, 0);
  });

  test('what people wrote on a return, and carriers on a parcel, is erased with the order', async () => {
    const one = await sent(shop, { MUG: 1 });
    await tell(shop, one.trackingNumber, [
      'delivered',
      10,
      { description: 'Signed: Ada', place: 'B' },
    ]);
    const back = await request(one, [{ line: 1, quantity: 1 }], { note: 'Ask Ada' });
    await receive(back, [
      item({ line: 1 }, 1, { note: 'Ada wrote in it' }),
      item({ label: 'Ada' }),
    ]);
    assert.equal((await post(`/v1/orders/${one.order}/erasure`)).status, 200);
    const { note, items } = await get(`/v1/returns/${back.body.id}`);
    assert.deepEqual(
      [note, ...items.map((found: { note: string; label: string }) => [found.note, found.label])],
      [null, [null, null], [null, '[erased]']],
    );
    const { events } = await get(`/v1/parcels/${one.parcel}/tracking`);
    assert.deepEqual([events[0].description, events[0].place], [null, null]);
  });
});

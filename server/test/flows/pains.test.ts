// The pains users report of today's systems, each one a test that we pass. Numbers and names are
// those of the list of pains.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openShop, type Shop } from '../shop.ts';
import { createLocation, levelAt, orderOf, stockUp } from '../stock.ts';

function withShop(name: string, body: (shop: () => Shop) => void): void {
  describe(name, () => {
    let shop: Shop;
    before(async () => {
      shop = await openShop();
    });
    after(() => shop.close());
    body(() => shop);
  });
}

withShop('pain 1: oversell under concurrent checkout', (shop) => {
  test('500 parallel orders on 1 unit: exactly 1 stands', async () => {
    await stockUp(shop(), { BER: { LAST: 1 } });
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => shop().call('POST', '/v1/orders', orderOf({ LAST: 1 }))),
    );
    const captured = answers.filter((answer) => answer.status === 201);
    const refused = answers.filter((answer) => answer.body.code === 'insufficient-stock');
    assert.equal(captured.length, 1);
    assert.equal(refused.length, 499);
    const { onHand, reserved } = await levelAt(shop(), 'LAST', 'BER');
    assert.deepEqual({ onHand, reserved }, { onHand: 1, reserved: 1 });
  });
});

withShop(
  'pain 2: two lines of one order, or kit and component, share stock and oversell',
  (shop) => {
    test('the same SKU on two lines is counted once each, never oversold', async () => {
      await stockUp(shop(), { BER: { CUP: 5 } });
      const line = { sku: 'CUP', unitPrice: '1.00' };
      const two = (first: number, second: number) =>
        shop().call('POST', '/v1/orders', {
          ...orderOf({}),
          lines: [
            { ...line, quantity: first },
            { ...line, quantity: second },
          ],
        });
      assert.equal((await two(3, 3)).body.code, 'insufficient-stock');
      const captured = await two(3, 2);
      assert.equal(captured.status, 201);
      assert.equal((await levelAt(shop(), 'CUP', 'BER')).reserved, 5);
    });

    test('a kit beside its own component is counted once each, never oversold', async () => {
      await stockUp(shop(), { HAM: { SAUCER: 7 } });
      await shop().call('POST', '/v1/skus', {
        code: 'TEA-SET',
        title: 'Tea set',
        components: [{ sku: 'SAUCER', quantity: 3 }],
      });
      const refused = await shop().call('POST', '/v1/orders', orderOf({ 'TEA-SET': 2, SAUCER: 2 }));
      assert.equal(refused.body.code, 'insufficient-stock');
      const captured = await shop().call(
        'POST',
        '/v1/orders',
        orderOf({ 'TEA-SET': 2, SAUCER: 1 }),
      );
      assert.equal(captured.status, 201, JSON.stringify(captured.body));
      assert.equal((await levelAt(shop(), 'SAUCER', 'HAM')).available, 0);
      assert.deepEqual(
        captured.body.lines.map((one: { kind: string; sku: string; quantity: number }) => [
          one.kind,
          one.sku,
          one.quantity,
        ]),
        [
          ['kit', 'TEA-SET', 2],
          ['component', 'SAUCER', 6],
          ['item', 'SAUCER', 1],
        ],
      );
    });
  },
);

withShop('pain 3: checkout fails although stock exists over several locations', (shop) => {
  const placesOf = (answer: { body: { reservations: { location: string; quantity: number }[] } }) =>
    answer.body.reservations.map(({ location, quantity }) => [location, quantity]);

  test('13 units over 10 + 15: accepted from the one location that has them all', async () => {
    await stockUp(shop(), { A: { TILE: 10 }, B: { TILE: 15 } });
    const captured = await shop().call('POST', '/v1/orders', orderOf({ TILE: 13 }));
    assert.equal(captured.status, 201);
    assert.deepEqual(placesOf(captured), [['B', 13]]);
  });

  test('13 units over 10 + 8: split where the policy allows it, refused where it forbids it', async () => {
    await stockUp(shop(), { C: { BRICK: 10 }, D: { BRICK: 8 } });
    const whole = await shop().call(
      'POST',
      '/v1/orders',
      orderOf({ BRICK: 13 }, { splitPolicy: 'forbid' }),
    );
    assert.equal(whole.body.code, 'insufficient-stock');
    const split = await shop().call('POST', '/v1/orders', orderOf({ BRICK: 13 }));
    assert.equal(split.status, 201);
    assert.deepEqual(placesOf(split), [
      ['C', 10],
      ['D', 3],
    ]);
  });
});

withShop('pain 9: double capture on double tap or webhook race', (shop) => {
  test('the same request 100 times, in parallel: one effect, one answer', async () => {
    await stockUp(shop(), { BER: { PEN: 500 } });
    const order = orderOf({ PEN: 1 });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        shop().call('POST', '/v1/orders', order, { 'idempotency-key': 'double tap' }),
      ),
    );
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([201]));
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer.body))).size, 1);
    assert.equal((await levelAt(shop(), 'PEN', 'BER')).reserved, 1);
  });

  test('the same channel order 100 times, in parallel: the same order', async () => {
    const order = orderOf({ PEN: 1 }, { externalId: 'W-1' });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => shop().call('POST', '/v1/orders', order)),
    );
    assert.equal(
      new Set(answers.map((answer) => answer.body.id)).size,
      1,
      JSON.stringify(answers.slice(0, 2)),
    );
    assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
    assert.equal((await levelAt(shop(), 'PEN', 'BER')).reserved, 2);
  });

  test('a refusal is answered again under its key, even when stock has come since', async () => {
    const order = orderOf({ PEN: 10_000 });
    const key = { 'idempotency-key': 'too many' };
    const first = await shop().call('POST', '/v1/orders', order, key);
    await shop().call('POST', '/v1/stock/receipts', {
      location: 'BER',
      lines: [{ sku: 'PEN', quantity: 20_000 }],
    });
    const second = await shop().call('POST', '/v1/orders', order, key);
    assert.equal(first.body.code, 'insufficient-stock');
    assert.deepEqual(second.body.detail, first.body.detail);
  });

  test('another body under the same key is refused', async () => {
    const key = { 'idempotency-key': 'double tap' };
    const other = await shop().call('POST', '/v1/orders', orderOf({ PEN: 2 }), key);
    assert.equal(other.body.code, 'idempotency-key-reused');
  });
});

withShop('pain 12: reservations leak after cancel or edit', (shop) => {
  test('reserved returns to zero after any random life', async () => {
    await stockUp(shop(), { BER: { A: 40, B: 25 }, HAM: { A: 15, B: 30 } });
    await createLocation(shop(), 'PAR');
    await shop().call('POST', '/v1/skus', {
      code: 'KIT',
      title: 'Kit',
      components: [
        { sku: 'A', quantity: 2 },
        { sku: 'B', quantity: 1 },
      ],
    });
    await shop().call('PUT', '/v1/skus/A/backorder-limit', { cap: 30 });
    const life = fc.array(
      fc.record({
        lines: fc.dictionary(
          fc.constantFrom('A', 'B', 'KIT', 'NOBODY-KNOWS'),
          fc.integer({ min: 1, max: 12 }),
          {
            minKeys: 1,
          },
        ),
        partial: fc.boolean(),
        cancels: fc.array(
          fc.record({ line: fc.nat(5), quantity: fc.integer({ min: 1, max: 12 }) }),
          {
            maxLength: 4,
          },
        ),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(life, async (orders) => {
        const captured = await Promise.all(
          orders.map((one) => liveThrough(shop(), one.lines, one.partial, one.cancels)),
        );
        await Promise.all(
          captured.map((id) =>
            id === null
              ? null
              : shop().call('POST', `/v1/orders/${id}/cancellations`, { reason: 'other' }),
          ),
        );
        const { body } = await shop().call('GET', '/v1/stock/levels');
        for (const level of body.items) assert.equal(level.reserved, 0, level.sku);
      }),
      { numRuns: 25 },
    );
  });
});

/** Captures an order and cancels parts of it; null when there was not enough stock. */
async function liveThrough(
  shop: Shop,
  units: Record<string, number>,
  partial: boolean,
  cancels: readonly { line: number; quantity: number }[],
): Promise<string | null> {
  const order = orderOf(units, {
    stockPolicy: partial ? 'partial-with-backorder' : 'all-or-nothing',
  });
  const captured = await shop.call('POST', '/v1/orders', order);
  if (captured.status !== 201) {
    assert.equal(captured.body.code, 'insufficient-stock');
    return null;
  }
  for (const { line, quantity } of cancels) {
    const id = captured.body.lines[line]?.id;
    if (id === undefined) continue;
    const answer = await shop.call('POST', `/v1/orders/${captured.body.id}/cancellations`, {
      reason: 'customer',
      lines: [{ line: id, quantity }],
    });
    assert.ok([201, 409].includes(answer.status), JSON.stringify(answer.body));
  }
  return captured.body.id;
}

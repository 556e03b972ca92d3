// A preview says what then happens: of cancellations and refunds, whole and in part, on orders of every
// kind and at every stage.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { floorOf } from '../floor.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { card, openTill, type Till } from '../till.ts';

const LIVES = 25;

let till: Till;
before(async () => {
  till = await openTill();
  const components = [
    { sku: 'MUG', quantity: 2 },
    { sku: 'CUP', quantity: 1 },
  ];
  await till.post('/v1/skus', { code: 'SET', title: 'Set', components });
});
after(() => till.shop.close());

const at = (order: Answer) => `/v1/orders/${order.body.id}`;
const read = async (order: Answer) => (await till.shop.call('GET', at(order))).body;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; each is checked against the contract
type Body = any;

/** What providers were asked for behind a version, as previews say it. */
async function askedAfter(order: Answer, version: number): Promise<object[]> {
  const { items } = (await till.shop.call('GET', `${at(order)}/timeline?afterVersion=${version}`))
    .body;
  return items
    .filter(({ type }: Body) => type === 'payment.intended.v1')
    .flatMap(({ data }: Body) => data.intents)
    .map(({ payment, kind, amountMinor }: Body) => ({ payment, kind, amountMinor }));
}

const asked = (preview: Body) =>
  preview.money.map(({ payment, kind, amountMinor }: Body) => ({ payment, kind, amountMinor }));

async function cancelAsForeseen(order: Answer, lines: object[] | undefined): Promise<void> {
  const body = lines === undefined ? {} : { lines };
  const { status, body: preview } = await till.post(`${at(order)}/cancellation-previews`, body);
  const before = await read(order);
  const done = await till.cancel(order, body);
  if (status !== 200) {
    assert.deepEqual(
      [preview.code, preview.detail, preview.data],
      [done.body.code, done.body.detail, done.body.data],
    );
    return;
  }
  assert.equal(done.status, 201, JSON.stringify(done.body));
  const { amountMinor, shippingMinor, lines: given } = done.body.cancellations.at(-1);
  assert.deepEqual([preview.amountMinor, preview.shippingMinor], [amountMinor, shippingMinor]);
  assert.deepEqual(preview.lines, given);
  assert.deepEqual(asked(preview), await askedAfter(order, before.version));
  // Of an order that was granted a refund before, no more is due than is left.
  const fewerDue = Math.min(amountMinor, preview.dueBeforeMinor);
  assert.equal(preview.dueBeforeMinor - preview.dueAfterMinor, fewerDue);
  const units = (which: Body[]) => which.reduce((sum, one) => sum + one.units, 0);
  const inPlaces = (which: Body, places: string[]) =>
    which.lines
      .filter(({ kind }: Body) => kind !== 'kit')
      .reduce((sum: number, line: Body) => sum + places.reduce((all, p) => all + line[p], 0), 0);
  const fewer = (places: string[]) => inPlaces(before, places) - inPlaces(done.body, places);
  assert.equal(units(preview.freed), fewer(['reserved', 'allocated']));
  assert.equal(units(preview.putBack), fewer(['picked', 'packed']));
  assert.equal(preview.nothingLeft, done.body.status === 'canceled');
}

async function refundAsForeseen(order: Answer, body: object): Promise<void> {
  const { status, body: preview } = await till.post(`${at(order)}/refund-previews`, body);
  const before = await read(order);
  const done = await till.post(`${at(order)}/refunds`, { ...body, reason: 'goodwill' });
  if (status !== 200 || preview.amountMinor === 0) {
    if (status !== 200)
      assert.deepEqual([preview.code, preview.data], [done.body.code, done.body.data]);
    else assert.equal(done.body.code, 'validation-failed');
    return;
  }
  assert.equal(done.status, 201, JSON.stringify(done.body));
  assert.equal(done.body.grantedRefunds.at(-1).amountMinor, preview.amountMinor);
  assert.equal(preview.dueBeforeMinor - preview.dueAfterMinor, preview.amountMinor);
  assert.deepEqual(asked(preview), await askedAfter(order, before.version));
}

const quantity = fc.integer({ min: 1, max: 4 });
const some = fc.option(
  fc.array(fc.record({ line: fc.integer({ min: 1, max: 4 }), quantity }), {
    minLength: 1,
    maxLength: 2,
  }),
  { nil: undefined },
);
const life = fc.record({
  units: fc.dictionary(fc.constantFrom('MUG', 'CUP', 'SET'), quantity, { minKeys: 1 }),
  channel: fc.constantFrom('web', 'now'),
  split: fc.boolean(),
  shippingMinor: fc.constantFrom(0, 495),
  stage: fc.constantFrom('captured', 'released', 'picked', 'packed', 'shipped'),
  acts: fc.array(
    fc.oneof(
      fc.record({ does: fc.constant('cancel' as const), lines: some }),
      fc.record({
        does: fc.constant('refund' as const),
        lines: some,
        shippingMinor: fc.constantFrom(undefined, 1, 400),
        amountMinor: fc.constantFrom(undefined, 1, 333, 100_000),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
});

type Life = typeof life extends fc.Arbitrary<infer One> ? One : never;
const GOODWILL_THEN_CANCELED: Life = {
  units: { MUG: 1 },
  channel: 'web',
  split: false,
  shippingMinor: 0,
  stage: 'captured',
  acts: [
    { does: 'refund', lines: undefined, shippingMinor: undefined, amountMinor: 1 },
    { does: 'cancel', lines: undefined },
  ],
};

async function bring(order: Answer, stage: string): Promise<void> {
  const floor = floorOf(till.shop);
  if (stage === 'captured') return;
  const [work] = Object.values(await floor.release(order.body));
  if (stage === 'released' || work === undefined) return;
  await floor.pick(work);
  if (stage === 'picked') return;
  const { body: parcel } = await floor.pack(work);
  if (stage === 'shipped') await floor.ship(parcel);
}

test('whatever is done with any order, the preview said it', async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ units, channel, split, shippingMinor, stage, acts }) => {
      const payments = split ? [card('tok_ok', { amountMinor: 700 }), card()] : [card()];
      const shipping =
        shippingMinor === 0 ? {} : { shipping: [{ title: 'Parcel', amountMinor: shippingMinor }] };
      const order = await till.post(
        '/v1/orders',
        orderOf(units, { channel, payments, ...shipping }),
      );
      assert.equal(order.status, 201, JSON.stringify(order.body));
      await till.shop.runPayments();
      await bring(order, stage);
      await till.shop.runPayments();
      for (const { does, ...body } of acts) {
        if (does === 'cancel') await cancelAsForeseen(order, body.lines);
        else await refundAsForeseen(order, JSON.parse(JSON.stringify(body)));
        await till.shop.runPayments();
      }
    }),
    { numRuns: LIVES, examples: [[GOODWILL_THEN_CANCELED]] },
  );
});

test('a preview writes nothing', async () => {
  const order = await till.buy([card()]);
  await till.post(`${at(order)}/cancellation-previews`, {});
  await till.post(`${at(order)}/refund-previews`, { amountMinor: 1 });
  assert.equal((await read(order)).version, 1);
});

test('units that the buyer keeps are refunded once, and not once more when they come back', async () => {
  const order = await till.buy([card()], { channel: 'web' });
  await till.shop.runPayments();
  await bring(order, 'shipped');
  await till.shop.runPayments();
  const lines = [{ line: 1, quantity: 1 }];
  const first = await till.post(`${at(order)}/refunds`, { lines, reason: 'lost' });
  assert.deepEqual(
    [first.body.grantedRefunds[0].amountMinor, first.body.grantedRefunds[0].lines],
    [1000, [{ line: 1, quantity: 1 }]],
  );
  const preview = await till.post(`${at(order)}/refund-previews`, {});
  assert.deepEqual(preview.body.refundable, [{ line: 1, quantity: 1 }]);
  const beyond = await till.post(`${at(order)}/refunds`, {
    lines: [{ line: 1, quantity: 2 }],
    reason: 'lost',
  });
  assert.deepEqual([beyond.body.code, beyond.body.data.refundable], ['not-refundable', 1]);
  const back = await till.post(`${at(order)}/returns`, {
    lines: [{ line: 1, quantity: 1, reason: 'damaged' }],
  });
  await till.post(`/v1/returns/${back.body.id}/receipts`, {
    location: 'BER',
    items: [{ sku: 'MUG', quantity: 1, condition: 'sellable', disposition: 'restock' }],
  });
  const again = await till.post(`/v1/returns/${back.body.id}/refunds`, {});
  assert.equal(again.body.code, 'nothing-to-refund');
});

test('shipping is given back once', async () => {
  const order = await till.buy([card()], { shipping: [{ title: 'Parcel', amountMinor: 495 }] });
  const give = (shippingMinor: number) =>
    till.post(`${at(order)}/refunds`, { shippingMinor, reason: 'goodwill' });
  assert.equal((await give(400)).status, 201);
  assert.deepEqual((await give(96)).body.data, { shippingMinor: 96, refundable: 95 });
  assert.equal((await give(95)).status, 201);
});

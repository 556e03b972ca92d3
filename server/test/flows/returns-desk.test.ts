// What the desk for returns asks for: find one, see what a refund would come to, settle what got lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runReader } from '../../src/log/run-reader.ts';
import { webhookSender } from '../../src/webhooks/webhook-sender.ts';
import { readersOf } from '../../src/worker.ts';
import { delivered, packed } from '../sent.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 50, CUP: 50 } });
});
after(() => shop.close());

const request = async (order: string, more: object = {}) => {
  const lines = [{ line: 1, quantity: 1, reason: 'damaged' }];
  const { status, body } = await shop.call('POST', `/v1/orders/${order}/returns`, {
    lines,
    ...more,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
/** Mugs come back, and nobody says of which return. */
const arrive = async (quantity: number, more: object) => {
  const { status, body } = await shop.call('POST', '/v1/return-receipts', {
    location: 'BER',
    items: [{ sku: 'MUG', quantity, condition: 'sellable', disposition: 'restock' }],
    ...more,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const found = async (query: string): Promise<string[]> => {
  const { status, body } = await shop.call('GET', `/v1/returns?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.items.map(({ number }: { number: string }) => number);
};

const countToRefund = async (): Promise<number> => {
  const { stages } = (await shop.call('GET', '/v1/work/summary')).body;
  return stages.find(({ stage }: { stage: string }) => stage === 'to-refund').count;
};

/** What is granted elsewhere is told by the log. */
async function settled(): Promise<void> {
  await shop.sequence();
  const { runtime } = shop;
  const reader = readersOf(runtime, webhookSender(runtime)).find(
    ({ name }) => name === 'settle-returns',
  );
  assert.ok(reader);
  while ((await runReader(runtime.clock, runtime.app, reader)) !== null);
}

test('a return is found by its number, its tracking number, and whatever its order is called', async () => {
  const one = await delivered(shop, { MUG: 2 }, { externalId: 'web #77' });
  const back = await request(one.order, { trackingNumber: 'R-55', wish: 'exchange' });
  const { body: order } = await shop.call('GET', `/v1/orders/${one.order}`);
  for (const search of [back.number, 'R-55', 'web #77', order.number])
    assert.ok((await found(`search=${encodeURIComponent(search)}`)).includes(back.number), search);
  assert.deepEqual(await found('search=nothing'), []);
  assert.deepEqual(
    [back.wish, back.decision, back.orderNumber, back.reasons],
    ['exchange', 'approved', order.number, ['damaged']],
  );
  assert.deepEqual(await found('reason=damaged&status=requested'), [back.number]);
  assert.deepEqual(await found('reason=other'), []);
  assert.deepEqual(await found('toDecide=true'), []);
  assert.deepEqual(await found(`createdBefore=${back.createdAt}`), []);
  assert.deepEqual(await found('createdBefore=2999-01-01T00:00:00Z'), [back.number]);
});

test('what somebody has to approve waits, is decided once, and is free again when declined', async () => {
  const one = await delivered(shop, { MUG: 1 });
  const back = await request(one.order, { needsApproval: true });
  assert.deepEqual([back.decision, await found('toDecide=true')], ['pending', [back.number]]);
  const decide = (as: string, body?: object) =>
    shop.call('PUT', `/v1/returns/${back.id}/${as}`, body);
  const declined = await decide('refusal', { note: 'It was worn' });
  assert.deepEqual(
    [declined.body.decision, declined.body.status, declined.body.declineNote],
    ['declined', 'canceled', 'It was worn'],
  );
  const late = await decide('approval');
  assert.deepEqual([late.body.code, late.body.data.decision], ['return-decided', 'declined']);
  const again = await request(one.order, { needsApproval: true });
  const both = await Promise.all([
    shop.call('PUT', `/v1/returns/${again.id}/approval`),
    shop.call('PUT', `/v1/returns/${again.id}/refusal`, {}),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  assert.deepEqual(await found('toDecide=true'), []);
});

test('a preview says what the refund then does, and what was lost is refunded and on no shelf', async () => {
  const one = await delivered(shop, { CUP: 2 });
  const back = await request(one.order, { lines: [{ line: 1, quantity: 2, reason: 'other' }] });
  const preview = (body: object = {}) =>
    shop.call('POST', `/v1/returns/${back.id}/refund-previews`, body);
  assert.equal((await preview()).body.code, 'nothing-to-refund');
  const before = await levelAt(shop, 'CUP', 'BER');
  const { body: receipt } = await shop.call('POST', `/v1/returns/${back.id}/receipts`, {
    location: 'BER',
    items: [
      { line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' },
      { line: 1, quantity: 1, condition: 'unknown', disposition: 'lost' },
    ],
  });
  assert.equal(receipt.return.status, 'received');
  const after = await levelAt(shop, 'CUP', 'BER');
  assert.equal(after.onHand, before.onHand + 1);
  const half = await preview({ lines: [{ line: 1, quantity: 1 }] });
  assert.deepEqual(
    [half.body.amountMinor, half.body.refundable],
    [1000, [{ line: 1, quantity: 2 }]],
  );
  const { body: whole } = await preview();
  assert.equal(whole.dueBeforeMinor - whole.dueAfterMinor, whole.amountMinor);
  const { body: refunded } = await shop.call('POST', `/v1/returns/${back.id}/refunds`, {});
  assert.equal(refunded.grantedMinor, whole.amountMinor);
  assert.equal((await preview()).body.code, 'nothing-to-refund');
  assert.equal((await preview({ lines: [{ line: 7, quantity: 1 }] })).body.code, 'line-unknown');
});

test('what comes after a refund waits for the next one, as do units that one left out', async () => {
  const one = await delivered(shop, { CUP: 3 });
  const back = await request(one.order, { lines: [{ line: 1, quantity: 3, reason: 'other' }] });
  const waits = async () => (await found('toRefund=true')).includes(back.number);
  const come = (quantity: number) =>
    shop.call('POST', `/v1/returns/${back.id}/receipts`, {
      location: 'BER',
      items: [{ line: 1, quantity, condition: 'sellable', disposition: 'restock' }],
    });
  const refund = async (body: object) => {
    const answer = await shop.call('POST', `/v1/returns/${back.id}/refunds`, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
  };
  await come(1);
  const counted = await countToRefund();
  assert.equal(await waits(), true);
  await refund({});
  assert.deepEqual([await waits(), await countToRefund()], [false, counted - 1]);
  await come(2);
  assert.deepEqual([await waits(), await countToRefund()], [true, counted]);
  await refund({ lines: [{ line: 1, quantity: 1 }] });
  assert.equal(await waits(), true);
  await refund({});
  assert.equal(await waits(), false);
});

test('what nothing is owed for does not wait to be refunded', async () => {
  const come = (order: string, line = 1) =>
    arrive(1, {
      order,
      items: [{ line, quantity: 1, condition: 'sellable', disposition: 'restock' }],
    });
  const forgive = async (order: string) => {
    const goodwill = { amountMinor: 1000, reason: 'goodwill' };
    const { status, body } = await shop.call('POST', `/v1/orders/${order}/refunds`, goodwill);
    assert.equal(status, 201, JSON.stringify(body));
  };
  const before = await found('toRefund=true');
  const given = await delivered(shop, { MUG: 1 });
  await forgive(given.order);
  await come(given.order);
  const lines = [
    { sku: 'MUG', quantity: 1, unitPrice: '10.00' },
    { sku: 'CUP', quantity: 1, unitPrice: '0.00' },
  ];
  const present = await delivered(shop, {}, { lines });
  await come(present.order, 2);
  assert.deepEqual(await found('toRefund=true'), before);

  const later = await delivered(shop, { MUG: 1 });
  const { return: back } = await come(later.order);
  assert.deepEqual(await found('toRefund=true'), [back.number, ...before]);
  await forgive(later.order);
  await settled();
  assert.deepEqual(await found('toRefund=true'), before);
});

test('what came back before it was told as sent waits once it is', async () => {
  const one = await packed(shop, { MUG: 1 });
  const items = [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }];
  const { return: back } = await arrive(1, { order: one.order, items });
  const waits = async () => (await found('toRefund=true')).includes(back.number);
  assert.equal(await waits(), false);
  await shop.call('POST', `/v1/parcels/${one.parcel}/shipments`, {});
  await settled();
  assert.equal(await waits(), true);
});

test('what comes by a number that several returns have goes to the one that waits for it', async () => {
  const one = await delivered(shop, { MUG: 4 });
  const ask = (more: object = {}) => request(one.order, { trackingNumber: 'R-78', ...more });
  const cameTo = async () => {
    const { return: back, differences } = await arrive(1, { trackingNumber: 'R-78' });
    return [back.id, differences.map(({ kind }: { kind: string }) => kind)];
  };
  const off = await ask();
  await shop.call('POST', `/v1/returns/${off.id}/cancellation`);
  assert.deepEqual(await cameTo(), [off.id, ['return-was-canceled']]);
  const declined = await ask({ needsApproval: true });
  await shop.call('PUT', `/v1/returns/${declined.id}/refusal`, { note: 'It was worn' });
  const second = await ask();
  assert.deepEqual(await cameTo(), [second.id, []]);
  const third = await ask();
  assert.deepEqual(await cameTo(), [third.id, []]);
  assert.deepEqual(await cameTo(), [third.id, ['more-than-requested']]);
});

test('shipping is given back once, by whichever of the two ways', async () => {
  const shipping = [{ title: 'Parcel', amountMinor: 490 }];
  const one = await delivered(shop, { MUG: 2 }, { shipping });
  const asked = { shippingMinor: 490, reason: 'other' };
  await shop.call('POST', `/v1/orders/${one.order}/refunds`, asked);
  const { return: back } = await arrive(2, { order: one.order });
  const refund = (id: string, body: object) => shop.call('POST', `/v1/returns/${id}/refunds`, body);
  await refund(back.id, { lines: [{ line: 1, quantity: 1 }], amountMinor: 700 });
  const rest = await refund(back.id, { includeShipping: true });
  assert.equal(rest.body.grantedMinor, 1700);

  const fees = [{ title: 'Gift wrap', amountMinor: 300 }];
  const leftAfter = async (amount: object) => {
    const { order } = await delivered(shop, { MUG: 1 }, { shipping, fees });
    const { return: all } = await arrive(1, { order });
    await refund(all.id, { ...amount, includeShipping: true });
    const path = `/v1/orders/${order}/refund-previews`;
    const { body } = await shop.call('POST', path, { amountMinor: 1 });
    return [body.shippingMaxMinor, body.feesMaxMinor];
  };
  assert.deepEqual(await leftAfter({}), [0, 300]);
  assert.deepEqual(await leftAfter({ amountMinor: 400 }), [90, 300]);
});

// Rules of risk that are switched on while orders come in.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runReader } from '../../src/log/run-reader.ts';
import { riskReader } from '../../src/risk-reader.ts';
import { holdRows } from '../hold-rows.ts';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const at = (order: Answer) => `/v1/orders/${order.body.id}`;
const riskOf = async (order: Answer) =>
  (await till.shop.call('GET', `${at(order)}/risk`)).body.state;
const release = (order: Answer) => till.post(`${at(order)}/releases`);
const buy = () => till.buy([card()], { channel: 'web' });
const setRules = (active: boolean) =>
  till.shop.call('PUT', '/v1/risk-policy', { active, reviewFrom: 50, rules: [] });

/** As the worker does all the time. */
async function readLog(): Promise<void> {
  const { clock, app } = till.shop.runtime;
  await till.shop.runPayments();
  await till.shop.sequence();
  await runReader(clock, app, riskReader(till.shop.runtime));
}

/** The rules are asked for, and an order comes and is read of before they are there. */
async function buyWhileSwitchingOn(): Promise<Answer> {
  const held = await holdRows(till.shop, 'lock table risk_policies in share mode');
  const set = setRules(true);
  await held.untilAwaited(1);
  const order = await buy();
  await readLog();
  await held.release();
  assert.equal((await set).status, 200);
  return order;
}

test('an order that comes while rules are switched on is assessed when they are there', async () => {
  const old = await buy();
  const order = await buyWhileSwitchingOn();
  assert.equal((await release(order)).body.code, 'order-under-review');
  await readLog();
  assert.deepEqual([await riskOf(order), await riskOf(old)], ['clear', null]);
  assert.deepEqual([(await release(order)).status, (await release(old)).status], [201, 201]);
});

test('so it is when they are changed before anybody looked, and when they are switched on again', async () => {
  await setRules(false);
  const between = await buy();
  const order = await buyWhileSwitchingOn();
  await setRules(true);
  const next = await buy();
  await readLog();
  assert.deepEqual(
    [await riskOf(between), await riskOf(order), await riskOf(next)],
    [null, 'clear', 'clear'],
  );
});

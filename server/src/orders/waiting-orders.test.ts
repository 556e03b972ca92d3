import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TenantId } from '@doorstep/core/ids.ts';
import { newId } from '../db/ids.ts';
import { WAITING_MAX, type WaitingOrder, waitingOrders } from './waiting-orders.ts';

const surging = newId('tenant');
const quiet = newId('tenant');

function orderOf(tenant: TenantId, lines = 1): WaitingOrder {
  const request = { channel: 'web', currency: 'EUR', lines: Array(lines).fill({ sku: 'CUP' }) };
  const actor = { kind: 'system', id: 'test' } as const;
  const job = { tenant, actor, request, key: null, order: newId('order') };
  return { job, resolve() {}, reject() {} };
}

function waitingAt() {
  const clock = { ms: 0 };
  const waiting = waitingOrders(() => clock.ms);
  const add = (tenant: TenantId, count: number, lines = 1) => {
    for (let n = 0; n < count; n += 1) waiting.add(orderOf(tenant, lines));
  };
  return { clock, waiting, add };
}

test('a tenant alone gets large batches, and small ones while another one is there', () => {
  const { clock, waiting, add } = waitingAt();
  add(surging, 1000);
  assert.equal(waiting.takeBatch(surging).length, 256);
  add(quiet, 1);
  assert.equal(waiting.takeBatch(surging).length, 64);
  assert.equal(waiting.takeBatch(quiet).length, 1);
  clock.ms = 900;
  add(surging, 100);
  assert.equal(
    waiting.takeBatch(surging).length,
    64,
    'the other one was served, and may come again',
  );
  clock.ms = 1000;
  assert.equal(waiting.takeBatch(surging).length, 256, 'the other one did not come again');
});

test('another one that waits for long counts as being there', () => {
  const { clock, waiting, add } = waitingAt();
  add(quiet, 1);
  clock.ms = 5_000;
  add(surging, 100);
  assert.equal(waiting.takeBatch(surging).length, 64);
});

test('the one that comes seldom knows of the one that surges', () => {
  const { waiting, add } = waitingAt();
  add(quiet, 100);
  add(surging, 100);
  assert.equal(waiting.takeBatch(quiet).length, 64);
});

test('a batch is full by its lines, too', () => {
  const { waiting, add } = waitingAt();
  add(surging, 100, 50);
  assert.equal(waiting.takeBatch(surging).length, 40);
  add(quiet, 1);
  assert.equal(waiting.takeBatch(surging).length, 10);
  add(quiet, 1, 2_000);
  assert.deepEqual([waiting.takeBatch(quiet).length, waiting.takeBatch(quiet).length], [1, 1]);
});

test('tenants take turns, a batch each, and one that is not ready is passed over', () => {
  const { waiting, add } = waitingAt();
  add(surging, 200);
  add(quiet, 100);
  const turns = [1, 2, 3].map(() => {
    const tenant = waiting.next(() => true) ?? assert.fail('nobody waits');
    waiting.takeBatch(tenant);
    return tenant;
  });
  assert.deepEqual(turns, [surging, quiet, surging]);
  assert.equal(
    waiting.next((tenant, orders, ordersMax) => tenant !== quiet && orders >= ordersMax),
    surging,
  );
});

test('one tenant may fill the queue, and another still gets in', () => {
  const { waiting, add } = waitingAt();
  add(surging, WAITING_MAX);
  assert.equal(waiting.count(), WAITING_MAX);
  assert.equal(waiting.hasRoomFor(surging), false);
  assert.equal(waiting.hasRoomFor(quiet), true);
});

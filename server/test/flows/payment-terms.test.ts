// Goods now, money later: credit within a limit, invoices, and what is overdue.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId } from '@doorstep/core/ids.ts';
import { exposureOf } from '@doorstep/core/payments/payment-terms.ts';
import { type CommandTx, runCommand } from '../../src/db/run-command.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { holdForCredit, listOnCredit } from '../../src/orders/hold-for-credit.ts';
import { markOverdue } from '../../src/payments/mark-overdue.ts';
import { listWaitingForCredit, retryCredit } from '../../src/payments/retry-credit.ts';
import { selectTenantsWithDueInvoices } from '../../src/payments/terms.sql.ts';
import { runDue } from '../../src/run-due.ts';
import { startWorker } from '../../src/worker.ts';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';
import { until } from '../until.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const DAY_MS = 86_400_000;
const at = (order: Answer) => `/v1/orders/${order.body.id}`;
const TERMS = { provider: 'terms', terms: { purchaseOrder: 'PO-4711' } };

async function buy(email: string, more: object = {}): Promise<Answer> {
  const order = await till.buy([TERMS], { channel: 'web', customer: { email }, ...more });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await settle();
  return order;
}

/** What the worker does: providers, and the readers of the log that see to credit. */
async function settle(): Promise<void> {
  await till.shop.runPayments();
  const { body } = await till.shop.call('GET', '/v1/orders?limit=200');
  const events = body.items.map(({ id }: { id: string }) => ({
    subject: id,
    type: 'order.canceled.v1',
  }));
  const { app } = till.shop.runtime;
  for (const payment of await read((tx) => listWaitingForCredit(tx, events)))
    await command((tx) => retryCredit(tx, payment));
  for (const order of await inTransaction(app, till.shop.tenant, (tx) => listOnCredit(tx, events)))
    await command((tx) => holdForCredit(tx, order));
  await till.shop.runPayments();
}

function read<T>(look: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(till.shop.runtime.app, till.shop.tenant, look);
}

function command(verb: (tx: CommandTx) => Promise<null>) {
  const { app, now } = till.shop.runtime;
  const context = { tenant: till.shop.tenant, actor: systemActor('test'), now: now() };
  return runCommand(app, context, null, verb);
}

const setCredit = (customer: string, limitMinor: number, more: object = {}) =>
  till.shop.call('PUT', `/v1/customers/${customer}/credit/EUR`, { limitMinor, ...more });
const creditOf = async (customer: string) =>
  (await till.shop.call('GET', `/v1/customers/${customer}/credit`)).body;
const termsOf = async (order: Answer) => (await till.moneyOf(order)).terms[0];
const holdsOf = async (order: Answer): Promise<string[]> =>
  (await till.shop.call('GET', at(order))).body.holds
    .filter(({ releasedAt }: { releasedAt: string | null }) => releasedAt === null)
    .map(({ reason }: { reason: string }) => reason);
const release = (order: Answer) => till.post(`${at(order)}/releases`);
const ship = (order: Answer) => till.post(`${at(order)}/shipments`);

describe('an order on terms', () => {
  test('within the limit is authorized by them, and may leave', async () => {
    const first = await buy('within@example.com');
    assert.deepEqual(await holdsOf(first), ['credit-limit']);
    const customer = first.body.customer;
    const set = await setCredit(customer, 5000, { netDays: 14 });
    assert.deepEqual([set.status, set.body.credits[0].netDays], [200, 14]);
    await settle();
    assert.equal(await till.statusOf(first), 'authorized');
    assert.deepEqual(await holdsOf(first), []);
    assert.equal((await release(first)).status, 201);
    const { credits, open } = await creditOf(customer);
    assert.equal(credits[0].owedMinor, 2000);
    assert.deepEqual([open[0].purchaseOrder, open[0].state], ['PO-4711', 'granted']);
  });

  test('is invoiced with what leaves, and paid against its invoice, in parts or at once', async () => {
    const first = await buy('invoiced@example.com');
    await setCredit(first.body.customer, 5000, { netDays: 10 });
    await settle();
    assert.equal((await ship(first)).status, 201);
    await settle();
    const { payments, intents } = await till.moneyOf(first);
    assert.deepEqual(
      intents.map((one: { kind: string; state: string }) => `${one.kind} ${one.state}`),
      ['capture by-hand'],
    );
    assert.deepEqual(await till.exceptionsOf(first), []);
    const before = await termsOf(first);
    assert.equal(Date.parse(before.dueAt) - Date.parse(before.invoicedAt), 10 * DAY_MS);
    const path = `/v1/payments/${payments[0].id}`;
    const issued = '2026-01-01T00:00:00Z';
    const invoice = await till.shop.call('PUT', `${path}/invoice`, {
      number: 'R-100',
      issuedAt: issued,
      dueAt: '2099-01-01T00:00:00Z',
    });
    assert.deepEqual([invoice.status, invoice.body.invoiceNumber], [200, 'R-100']);
    await till.post(`${path}/receipts`, { reference: 'bank 1', amountMinor: 500 });
    await settle();
    assert.deepEqual(
      [(await termsOf(first)).owedMinor, await till.statusOf(first)],
      [1500, 'partially-paid'],
    );
    await till.post(`${path}/receipts`, { reference: 'bank 2' });
    await settle();
    const { account } = await till.moneyOf(first);
    assert.deepEqual([account.status, account.capturedMinor], ['paid', 2000]);
    assert.deepEqual(
      [(await termsOf(first)).state, await till.exceptionsOf(first)],
      ['settled', []],
    );
    const more = await till.post(`${path}/receipts`, { reference: 'bank 3' });
    assert.equal(more.body.code, 'nothing-to-pay');
  });

  test('whose invoice is recorded before credit was given falls due as the credit says', async () => {
    const customer = { email: 'quick@example.com' };
    const first = await buy(customer.email);
    await setCredit(first.body.customer, 50_000, { netDays: 14 });
    const order = await till.buy([TERMS], { channel: 'web', customer });
    const { payment } = await termsOf(order);
    const invoice = { number: 'RE-9', issuedAt: '2026-11-01T00:00:00.000Z' };
    const told = await till.shop.call('PUT', `/v1/payments/${payment}/invoice`, invoice);
    assert.equal(told.body.dueAt, '2026-11-15T00:00:00.000Z');
  });

  test('over the limit is held until its customer owes less', async () => {
    const first = await buy('over@example.com');
    const { customer } = first.body;
    await setCredit(customer, 3000);
    await settle();
    const second = await buy('over@example.com');
    assert.equal(await till.statusOf(second), 'pending');
    assert.deepEqual(await holdsOf(second), ['credit-limit']);
    assert.deepEqual(await till.exceptionsOf(second), ['credit-waiting']);
    assert.equal((await release(second)).body.code, 'order-on-hold');
    const [hold] = (await till.shop.call('GET', at(second))).body.holds;
    const lifted = await till.shop.call('PUT', `${at(second)}/holds/${hold.id}/release`, {});
    assert.deepEqual(
      [lifted.body.code, lifted.body.data?.operation],
      ['hold-follows-cause', 'approveCredit'],
    );
    await till.cancel(first);
    await settle();
    assert.equal(await till.statusOf(second), 'authorized');
    assert.deepEqual([await holdsOf(second), await till.exceptionsOf(second)], [[], []]);
    assert.equal((await creditOf(customer)).credits[0].owedMinor, 2000);
  });

  test('over the limit is let go by somebody with the right, who says why', async () => {
    const order = await buy('trusted@example.com');
    const payment = (await till.moneyOf(order)).payments[0].id;
    const approve = (caller = till.shop as Pick<typeof till.shop, 'call'>) =>
      caller.call('POST', `/v1/payments/${payment}/credit-approvals`, { note: 'Paid for years' });
    const weak = await till.shop.as(['payments:read', 'payments:write']);
    assert.equal((await approve(weak)).body.code, 'not-allowed');
    const approved = await approve();
    assert.deepEqual([approved.status, approved.body.state], [201, 'granted']);
    assert.equal(approved.body.approvalNote, 'Paid for years');
    assert.equal((await approve()).body.code, 'credit-not-waiting');
    await settle();
    assert.deepEqual([await holdsOf(order), await till.statusOf(order)], [[], 'authorized']);
  });

  test('over the limit may be paid another way, and asks for no credit any more', async () => {
    const order = await buy('card-after-all@example.com');
    const added = await till.post(`${at(order)}/payments`, card());
    assert.equal(added.status, 201, JSON.stringify(added.body));
    await settle();
    assert.equal(await till.statusOf(order), 'authorized');
    assert.deepEqual([await holdsOf(order), await till.exceptionsOf(order)], [[], []]);
    assert.equal((await creditOf(order.body.customer)).open.length, 0);
  });

  test('over the limit may be paid by hand at once, and is held no more', async () => {
    const order = await buy('cash-after-all@example.com');
    assert.deepEqual(await holdsOf(order), ['credit-limit']);
    const worker = startWorker(till.shop.runtime);
    try {
      const byHand = { provider: 'manual', received: { reference: 'till 3' } };
      assert.equal((await till.post(`${at(order)}/payments`, byHand)).status, 201);
      await until(async () => (await holdsOf(order)).length === 0, 'the hold is released');
    } finally {
      await worker.stop();
    }
    assert.deepEqual([await till.statusOf(order), await till.exceptionsOf(order)], ['paid', []]);
    assert.equal((await creditOf(order.body.customer)).open.length, 0);
  });

  test('canceled while it waits asks for no credit any more', async () => {
    const order = await buy('gone@example.com');
    await till.cancel(order);
    await settle();
    assert.deepEqual([await holdsOf(order), await till.exceptionsOf(order)], [[], []]);
  });

  test('without a customer is declined, and no other payment has terms', async () => {
    const order = await till.buy([TERMS], { channel: 'web' });
    await settle();
    const { payments } = await till.moneyOf(order);
    assert.equal(payments[0].declinedCode, 'no-customer');
    const odd = await till.buy([card('tok_ok', { terms: { netDays: 1 } })]);
    assert.equal(odd.body.code, 'validation-failed');
    const path = `/v1/payments/${(await paidByCard()).id}`;
    const invoice = await till.shop.call('PUT', `${path}/invoice`, { number: 'R-1' });
    assert.equal(invoice.body.code, 'not-on-terms');
  });
});

async function paidByCard(): Promise<{ id: string }> {
  const order = await till.buy([card()]);
  return (await till.moneyOf(order)).payments[0];
}

describe('an invoice that is not paid in time', () => {
  test('is shown, and no more once it is paid', async () => {
    const order = await buy('late@example.com');
    await setCredit(order.body.customer, 5000, { netDays: 5 });
    await settle();
    await ship(order);
    await settle();
    const overdue = () =>
      runDue(till.shop.runtime, {
        name: 'mark-overdue',
        tenants: selectTenantsWithDueInvoices,
        verb: markOverdue,
      });
    await overdue();
    assert.deepEqual(await till.exceptionsOf(order), []);
    till.pass(6 * DAY_MS);
    await overdue();
    await overdue();
    assert.deepEqual(await till.exceptionsOf(order), ['invoice-overdue']);
    assert.equal((await termsOf(order)).overdue, true);
    const times = (await till.timelineOf(order)).filter((type) => type === 'payment.overdue.v1');
    assert.equal(times.length, 1);
    const payment = (await till.moneyOf(order)).payments[0].id;
    await till.post(`/v1/payments/${payment}/receipts`, { reference: 'at last' });
    assert.deepEqual([await till.exceptionsOf(order), (await termsOf(order)).overdue], [[], false]);
  });
});

test('what the database sums as owed is what the rule says, order by order', async () => {
  const first = await buy('summed@example.com');
  const { customer } = first.body;
  await setCredit(customer, 100_000);
  await settle();
  const second = await buy('summed@example.com');
  const line = second.body.lines[0].id;
  await till.cancel(second, { lines: [{ line, quantity: 1 }] });
  await ship(first);
  await settle();
  const money = await Promise.all([first, second].map((order) => till.moneyOf(order)));
  const rule = money.map(({ account, payments: [one] }) =>
    exposureOf(
      {
        authorized: BigInt(one.authorizedMinor),
        voided: BigInt(one.voidedMinor),
        captured: BigInt(one.capturedMinor),
        refunded: BigInt(one.refundedMinor),
      },
      BigInt(account.dueMinor),
    ),
  );
  const { credits, open } = await creditOf(customer);
  assert.deepEqual(rule, [2000n, 1000n]);
  assert.equal(credits[0].owedMinor, 3000);
  const byOrder = new Map(
    open.map((one: { order: OrderId; owedMinor: number }) => [one.order, one.owedMinor]),
  );
  assert.deepEqual([byOrder.get(first.body.id), byOrder.get(second.body.id)], [2000, 1000]);
});

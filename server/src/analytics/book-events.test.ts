import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { newId } from '../db/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { Look } from '../log/log-sum.ts';
import { bookEvents } from './book-events.ts';
import { selectOrderFacts } from './sql.ts';

const facts = { channel_id: 'c'.repeat(32), customer_id: null, currency: 'EUR', country: 'DE' };

/** A database that knows every order, and counts how often it is asked. */
function looking(): { look: Look; asked(): number; fail(): void } {
  let [asked, fails] = [0, false];
  const rows = async (sql: unknown, [ids = []]: readonly (readonly string[])[]) =>
    sql === selectOrderFacts ? ids.map((id) => ({ id, ...facts })) : [];
  return {
    async look(read) {
      asked += 1;
      if (fails) throw new Error('the database is away');
      return read({ rows } as unknown as Tx);
    },
    asked: () => asked,
    fail() {
      fails = !fails;
    },
  };
}

function refund(amountMinor: number): LogEvent {
  const at = '2026-11-29T20:00:00.000Z';
  return {
    position: 1,
    id: newId('event'),
    type: 'order.refund_granted.v1',
    subject: newId('order'),
    version: 2,
    occurredAt: at,
    recordedAt: at,
    actor: 'system:test',
    data: { amountMinor },
  };
}

test('sums that are given the same events one after the other have them booked once', async () => {
  const { look, asked } = looking();
  const book = bookEvents();
  const events = [refund(500), refund(700)];
  const first = await book(look, events);
  const second = await book(look, [...events]);
  assert.equal(asked(), 1);
  for (const event of events) assert.equal(second.of(event), first.of(event));
  assert.deepEqual(
    events.map((event) => first.of(event)?.whole.refundedMinor),
    [500, 700],
  );
});

test('other events are looked up anew, were they as many and like the last', async () => {
  const { look, asked } = looking();
  const book = bookEvents();
  const [one, other] = [refund(500), refund(500)];
  await book(look, [one]);
  assert.equal((await book(look, [other])).of(other)?.whole.refundedMinor, 500);
  await book(look, [other, one]);
  assert.equal(asked(), 3);
});

test('a look that failed is not remembered', async () => {
  const { look, asked, fail } = looking();
  const book = bookEvents();
  const events = [refund(500)];
  fail();
  await assert.rejects(book(look, events), /away/);
  fail();
  assert.equal((await book(look, events)).of(events[0] as LogEvent)?.day, '2026-11-29');
  assert.equal(asked(), 2);
});

test('nothing is booked for what is none of it', async () => {
  const { look } = looking();
  const merged = {
    ...refund(0),
    type: 'customer.merged.v1',
    subject: idFromUuid('customer', uuidOf(newId('order'))),
  };
  assert.equal((await bookEvents()(look, [merged])).of(merged), undefined);
});

import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { OrderId, PaymentId, TenantId } from '@doorstep/core/ids.ts';
import type { ProviderRequest } from '@doorstep/core/payments/provider.ts';
import { provePaymentProvider } from '../conformance/payment-provider.ts';
import { sandboxPayments } from './sandbox-payments.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-sandbox-'));
});
after(() => rm(folder, { recursive: true }));

provePaymentProvider('sandbox', async () => {
  const provider = sandboxPayments({ folder });
  return {
    provider,
    token: 'tok_ok',
    effectsOf: async (key) => (await provider.deeds()).filter((deed) => deed.key === key).length,
    reopen: () => sandboxPayments({ folder }),
  };
});

provePaymentProvider('a sandbox that answers late', async () => {
  const provider = sandboxPayments({ folder });
  return {
    provider,
    token: 'tok_later_0',
    effectsOf: async (key) => (await provider.deeds()).filter((deed) => deed.key === key).length,
    reopen: () => sandboxPayments({ folder }),
  };
});

let keys = 0;
function request(token: string, more: Partial<ProviderRequest> = {}): ProviderRequest {
  keys += 1;
  return {
    key: `pit_${String(keys).padStart(32, '0')}`,
    tenant: 'ten_1' as TenantId,
    order: 'ord_1' as OrderId,
    payment: 'pay_1' as PaymentId,
    amountMinor: 1001n,
    currency: 'EUR',
    token,
    reference: null,
    isLast: false,
    intendedAt: new Date(),
    account: null,
    signal: new AbortController().signal,
    ...more,
  };
}

describe('what tokens tell the sandbox', () => {
  test('to decline, for good or for the moment', async () => {
    const sandbox = sandboxPayments({ folder });
    const no = await sandbox.authorize(request('tok_decline'));
    assert.deepEqual([no.outcome, no.outcome === 'declined' && no.final], ['declined', true]);
    const held = await sandbox.authorize(request('tok_busy_1'));
    const reference = held.outcome === 'succeeded' ? held.reference : '';
    const busy = request('tok_busy_1', { reference });
    const first = await sandbox.capture(busy);
    assert.deepEqual(
      [first.outcome, first.outcome === 'declined' && first.final],
      ['declined', false],
    );
    assert.equal((await sandbox.capture(busy)).outcome, 'succeeded');
  });

  test('to fail before it does anything, and to lose the answer after it did', async () => {
    const sandbox = sandboxPayments({ folder });
    const fails = request('tok_fail_2');
    for (const _ of [1, 2]) await assert.rejects(sandbox.authorize(fails));
    assert.ok(!(await sandbox.deeds()).some((deed) => deed.key === fails.key));
    assert.equal((await sandbox.authorize(fails)).outcome, 'succeeded');
    const lost = request('tok_lost');
    await assert.rejects(sandbox.authorize(lost));
    assert.equal((await sandbox.deeds()).filter((deed) => deed.key === lost.key).length, 1);
    assert.equal((await sandbox.authorize(lost)).outcome, 'succeeded');
  });

  test('to authorize half, to capture more, to tell twice', async () => {
    const told: string[] = [];
    const sandbox = sandboxPayments({
      folder,
      notify: async ({ reference }) => void told.push(reference),
    });
    const half = await sandbox.authorize(request('tok_half+more+twice'));
    assert.equal(half.outcome === 'succeeded' && half.amountMinor, 500n);
    const reference = half.outcome === 'succeeded' ? half.reference : '';
    const more = await sandbox.capture(request('tok_more', { reference, amountMinor: 499n }));
    assert.equal(more.outcome === 'succeeded' && more.amountMinor, 500n);
    assert.deepEqual(told, [reference]);
  });

  test('a token that it does not know is an error', async () => {
    await assert.rejects(sandboxPayments({ folder }).authorize(request('tok_nonsense')));
  });
});

test('a payer that must act is told where, and is waited for', async () => {
  let now = new Date('2026-11-23T10:00:00Z');
  const sandbox = sandboxPayments({ folder, now: () => now });
  const asked = request('tok_action_500');
  const first = await sandbox.authorize(asked);
  assert.ok(first.outcome === 'payer-action' && first.link?.startsWith('https://'));
  now = new Date(now.getTime() + 501);
  const inquiry = { ...asked, kind: 'authorize', pending: first.reference } as const;
  assert.equal((await sandbox.inquire(inquiry)).outcome, 'succeeded');
});

test('a line that a process died over does not spoil the book', async () => {
  const sandbox = sandboxPayments({ folder });
  await sandbox.authorize(request('tok_ok'));
  await appendFile(join(folder, 'book.jsonl'), '{"key":"torn');
  const after = request('tok_ok');
  await sandbox.authorize(after);
  const deeds = await sandboxPayments({ folder }).deeds();
  assert.ok(deeds.some((deed) => deed.key === after.key));
  assert.ok((await readFile(join(folder, 'book.jsonl'), 'utf8')).includes('torn'));
});

// Kills the server or its PostgreSQL with -9 while orders pour in, and compares every acknowledged
// answer with what the database says.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, type CrashRig, type Victim, verified } from './crash-rig.ts';

export interface CrashReport {
  readonly killed: Victim;
  readonly afterMs: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly downMs: number;
}

const SENDERS = 24;

interface Sent {
  readonly externalId: string;
  readonly key: string;
  readonly body: string;
  /** The order's id, once it was acknowledged. */
  order?: string;
}

let round = 0;

/** One crash; throws an AssertionError when anything acknowledged is lost or doubled. */
export async function crashUnderCapture(
  rig: CrashRig,
  killed: Victim,
  afterMs: number,
): Promise<CrashReport> {
  round += 1;
  const api = await rig.api();
  await api('POST', '/v1/stock/receipts', {
    location: 'LEJ-1',
    lines: [{ sku: 'MUG-WHITE', quantity: 5000 }],
  });
  const load = pour(rig.port, await rig.key(), round);
  await sleep(afterMs);
  const downMs = await rig.kill(killed);
  await sleep(300); // and some more of the load on what came back
  const sent = await load.stop();
  const unanswered = sent.filter((one) => one.order === undefined);
  await resend(rig.port, await rig.key(), sent);
  await assertAllThere(await rig.api(), sent, round);
  return {
    killed,
    afterMs,
    sent: sent.length,
    acknowledged: sent.length - unanswered.length,
    unanswered: unanswered.length,
    downMs,
  };
}

/** Orders from several senders, each waiting for its answer; failures are kept for a second try. */
function pour(port: number, apiKey: string, round: number): { stop(): Promise<Sent[]> } {
  const sent: Sent[] = [];
  let stopped = false;
  async function send(sender: number): Promise<void> {
    for (let count = 0; !stopped; count += 1) {
      const externalId = `crash ${round} ${sender} ${count}`;
      const one: Sent = {
        externalId,
        key: `key ${externalId}`,
        body: JSON.stringify({
          channel: 'web',
          externalId,
          currency: 'EUR',
          lines: [{ sku: 'MUG-WHITE', quantity: 1, unitPrice: '12.90' }],
          customer: { email: `buyer-${sender}-${count % 7}@crash.example` },
          shippingAddress: { country: 'DE', postalCode: '04109' },
        }),
      };
      sent.push(one);
      if (!(await capture(port, apiKey, one))) await sleep(20);
    }
  }
  const senders = Promise.all(Array.from({ length: SENDERS }, (_, index) => send(index)));
  return {
    async stop() {
      stopped = true;
      await senders;
      return sent;
    },
  };
}

async function capture(port: number, apiKey: string, one: Sent): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/v1/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': one.key,
      },
      body: one.body,
      signal: AbortSignal.timeout(15_000),
    });
    const answer = (await response.json()) as { id?: string; code?: string };
    if (response.status >= 500) return false;
    assert.ok(response.status === 201 || response.status === 200, JSON.stringify(answer));
    assert.ok(one.order === undefined || one.order === answer.id, 'a retry got another order');
    if (answer.id !== undefined) one.order = answer.id;
    return true;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return false;
  }
}

/** Every request again with its key: acknowledged ones must get their first answer. */
async function resend(port: number, apiKey: string, sent: readonly Sent[]): Promise<void> {
  for (let index = 0; index < sent.length; index += SENDERS)
    await Promise.all(
      sent.slice(index, index + SENDERS).map(async (one) => {
        for (let attempt = 0; !(await capture(port, apiKey, one)); attempt += 1) {
          assert.ok(attempt < 50, `${one.externalId} cannot be captured after the crash`);
          await sleep(100);
        }
      }),
    );
}

async function assertAllThere(api: Api, sent: readonly Sent[], round: number): Promise<void> {
  const found = new Map<string, string>();
  let cursor = '';
  do {
    const page = await api('GET', `/v1/orders?channel=web&limit=200${cursor}`);
    for (const order of page.items as { id: string; externalId: string }[]) {
      if (!order.externalId?.startsWith(`crash ${round} `)) continue;
      assert.ok(!found.has(order.externalId), `${order.externalId} is there twice`);
      found.set(order.externalId, order.id);
    }
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  for (const one of sent)
    assert.equal(
      found.get(one.externalId),
      one.order,
      `${one.externalId} is not what was answered`,
    );
  assert.equal(found.size, sent.length, 'orders are there that nobody sent');
  await verified(api);
}

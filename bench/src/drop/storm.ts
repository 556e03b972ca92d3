// Buyers storm a drop: what was answered to whom, and whether the promises were kept.

import { seededRandom } from '@doorstep/server/src/demo/seeded-random.ts';
import { type Quantiles, quantilesOf } from './quantiles.ts';
import { type RawAnswer, type RawRequest, sendAll } from './raw-client.ts';

export interface StormPlan {
  readonly drop: string;
  readonly sku: string;
  readonly buyers: number;
  readonly attempts: number;
  readonly limit: number;
  readonly units: number;
  readonly connections: number;
}

export interface StormResult {
  readonly attempts: number;
  readonly retries: number;
  readonly seconds: number;
  readonly all: Quantiles;
  /** Those that bought. */
  readonly bought: Quantiles;
  readonly sold: number;
  readonly buyersServed: number;
}

interface Attempt extends RawRequest {
  readonly key: string;
  readonly buyer: string;
  readonly quantity: number;
}

/** @throws Error when a promise was broken */
export async function storm(
  server: { readonly port: number; readonly secret: string },
  plan: StormPlan,
): Promise<StormResult> {
  const attempts = attemptsOf(plan);
  const all: number[] = [];
  const bought: number[] = [];
  const first = new Map<string, string>();
  const units = new Map<string, number>();
  const started = performance.now();
  await sendAll(server, plan.connections, attempts, (attempt, answer) => {
    all.push(answer.ms);
    const text = comparable(answer);
    const before = first.get(attempt.key);
    if (before !== undefined && before !== text)
      throw new Error(`${attempt.key} was told ${text} after ${before}`);
    if (before !== undefined) return;
    first.set(attempt.key, text);
    if (answer.status !== 201) return;
    bought.push(answer.ms);
    units.set(attempt.buyer, (units.get(attempt.buyer) ?? 0) + attempt.quantity);
  });
  const seconds = (performance.now() - started) / 1000;
  const sold = [...units.values()].reduce((sum, one) => sum + one, 0);
  if (sold !== plan.units) throw new Error(`${sold} of ${plan.units} units were sold`);
  const most = Math.max(...units.values());
  if (most > plan.limit) throw new Error(`a buyer got ${most} units`);
  return {
    attempts: attempts.length,
    retries: attempts.length - first.size,
    seconds,
    all: quantilesOf(all),
    bought: quantilesOf(bought),
    sold,
    buyersServed: units.size,
  };
}

/** A third of them ask again what was asked before, under the same key. */
function attemptsOf(plan: StormPlan): Attempt[] {
  const random = seededRandom(20_261_128);
  const attempts: Attempt[] = [];
  for (let number = 0; number < plan.attempts; number += 1) {
    const again = random() < 1 / 3 ? attempts[Math.floor(random() * attempts.length)] : undefined;
    const buyer = `buyer ${Math.floor(random() * plan.buyers)}`;
    const quantity = random() < 0.7 ? 1 : 2;
    attempts.push(again ?? attemptOf(plan, number, buyer, quantity));
  }
  return attempts;
}

function attemptOf({ drop, sku }: StormPlan, number: number, buyer: string, quantity: number) {
  const lines = [{ sku, quantity, unitPrice: '59.00' }];
  const body = { channel: 'web', currency: 'EUR', lines, drop: { id: drop, buyer } };
  const key = `storm-${number}`;
  return { method: 'POST', path: '/v1/orders', body, key, buyer, quantity } as const;
}

/** The request's own id is no part of what was told. */
function comparable({ status, text }: RawAnswer): string {
  const { requestId: _, ...body } = JSON.parse(text) as Record<string, unknown>;
  return `${status} ${JSON.stringify(body)}`;
}

// How a drop stands a storm, and how soon what carts held is for sale again.

import type { Bench } from './bench.ts';
import { checkBooks, whenLogIsRead } from './capture/check-books.ts';
import { inBenchShop } from './capture/in-bench-shop.ts';
import { HOT_SKU } from './capture/scenarios.ts';
import { holdAndLapse, type LapseResult } from './drop/hold-and-lapse.ts';
import { planDrop } from './drop/plan-drop.ts';
import { type StormResult, storm } from './drop/storm.ts';
import type { BenchOptions } from './options.ts';
import { askOnce } from './rig/ask-once.ts';

const STORM = { units: 1_000, buyers: 2_000, attempts: 50_000, limit: 2, connections: 256 };
const SMOKE = { units: 50, buyers: 100, attempts: 1_000, limit: 2, connections: 32 };
const HOLDS = 10_000;
const HOLDS_OF_A_SMOKE = 200;
/** More would only wait: the holds of a drop are made one after the other. */
const HOLD_CONNECTIONS = 32;

export interface DropResult {
  readonly storm: StormResult;
  readonly lapse: LapseResult;
  readonly verified: boolean;
}

export const bench: Bench = {
  does: 'a drop stormed by buyers: nothing oversold, no limit beaten, and how fast it answers',
  async run(options, print) {
    const result = await runDrop(options);
    print(reportOf(result));
    return result;
  },
};

function runDrop(options: BenchOptions): Promise<DropResult> {
  const plan = { slug: 'main', skuCount: 20, locationCount: 3, hotLocations: 2 };
  const nothing = async () => {};
  return inBenchShop({ main: plan }, options, nothing, async (site) => {
    const { server, shops, books, say } = site;
    const to = { port: server.port, secret: shops.main.secret };
    const sizes = options.quick ? SMOKE : STORM;
    say(`${sizes.attempts} attempts on ${sizes.units} units`);
    const stormed = {
      ...sizes,
      drop: await planDrop(to, sizes.units, sizes.limit),
      sku: HOT_SKU,
    };
    const stormResult = await storm(to, stormed);
    const holds = options.quick ? HOLDS_OF_A_SMOKE : HOLDS;
    say(`${holds} holds`);
    const drop = await planDrop(to, holds, null);
    const lapse = await holdAndLapse(to, books, drop, HOT_SKU, holds, HOLD_CONNECTIONS);
    await whenLogIsRead(books);
    await checkBooks(books, shops.main.tenant);
    return { storm: stormResult, lapse, verified: await isWhole(to) };
  });
}

async function isWhole(server: Parameters<typeof askOnce>[0]): Promise<boolean> {
  const request = { method: 'POST', path: '/v1/verification' } as const;
  return (await askOnce<{ ok: boolean }>(server, request)).ok;
}

function reportOf({ storm: stormed, lapse, verified }: DropResult): string {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const { attempts, retries, seconds, sold, buyersServed } = stormed;
  return [
    `${attempts} attempts, ${retries} of them again under the same key, in ${seconds.toFixed(1)} s:`,
    `  ${Math.round(attempts / seconds)} answers a second`,
    `  every answer    median ${ms(stormed.all.p50Ms)}, p99 ${ms(stormed.all.p99Ms)}`,
    `  those who got   median ${ms(stormed.bought.p50Ms)}, p99 ${ms(stormed.bought.p99Ms)}`,
    `  sold ${sold} to ${buyersServed} buyers, none beyond the limit; each retry got its first answer`,
    `${lapse.holds} holds, ${Math.round(lapse.holdsPerSecond)} a second:`,
    `  each            median ${ms(lapse.held.p50Ms)}, p99 ${ms(lapse.held.p99Ms)}`,
    `  all back in the pool ${ms(lapse.backAfterMs)} after they lapsed at once`,
    `verification: ${verified ? 'every invariant holds' : 'BROKEN'}`,
  ].join('\n');
}

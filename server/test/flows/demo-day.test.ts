// What `npm run demo` plays, with fewer orders and as fast as the machine can.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { readCredentials } from '../../src/local-credentials.ts';
import { type DemoDayEnd, playDemoDay } from '../../src/play-demo-day.ts';

const ORDERS = 60;

let dataHome: string;
let end: DemoDayEnd;
before(async () => {
  dataHome = await mkdtemp(join(tmpdir(), 'doorstep-demo-'));
  const config = { ...readConfig({}), dataHome, logLevel: 'silent' };
  const quiet = (): void => {};
  const options = { orders: ORDERS, seed: 1, speed: 1e6, say: quiet, show: quiet };
  end = await playDemoDay({ config, ...options });
});
after(() => rm(dataHome, { recursive: true, force: true }));

test('every order of the simulated day comes to its end, and every invariant holds', () => {
  assert.deepEqual(end.unexplained, []);
  assert.deepEqual(end.broken, []);
  const orders = [...end.ends.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(orders > ORDERS * 0.9, `${orders} orders`);
});

test('most orders of the day are delivered, those of the livestream as well', () => {
  const shares = JSON.stringify([...end.ends, ...end.livestream]);
  assert.ok(deliveredOf(end.ends) > ORDERS * 0.75, shares);
  const live = [...end.livestream.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(live > 0 && deliveredOf(end.livestream) > live * 0.5, shares);
});

test('the credentials of the demo name the port that it listened on', async () => {
  const { url = '' } = (await readCredentials(dataHome)) ?? {};
  assert.match(url, /^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
});

function deliveredOf(ends: ReadonlyMap<string, number>): number {
  return [...ends]
    .filter(([name]) => name.startsWith('delivered'))
    .reduce((sum, [, count]) => sum + count, 0);
}

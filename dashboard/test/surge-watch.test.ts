// The short form of `npm run prove -- monitor`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDashboard } from './open-dashboard.ts';
import { watchSurge } from './watch-surge.ts';

const SMOKE = { perSecond: 100, seconds: 5 };

test('the monitor of a drop counts a storm of five seconds, and its tab does not swell', async () => {
  const dashboard = await openDashboard({ orders: 1 });
  try {
    const { captured } = await watchSurge(dashboard, SMOKE);
    assert.equal(captured, SMOKE.perSecond * SMOKE.seconds);
  } finally {
    await dashboard.close();
  }
});

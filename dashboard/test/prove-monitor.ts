// One-second figures for a minute, while 2,000 units a second are sold of a drop: `npm run prove --
// monitor`. The smoke of the tests takes five seconds at a twentieth of it.

import { startTestPostgres } from '../../server/test/embedded.ts';
import { openDashboard } from './open-dashboard.ts';
import { watchSurge } from './watch-surge.ts';

const LOAD = { perSecond: 2000, seconds: 60 };
/** The last orders are answered a little after the last second. */
const REACHED_SHARE = 0.95;
const MIB = 2 ** 20;

const postgres = await startTestPostgres();
process.env['DOORSTEP_TEST_DATABASE_URL'] = postgres.url;
const dashboard = await openDashboard({ orders: 1 });
try {
  const watch = await watchSurge(dashboard, LOAD);
  console.log(
    `  ${watch.captured} units in ${watch.seconds.toFixed(1)} s, ${Math.round(watch.perSecond)} a ` +
      `second; ${watch.updates} updates; the tab holds ` +
      `${(watch.heapGrowthBytes / MIB).toFixed(1)} MiB more; long tasks ` +
      `${Math.round(watch.longTaskMedianMs)} ms in the middle; oversold 0`,
  );
  if (watch.perSecond < LOAD.perSecond * REACHED_SHARE)
    throw new Error(`the load was under ${LOAD.perSecond} a second: this machine proves nothing`);
} finally {
  await dashboard.close();
  await postgres.stop();
}

// The monitor of a drop while it is stormed: that its numbers come every second and are right, that its
// tab does not swell, and that it stays at hand.
// cspell:ignore longtask

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Dashboard } from './open-dashboard.ts';
import type { Surge, SurgeOutcome } from './surge-child.ts';

export interface SurgeWatch {
  readonly captured: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Answers with figures that came while it went on. */
  readonly updates: number;
  /** How much more the tab holds after it, rubbish collected. */
  readonly heapGrowthBytes: number;
  /** Of the tasks that held the page up for more than 50 ms; 0 where there was none. */
  readonly longTaskMedianMs: number;
}

export const HEAP_GROWTH_MAX_BYTES = 30 * 2 ** 20;
const LONG_TASK_MAX_MS = 200;
/** A page waits a second between two looks, and then for the answer. */
const UPDATES_SHARE_MIN = 0.5;

const SKU = 'SURGE';

export async function watchSurge(
  dashboard: Dashboard,
  load: { readonly perSecond: number; readonly seconds: number },
): Promise<SurgeWatch> {
  const target = await stockedDrop(dashboard, load.perSecond * load.seconds + 1000);
  const page = await dashboard.signInAs('operations', `/drops/${target.drop}`);
  page.setDefaultTimeout(60_000);
  try {
    await page.locator('[data-state="live"]').waitFor();
    await watchLongTasks(page);
    const before = await heapOf(page);
    let updates = 0;
    page.on('response', (response) => {
      if (response.url().includes('/figures') && response.ok()) updates += 1;
    });
    const outcome = await storm({ url: dashboard.url, ...target, ...load });
    const during = updates;
    await page.locator('[data-figure="sold"] dd', { hasText: asShown(outcome.captured) }).waitFor();
    await page.locator('[data-figure="oversold"] dd', { hasText: /^0$/ }).waitFor();
    const watch = {
      captured: outcome.captured,
      perSecond: outcome.captured / outcome.seconds,
      seconds: outcome.seconds,
      updates: during,
      heapGrowthBytes: (await heapOf(page)) - before,
      longTaskMedianMs: await longTaskMedian(page),
    };
    assert.ok(watch.heapGrowthBytes < HEAP_GROWTH_MAX_BYTES, `grew ${watch.heapGrowthBytes} bytes`);
    assert.ok(watch.longTaskMedianMs < LONG_TASK_MAX_MS, `${watch.longTaskMedianMs} ms`);
    assert.ok(during >= outcome.seconds * UPDATES_SHARE_MIN, `${during} updates`);
    return watch;
  } finally {
    await page.context().close();
  }
}

/** A drop that may sell so many, all at one location. */
async function stockedDrop({ api }: Dashboard, units: number) {
  const location = (await api.listLocations({ limit: 1 })).items[0]?.code ?? '';
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  await api.createSku({ code: SKU, title: 'Stormed' });
  await api.receiveStock({ location, lines: [{ sku: SKU, quantity: units }] });
  const { id } = await api.createDrop({
    name: 'The storm',
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    items: [{ sku: SKU, pool: [{ location, units }] }],
  });
  const key = await api.createApiKey({ name: 'storm', scopes: ['orders:write'] });
  return { drop: id, channel, sku: SKU, apiKey: key.secret ?? '' };
}

async function storm(surge: Surge): Promise<SurgeOutcome> {
  const child = fork(join(import.meta.dirname, 'surge-child.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    child.send(surge);
    const [outcome] = (await once(child, 'message')) as [SurgeOutcome & { failed?: string }];
    if (outcome.failed !== undefined) throw new Error(outcome.failed);
    assert.equal(outcome.refused, 0, 'there was enough for everybody');
    return outcome;
  } finally {
    child.kill();
  }
}

/** In the form of the page's language, which is that of the test. */
function asShown(count: number): RegExp {
  return new RegExp(`^${new Intl.NumberFormat('en-US').format(count)}$`);
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

function longTaskMedian(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { longTasks } = window as unknown as { longTasks: number[] };
    return longTasks.toSorted((a, b) => a - b)[Math.floor(longTasks.length / 2)] ?? 0;
  });
}

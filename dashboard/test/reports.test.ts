// Reports: every number is that of its rows, every chart is a table and a file as well.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  axeClean,
  hardCodedWords,
  noOutsideRequests,
  noSidewaysScroll,
  standsStill,
} from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
before(async () => {
  dashboard = await openDashboard({ orders: 40, pastPerDay: 4 });
});
after(() => dashboard.close());

async function open(path: string): Promise<Page> {
  const page = await dashboard.signInAs('analyst', path);
  page.setDefaultTimeout(30_000);
  await page.getByTestId('figure').first().waitFor();
  return page;
}

const numberIn = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d]/g, ''));

test('sales: the number of orders opens exactly those orders, and narrows to a channel', async () => {
  const page = await open('/reports?days=7');
  const isOwn = noOutsideRequests(page);
  await page.getByTestId('bar').first().waitFor();
  await standsStill(page);
  const orders = page.getByTestId('figure').nth(1);
  const told = numberIn(await orders.getByTestId('rows-link').textContent());
  assert.ok(told > 0);
  const link = new URL((await orders.getByRole('link').getAttribute('href')) ?? '', page.url());
  const listed = dashboard.api.listOrders.all(Object.fromEntries(link.searchParams));
  let count = 0;
  for await (const _ of listed) count += 1;
  assert.equal(count, told);
  await page.getByTestId('bar').first().getByRole('button').click();
  await page.getByTestId('filter').waitFor();
  await page.getByText('Narrowed to one').waitFor();
  await page.getByTestId('filter').click();
  await page.getByTestId('bar').first().waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  isOwn();
  await page.context().close();
});

test('each chart is a table, and the table a file with the same numbers', async () => {
  const page = await open('/reports?days=7&by=sku');
  await page.getByTestId('bar').first().waitFor();
  await page.getByRole('button', { name: 'As a table' }).nth(1).click();
  const rows = page.getByTestId('split').getByRole('row');
  await rows.nth(1).waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).nth(1).click();
  const lines = (await readFile(await (await saving).path(), 'utf8')).trimEnd().split('\r\n');
  assert.equal(lines.length, await rows.count());
  assert.match(lines[0] ?? '', /^sku,label,times,units,amountMinor/);
  const units = lines.slice(1).map((line) => Number(line.split(',').at(-3)));
  assert.ok(units.every((one) => one > 0));
  await axeClean(page);
  await page.context().close();
});

/** Reports are a moment behind what happens. */
async function counted(): Promise<void> {
  const asked = {
    kind: 'cancellation',
    by: 'reason',
    from: '2000-01-01',
    to: '2099-12-31',
  } as const;
  for (;;) {
    const { rows } = await dashboard.api.reportFlow(asked);
    if (rows.some(({ key }) => key === 'inventory')) return;
  }
}

test('the numbers of a chart are as large on a phone as anywhere', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const page = await dashboard.signInAs('admin', '/reports?days=7', phone);
  const number = page.getByRole('img').locator('g text').first();
  await number.waitFor();
  const height = (await number.boundingBox())?.height ?? 0;
  assert.ok(height >= 12, `${height} px`);
  await page.context().close();
});

test('what was canceled and how long stages took open the rows behind them', async () => {
  const { items } = await dashboard.api.listOrders({ limit: 1, status: 'open' });
  await dashboard.api.cancelOrder({ order: items[0]?.id ?? '', reason: 'inventory' });
  await counted();
  const page = await open('/reports?topic=cancellations&days=7');
  const bar = page.getByTestId('bar').filter({ hasText: 'Not in stock' });
  const units = numberIn(await bar.getByTestId('rows-link').textContent());
  await bar.getByTestId('rows-link').click();
  await page.getByTestId('rows-sum').waitFor();
  assert.equal(Number(await page.getByTestId('rows-sum').getAttribute('data-units')), units);
  await page.keyboard.press('Escape');
  await page.getByTestId('rows-sum').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Fulfillment times' }).click();
  const stage = page.getByTestId('stage').first();
  await stage.waitFor();
  const lines = await page.getByRole('img').locator('g text').allTextContents();
  assert.equal(new Set(lines).size, 4, lines.join(', '));
  await stage.getByTestId('rows-link').click();
  await page.getByTestId('entry').first().waitFor();
  await axeClean(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('entry').first().waitFor({ state: 'detached' });
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  for (const topic of ['sales', 'stages', 'cancellations', 'returns']) {
    await page.goto(`${dashboard.url}/reports?topic=${topic}&days=7`);
    await page.getByTestId('figure').first().waitFor();
    assert.deepEqual(await hardCodedWords(page), [], topic);
  }
  await page.context().close();
});

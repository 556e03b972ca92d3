import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeClean, noOutsideRequests, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
before(async () => {
  dashboard = await openDashboard();
  await makeWork();
});
after(() => dashboard.close());

/** One of each kind of work, as people leave it lying. */
async function makeWork(): Promise<void> {
  const { api } = dashboard;
  const { items } = await api.listFulfillmentOrders({ status: 'released', limit: 3 });
  const [picked, packed, shipped] = items.map(({ id }) => id);
  assert.ok(picked && packed && shipped);
  const work = await api.getFulfillmentOrder({ fulfillmentOrder: picked });
  const [line] = work.lines;
  assert.ok(line);
  await api.recordPicks({ fulfillmentOrder: picked, lines: [{ line: line.line, picked: 1 }] });
  for (const fulfillmentOrder of [packed, shipped]) await api.recordPicks({ fulfillmentOrder });
  await api.packParcel({ fulfillmentOrder: packed });
  const parcel = await api.packParcel({ fulfillmentOrder: shipped });
  await api.shipParcel({ parcel: parcel.id });
  const orders = await api.listOrders({ fulfillmentStatus: 'unfulfilled', limit: 1 });
  const held = orders.items[0]?.id ?? '';
  await api.placeHold({ order: held, reason: 'incorrect-address' });
}

async function home(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await page.locator('[data-stage]').first().waitFor();
}

test('every number leads to a list of as many', async () => {
  const page = await dashboard.signInAs('operations');
  for (const stage of ['on-hold', 'to-pick', 'to-pack', 'to-ship', 'in-transit']) {
    await home(page);
    const tile = page.locator(`[data-stage="${stage}"]`);
    const count = Number(await tile.getByTestId('amount').textContent());
    await tile.click();
    await page.getByTestId('row').first().waitFor();
    const rows = await page.getByRole('table').getAttribute('aria-rowcount');
    assert.equal(Number(rows) - 1, count, stage);
    await page.goBack();
  }
});

test('what is late by the date its channel promised is told, and leads to those orders', async () => {
  const late = await dashboard.api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    pricesIncludeTax: true,
    shipBy: '2026-01-02T12:00:00Z',
    lines: [{ sku: 'VASE-OCEAN', quantity: 1, unitPriceMinor: 1000 }],
  });
  const page = await dashboard.signInAs('operations');
  const card = page.getByRole('region', { name: 'At risk' });
  await card.getByRole('link', { name: late.number, exact: true }).waitFor();
  const count = Number(await card.getByTestId('amount').first().textContent());
  await card.getByText('past their promised date').click();
  await page.getByTestId('row').filter({ hasText: late.number }).getByText('late,').waitFor();
  const listed = await page.getByRole('table').getAttribute('aria-rowcount');
  assert.equal(Number(listed) - 1, count);
});

test('a tile is there for whom it may concern', async () => {
  const page = await dashboard.signInAs('warehouse');
  await home(page);
  await page.locator('[data-stage="to-pick"]').waitFor();
  assert.equal(await page.locator('[data-stage="awaiting-payment"]').count(), 0);
  assert.equal(await page.getByTestId('today').count(), 0);
  assert.equal(await page.getByTestId('connection').textContent(), 'Every half minute');
});

test('an order that comes in is counted under the eyes of who looks', async () => {
  const page = await dashboard.signInAs('operations');
  await home(page);
  await page.locator('[data-state="live"]').waitFor();
  const today = page.getByTestId('today');
  await today.waitFor();
  const before = Number(await today.textContent());
  await placeOrder();
  await page.waitForFunction(
    (count) => Number(document.querySelector('[data-testid=today]')?.textContent) === count,
    before + 1,
    { timeout: 30_000 },
  );
});

async function placeOrder(): Promise<void> {
  await dashboard.api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    pricesIncludeTax: true,
    lines: [{ sku: 'VASE-OCEAN', quantity: 1, unitPriceMinor: 1000 }],
  });
}

test('the control tower is sound for everybody, and asks nobody outside', async () => {
  const page = await dashboard.signInAs('admin');
  const nothingOutside = noOutsideRequests(page);
  await page.reload();
  await home(page);
  await page.getByTestId('map').locator('circle').first().waitFor();
  await page.getByTestId('locations').locator('tbody tr').first().waitFor();
  await standsStill(page);
  nothingOutside();
  await noSidewaysScroll(page);
  await axeClean(page);
});

test('the first visit is led through the rooms, once, and again for whoever asks', async () => {
  const page = await dashboard.signInAs('warehouse', '/', { isFirstVisit: true });
  const tour = page.getByTestId('tour');
  await tour.getByText('1 of 4').waitFor();
  await tour.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await tour.getByRole('button', { name: 'End the tour' }).click();
  await tour.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  assert.equal(await tour.count(), 0);
  await page.getByRole('button', { name: 'Start the tour' }).click();
  await tour.getByText('1 of 4').waitFor();
});

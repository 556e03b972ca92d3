import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../../server/test/until.ts';
import {
  axeClean,
  hardCodedWords,
  noSidewaysScroll,
  PHONE,
  restsWithItsParts,
  standsStill,
} from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let location: string;
let channel: string;
before(async () => {
  dashboard = await openDashboard({ orders: 5 });
  const { api } = dashboard;
  location = (await api.listLocations({ limit: 1 })).items[0]?.code ?? '';
  channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  await api.createSku({ code: 'SHOE', title: 'Shoe' });
  await api.receiveStock({ location, lines: [{ sku: 'SHOE', quantity: 500 }] });
});
after(() => dashboard.close());

async function planned(units = 20): Promise<string> {
  const drop = await dashboard.api.createDrop({
    name: 'Friday night live',
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    items: [{ sku: 'SHOE', pool: [{ location, units }] }],
  });
  return drop.id;
}

const buy = (drop: string, quantity = 1) =>
  dashboard.api.captureOrder({
    channel,
    currency: 'EUR',
    lines: [{ sku: 'SHOE', quantity, unitPriceMinor: 5900 }],
    drop: { id: drop },
  });

async function open(path: string, role: 'admin' | 'operations' = 'operations'): Promise<Page> {
  const page = await dashboard.signInAs(role, path);
  page.setDefaultTimeout(30_000);
  return page;
}

const figureIs = (page: Page, name: string, text: string) =>
  page.locator(`[data-figure="${name}"] dd`, { hasText: new RegExp(`^${text}$`) }).waitFor();

test('a drop is planned from lines of a spreadsheet', async () => {
  const page = await open('/drops');
  await page.getByRole('button', { name: 'Plan a drop' }).click();
  await page.getByLabel('Name').fill('Launch');
  await page.getByLabel('Starts').fill('2030-01-01T18:00');
  await page.getByLabel('Ends').fill('2030-01-01T20:00');
  const items = page.getByLabel('Units, a line each');
  await items.fill('SHOE\tNOWHERE');
  await page.getByText('Line 1 is not readable').waitFor();
  await items.fill(`SHOE\t${location}\t12\t3`);
  await page.getByLabel('Units per buyer').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Plan a drop' }).click();
  await page.waitForURL(/drops\/drp_/);
  await figureIs(page, 'pooled', '12');
  const { items: drops } = await dashboard.api.listDrops({ limit: 1 });
  assert.deepEqual([drops[0]?.limitPerBuyer, drops[0]?.items[0]?.preorderCap], [2, 3]);
  await page.context().close();
});

test('a drop begins and ends at the times typed in the zone of its planner, not of the browser', async () => {
  const page = await open('/account');
  await page.evaluate(() => localStorage.setItem('doorstep.timeZone', 'Asia/Tokyo'));
  await page.goto(`${dashboard.url}/drops`);
  await page.getByRole('button', { name: 'Plan a drop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Tokyo');
  await dialog.getByLabel('Starts').fill('2030-07-01T18:00');
  await dialog.getByLabel('Ends').fill('2030-07-01T20:30');
  await dialog.getByText('Asia/Tokyo').waitFor();
  await dialog.getByLabel('Units, a line each').fill(`SHOE\t${location}\t2`);
  await dialog.getByRole('button', { name: 'Plan a drop' }).click();
  await page.waitForURL(/drops\/drp_/);
  const drop = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { startsAt, endsAt } = await dashboard.api.getDrop({ drop });
  assert.deepEqual([startsAt, endsAt].map(Date.parse), [
    Date.UTC(2030, 6, 1, 9),
    Date.UTC(2030, 6, 1, 11, 30),
  ]);
  await page.context().close();
});

test('sales are seen within seconds, a gap is told and filled, and nothing is sold twice', async () => {
  const drop = await planned();
  const page = await open(`/drops/${drop}`);
  await figureIs(page, 'pooled', '20');
  await page.locator('[data-state="live"]').waitFor();
  await buy(drop, 2);
  await figureIs(page, 'sold', '2');
  await figureIs(page, 'oversold', '0');
  const tooMany = await buy(drop, 500).catch((error: { code: string }) => error.code);
  assert.equal(tooMany, 'drop-sold-out');
  await page.waitForFunction(
    () => Number(document.querySelector('[data-figure="refusedPerSecond"] dd')?.textContent) > 0,
  );
  // The figures stay away; what was sold meanwhile is in the log.
  await page.route('**/figures', (route) => route.abort());
  await page.getByTestId('gap-now').waitFor();
  await buy(drop, 3);
  await page.unroute('**/figures');
  await page.getByTestId('gap-told').waitFor();
  assert.match((await page.getByTestId('gap-told').textContent()) ?? '', /filled in/);
  await figureIs(page, 'sold', '5');
  assert.equal(await page.getByTestId('gap').count(), 1);
  await page.context().close();
});

test('sales while the line was gone come into the chart, or it is not said that they did', async () => {
  const drop = await planned();
  const page = await open(`/drops/${drop}`);
  await page.locator('[data-state="live"]').waitFor();
  await restsWithItsParts(page);
  const bars = async (): Promise<number> => {
    const chart = page.getByRole('img', { name: 'Units sold per second' }).locator('path');
    return (await chart.getAttribute('d'))?.match(/M/g)?.length ?? 0;
  };
  const soldEvents = async (): Promise<number> => {
    const { items } = await dashboard.api.listEvents({ newest: true, limit: 100 });
    return items.filter(({ type, subject }) => type === 'drop.sold.v1' && subject === drop).length;
  };
  const buyUnseen = async (): Promise<string> => {
    await page.context().setOffline(true);
    await page.getByTestId('gap-now').waitFor();
    const sold = await soldEvents();
    await buy(drop, 3);
    await until(async () => (await soldEvents()) > sold, 'the sale in the log');
    await page.context().setOffline(false);
    await page.locator('[data-state="live"]').waitFor();
    return (await page.getByTestId('gap-told').textContent()) ?? '';
  };
  // Nothing was heard yet that the stream could go on behind, unless the shop had something to do.
  const told = await buyUnseen();
  if (/filled in/.test(told)) await until(async () => (await bars()) > 0, 'a bar for the gap');
  else assert.equal(await bars(), 0);
  const before = await bars();
  await buy(drop, 1);
  await until(async () => (await bars()) === before + 1, 'a bar for what is seen');
  assert.match(await buyUnseen(), /filled in/);
  await until(async () => (await bars()) === before + 2, 'a bar for the second gap');
  await page.context().close();
});

test('units are added to the pool and given back, from the location they are at', async () => {
  const drop = await planned();
  const page = await open(`/drops/${drop}`);
  await figureIs(page, 'pooled', '20');
  const change = async (units: string): Promise<void> => {
    await page.getByRole('button', { name: 'Units', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Location').selectOption(location);
    await dialog.getByLabel('Units more, or fewer').fill(units);
    await dialog.getByRole('button', { name: 'Change units' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await change('15');
  await figureIs(page, 'pooled', '35');
  await change('-5');
  await figureIs(page, 'pooled', '30');
  const { items } = await dashboard.api.getDrop({ drop });
  assert.equal(items[0]?.pooled, 30);
  await page.context().close();
});

test('it is paused, goes on, is limited and stopped, and then played once more', async () => {
  const drop = await planned();
  await buy(drop, 4);
  const page = await open(`/drops/${drop}`);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('button', { name: 'Limit' }).click();
  await page.getByLabel('Units per buyer').fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The limit is set').waitFor();
  await page.getByRole('button', { name: 'Stop for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop for good' }).click();
  await page.getByRole('button', { name: 'Stop for good' }).first().waitFor({ state: 'detached' });
  const { status, limitPerBuyer } = await dashboard.api.getDrop({ drop });
  assert.deepEqual([status, limitPerBuyer], ['stopped', 3]);

  await page.getByRole('button', { name: 'Replay' }).click();
  const moment = page.getByLabel('Moment');
  await moment.focus();
  await page.keyboard.press('End');
  await figureIs(page, 'sold', '4');
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Play' }).click();
  await figureIs(page, 'sold', '4');
  await page.getByText(/Paused/).waitFor();
  await page.context().close();
});

test('on a wall it is nothing but numbers, and Escape leaves', async () => {
  const drop = await planned();
  const page = await open(`/drops/${drop}?kiosk=1`);
  await figureIs(page, 'pooled', '20');
  const box = await page.getByTestId('monitor').boundingBox();
  assert.deepEqual([box?.x, box?.y, box?.width], [0, 0, 1440]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Kiosk' }).waitFor();
  assert.ok(!page.url().includes('kiosk'));
  await page.context().close();
});

test('it is sound for everybody: contrast, names, width, and nothing moves', async () => {
  const drop = await planned();
  const page = await open(`/drops/${drop}`, 'admin');
  await figureIs(page, 'pooled', '20');
  await standsStill(page);
  await noSidewaysScroll(page, PHONE);
  await axeClean(page);
  await page.goto(`${dashboard.url}/drops`);
  await page.getByTestId('row').or(page.getByText('Friday night live')).first().waitFor();
  await standsStill(page);
  await noSidewaysScroll(page, PHONE);
  await axeClean(page);
  await page.goto(`${dashboard.url}/drops/${drop}`);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.locator('[data-figure="sold"]').waitFor();
  const written = await hardCodedWords(page);
  assert.deepEqual(
    written.filter((text) => text !== 'Friday night live'),
    [],
  );
  await page.context().close();
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../../server/test/until.ts';
import { axeClean, hardCodedWords, noSidewaysScroll, PHONE, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let locations: string[];
before(async () => {
  dashboard = await openDashboard({ orders: 20 });
  const { items } = await dashboard.api.listLocations({ limit: 200 });
  locations = items.map(({ code }) => code).sort();
  for (let more = locations.length; more < 4; more += 1) await addLocation(`Z${more}`);
  for (const sku of ['PAD-A', 'PAD-B', 'PAD-C']) {
    await dashboard.api.createSku({ code: sku, title: `Pad ${sku}` });
    await dashboard.api.receiveStock({ location: at(0), lines: [{ sku, quantity: 5 }] });
  }
});
after(() => dashboard.close());

async function addLocation(code: string): Promise<void> {
  await dashboard.api.createLocation({
    code,
    name: code,
    kind: 'warehouse',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
    channels: [{ channel: 'web' }],
  });
  locations = [...locations, code].sort();
}

const at = (place: number): string => locations[place] ?? '';

async function open(path = '/inventory', options = {}): Promise<Page> {
  const page = await dashboard.signInAs('operations', path, options);
  page.setDefaultTimeout(30_000);
  await page.getByTestId('row').first().waitFor();
  return page;
}
const cell = (page: Page, sku: string, location: string) =>
  page.locator(`[data-cell="${sku} ${location}"]`);

async function paste(page: Page, text: string): Promise<void> {
  await page.getByTestId('grid').evaluate((grid, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
}

async function block(): Promise<number[]> {
  const found: number[] = [];
  for (const sku of ['PAD-A', 'PAD-B', 'PAD-C']) {
    const { items } = await dashboard.api.listStockLevels({ sku, limit: 200 });
    for (const location of locations.slice(0, 4))
      found.push(items.find((level) => level.location === location)?.onHand ?? 0);
  }
  return found;
}

test('a block of 3 × 4 cells is pasted in one command, and taken back by one undo', async () => {
  const page = await open('/inventory?search=PAD&show=onHand');
  const before = await block();
  await cell(page, 'PAD-A', at(0)).click();
  await paste(page, '11\t12\t13\t14\n21\t22\t23\t24\n31\t32\t33\t34\n');
  await page.getByTestId('change').nth(11).waitFor();
  let commands = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/v1/stock/')) commands += 1;
  });
  await page.getByRole('button', { name: 'Set 12 levels' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  assert.equal(commands, 1);
  assert.deepEqual(await block(), [11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34]);
  assert.equal(await cell(page, 'PAD-C', at(3)).textContent(), '34');
  await undo.click();
  await page.getByText('It is as it was').waitFor();
  assert.equal(commands, 2);
  assert.deepEqual(await block(), before);
  await page.context().close();
});

test('who is slower is shown what changed, and decides again', async () => {
  const page = await open('/inventory?search=PAD&show=onHand');
  await cell(page, 'PAD-B', at(1)).click();
  await paste(page, '50');
  await page.getByTestId('change').waitFor();
  await dashboard.api.receiveStock({ location: at(1), lines: [{ sku: 'PAD-B', quantity: 3 }] });
  await page.getByRole('button', { name: 'Set 1 level' }).click();
  await page.getByTestId('changed-since').waitFor();
  assert.match((await page.getByTestId('change').textContent()) ?? '', /3.*50/);
  await page.getByRole('button', { name: 'Set 1 level' }).click();
  await page.getByTestId('changed-since').waitFor({ state: 'detached' });
  const { items } = await dashboard.api.listStockLevels({ sku: 'PAD-B', location: at(1) });
  assert.equal(items[0]?.onHand, 50);
  await page.context().close();
});

test('by keys alone: a number is typed, its movements add up, and so do its reservations', async () => {
  await dashboard.api.reserveStock({
    sku: 'PAD-C',
    location: at(0),
    quantity: 2,
    owner: { kind: 'cart', reference: 'cart 7' },
  });
  const page = await open('/inventory?search=PAD-C&show=onHand');
  await page.getByTestId('grid').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('17');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('Enter');
  const reserved = page.locator('[data-number="reserved"] dd');
  await page.getByTestId('reservation').first().waitFor();
  const units = await page
    .getByTestId('reservation')
    .locator('[data-units]')
    .evaluateAll((cells) => cells.reduce((sum, one) => sum + Number(one.dataset['units']), 0));
  assert.equal(await reserved.textContent(), String(units));
  assert.equal(await page.getByTestId('sum').getAttribute('data-adds'), 'true');
  await page.getByRole('tab', { name: 'Movements' }).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('movement').first().waitFor();
  const moved = await page
    .getByTestId('movement')
    .evaluateAll((rows) => rows.reduce((sum, one) => sum + Number(one.dataset['onHand']), 0));
  assert.equal(moved, 17);
  assert.equal(await page.locator('[data-number="onHand"] dd').textContent(), '17');
  assert.equal(await page.getByTestId('sum').getAttribute('data-adds'), 'true');
  await page.keyboard.press('Escape');
  await page.getByTestId('numbers').waitFor({ state: 'detached' });
  assert.ok(!page.url().includes('sku='));
  await page.context().close();
});

test('stock is adjusted, counted and sent away, and each is taken back', async () => {
  const page = await open(`/inventory?search=PAD-A&sku=PAD-A&location=${at(0)}`);
  const does = async (name: string, fill: () => Promise<void>): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('SKU').waitFor();
    await fill();
    await dialog.getByRole('button', { name, exact: true }).click();
    await page.getByTestId('numbers').waitFor();
  };
  const onHand = async () =>
    (await dashboard.api.listStockLevels({ sku: 'PAD-A', location: at(0) })).items[0]?.onHand;
  const stands = (units: number) =>
    until(async () => (await onHand()) === units, `${units} on hand`);
  const takeBack = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await stands(5);
  };
  await does('Adjust', async () => {
    await page.getByLabel('Change').fill('-2');
    await page.getByLabel('Reason').fill('Broken');
  });
  await stands(3);
  await takeBack();
  await does('Count', () => page.getByLabel('Counted').fill('8'));
  await stands(8);
  await takeBack();
  await does('Transfer', async () => {
    await page.getByLabel('To', { exact: false }).last().selectOption(at(1));
    await page.getByLabel('Units').fill('3');
  });
  await stands(2);
  await takeBack();
  const there = await dashboard.api.listStockLevels({ sku: 'PAD-A', location: at(1) });
  assert.equal(there.items[0]?.inTransit ?? 0, 0);
  await page.context().close();
});

test('a transfer that was sent is not sent again because what came of it cannot be read', async () => {
  const page = await open(`/inventory?search=PAD-A&sku=PAD-A&location=${at(0)}`);
  await page.getByRole('button', { name: 'Transfer', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To', { exact: false }).last().selectOption(at(1));
  await dialog.getByLabel('Units').fill('1');
  await page.route('**/v1/stock/levels?*', (route) =>
    route.fulfill({ status: 404, json: { status: 404, code: 'not-found', title: 'Not found' } }),
  );
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
  await page.getByText(`on the way to ${at(1)}`).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('It is as it was').waitFor();
  await page.context().close();
});

test('what moves is read anew in the end: out of sight, many at once, and after a failure', async () => {
  const deep = Array.from({ length: 80 }, (_, place) => `DEEP-${String(place).padStart(2, '0')}`);
  for (const sku of deep) await dashboard.api.createSku({ code: sku, title: `Far ${sku}` });
  const receive = (skus: readonly string[]) =>
    dashboard.api.receiveStock({
      location: at(0),
      lines: skus.map((sku) => ({ sku, quantity: 7 })),
    });
  await receive(deep);
  const page = await open('/inventory?search=DEEP&show=onHand');
  await page.locator('[data-state="live"]').waitFor();
  const stands = (sku: string, units: number) =>
    cell(page, sku, at(0)).getByText(String(units), { exact: true }).waitFor();
  const near = deep.slice(0, 18);
  await stands('DEEP-17', 7);
  await receive(['DEEP-79', ...near]);
  for (const sku of near) await stands(sku, 14);
  await page.getByTestId('grid').focus();
  await page.keyboard.press('Control+End');
  await stands('DEEP-79', 14);
  let refused = 0;
  await page.route('**/v1/stock/levels?*', (route) => {
    refused += 1;
    return refused > 1
      ? route.continue()
      : route.fulfill({ status: 404, json: { status: 404, code: 'not-found', title: 'No' } });
  });
  await receive(['DEEP-79']);
  await stands('DEEP-79', 21);
  assert.equal(refused, 2);
  await page.context().close();
});

test('a hundred thousand SKUs at twenty locations: a few dozen rows in the page', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  page.setDefaultTimeout(30_000);
  await page.route('**/v1/stock/grid?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    return route.fulfill({ json: pageOfMany(from) });
  });
  await page.route('**/v1/locations?*', (route) =>
    route.fulfill({ json: { items: MANY_PLACES.map((code) => ({ code })), nextCursor: null } }),
  );
  await page.goto(`${dashboard.url}/inventory`);
  await page.getByTestId('row').first().waitFor();
  const grid = page.getByTestId('grid');
  await grid.focus();
  // The next page comes when one is near the end, so that the end is farther with every look.
  await page.locator('[data-cell^="SKU-000000 "]').first().waitFor();
  const far = page.locator('[data-cell^="SKU-0004"]').first();
  for (let look = 0; look < 100 && (await far.count()) === 0; look += 1) {
    await page.keyboard.press('Control+End');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await far.waitFor();
  assert.ok((await page.getByTestId('row').count()) < 60);
  assert.ok((await page.getByRole('gridcell').count()) < 900);
  assert.equal(await page.getByRole('columnheader', { name: 'L19' }).count(), 1);
  assert.equal(await grid.getAttribute('aria-colcount'), '22');
  await page.context().close();
});

const MANY_PLACES = Array.from({ length: 20 }, (_, place) => `L${String(place).padStart(2, '0')}`);

function pageOfMany(from: number): object {
  const items = Array.from({ length: 100 }, (_, index) => {
    const sku = `SKU-${String(from + index).padStart(6, '0')}`;
    const levels = MANY_PLACES.map((location) => ({
      sku,
      location,
      ...{ onHand: 9, available: 7, reserved: 2, allocated: 0, damaged: 0, qualityControl: 0 },
      ...{ safetyStock: 0, incoming: 0, inTransit: 0, shortfall: 0 },
    }));
    return { sku, skuId: sku, title: `Title of ${sku}`, active: true, levels };
  });
  return { items, nextCursor: from + 100 < 100_000 ? String(from + 100) : null };
}

test('what is low is listed, and the empty list says which filter hides the rest', async () => {
  const page = await open();
  await page.getByLabel('Low', { exact: true }).check();
  await page.waitForURL(/low=5/);
  await page.getByTestId('row').first().waitFor();
  await page.getByLabel('Code or title').fill('no-such-thing');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByTestId('row').first().waitFor();
  await page.context().close();
});

test('it is sound for everybody: contrast, names, width, and nothing moves', async () => {
  const full = await open();
  await standsStill(full);
  await noSidewaysScroll(full, PHONE);
  await full.context().close();
  const page = await open(`/inventory?search=PAD&sku=PAD-B&location=${at(0)}`);
  await page.getByTestId('sum').waitFor();
  await standsStill(page);
  await axeClean(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('numbers').waitFor({ state: 'detached' });
  await axeClean(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByTestId('row').first().waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
  await page.context().close();
});

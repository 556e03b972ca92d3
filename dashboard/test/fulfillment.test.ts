// The fulfillment board, as the people on the floor use it.

import assert from 'node:assert/strict';
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
const at = 'FLOOR';
/** Its open work, what is due first first. */
let works: string[];
before(async () => {
  dashboard = await openDashboard({ orders: 10 });
  const { api } = dashboard;
  await api.createLocation({
    code: at,
    name: 'The floor',
    kind: 'warehouse',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
    channels: [{ channel: 'web' }],
  });
  for (const sku of ['TRAY', 'BOWL']) {
    await api.createSku({ code: sku, title: `A ${sku.toLowerCase()} of the floor` });
    await api.receiveStock({ location: at, lines: [{ sku, quantity: 100 }] });
  }
  for (let order = 0; order < 8; order += 1) await ask(order === 6 ? 'BOWL' : 'TRAY');
  const { items } = await api.listBoardCards({ location: at, column: 'open' });
  works = items.map(({ fulfillmentOrder }) => fulfillmentOrder);
  assert.equal(works.length, 8);
});
after(() => dashboard.close());

async function ask(sku: string): Promise<void> {
  const order = await dashboard.api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    lines: [{ sku, quantity: 2, unitPriceMinor: 1000 }],
    customer: { name: 'Kim Buyer' },
    shippingAddress: { country: 'DE', city: 'Leipzig', street: 'Ring 1' },
  });
  // The channel releases by itself in a moment: whoever is first.
  await dashboard.api.releaseOrder({ order: order.id }).catch(() => undefined);
}

const column = (page: Page, name: string) => page.locator(`[data-column="${name}"]`);
const card = (page: Page, work: string | undefined) => page.locator(`[data-work="${work}"]`);

async function board(path = '', role: 'operations' | 'warehouse' = 'operations'): Promise<Page> {
  const page = await dashboard.signInAs(role, `/fulfillment?location=${at}${path}`);
  page.setDefaultTimeout(30_000);
  await page.getByTestId('card').first().waitFor();
  return page;
}

test('by keys alone one order is picked, packed and shipped, with a label of its carrier', async () => {
  const page = await board();
  const nothingOutside = noOutsideRequests(page);
  await standsStill(page);
  const [work] = works;
  await page.keyboard.press('j');
  await page.locator(`[data-work="${work}"][data-active]`).waitFor();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Found', { exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
  await column(page, 'picking').locator(`[data-work="${work}"]`).waitFor();
  await card(page, work).getByRole('button').focus();
  await page.keyboard.press('b');
  await dialog.getByLabel('Weight in grams').fill('840');
  await page.keyboard.press('Enter');
  await column(page, 'packed').locator(`[data-work="${work}"]`).waitFor();
  await page.keyboard.press('s');
  await dialog.getByRole('button', { name: 'Get a label from sandbox-carrier' }).click();
  await dialog.locator('input[value^="SBX"]').waitFor();
  await dialog.getByRole('button', { name: 'It left' }).click();
  await column(page, 'shipped')
    .getByText(/SBX\d{15}/)
    .waitFor();
  const { parcels } = await dashboard.api.getFulfillmentOrder({ fulfillmentOrder: work ?? '' });
  assert.deepEqual(
    [parcels[0]?.status, parcels[0]?.weightGrams, parcels[0]?.carrier],
    ['shipped', 840, 'sandbox-carrier'],
  );
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Packing slip').waitFor();
  nothingOutside();
  await page.context().close();
});

test('what somebody else does is told without a jump, and who is slower is told who was faster', async () => {
  const page = await board();
  await page.locator('[data-state="live"]').waitFor();
  const work = works[1] ?? '';
  const order = await page
    .getByTestId('card')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['work']));
  await card(page, work).getByRole('button').click();
  await page.getByTestId('work').waitFor();
  await page.getByTestId('work').getByRole('button', { name: 'Pick', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Found', { exact: false }).first().waitFor();
  await dashboard.api.recordPicks({ fulfillmentOrder: work });
  await page.getByTestId('stale').waitFor();
  await page.getByRole('button', { name: 'Picked', exact: true }).click();
  await page.getByRole('alert').getByText('picked it before you did', { exact: false }).waitFor();
  await page.goto(`${dashboard.url}/fulfillment?location=${at}`);
  await column(page, 'picking').locator(`[data-work="${work}"]`).waitFor();
  await page.locator('[data-state="live"]').waitFor();
  const third = works[2] ?? '';
  await dashboard.api.recordPicks({ fulfillmentOrder: third });
  await page.locator(`[data-column="open"] [data-work="${third}"][data-touched]`).waitFor();
  const now = await page.getByTestId('card').count();
  assert.equal(now, order.length);
  await page.getByTestId('stale').click();
  await column(page, 'picking').locator(`[data-work="${third}"]`).waitFor();
  await page.context().close();
});

test('several are packed and shipped at once, and each says what came of it', async () => {
  const page = await board('', 'warehouse');
  const chosen = works.slice(3, 6);
  for (const work of chosen) await card(page, work).getByRole('checkbox').check();
  await page.getByText('3 chosen').waitFor();
  // While they are chosen, somebody else packs one of them.
  await dashboard.api.recordPicks({ fulfillmentOrder: chosen[0] ?? '' });
  await page.getByRole('button', { name: 'Pack', exact: true }).click();
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.locator('[data-testid=outcome][data-state=done]').nth(1).waitFor();
  const refused = page.locator('[data-testid=outcome][data-state=failed]');
  await refused.getByText('before you did', { exact: false }).waitFor();
  assert.equal(await refused.count(), 1);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await column(page, 'packed').locator(`[data-work="${chosen[2]}"]`).waitFor();
  for (const work of chosen.slice(1)) await card(page, work).getByRole('checkbox').check();
  await page.keyboard.press('s');
  await page.getByLabel('With a label from sandbox-carrier').check();
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.locator('[data-testid=outcome][data-state=done]').nth(1).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  const { columns } = await dashboard.api.getFulfillmentBoard({ location: at });
  const left = columns.find((one) => one.column === 'shipped')?.count;
  await column(page, 'shipped').locator(`[data-count="${left}"]`).waitFor();
  await page.context().close();
});

test('filters narrow the board and its counts, and stand in the address', async () => {
  const page = await board();
  const sku = await dashboard.api
    .getFulfillmentOrder({ fulfillmentOrder: works[6] ?? '' })
    .then(({ lines }) => lines[0]?.sku ?? '');
  await page.getByLabel('SKU', { exact: true }).fill(sku);
  await page.waitForURL(/sku=/);
  const { columns } = await dashboard.api.getFulfillmentBoard({ location: at, sku });
  const open = columns.find((one) => one.column === 'open')?.count ?? 0;
  await column(page, 'open').locator(`[data-count="${open}"]`).waitFor();
  await card(page, works[6]).waitFor();
  assert.equal(await column(page, 'open').getByTestId('card').count(), open);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.waitForURL((url) => !url.search.includes('sku='));
  await page.context().close();
});

test('pick list and packing slips are on paper what they are on the screen, without the frame', async () => {
  const path = `/fulfillment/print/pick-list?location=${at}&works=${works.slice(6, 8).join()}`;
  const page = await dashboard.signInAs('warehouse', path);
  page.setDefaultTimeout(30_000);
  await page.getByTestId('to-take').first().waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: 'Print' }).isVisible(), false);
  assert.equal(await page.getByRole('navigation').first().isVisible(), false);
  assert.equal(await page.getByTestId('to-take').first().isVisible(), true);
  await page.goto(dashboard.url + path.replace('pick-list', 'packing-slip'));
  await page.getByTestId('slip').nth(1).waitFor();
  await page.context().close();
});

test('work that is open beside a board without its card is picked all the same', async () => {
  const work = works[7] ?? '';
  const path = `/fulfillment?location=${at}&sku=NOTHING-LIKE-IT&work=${work}`;
  const page = await dashboard.signInAs('warehouse', path);
  await page.getByTestId('work').getByRole('button', { name: 'Pick', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Found', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Picked', exact: true }).click();
  await page.getByTestId('work').getByText('Picking', { exact: true }).waitFor();
  const { allocated, picked } = await dashboard.api.getFulfillmentOrder({ fulfillmentOrder: work });
  assert.deepEqual([allocated, picked], [0, 2]);
  await page.context().close();
});

test('the board is sound for everybody: contrast, names, width, languages', async () => {
  const page = await board();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.getByRole('button', { name: 'Picking', exact: false }).click();
  await page.waitForURL(/column=picking/);
  await page.setViewportSize({ width: 1440, height: 900 });
  await card(page, works[7]).getByRole('button').click();
  await page.getByTestId('work').waitFor();
  await axeClean(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByTestId('work').waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
  await page.context().close();
});

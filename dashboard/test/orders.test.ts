// The list of orders as operations work with it, by mouse and by keys alone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeClean, hardCodedWords, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
before(async () => {
  // One page of them.
  dashboard = await openDashboard({ orders: 40 });
});
after(() => dashboard.close());

async function rows(page: Page): Promise<void> {
  await page.getByTestId('row').first().waitFor();
}

const rowCount = async (page: Page) =>
  Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;

/** All of them are loaded, and they are so many. */
async function hasRows(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('[role=table]')?.getAttribute('aria-rowcount') === String(wanted),
    count + 1,
  );
}

const countOf = async (filters: object) => (await dashboard.api.countOrders(filters)).orders;

/** The counts of the API know what the log knows. */
async function caughtUp(): Promise<void> {
  while ((await dashboard.api.countOrders({})).behind > 0)
    await new Promise((resolve) => setTimeout(resolve, 30));
}

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'With the selection' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('by keys alone: filter, look, choose, search, open', async () => {
  const page = await dashboard.signInAs('operations', '/orders');
  await rows(page);
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Status', exact: true }).press('Enter');
  await page.getByRole('checkbox', { name: 'Open' }).press('Space');
  await page.waitForURL(/status=open/);
  await page.keyboard.press('Escape');
  await hasRows(page, await countOf({ status: 'open' }));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await page.getByTestId('preview').getByRole('heading', { level: 2 }).waitFor();
  const number = await page.locator('[data-active] a').textContent();
  assert.equal(
    await page.getByTestId('preview').getByRole('heading', { level: 2 }).textContent(),
    number,
  );
  await page.keyboard.press('Escape');
  await page.getByTestId('preview').waitFor({ state: 'detached' });
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await page.getByText('3 orders selected').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(number ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/orders/ord_|/orders/${number}`));
});

test('filters, sort and what is looked at are in the URL: a reload shows the same', async () => {
  const page = await dashboard.signInAs('operations', '/orders?channel=web&sort=-total');
  await rows(page);
  await hasRows(page, await countOf({ channel: 'web' }));
  const first = await page.getByTestId('row').first().textContent();
  const { items } = await dashboard.api.listOrders({ channel: 'web', sort: '-total', limit: 1 });
  assert.ok(first?.includes(items[0]?.number ?? '?'), first ?? '');
  await page.getByRole('columnheader').getByRole('button', { name: 'Total' }).click();
  await page.waitForURL(/sort=total/);
  await page.reload();
  await rows(page);
  assert.match(page.url(), /channel=web&sort=total/);
  await page.getByRole('button', { name: 'Remove Channel' }).click();
  await hasRows(page, await countOf({}));
});

test('a view that is saved and shared is there for a second user, as it was', async () => {
  const page = await dashboard.signInAs('operations', '/orders?status=open&sort=total');
  await rows(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Channel' }).uncheck();
  await page.getByRole('button', { name: 'Keep Total in sight' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('To be sent');
  await page.keyboard.press('Enter');
  await page.waitForURL(/view=ovw_/);
  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitem', { name: 'Share with everybody' }).click();
  await page.getByRole('link', { name: /To be sent.*shared/ }).waitFor();

  const other = await dashboard.signInAs('service', '/orders');
  const tab = other.getByRole('link', { name: /To be sent/ });
  await tab.click();
  await rows(other);
  assert.match(other.url(), /status=open&sort=total/);
  const open = await countOf({ status: 'open' });
  assert.ok((await tab.textContent())?.includes(String(open)));
  await hasRows(other, open);
  const heads = await other.getByRole('columnheader').allTextContents();
  assert.ok(!heads.includes('Channel'), heads.join());
  assert.equal(heads[1], 'Total');
  await other.getByRole('button', { name: 'This view' }).click();
  assert.equal(await other.getByRole('menuitem', { name: 'Delete' }).count(), 0);
  await other.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await other.keyboard.press('Enter');
  await other.getByRole('link', { name: /Copy of To be sent/ }).waitFor();
  await other.getByRole('button', { name: 'This view' }).click();
  await other.getByRole('menuitem', { name: 'Start with it' }).click();
  await other.getByText('The view is saved.').first().waitFor();
  await other.goto(`${dashboard.url}/orders`);
  await other.waitForURL(/view=ovw_/);
});

test('amounts are of a currency, days of the user’s zone, and a customer is found by name', async () => {
  const page = await dashboard.signInAs('operations', '/orders', { timezoneId: 'Asia/Tokyo' });
  await rows(page);
  const choose = async (filter: string) => {
    await page.keyboard.press('f');
    await page.getByRole('button', { name: filter, exact: true }).click();
  };
  await choose('Total from');
  await page.getByRole('textbox', { name: 'Total from' }).fill('12.345');
  await page.getByText('Write it like 0.00').waitFor();
  await page.getByRole('textbox', { name: 'Total from' }).fill('12.5');
  await page.keyboard.press('Enter');
  await page.waitForURL(/totalFrom=1250&currency=EUR/);
  await choose('Placed from');
  await page.getByLabel('Placed from').fill('2026-03-29');
  await page.keyboard.press('Enter');
  await page.waitForURL(/placedFrom=2026-03-28T15%3A00%3A00.000Z/);
  await page
    .getByRole('button', { name: 'Change Placed from' })
    .getByText('Mar 29, 2026')
    .waitFor();
  const { items } = await dashboard.api.listCustomers({ limit: 1 });
  const customer = items[0];
  await choose('Customer');
  await page.getByRole('textbox', { name: 'Customer' }).fill(customer?.email ?? '');
  await page.getByRole('button', { name: customer?.email ?? '' }).click();
  await page.waitForURL(new RegExp(`customer=${customer?.id}`));
});

test('a tag for all that match is put on exactly those of the moment', async () => {
  const page = await dashboard.signInAs('operations', '/orders?channel=web&status=open');
  await rows(page);
  await caughtUp();
  const matching = await countOf({ channel: 'web', status: 'open' });
  await page.getByTestId('row').first().getByRole('checkbox').check();
  await page.getByRole('button', { name: `Select all ${matching} that match` }).click();
  await page.getByText(`All ${matching} orders that match are selected`).waitFor();
  await act(page, 'Tag');
  await page.getByRole('textbox', { name: 'Tag' }).fill('checked');
  await page.keyboard.press('Enter');
  await page.getByText(`${matching} orders would change`).waitFor();
  const later = await dashboard.api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    pricesIncludeTax: true,
    lines: [{ sku: 'VASE-OCEAN', quantity: 1, unitPriceMinor: 1000 }],
  });
  await page.getByRole('button', { name: '1 new order' }).waitFor();
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByText(`${matching} done, 0 left alone, 0 failed`).waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await caughtUp();
  assert.equal(await countOf({ tag: 'checked' }), matching);
  assert.deepEqual((await dashboard.api.getOrder({ order: later.id })).tags, []);
});

test('a bulk action says whom it would leave alone, and why, before and after', async () => {
  const page = await dashboard.signInAs('operations', '/orders?tag=checked');
  await rows(page);
  for (const row of [0, 1]) await page.getByTestId('row').nth(row).getByRole('checkbox').check();
  await act(page, 'Hold');
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('other');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await page.getByText('2 orders would change').waitFor();
  const { items } = await dashboard.api.listOrders({ tag: 'checked', sort: '-placed', limit: 1 });
  await dashboard.api.cancelOrder({ order: items[0]?.id ?? '', reason: 'staff' });
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByText('1 done, 1 left alone, 0 failed').waitFor();
  await page.getByText('Is completed or canceled').waitFor();
});

test('an export has exactly the rows and columns that are shown', async () => {
  const page = await dashboard.signInAs('operations', '/orders?channel=web&sort=total');
  await rows(page);
  await caughtUp();
  await hasRows(page, await countOf({ channel: 'web' }));
  const shown = await rowCount(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const [head = '', ...lines] = (await readFile(await download.path(), 'utf8'))
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n');
  assert.equal(lines.length, shown);
  assert.equal(
    head,
    [
      ...['number', 'placedAt', 'shipBy', 'contactName', 'total', 'status', 'paymentStatus'],
      ...['fulfillmentStatus', 'stockStatus', 'channel', 'destinationCountry', 'tags'],
    ].join(),
  );
  const first = await page.getByTestId('row').first().getByRole('link').first().textContent();
  assert.ok(lines[0]?.startsWith(first ?? '?'));
});

test('filters that hide what a search finds say so, and go away', async () => {
  const { items } = await dashboard.api.listOrders({ status: 'open', limit: 1 });
  const number = items[0]?.number ?? '';
  const path = `/orders?status=completed&returnStatus=returned&search=${number}`;
  const page = await dashboard.signInAs('operations', path);
  await page.getByText('The filters hide 1 order').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await hasRows(page, 1);
});

test('the list is sound in light and dark, on a desk and on a phone, and in any language', async () => {
  const page = await dashboard.signInAs('operations', '/orders?status=open');
  await rows(page);
  await standsStill(page);
  assert.ok((await page.getByTestId('row').count()) < 60);
  await page.getByTestId('row').first().getByRole('checkbox').check();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await rows(page);
  assert.deepEqual(await hardCodedWords(page), []);
});

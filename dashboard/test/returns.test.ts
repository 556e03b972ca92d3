// The list of returns and the desk, as somebody works through them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeClean, hardCodedWords, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let location: string;
before(async () => {
  dashboard = await openDashboard({ orders: 20 });
  location = (await dashboard.api.listLocations({ limit: 1 })).items[0]?.code ?? '';
});
after(() => dashboard.close());

/** An order of two vases that the buyer paid and has. */
async function shipped(): Promise<{ id: string; number: string }> {
  const order = await dashboard.api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    pricesIncludeTax: true,
    customer: { email: 'vase@demo.example' },
    payments: [{ provider: 'manual', received: { reference: 'bank 1' } }],
    lines: [{ sku: 'VASE-OCEAN', quantity: 2, unitPriceMinor: 1000 }],
  });
  await dashboard.api.recordShipment({
    order: order.id,
    location,
    lines: [{ line: 1, quantity: 2 }],
  });
  return order;
}

const lines = [{ line: 1, quantity: 1, reason: 'damaged' as const }];

async function open(path: string, role: 'operations' | 'warehouse' = 'operations'): Promise<Page> {
  const page = await dashboard.signInAs(role, path);
  page.setDefaultTimeout(30_000);
  return page;
}

test('a return is announced, received piece by piece and refunded, and its timeline says so', async () => {
  const order = await shipped();
  const page = await open('/returns');
  await page.getByRole('heading', { name: 'Returns', exact: true }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Order number').fill(order.number);
  await page.keyboard.press('Enter');
  await page.getByLabel('Units VASE-OCEAN').fill('2');
  await page.getByLabel('Reason VASE-OCEAN').selectOption('wrong-item');
  await page.getByLabel('Wish').selectOption('exchange');
  await page.getByRole('dialog').getByRole('button', { name: 'Announce' }).click();
  await page.getByTestId('line').getByText('Wrong item').waitFor();
  await page.keyboard.press('e');
  await page.getByLabel('Units VASE-OCEAN').fill('1');
  await page.getByRole('button', { name: 'Another line' }).click();
  await page.getByLabel('SKU or label').fill('A stranger’s shoe');
  await page.getByLabel('Location').selectOption(location);
  await page.getByRole('dialog').getByRole('button', { name: 'Receive' }).click();
  await page.getByTestId('item').nth(1).waitFor();
  await page.getByTestId('state').getByText('Partly here').waitFor();
  await page.keyboard.press('f');
  await page.getByTestId('preview').getByText('Refund €10.00').waitFor();
  await page.getByLabel('Goes to').selectOption('Store credit of the customer');
  await page.getByTestId('preview').getByText('€10.00 go back by Store credit').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Refund €10.00' }).click();
  await page.locator('[data-type="return.refunded.v1"]').waitFor();
  for (const type of ['requested', 'received'])
    assert.equal(await page.locator(`[data-type="return.${type}.v1"]`).count(), 1, type);
  const { items } = await dashboard.api.listReturns({ search: order.number });
  assert.deepEqual(
    [items[0]?.grantedMinor, items[0]?.wish, items[0]?.received],
    [1000, 'exchange', 2],
  );
  const { grantedRefunds } = await dashboard.api.getOrderPayments({ order: order.id });
  assert.equal(grantedRefunds[0]?.destination, 'store-credit');
  await page.context().close();
});

test('what waits for a decision is decided once: the second is told who was first', async () => {
  const { id: order } = await shipped();
  const back = await dashboard.api.requestReturn({ order, lines, needsApproval: true });
  const page = await open('/returns?view=to-decide', 'warehouse');
  await page.getByTestId('row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  await dashboard.api.declineReturn({ return: back.id, note: 'It was worn' });
  await page.keyboard.press('a');
  await page.getByText('declined it before', { exact: false }).waitFor();
  await page.getByTestId('state').getByText('Declined').waitFor();
  await page.getByText('It was worn').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Approve' }).count(), 0);
  await page.context().close();
});

test('one is found by the number of its order, and an empty list says that filters hide the rest', async () => {
  const order = await shipped();
  const back = await dashboard.api.requestReturn({ order: order.id, lines });
  const page = await open('/returns');
  await page.getByTestId('row').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(order.number);
  await page.waitForURL(/search=/);
  await page.getByTestId('row').getByText(back.number, { exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=row]').length === 1);
  await page.getByLabel('Reason', { exact: true }).selectOption('changed-mind');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByTestId('row').nth(1).waitFor();
  await page.context().close();
});

test('no unit of anything is no refund, and says so', async () => {
  const { id: order } = await shipped();
  const back = await dashboard.api.requestReturn({ order, lines });
  await dashboard.api.receiveReturn({
    ...{ return: back.id, location },
    items: [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }],
  });
  const page = await open(`/returns/${back.id}?dialog=refund`);
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('preview').getByText('Refund €10.00').waitFor();
  await dialog.getByLabel('Units VASE-OCEAN').fill('0');
  await dialog.getByText('Choose what is refunded.').waitFor();
  await dialog.getByTestId('preview').waitFor({ state: 'hidden' });
  assert.ok(await dialog.getByRole('button', { name: 'Refund €0.00' }).isDisabled());
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Units VASE-OCEAN').fill('1');
  await dialog.getByRole('button', { name: 'Refund €10.00' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { items } = await dashboard.api.listReturns({ search: back.number });
  assert.equal(items[0]?.grantedMinor, 1000);
  await page.context().close();
});

test('a scan of what nobody asked for ends with Enter, and the next is scanned: nothing is received yet', async () => {
  const { id: order } = await shipped();
  const back = await dashboard.api.requestReturn({ order, lines });
  const page = await open(`/returns/${back.id}?dialog=receive`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Location').selectOption(location);
  await dialog.getByRole('button', { name: 'Another line' }).click();
  await dialog.getByLabel('SKU or label').click();
  for (const scanned of ['SHOE-1', 'SHOE-2']) {
    await page.keyboard.type(scanned);
    await page.keyboard.press('Enter');
  }
  await dialog.getByLabel('Units SHOE-2').focus();
  for (const key of ['ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await dialog.getByRole('button', { name: 'Receive' }).click();
  await page.getByTestId('item').nth(2).waitFor();
  const { items } = await dashboard.api.listReturns({ search: back.number });
  assert.equal(items[0]?.received, 5);
  await page.context().close();
});

test('list and desk are sound for everybody: contrast, names, width, languages', async () => {
  const { id: order } = await shipped();
  const back = await dashboard.api.requestReturn({ order, lines, needsApproval: true });
  const page = await open('/returns');
  await page.getByTestId('row').first().waitFor();
  await standsStill(page);
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.goto(`${dashboard.url}/returns/${back.id}?dialog=receive`);
  await page.getByLabel('Units VASE-OCEAN').waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
  await page.context().close();
});

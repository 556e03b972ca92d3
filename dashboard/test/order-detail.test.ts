// The page of an order, as somebody in customer service works on it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../../server/test/until.ts';
import {
  axeClean,
  hardCodedWords,
  inTime,
  noSidewaysScroll,
  PHONE,
  restsWithItsParts,
  standsStill,
} from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let sku: string;
before(async () => {
  dashboard = await openDashboard({ orders: 20 });
  const { api } = dashboard;
  sku = 'TEAPOT';
  await api.createSku({ code: sku, title: 'A teapot' });
  const [location] = (await api.listLocations({ limit: 1 })).items;
  await api.receiveStock({ location: location?.code ?? '', lines: [{ sku, quantity: 500 }] });
});
after(() => dashboard.close());

const CHANNEL = { code: 'desk', name: 'Desk', captureAt: 'authorization' } as const;

/** An order of so many teapots at 10.00. */
async function unpaid(
  quantity: number,
  more: object = {},
): Promise<{ id: string; number: string }> {
  const { api } = dashboard;
  await api.createChannel(CHANNEL).then(serveIt, () => {});
  return api.captureOrder({
    channel: CHANNEL.code,
    currency: 'EUR',
    lines: [{ sku, quantity, unitPrice: '10.00' }],
    customer: { email: 'ada@buyer.example', name: 'Ada Buyer' },
    ...more,
  });
}

async function ordered(quantity: number): Promise<{ id: string; number: string }> {
  const { api } = dashboard;
  const { id } = await unpaid(quantity, { payments: [{ provider: 'sandbox', token: 'tok_ok' }] });
  for (let tries = 0; tries < 100; tries += 1) {
    const order = await api.getOrder({ order: id });
    if (order.paymentStatus === 'paid') return order;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`order ${id} was not paid in time`);
}

async function serveIt(): Promise<void> {
  const { api } = dashboard;
  const [location] = (await api.listLocations({ limit: 1 })).items;
  const { channels, version } = await api.getLocation({ location: location?.id ?? '' });
  const served = [...channels, { channel: CHANNEL.code }];
  await api.changeLocation({ location: location?.id ?? '', channels: served, version });
}

const heading = (page: Page, number: string) =>
  page.getByRole('heading', { name: `Order ${number}` }).waitFor();

async function openOrder(number: string, query = ''): Promise<Page> {
  const page = await dashboard.signInAs('service', `/orders/${number}${query}`);
  await heading(page, number);
  return page;
}

test('a full refund takes the keyboard alone, and says before what it does', async () => {
  const { id, number } = await ordered(2);
  const page = await openOrder(number);
  await page.getByRole('region', { name: 'Payments' }).waitFor();
  await standsStill(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('refund');
  await page.getByRole('option', { name: /Refund order/ }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Refund order ${number}` });
  await dialog.getByRole('button', { name: 'Everything, €20.00' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Everything'));
  await page.keyboard.press('Enter');
  await dialog.getByText('€20.00 go back by sandbox').waitFor();
  await dialog.getByText('To pay in all: €20.00 → €0.00').waitFor();
  await dialog.getByLabel('Note').focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('€20.00 granted back').waitFor();
  const { grantedRefunds } = await dashboard.api.getOrderPayments({ order: id });
  assert.deepEqual(
    grantedRefunds.map(({ amountMinor }) => amountMinor),
    [2000],
  );
});

test('a payment in dollars is added with its worth, shown with both, and goes back in dollars', async () => {
  const { id, number } = await unpaid(2);
  const page = await openOrder(number);
  await page.getByRole('button', { name: 'Add payment' }).click();
  const dialog = page.getByRole('dialog', { name: `Add a payment to order ${number}` });
  await dialog.getByText('€20.00 is not covered yet').waitFor();
  await dialog.getByLabel('Currency').fill('usd');
  await dialog.getByLabel('Amount in USD').fill('21.67');
  await dialog.getByText('1 USD is 0.92293 EUR').waitFor();
  await page.setViewportSize(PHONE);
  await axeClean(page);
  await noSidewaysScroll(page);
  await dialog.getByLabel('What the bank calls it').fill('WIRE 1');
  await dialog.getByRole('button', { name: 'Add payment' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByTestId('conversion').getByText('worth €20.00 at 0.92293').waitFor();
  await page.getByTestId('worth').getByText('worth €20.00').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add payment' }).count(), 0);
  await noSidewaysScroll(page);
  await page.goto(`${dashboard.url}/orders/${number}?dialog=refund`);
  const refund = page.getByRole('dialog', { name: `Refund order ${number}` });
  await refund.getByLabel('Amount on top').fill('5');
  await refund.getByText('$5.42 go back by manual (worth €5.00)').waitFor();
  await noSidewaysScroll(page);
  const { payments } = await dashboard.api.getOrderPayments({ order: id });
  assert.equal(payments[0]?.conversion?.orderAmountMinor, 2000);
});

test('a line is canceled in part, and the matrix says so', async () => {
  const { id, number } = await ordered(3);
  const page = await openOrder(number);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Cancel order ${number}` });
  await dialog.getByText('Some units').click();
  await dialog.getByLabel('Units of A teapot').fill('1');
  await dialog.getByText('€10.00 are canceled').waitFor();
  await dialog.getByText('1 × TEAPOT free again', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel €10.00' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { lines } = await dashboard.api.getOrder({ order: id });
  assert.equal(lines[0]?.canceled, 1);
  await page
    .getByRole('row', { name: /A teapot/ })
    .getByText('€30.00')
    .waitFor();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.locator('[data-type="order.canceled.v1"]').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('tab'), 'timeline');
  await page.reload();
  await page.locator('[data-type="order.canceled.v1"]').getByText('Robin service').waitFor();
});

test('of two people on one order the second is told who did what, and loses nothing', async () => {
  const { id, number } = await ordered(4);
  const first = await openOrder(number, '?dialog=cancel');
  const dialog = first.getByRole('dialog', { name: `Cancel order ${number}` });
  await dialog.getByText('€40.00 are canceled').waitFor();
  await dialog.getByLabel('Note').fill('Called in');
  const second = await dashboard.signInAs('operations', `/orders/${number}`);
  await second.getByRole('button', { name: 'Hold', exact: true }).waitFor();
  await second.keyboard.press('h');
  await second.getByRole('button', { name: 'Hold order' }).click();
  await second.getByTestId('hold').waitFor();
  await dialog.getByRole('button', { name: 'Cancel €40.00' }).click();
  const conflict = first.getByRole('dialog', { name: 'The order changed meanwhile' });
  await conflict.getByText('Robin operations put it on hold', { exact: false }).waitFor();
  const { lines } = await dashboard.api.getOrder({ order: id });
  assert.equal(lines[0]?.canceled, 0, 'nothing of it was done');
  await conflict.getByRole('button', { name: 'Go on with the order as it is now' }).click();
  assert.equal(await dialog.getByLabel('Note').inputValue(), 'Called in');
  await dialog.getByRole('button', { name: 'Cancel €40.00' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const after = await dashboard.api.getOrder({ order: id });
  assert.deepEqual(
    [after.lines[0]?.canceled, after.holds.length, after.cancellations[0]?.note],
    [4, 1, 'Called in'],
  );
});

test('what happens to the order elsewhere is on its page within a second', async () => {
  const { id, number } = await ordered(1);
  const page = await openOrder(number);
  await page.getByRole('region', { name: 'Tags' }).waitFor();
  await page.waitForTimeout(600);
  await inTime(1000, async (time) => {
    await dashboard.api.tagOrder({ order: id, tag: `urgent-${time}` });
    await page.getByText(`urgent-${time}`, { exact: true }).waitFor();
  });
  await standsStill(page);
});

test('what happened to an order while the line was gone is shown when it is back', async () => {
  const { id, number } = await unpaid(1);
  const page = await dashboard.signInAs('service', `/orders/${number}`);
  await heading(page, number);
  await page.locator('[data-state="live"]').waitFor();
  await restsWithItsParts(page);
  const hold = (note: string) => dashboard.api.placeHold({ order: id, reason: 'other', note });
  await hold('Called before');
  await page.getByTestId('hold').getByText('Called before').waitFor();
  await page.context().setOffline(true);
  await page.locator('[data-state="offline"]').waitFor();
  await hold('Called meanwhile');
  await until(async () => {
    const { items } = await dashboard.api.listEvents({ newest: true, limit: 50 });
    const held = items.filter(({ type, subject }) => type === 'order.held.v1' && subject === id);
    return held.length === 2;
  }, 'the hold in the log');
  await page.context().setOffline(false);
  await page.getByTestId('hold').getByText('Called meanwhile').waitFor();
  await page.context().close();
});

test('the promised date is moved with a reason, and a hold says what it stops and until when', async () => {
  const { api } = dashboard;
  const { id, number } = await ordered(1);
  const page = await openOrder(number, '?dialog=promise');
  const dialog = page.getByRole('dialog', { name: `Promise of order ${number}` });
  await dialog.getByLabel('Ship by').fill('2099-05-04T12:30');
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('carrier');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Changed here').waitFor();
  const { items } = await api.getOrderTimeline({ order: id, sort: 'newest', kind: 'order' });
  assert.deepEqual([items[0]?.['type']], ['order.promise_changed.v1']);
  await page.keyboard.press('h');
  const hold = page.getByRole('dialog', { name: `Hold order ${number}` });
  await hold.getByRole('checkbox', { name: 'Taking money' }).click();
  await hold.getByLabel('Until').fill('2099-01-01T08:00');
  await hold.getByRole('button', { name: 'Hold order', exact: true }).click();
  await page.getByTestId('hold').getByText('until').waitFor();
  const { holds } = await api.getOrder({ order: id });
  assert.deepEqual(holds[0]?.blocks, ['release', 'edit']);
  assert.ok(holds[0]?.expiresAt?.startsWith('2099-01-01T'));
});

test('a note names a colleague, who finds it', async () => {
  const { number } = await ordered(1);
  await dashboard.userAs('operations');
  const page = await openOrder(number);
  await page.getByRole('region', { name: 'Notes' }).waitFor();
  await page.keyboard.press('n');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('@operations');
  await page.getByRole('button', { name: 'Name Robin operations' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('please call');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('note').getByText('@Robin operations please call').waitFor();
  const { email, password } = await dashboard.userAs('operations');
  const { token } = await dashboard.api.signIn({ tenant: dashboard.tenant, email, password });
  const response = await fetch(`${dashboard.url}/v1/mentions`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await response.json()) as { items: { order: { number: string } }[] };
  assert.equal(items[0]?.order.number, number);
});

test('the page is sound for everybody: contrast, names, width, languages', async () => {
  const { number } = await ordered(2);
  const page = await openOrder(number);
  await page.getByRole('region', { name: 'Why this location' }).waitFor();
  const places = await page.getByTestId('candidate').locator('td:first-child').allTextContents();
  assert.equal(new Set(places).size, places.length, 'every location once');
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.setViewportSize(PHONE);
  await page.goto(`${dashboard.url}/orders/${number}?dialog=refund`);
  await page.getByRole('dialog').getByText('What will happen').waitFor();
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  for (const query of ['', '?tab=timeline', '?dialog=cancel', '?dialog=payment']) {
    await page.goto(`${dashboard.url}/orders/${number}${query}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await hardCodedWords(page), [], query);
  }
});

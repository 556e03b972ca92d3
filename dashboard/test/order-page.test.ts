// The page for buyers in a browser: without scripts it does everything, and it is fit for everybody.
// cspell:ignore Bestellnummer Adresse Bestellung zeigen Deine Etwas zurückschicken Stück Grund Retoure
// cspell:ignore sehen

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeClean, noOutsideRequests, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let order: { readonly id: string; readonly number: string };
let home: string;
before(async () => {
  dashboard = await openDashboard({ orders: 10 });
  const { api } = dashboard;
  const [location] = (await api.listLocations({ limit: 1 })).items;
  order = await api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    lines: [{ sku: 'VASE-OCEAN', quantity: 2, unitPriceMinor: 1000 }],
    customer: { email: 'kim@example.com', name: 'Kim Buyer' },
  });
  const at = location?.code ?? '';
  const lines = [{ line: 1, quantity: 2 }];
  const label = { carrier: 'dhl', trackingNumber: 'T1' };
  await api.recordShipment({ order: order.id, location: at, lines, ...label });
  const contact = { approvesReturns: false, contactUrl: 'mailto:help@example.com' };
  home = (await api.setOrderPage({ open: true, returnDays: 30, ...contact })).path;
});
after(() => dashboard.close());

test('without scripts a buyer finds an order, sees how far it is, and asks for a return', async () => {
  const page = await dashboard.open(home, { javaScriptEnabled: false, locale: 'de-DE' });
  page.setDefaultTimeout(30_000);
  await page.getByLabel('Bestellnummer').fill(order.number);
  await page.getByLabel('E-Mail-Adresse').fill('wrong@example.com');
  await page.getByRole('button', { name: 'Bestellung zeigen' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Bestellnummer').fill(order.number);
  await page.getByLabel('E-Mail-Adresse').fill('kim@example.com');
  await page.getByRole('button', { name: 'Bestellung zeigen' }).click();
  await page.getByText('Deine Bestellung ist auf dem Weg zu dir.').waitFor();
  await page.getByRole('link', { name: 'Etwas zurückschicken' }).click();
  await page.getByLabel('Stück').selectOption('1');
  await page.getByLabel('Grund').selectOption('damaged');
  await page.getByRole('button', { name: 'Um die Retoure bitten' }).click();
  await page.getByText('Wir sehen sie uns an').waitFor();
  const { items } = await dashboard.api.listReturns({ toDecide: true });
  assert.deepEqual(items[0]?.reasons, ['damaged']);
  await page.context().close();
});

test('it is sound for everybody, moves under nobody’s eyes, and asks nobody else', async () => {
  const { path } = await dashboard.api.createOrderLink({ order: order.id });
  const page = await dashboard.open(path ?? '');
  const nothingOutside = noOutsideRequests(page);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await standsStill(page);
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.goto(`${dashboard.url}${path}/return`);
  await axeClean(page);
  await noSidewaysScroll(page);
  nothingOutside();
  await page.context().close();
});

test('the staff copy a link to it from the order', async () => {
  const page = await dashboard.signInAs('service', `/orders/${order.number}`);
  page.setDefaultTimeout(30_000);
  await page.getByRole('button', { name: 'Copy the buyer’s link' }).click();
  const link = (await page.getByTestId('secret').textContent()) ?? '';
  await page.goto(link);
  await page.getByText('Your order is on its way to you.').waitFor();
  await page.context().close();
});

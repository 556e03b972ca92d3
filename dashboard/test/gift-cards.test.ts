// Gift cards and store credit, as service uses them: issued, given, spent, refunded to.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeClean, hardCodedWords, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let page: Page;
before(async () => {
  dashboard = await openDashboard({ orders: 5 });
  page = await dashboard.signInAs('operations', '/gift-cards');
  page.setDefaultTimeout(30_000);
});
after(() => dashboard.close());

const dialog = () => page.getByRole('dialog');

test('by keys alone a card is issued from an empty list; its code is shown once', async () => {
  await page.getByText('No gift cards yet').waitFor();
  await page.keyboard.press('n');
  await dialog().getByLabel('Amount').waitFor();
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  const code = await dialog().getByTestId('secret').textContent();
  assert.match(code ?? '', /^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  await dialog().getByRole('button', { name: 'Copy' }).waitFor();
  await dialog().getByRole('button', { name: 'Open the card' }).click();
  await page.waitForURL(/\/gift-cards\/gfc_/);
  await page.getByTestId('balance').getByText('€50.00').first().waitFor();
  await page.getByTestId('movement-issued').waitFor();
  const { items } = await dashboard.api.listGiftCards({ lastFour: (code ?? '').slice(-4) });
  assert.equal(items.length, 1);
  assert.ok(!(await page.content()).includes(code ?? ''));
});

test('more is given on it, no more is taken than is there, and it is disabled with a way back', async () => {
  await page.getByRole('button', { name: 'Give or take' }).click();
  await dialog().getByText('Take back', { exact: true }).click();
  await dialog().getByLabel('Amount').fill('50.01');
  await dialog().getByText('At most €50.00 may be taken').waitFor();
  await dialog().getByText('Give', { exact: true }).click();
  await dialog().getByLabel('Amount').fill('2.50');
  await dialog().getByLabel('Note').fill('The parcel was late');
  await dialog().getByRole('button', { name: 'Give €2.50' }).click();
  await page.getByTestId('balance').getByText('€52.50').first().waitFor();
  await page.getByTestId('movement-given').getByText('The parcel was late').waitFor();
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByText('Disabled', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Disable' }).waitFor();
  await standsStill(page);
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('cards are found by the end of their code and by state; what is hidden is said', async () => {
  const { items } = await dashboard.api.listGiftCards();
  const lastFour = items[0]?.lastFour ?? '';
  await page.goto(`${dashboard.url}/gift-cards?search=${lastFour.toLowerCase()}`);
  await page.getByTestId('row').getByText(`…${lastFour}`).waitFor();
  await page.getByRole('combobox', { name: 'State' }).selectOption('expired');
  await page.getByText('No such gift card').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByTestId('row').first().waitFor();
  await noSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a customer is given credit, an order is paid with it, and a refund goes there', async () => {
  const { api } = dashboard;
  const email = 'ada@credit.example';
  const { id } = await api.createCustomer({ email, name: 'Ada Lovelace' });
  await page.goto(`${dashboard.url}/customers/${id}`);
  await page.getByText('No store credit.').waitFor();
  await page.getByRole('button', { name: 'Give credit' }).click();
  await dialog().getByLabel('Amount').fill('12');
  await dialog().getByRole('button', { name: 'Give €12.00' }).click();
  await page.getByTestId('store-credit').getByText('€12.00').first().waitFor();
  await page.getByTestId('movement-given').waitFor();
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  const sku = (await api.listSkus({ limit: 1 })).items[0]?.code ?? '';
  const order = await api.captureOrder({
    ...{ channel, currency: 'EUR', customer: { email } },
    lines: [{ sku, quantity: 1, unitPrice: '20.00' }],
    payments: [
      { provider: 'store-credit', amountMinor: 500 },
      { provider: 'manual', received: { reference: 'bank 1' } },
    ],
  });
  await page.goto(`${dashboard.url}/orders/${order.number}`);
  await page.getByText('Store credit', { exact: true }).first().waitFor();
  // Asked for behind the order: a dialog that was opened before would say that it changed.
  await page.getByText('Authorized €5.00').waitFor();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await dialog().getByLabel('Amount on top').fill('3');
  await dialog().getByRole('combobox', { name: 'Goes to' }).click();
  await page.getByRole('option', { name: 'Store credit of the customer' }).click();
  await dialog().getByText('€3.00 go back by Store credit').waitFor();
  await dialog().getByRole('button', { name: 'Refund €3.00' }).click();
  await page.getByTestId('carried').getByText('€3.00').waitFor();
  await page.goto(`${dashboard.url}/customers/${id}`);
  await page.getByTestId('movement-refunded').waitFor();
  await standsStill(page);
  await axeClean(page);
  await noSidewaysScroll(page);
});

test('an order is paid with a gift card at the desk, and what is missing stays to be paid', async () => {
  const { api } = dashboard;
  const { code } = await api.issueGiftCard({ amountMinor: 500, currency: 'EUR' });
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  const sku = (await api.listSkus({ limit: 1 })).items[0]?.code ?? '';
  const lines = [{ sku, quantity: 1, unitPrice: '20.00' }];
  const order = await api.captureOrder({ channel, currency: 'EUR', lines });
  await page.goto(`${dashboard.url}/orders/${order.number}`);
  await page.getByRole('button', { name: 'Add payment' }).click();
  await dialog().getByLabel('Paid with').selectOption('Gift card');
  await dialog().getByLabel('Amount in EUR').fill('5');
  await dialog()
    .getByLabel('Code of the gift card')
    .fill(code ?? '');
  await axeClean(page);
  await dialog().getByRole('button', { name: 'Add payment' }).click();
  await page.getByText('Authorized €5.00').waitFor();
  await dialog().waitFor({ state: 'hidden' });
  const { payments } = await api.getOrderPayments({ order: order.id });
  assert.deepEqual(
    payments.map(({ provider, amountMinor }) => [provider, amountMinor]),
    [['gift-card', 500]],
  );
  await page.getByRole('button', { name: 'Add payment' }).waitFor();
});

test('every word of it is said in the language of the user', async () => {
  const { items } = await dashboard.api.listGiftCards();
  const look = await dashboard.signInAs('operations', '/gift-cards?dialog=issue');
  look.setDefaultTimeout(30_000);
  await look.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await look.reload();
  await look.getByRole('dialog').waitFor();
  assert.deepEqual(await hardCodedWords(look), []);
  await look.goto(`${dashboard.url}/gift-cards/${items[0]?.id}`);
  await look.getByTestId('movement-issued').waitFor();
  assert.deepEqual(await hardCodedWords(look), []);
  await look.context().close();
});

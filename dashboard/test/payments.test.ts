// The money room: a report that is matched, a difference that is resolved, a payout, an account that is
// tried out, and the books; and the ledger on an order.
// cspell:ignore filechooser

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  openStripeDouble,
  type StripeDouble,
} from '@doorstep/connectors/stripe/double/stripe-double.ts';
import { stripePayments } from '@doorstep/connectors/stripe/stripe-payments.ts';
import { UNKNOWN_CHARGE } from '../../server/test/stripe-report.ts';
import { axeClean, hardCodedWords, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let stripe: StripeDouble;
let dashboard: Dashboard;
before(async () => {
  stripe = await openStripeDouble();
  const address = { protocol: 'http', host: '127.0.0.1', port: stripe.port } as const;
  const providers = [stripePayments({ mode: 'test', address })];
  dashboard = await openDashboard({ orders: 3, providers });
});
after(async () => {
  await stripe.close();
  await dashboard.close();
});

test('an account is connected and tried out; a refused call is told as it is', async () => {
  const page = await dashboard.signInAs('admin', '/payments?tab=accounts');
  await page.getByRole('button', { name: 'Connect an account' }).click();
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('Stripe (test)');
  await page.getByRole('textbox', { name: 'Name' }).fill('Our Stripe');
  await page.getByLabel('Secret key', { exact: true }).fill('sk_test_of_the_screen');
  await page.getByLabel('Webhook secret', { exact: true }).fill('whsec_of_the_screen');
  await page.keyboard.press('Enter');
  const account = page.getByTestId('account');
  await account.getByText('Our Stripe').waitFor();
  await account.getByRole('button', { name: 'Test connection' }).click();
  await account.getByText('It answers').waitFor();
  await account.getByText(/0% of \d/).waitFor();
  stripe.failNext(401, 1);
  await account.getByRole('button', { name: 'Test connection' }).click();
  await account.getByText(/It failed/).waitFor();
  await account.getByText(/Failing since/).waitFor();
  await account.getByRole('button', { name: 'Rotate credentials' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotate credentials' });
  await dialog.getByLabel('Secret key', { exact: true }).fill('sk_live_of_another');
  await dialog.getByRole('button', { name: 'Rotate credentials' }).click();
  await dialog.getByText(/not one of the test mode/).waitFor();
  await page.keyboard.press('Escape');
  await axeClean(page);
  await noSidewaysScroll(page);
});

test('a report is matched; what differs is looked at, explained, and stands among the resolved', async () => {
  const page = await dashboard.signInAs('operations', '/payments');
  await page.getByText('The ledger and the providers agree').waitFor();
  await page.getByRole('button', { name: 'Match a report' }).click();
  const dialog = page.getByRole('dialog', { name: 'Match a report' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByLabel('File').click();
  const file = { name: 'report.csv', mimeType: 'text/csv', buffer: Buffer.from(UNKNOWN_CHARGE) };
  await (await chooser).setFiles(file);
  await dialog.getByRole('button', { name: 'Match a report' }).click();
  await dialog.getByText('2 bookings, 2 new, 1 difference').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Not in the ledger.*ch_1/ }).click();
  const panel = page.getByRole('dialog', { name: 'ch_1' });
  await panel.getByText('€12.50').waitFor();
  assert.ok(await panel.getByRole('button', { name: 'Explain' }).isDisabled());
  await panel.getByLabel('Note').fill('A sale of the market stall.');
  await panel.getByRole('button', { name: 'Explain' }).click();
  await panel.getByText('A sale of the market stall.').waitFor();
  await axeClean(page);
  await page.keyboard.press('Escape');
  await page.getByText('The ledger and the providers agree').waitFor();
  await page.goto(`${dashboard.url}/payments?status=resolved`);
  await page.getByRole('row', { name: /ch_1/ }).waitFor();
  await standsStill(page);
  await axeClean(page);
  await noSidewaysScroll(page);
});

test('a payout shows what it is made of; the books are closed and exported', async () => {
  const page = await dashboard.signInAs('admin', '/payments?tab=payouts');
  await page.getByRole('row', { name: /po_1/ }).click();
  await page.getByRole('dialog', { name: 'po_1' }).getByText('Charge').waitFor();
  await page.goto(`${dashboard.url}/payments?tab=books`);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('cell', { name: /Robin admin/ }).waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  assert.match((await saved).suggestedFilename(), /^journal-.*\.csv$/);
  await page.getByLabel('Money at providers', { exact: true }).first().fill('1361');
  await page.getByRole('button', { name: 'Save the chart' }).click();
  await page.getByText('The chart is saved').waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  for (const tab of ['differences', 'payouts', 'accounts', 'books']) {
    await page.goto(`${dashboard.url}/payments?tab=${tab}`);
    await page.getByText('⟦').first().waitFor();
    assert.deepEqual(await hardCodedWords(page), [], tab);
  }
});

test('an order shows how long its money is held, what it cost, and what is asked for', async () => {
  const { id } = await dashboard.api.captureOrder({
    channel: 'web',
    currency: 'EUR',
    lines: [{ sku: 'VASE-OCEAN', quantity: 1, unitPriceMinor: 2000 }],
    payments: [{ provider: 'stripe-test', token: 'pm_card_visa' }],
  });
  const page = await dashboard.signInAs('operations', `/orders/${id}`);
  await page
    .getByTestId('expiry')
    .getByText(/Held until/)
    .waitFor();
  await page.getByTestId('facts').getByText('Authorized').waitFor();
});

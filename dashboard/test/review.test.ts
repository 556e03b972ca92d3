// The review of orders that may be fraud, refunds that need two, and what is paid on an invoice.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeClean, hardCodedWords, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
before(async () => {
  dashboard = await openDashboard({ orders: 10 });
  const { api } = dashboard;
  await api.createSku({ code: 'LAMP', title: 'A lamp' });
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code;
  const location = (await api.listLocations({ limit: 50 })).items.find(({ channels }) =>
    channels.some((one) => one.channel === channel),
  );
  const lines = [{ sku: 'LAMP', quantity: 100 }];
  await api.receiveStock({ location: location?.code ?? '', lines });
});
after(() => dashboard.close());

const orderOf = async (more: object) => {
  const { api } = dashboard;
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  const lines = [{ sku: 'LAMP', quantity: 1, unitPrice: '40.00' }];
  return api.captureOrder({ channel, currency: 'EUR', lines, ...more });
};

async function inReview(): Promise<string> {
  const risk = { source: 'shield', level: 'highest' as const, score: 88 };
  const { id, number } = await orderOf({ risk, payments: [{ provider: 'sandbox' }] });
  for (;;) {
    const { state } = await dashboard.api.getOrderRisk({ order: id });
    if (state === 'review') return number;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const decide = async (page: Page, key: string, note: string) => {
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  await page.keyboard.type(note);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
};

test('the keyboard alone approves one order and declines another, and the next is at hand', async () => {
  await dashboard.api.setRiskPolicy({
    active: true,
    reviewFrom: 50,
    rules: [{ kind: 'provider-level', level: 'elevated', score: 60 }],
  });
  const numbers = [await inReview(), await inReview(), await inReview()];
  const page = await dashboard.signInAs('operations', '/review');
  await page.getByTestId('review').nth(2).waitFor();
  await standsStill(page);
  const atHand = page.getByTestId('at-hand');
  await atHand.getByText('shield: highest risk, 88 of 100').waitFor();
  await page.keyboard.press('j');
  await atHand.getByRole('heading', { name: `Order ${numbers[1]}` }).waitFor();
  await decide(page, 'a', 'Known for years');
  await page.getByText(`Order ${numbers[1]} is approved`).waitFor();
  await atHand.getByRole('heading', { name: `Order ${numbers[2]}` }).waitFor();
  await decide(page, 'd', 'The card is not theirs');
  await page.getByText(`Order ${numbers[2]} is declined`).waitFor();
  await atHand.getByRole('heading', { name: `Order ${numbers[0]}` }).waitFor();
  const states = await Promise.all(
    numbers.map(async (order) => (await dashboard.api.getOrder({ order })).status),
  );
  assert.deepEqual([states[0], states[2]], ['on-hold', 'canceled']);
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByTestId('review').first().waitFor();
  assert.deepEqual(await hardCodedWords(page), []);

  const approved = await dashboard.signInAs('operations', `/orders/${numbers[1]}`);
  await approved.getByTestId('risk-state').getByText('Approved').waitFor();
  await approved.getByText('Known for years').waitFor();
});

test('the order that was asked about is decided, not the one that takes its place in the list', async () => {
  const { api } = dashboard;
  const numbers = [await inReview(), await inReview()];
  const page = await dashboard.signInAs('operations', `/review?order=${numbers[1]}`);
  const atHand = page.getByTestId('at-hand');
  await atHand.getByRole('heading', { name: `Order ${numbers[1]}` }).waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  await page.keyboard.type('They called us');
  const { id, version } = await api.getOrder({ order: numbers[1] ?? '' });
  await api.decideReview({ order: id, decision: 'decline', note: 'A colleague knows', version });
  await page.locator(`[id="row-${numbers[1]}"]`).waitFor({ state: 'detached' });
  await page.getByRole('dialog', { name: `Approve order ${numbers[1]}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  const { items } = await api.listReviews({ limit: 100 });
  assert.ok(items.some(({ number }) => number === numbers[0]));
});

test('a refund above the limit waits on the order, and another user agrees to it there', async () => {
  const limits = [{ role: 'service' as const, currency: 'EUR', aloneMinor: 1000 }];
  await dashboard.api.setRefundPolicy({ allocation: 'proportional', limits });
  const payments = [{ provider: 'sandbox', amountMinor: 1000 }, { provider: 'sandbox' }];
  const { number } = await orderOf({
    payments,
    fees: [{ title: 'Gift wrap', amountMinor: 300 }],
  });
  const page = await dashboard.signInAs('service', `/orders/${number}?dialog=refund`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Fees, of €3.00').fill('3.00');
  await dialog.getByLabel('Goes back by').waitFor();
  await dialog.getByLabel('Amount on top').fill('10.00');
  await dialog.getByTestId('needs-approval').waitFor();
  await dialog.getByRole('button', { name: 'Ask for €13.00' }).click();
  const waiting = page.getByTestId('refund-request');
  await waiting.getByText('Somebody else decides about it.').waitFor();
  const boss = await dashboard.signInAs('operations', `/orders/${number}`);
  await boss.getByTestId('refund-request').getByRole('button', { name: 'Agree' }).click();
  await boss.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
  await boss.getByTestId('refund-request').getByText('agreed').waitFor();
  await waiting.getByText('agreed').waitFor();
  await axeClean(boss);
  await noSidewaysScroll(boss);
});

test('an order on terms shows what is owed, takes its invoice and its payment', async () => {
  const payments = [{ provider: 'terms', terms: { purchaseOrder: 'PO-4711', netDays: 14 } }];
  const { number } = await orderOf({ payments, customer: { email: 'b2b@example.com' } });
  const page = await dashboard.signInAs('operations', `/orders/${number}`);
  await page.getByTestId('terms-state').getByText('Waits for credit').waitFor();
  const say = async (button: string, answer: string, done: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: button });
    await dialog.getByRole('textbox').first().fill(answer);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(done).waitFor();
  };
  await say('Give credit', 'Pays always', 'Credit is given');
  await page.getByTestId('terms-state').getByText('On account').waitFor();
  await page.getByText('PO-4711').waitFor();
  await say('Record invoice', 'R-2026-1', 'The invoice is recorded');
  await page.getByText('R-2026-1', { exact: false }).first().waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await say('Record payment', 'bank 1', 'The payment is recorded');
  const { terms, account } = await dashboard.api.getOrderPayments({ order: number });
  assert.deepEqual([terms[0]?.owedMinor, account?.capturedMinor], [0, 4000]);
});

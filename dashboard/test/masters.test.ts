// The screens of master data, as those use them who look after it: catalog, locations, customers.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
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
let page: Page;
before(async () => {
  dashboard = await openDashboard({ orders: 20 });
  page = await dashboard.signInAs('operations', '/account');
  page.setDefaultTimeout(30_000);
});
after(() => dashboard.close());

async function go(path: string, shown: string): Promise<void> {
  await page.goto(dashboard.url + path);
  await page.getByText(shown).first().waitFor();
}

const toast = (text: string | RegExp) =>
  page.locator('.mantine-Notification-root').filter({ hasText: text });

/** As a screen of its own, from the address on. The lists are one table: one of them is looked at by axe. */
async function sound(
  path: string,
  ready: (page: Page) => Promise<void>,
  isAlikeAnother = false,
): Promise<void> {
  const look = await dashboard.signInAs('operations', path);
  look.setDefaultTimeout(30_000);
  const nothingOutside = noOutsideRequests(look);
  await ready(look);
  await standsStill(look);
  if (!isAlikeAnother) await axeClean(look);
  await noSidewaysScroll(look);
  nothingOutside();
  await look.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await look.reload();
  await ready(look);
  assert.deepEqual(await hardCodedWords(look), []);
  await look.context().close();
}

describe('catalog', () => {
  before(async () => {
    const { api } = dashboard;
    const { items } = await api.listLocations({ limit: 200 });
    const serving = items.find(({ channels }) => channels.some(({ channel }) => channel === 'web'));
    const location = serving?.code ?? '';
    for (const [code, quantity] of [
      ['PART-A', 9],
      ['PART-B', 20],
    ] as const) {
      await api.createSku({ code, title: `Part ${code}` });
      await api.receiveStock({ location, lines: [{ sku: code, quantity }] });
    }
  });

  test('by keys alone a kit is made: its barcode is checked while it is typed, and it says how many can be built', async () => {
    await go('/catalog', 'New SKU');
    await page.getByTestId('row').first().waitFor();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Code', exact: true }).waitFor();
    await page.keyboard.type('SET/1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A set of parts');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4006381333932');
    await dialog.getByText('The check digit should be 1').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1');
    await dialog.getByText('Check digit 1 is right').waitFor();
    for (const [place, code, count] of [
      [1, 'PART-A', '2'],
      [2, 'PART-B', '5'],
    ] as const) {
      await dialog.getByRole('button', { name: 'Add a component' }).focus();
      await page.keyboard.press('Enter');
      await dialog.getByLabel(`Component ${place}`, { exact: true }).focus();
      await page.keyboard.type(code);
      await dialog.getByLabel(`Per kit, component ${place}`).fill(count);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/catalog\/SET%2F1$/);
    await page.getByTestId('buildable').getByText('4 can be built').waitFor();
    await page.getByTestId('buildable').getByText('PART-A is what runs out first').waitFor();
    assert.equal(await page.getByTestId('barcode').count(), 1);
  });

  test('a barcode that another SKU has is refused in words, and a second one is added', async () => {
    await go('/catalog/PART-A', 'Part PART-A');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Barcode 1', { exact: true }).fill('4006381333931');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByTestId('refused').getByText('The SKU SET/1 has the barcode').waitFor();
    await dialog.getByLabel('Barcode 1', { exact: true }).fill('96385074');
    await dialog.getByRole('button', { name: 'Add a barcode' }).click();
    await dialog.getByLabel('Barcode 2', { exact: true }).fill('036000291452');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByTestId('barcode').nth(1).waitFor();
    const { barcodes } = await dashboard.api.getSku({ sku: 'PART-A' });
    assert.deepEqual(barcodes, ['96385074', '036000291452']);
  });

  test('who is slower sees what changed, keeps what they typed, and decides', async () => {
    await go('/catalog/PART-B', 'Part PART-B');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Mine');
    await dashboard.api.changeSku({ sku: 'PART-B', title: 'Theirs', weightGrams: 250 });
    await dialog.getByRole('button', { name: 'Save' }).click();
    const conflict = page.getByTestId('conflict');
    await conflict.getByText('Theirs', { exact: true }).waitFor();
    assert.equal(await dialog.getByLabel('Weight in g').inputValue(), '250');
    assert.equal(await dialog.getByLabel('Title').inputValue(), 'Mine');
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { title, weightGrams } = await dashboard.api.getSku({ sku: 'PART-B' });
    assert.deepEqual([title, weightGrams], ['Mine', 250]);
  });

  test('a SKU is taken off sale and put back by one undo', async () => {
    await go('/catalog/PART-B', 'Mine');
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('button', { name: 'Activate', exact: true }).waitFor();
    assert.equal((await dashboard.api.getSku({ sku: 'PART-B' })).active, false);
    await toast('no longer sold').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Deactivate' }).waitFor();
    assert.equal((await dashboard.api.getSku({ sku: 'PART-B' })).active, true);
  });

  test('a hundred thousand SKUs: a few dozen rows in the page, found by search and Enter', async () => {
    const many = (from: number) => ({
      items: Array.from({ length: 100 }, (_, index) => ({
        ...{ id: `sku_${from + index}`, code: `M-${from + index}`, title: 'One of many' },
        ...{ barcode: null, barcodes: [], components: [], price: null, weightGrams: null },
        ...{ active: true, version: 1, createdAt: '2026-01-01T00:00:00Z' },
      })),
      nextCursor: from + 100 < 100_000 ? String(from + 100) : null,
    });
    await page.route(/\/v1\/skus\?(?!.*search)/, (route) =>
      route.fulfill({
        json: many(Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)),
      }),
    );
    await go('/catalog', 'M-0');
    const table = page.getByTestId('table');
    // The next page comes when one is near the end, so that the end is farther with every look.
    const farther = () =>
      table.evaluate((list) => {
        list.scrollTop = list.scrollHeight;
        const rows = [...list.querySelectorAll<HTMLElement>('[data-index]')];
        const farthest = Math.max(...rows.map(({ dataset }) => Number(dataset['index'])));
        return new Promise<number>((done) => requestAnimationFrame(() => done(farthest)));
      });
    let row = 0;
    for (let look = 0; look < 300 && row < 1000; look += 1) row = await farther();
    assert.ok(row >= 1000);
    assert.ok((await page.getByTestId('row').count()) < 60);
    await page.keyboard.press('/');
    await page.keyboard.type('set of part');
    await page.getByRole('link', { name: 'SET/1' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('components').waitFor();
    await page.unrouteAll();
  });

  test('is sound for everybody', async () => {
    await sound('/catalog', (look) => look.getByTestId('row').first().waitFor(), true);
    await sound('/catalog/SET%2F1?edit=1', async (look) => {
      await look.getByTestId('buildable').getByText('PART-A').waitFor();
      await look.getByRole('dialog').waitFor();
    });
  });
});

describe('locations', () => {
  test('an edit says the next cut-off before it is saved, and whom it no longer serves', async () => {
    const { api } = dashboard;
    await api.createLocation({
      ...{ code: 'KIEL', name: 'Kiel', kind: 'warehouse', timeZone: 'Europe/Berlin' },
      address: { city: 'Kiel', postalCode: '24103', country: 'DE' },
      cutOff: '23:58',
      channels: [{ channel: 'web' }],
    });
    await go('/locations?search=kiel', 'KIEL');
    await page.getByTestId('row').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByTestId('next-cut-off').filter({ hasText: '11:58' }).waitFor();
    await page.getByTestId('map').waitFor();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    const preview = page.getByTestId('preview');
    await preview.getByText('Nothing yet').waitFor();
    await dialog.getByLabel('Cut-off').fill('23:57');
    await preview.getByText(/Next cut-off: .*11:58.* → .*11:57/).waitFor();
    await dialog.getByLabel('Handling in working days').fill('2');
    await preview.getByText(/leaves by: /).waitFor();
    await dialog.getByLabel('Serves web').click();
    await preview.getByText('web is no longer served').waitFor();
    await dialog.getByLabel('Serves web').click();
    await dialog.getByLabel('Choice for web').selectOption('2');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByTestId('served').getByText('2nd choice').waitFor();
    const { cutOff, handlingDays, channels } = await api.getLocation({ location: 'KIEL' });
    assert.deepEqual([cutOff, handlingDays], ['23:57', 2]);
    assert.deepEqual(channels, [{ channel: 'web', bufferUnits: 0, priority: 2 }]);
  });

  test('is sound for everybody', async () => {
    await sound('/locations', (look) => look.getByTestId('row').first().waitFor(), true);
    await sound('/locations/KIEL?edit=1', async (look) => {
      await look.getByTestId('map').waitFor();
      await look.getByTestId('preview').waitFor();
      await look.getByLabel(/web/).first().waitFor();
    });
  });
});

describe('customers', () => {
  let kept: string;
  let gone: string;
  let onCredit: string;
  before(async () => {
    const { api } = dashboard;
    const order = (email: string, name: string) =>
      api.captureOrder({
        ...{ channel: 'web', currency: 'EUR' },
        customer: { email, name },
        shippingAddress: { name, street: 'Kai 7', city: 'Kiel', country: 'DE' },
        lines: [{ sku: 'PART-B', quantity: 1, unitPrice: '10.00' }],
      });
    const first = await order('mara.voss@example.com', 'Mara Voss');
    const second = await order('m.voss@example.org', 'Mara Voss');
    kept = first.customer ?? '';
    gone = second.customer ?? '';
    await api.addNote({ order: second.id, body: 'Rings twice' });
  });

  test('a customer is given credit, is shown what is overdue, and loses it with a way back', async () => {
    const { api } = dashboard;
    const { id: customer } = await api.createCustomer({
      name: 'Ada & Sons',
      email: 'ada@b2b.example',
    });
    onCredit = customer;
    await go(`/customers/${customer}`, 'No credit: each order on an invoice waits');
    await page.getByRole('button', { name: 'Set a limit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Limit').fill('25,001');
    await dialog.getByText('No amount of this currency').waitFor();
    await dialog.getByLabel('Limit').fill('25');
    await dialog.getByLabel('Days from the invoice').fill('14');
    await dialog.getByRole('button', { name: 'Create' }).click();
    const credit = page.getByTestId('credit');
    await credit.getByText('net 14 days').waitFor();
    const order = () =>
      api.captureOrder({
        ...{ channel: 'web', currency: 'EUR', customer: { email: 'ada@b2b.example' } },
        lines: [{ sku: 'PART-B', quantity: 2, unitPrice: '10.00' }],
        shippingAddress: { name: 'Ada', street: 'Kai 9', city: 'Kiel', country: 'DE' },
        payments: [{ provider: 'terms', terms: {} }],
      });
    const late = await order();
    await credit.getByText('€20.00').waitFor();
    const waiting = await order();
    const [terms] = (await api.getOrderPayments({ order: late.id })).terms;
    await api.recordInvoice({
      ...{ payment: terms?.payment ?? '', number: 'RE-77' },
      ...{ issuedAt: '2026-01-01T00:00:00Z', dueAt: '2026-01-15T00:00:00Z' },
    });
    await page.getByRole('row').filter({ hasText: 'RE-77' }).getByText('Overdue').waitFor();
    const row = page.getByRole('row').filter({ hasText: waiting.number });
    await row.getByText('Waits for credit').waitFor();
    await page.getByRole('button', { name: 'Change the credit in EUR' }).click();
    await dialog.getByLabel('Limit').fill('40');
    await api.setCustomerCredit({ customer, currency: 'EUR', limitMinor: 3000, netDays: 21 });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByTestId('conflict').getByText('30.00').waitFor();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await credit.getByText('net 21 days').waitFor();
    await row.getByText('Waits for credit').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take the credit in EUR away' }).click();
    await credit.getByText('Beyond it').waitFor();
    await toast('no credit in EUR').getByRole('button', { name: 'Undo' }).click();
    await credit.getByText('Left', { exact: true }).waitFor();
    const { credits } = await api.getCustomerCredit({ customer });
    assert.deepEqual(
      credits.map(({ limitMinor, owedMinor, netDays }) => [limitMinor, owedMinor, netDays]),
      [[4000, 4000, 21]],
    );
  });

  test('two records of one person become one: looked at first, and the orders follow', async () => {
    await go('/customers?search=mara', 'mara.voss@example.com');
    await go(`/customers/${kept}`, 'Mara Voss');
    await page.getByTestId('bought').getByText('€10.00').waitFor();
    await page.keyboard.press('m');
    await page.getByTestId('other').click();
    const foreseen = page.getByTestId('foreseen');
    await foreseen.getByText('1 order moves; together there are 2.').waitFor();
    await foreseen.getByText('it cannot be undone').waitFor();
    const merge = page.getByRole('button', { name: 'Merge', exact: true });
    assert.equal(await merge.isDisabled(), true);
    await page.getByLabel('merge them for good').click();
    await merge.click();
    await page.getByTestId('alias').filter({ hasText: 'm.voss@example.org' }).waitFor();
    await page.getByTestId('bought').getByText('€20.00').waitFor();
    await page.getByTestId('note').getByText('Rings twice').waitFor();
    await page.goto(`${dashboard.url}/customers/${gone}`);
    await page.getByTestId('became').getByRole('link').click();
    await page.waitForURL(new RegExp(kept));
  });

  test('a customer is erased after a last word, and what was bought stays', async () => {
    await go(`/customers/${kept}`, 'Mara Voss');
    await page.getByTestId('bought').getByText('€20.00').waitFor();
    await page.getByRole('button', { name: 'Erase…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('on 2 orders').waitFor();
    await dialog.getByLabel('Erase for good').click();
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
    await page.getByTestId('became').filter({ hasText: 'Erased on' }).waitFor();
    // It is told when all of the page was read anew.
    await toast('The customer is erased').waitFor();
    await page.getByTestId('bought').getByText('€20.00').waitFor();
    assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /Mara|voss|Kai 7/i);
    assert.equal(await page.getByRole('button', { name: 'Erase…' }).count(), 0);
    const { items } = await dashboard.api.listCustomers({ search: 'mara voss' });
    assert.deepEqual(items, []);
  });

  test('who may only look is offered nothing else, and an empty list says what comes here', async () => {
    const looking = await dashboard.signInAs('analyst', `/customers/${kept}`);
    looking.setDefaultTimeout(30_000);
    await looking.getByTestId('became').waitFor();
    await looking.goto(`${dashboard.url}/catalog/PART-A`);
    await looking.getByTestId('levels').waitFor();
    assert.equal(await looking.getByRole('button', { name: 'Edit' }).count(), 0);
    await looking.route('**/v1/customers?*', (route) =>
      route.fulfill({ json: { items: [], nextCursor: null } }),
    );
    await looking.goto(`${dashboard.url}/customers`);
    await looking.getByText('Nobody has bought yet').waitFor();
    await looking.context().close();
  });

  test('is sound for everybody', async () => {
    await sound('/customers', (look) => look.getByTestId('row').first().waitFor());
    await sound(`/customers/${onCredit}`, async (look) => {
      await look.getByTestId('orders').waitFor();
      await look.getByTestId('address').first().waitFor();
      await look.getByTestId('open-invoices').waitFor();
    });
  });
});

// The inbox of exceptions, as somebody works through it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeClean, hardCodedWords, inTime, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
before(async () => {
  dashboard = await openDashboard({ orders: 20 });
});
after(() => dashboard.close());

const channel = async () => (await dashboard.api.listChannels({ limit: 1 })).items[0]?.code ?? '';

/** An order of a SKU that the catalog does not have. */
async function orderOf(sku: string): Promise<void> {
  const lines = [{ sku, quantity: 1, unitPrice: '10.00' }];
  await dashboard.api.captureOrder({ channel: await channel(), currency: 'EUR', lines });
}

test('an order that nobody can serve is there within two seconds, and retry all clears what can be', async () => {
  const page = await dashboard.signInAs('operations', '/exceptions');
  await page.getByRole('heading', { name: 'Exceptions' }).waitFor();
  await page.waitForTimeout(800);
  const unknown: string[] = [];
  await inTime(2000, async (time) => {
    unknown.push(`KETTLE-${time}`);
    await orderOf(`KETTLE-${time}`);
    await page.locator('[data-testid=tile][data-type=unknown-sku]').waitFor();
    await page
      .getByTestId('exception')
      .filter({ hasText: `KETTLE-${time}` })
      .waitFor();
  });
  const kettle = unknown.at(-1) ?? '';
  await orderOf('CARAFE');
  await page.locator('[data-type=unknown-sku]').click();
  assert.equal(new URL(page.url()).searchParams.get('type'), 'unknown-sku');
  await page.getByTestId('exception').filter({ hasText: 'CARAFE' }).waitFor();
  await page.route('**/v1/exceptions/retries', async (route) => {
    // Its own moment: just before it is tried, the catalog has one of them.
    await dashboard.api.createSku({ code: kettle, title: 'A kettle' });
    await route.continue();
  });
  await page.getByRole('button', { name: 'Retry all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tried again' });
  await dialog.locator('[data-outcome=kept]').getByText('1 × CARAFE', { exact: false }).waitFor();
  await dialog.locator('[data-outcome=cleared]').waitFor();
  await dialog.getByText(`1 of ${unknown.length + 1} cleared`).waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByTestId('exception').filter({ hasText: kettle }).waitFor({ state: 'hidden' });
});

test('retry all is offered to who may do what it does', async () => {
  await orderOf('URN');
  await dashboard.api.createSku({ code: 'URN', title: 'An urn' });
  for (const [role, offered] of [
    ['operations', 1],
    ['service', 0],
  ] as const) {
    const page = await dashboard.signInAs(role, '/exceptions?type=cannot-source');
    await page.getByTestId('exception').first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'Retry all' }).count(), offered);
  }
});

test('the keyboard alone takes one, puts one aside and closes one, and the next has the focus', async () => {
  for (const title of ['First', 'Second', 'Third', 'Fourth'])
    await dashboard.api.reportException({ title: `${title} report` });
  const page = await dashboard.signInAs('service', '/exceptions?type=reported');
  const rows = page.getByTestId('exception');
  await rows.nth(3).waitFor();
  await standsStill(page);
  const subjects = page.getByTestId('subject');
  const current = () => page.locator('[data-active]').getByTestId('subject').textContent();
  const [first, second, third] = await subjects.allTextContents();
  await page.keyboard.press('j');
  assert.equal(await current(), second);
  await page.keyboard.press('k');
  await page.keyboard.press('a');
  await page.locator('[data-active]').getByText('Robin service').waitFor();
  await page.keyboard.press('s');
  await page.getByText('Put aside until', { exact: false }).first().waitFor();
  await page.waitForFunction(
    (gone) => !document.querySelector('[data-testid=exception]')?.textContent?.startsWith(gone),
    first ?? '',
  );
  assert.equal(await current(), second);
  await page.keyboard.press('d');
  await page.waitForFunction(
    () => document.querySelectorAll('[data-testid=exception]').length === 2,
  );
  assert.equal(await current(), third);
  const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
  assert.ok(focused.startsWith(third ?? '?'), focused);
  const { items } = await dashboard.api.listExceptions({ status: 'snoozed', type: 'reported' });
  assert.deepEqual(
    items.map(({ title }) => title),
    [first],
  );
});

test('the facts behind one are told as a person says them: money with its currency, names in words', async () => {
  const { api } = dashboard;
  const { number } = await api.captureOrder({
    channel: await channel(),
    currency: 'EUR',
    lines: [{ sku: 'SAMOVAR', quantity: 1, unitPrice: '10.00' }],
    payments: [{ provider: 'sandbox', token: 'tok_decline' }],
  });
  const page = await dashboard.signInAs('service', '/exceptions?type=payment-declined');
  await page.getByTestId('exception').filter({ hasText: number }).click();
  const facts = page.getByTestId('detail').filter({ hasText: number }).locator('dl');
  await facts.waitFor();
  assert.deepEqual(await facts.locator('dt').allTextContents(), ['code', 'kind', 'amount']);
  const values = ['card-declined', 'authorize', '€10.00'];
  assert.deepEqual(await facts.locator('dd').allTextContents(), values);
});

test('a comment is there for the next who looks', async () => {
  const { id } = await dashboard.api.reportException({ title: 'Talk about it' });
  const page = await dashboard.signInAs('service', `/exceptions?id=${id}`);
  await page.getByRole('textbox', { name: 'Write a comment' }).fill('Called the carrier');
  await page.getByRole('button', { name: 'Save comment' }).click();
  await page.getByTestId('comment').getByText('Called the carrier').waitFor();
  const { items } = await dashboard.api.listExceptionComments({ exception: id });
  assert.equal(items[0]?.body, 'Called the carrier');
  await dashboard.api.resolveException({ exception: id, resolution: 'resolved' });
});

test('the row at hand stays at hand when a more urgent one comes, and keys mean it', async () => {
  const { api } = dashboard;
  const mine = await api.reportException({ title: 'Read by me', severity: 'low' });
  const page = await dashboard.signInAs('service', '/exceptions?whose=unowned');
  const rows = page.getByTestId('exception');
  await rows.first().waitFor();
  const heading = page.getByTestId('detail').getByRole('heading');
  const read = await heading.textContent();
  const urgent = await api.reportException({ title: 'Came meanwhile', severity: 'critical' });
  await rows.filter({ hasText: 'Came meanwhile' }).waitFor();
  assert.equal(await heading.textContent(), read);
  await page.keyboard.press('a');
  await page.getByText('You have it').waitFor();
  const { owner } = await api.getException({ exception: urgent.id });
  assert.equal(owner, null);
  for (const { id } of [mine, urgent])
    await api.resolveException({ exception: id, resolution: 'resolved' });
});

test('one that closes by itself stays in sight, with its draft, until somebody moves on', async () => {
  const { api } = dashboard;
  const other = await api.reportException({ title: 'Another one' });
  const { id } = await api.reportException({ title: 'Closes by itself' });
  const page = await dashboard.signInAs('service', `/exceptions?id=${id}`);
  const draft = page.getByRole('textbox', { name: 'Write a comment' });
  await draft.fill('Called the ');
  await api.resolveException({ exception: id, resolution: 'resolved' });
  await page.locator(`[id="row-${id}"]`).waitFor({ state: 'detached' });
  const detail = page.getByTestId('detail');
  await detail.getByText('Closed').waitFor();
  await page.keyboard.type('carrier');
  assert.equal(await draft.inputValue(), 'Called the carrier');
  assert.equal(await detail.getByRole('button', { name: 'It is done' }).count(), 0);
  await page.getByRole('button', { name: 'Save comment' }).click();
  await page.getByTestId('comment').getByText('Called the carrier').waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.locator('[data-testid=exception][aria-current]').waitFor();
  await detail.getByText('Closed').waitFor({ state: 'detached' });
  const { status } = await api.getException({ exception: other.id });
  assert.equal(status, 'open');
  await api.resolveException({ exception: other.id, resolution: 'resolved' });
});

test('the last of the queue leaves nothing at hand when it is done, and is back by Undo', async () => {
  const { api } = dashboard;
  const { id } = await api.reportException({ title: 'The last one' });
  const page = await dashboard.signInAs('admin', `/exceptions?id=${id}`);
  await page.locator(`[id="row-${id}"][aria-current]`).waitFor();
  await page.keyboard.press('a');
  await page.getByText('You have it').waitFor();
  await page.getByText('Mine', { exact: true }).click();
  await page.waitForFunction(
    () => document.querySelectorAll('[data-testid=exception]').length === 1,
  );
  await page.keyboard.press('s');
  await page.getByText('Nothing needs a person').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.locator(`[id="row-${id}"][aria-current]`).waitFor();
  await page.keyboard.press('d');
  await page.getByText('Nothing needs a person').waitFor();
  assert.equal(await page.getByTestId('detail').count(), 0);
});

test('many are selected and given to oneself at once', async () => {
  for (const title of ['One more', 'And one more']) await dashboard.api.reportException({ title });
  const page = await dashboard.signInAs('operations', '/exceptions?type=reported');
  for (const name of ['Select One more', 'Select And one more'])
    await page.getByRole('checkbox', { name }).check();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Take it' }).first().click();
  await page.getByText('2 of 2 done').waitFor();
});

test('the inbox is sound for everybody: contrast, names, width, languages', async () => {
  const page = await dashboard.signInAs('operations', '/exceptions');
  await page.getByTestId('exception').first().waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByTestId('exception').first().waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
});

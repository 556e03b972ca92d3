import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLES, SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
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
before(async () => {
  dashboard = await openDashboard({ orders: 5 });
});
after(() => dashboard.close());

async function open(path: string, options = {}): Promise<Page> {
  const page = await dashboard.signInAs('admin', path, options);
  page.setDefaultTimeout(30_000);
  return page;
}

test('the matrix shows what core says; a role is made, and a change of it is kept with who did it', async () => {
  const page = await open('/settings?tab=roles');
  await page.locator('[data-role="analyst"]').first().waitFor();
  const shown = await page
    .locator('td[data-role]')
    .evaluateAll((cells) =>
      cells.map((cell) => [
        cell.getAttribute('data-role'),
        cell.closest('tr')?.getAttribute('data-scope'),
        cell.getAttribute('data-may') === 'true',
      ]),
    );
  const said = SCOPES.flatMap((scope) =>
    Object.entries(ROLES).map(([role, scopes]) => [
      role,
      scope,
      (scopes as readonly Scope[]).includes(scope),
    ]),
  );
  assert.deepEqual(shown, said);

  await page.getByRole('button', { name: 'New role' }).click();
  await page.getByLabel('Name').fill('Night shift');
  await page.getByRole('checkbox', { name: 'Stock: see' }).check();
  await page.getByRole('button', { name: 'Create' }).click();
  const head = page.getByRole('button', { name: 'Night shift' });
  await head.click();
  await page.getByRole('checkbox', { name: 'Orders: see' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .locator('[data-scope="orders:read"] [data-role="night-shift"][data-may=true]')
    .waitFor();

  await page.getByRole('tab', { name: 'Audit log' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('role');
  const row = page.getByTestId('row').filter({ hasText: 'role.changed' });
  await row.getByText('Robin admin').waitFor();
  await row.click();
  const changes = page.getByTestId('changes');
  await changes.getByText('["stock:read"]', { exact: true }).waitFor();
  await changes.getByText('["stock:read","orders:read"]', { exact: true }).waitFor();
  const link = await page.getByRole('link', { name: 'Download CSV' }).getAttribute('href');
  const csv = await page.evaluate(async (href) => (await fetch(href ?? '')).text(), link);
  assert.deepEqual(
    csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')[2]),
    ['type', 'role.changed', 'role.created'],
  );
  await page.context().close();
});

test('days of the audit log are those of the user, also the one on which clocks change', async () => {
  const page = await open('/account');
  await page.evaluate(() => localStorage.setItem('doorstep.timeZone', 'America/New_York'));
  const asking = page.waitForRequest(/audit\?.*since=/);
  await page.goto(`${dashboard.url}/settings?tab=audit&from=2026-03-08&to=2026-03-08`);
  const asked = new URL((await asking).url()).searchParams;
  assert.deepEqual(
    [asked.get('since'), asked.get('until')],
    ['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  );
  await page.context().close();
});

test('a reason is made and retired, a number format and a rule are set, the company gets a color', async () => {
  const page = await open('/settings?tab=reasons&kind=refund');
  await page.getByTestId('reason').first().waitFor();
  await page.getByLabel('New reason').fill('Came late');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Move Came late up' }).click();
  await page.getByRole('switch', { name: 'Offer Other' }).click();
  const saved = page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok());
  await page.getByRole('button', { name: 'Save' }).click();
  await saved;
  await page
    .locator('[data-testid=reason][data-code=other] input[role=switch]:not(:checked)')
    .waitFor({ state: 'attached' });
  const { reasons } = await dashboard.api.getSettings();
  assert.deepEqual(
    reasons.refund.items.map(({ code, retired }) => [code, retired]),
    [
      ['goodwill', false],
      ['lost', false],
      ['came-late', false],
      ['other', true],
    ],
  );

  await page.getByRole('tab', { name: 'Numbers' }).click();
  await page.getByLabel('Prefix of Orders').fill('S1');
  await page.getByText('no digit at its end').first().waitFor();
  await page.getByLabel('Prefix of Orders').fill('S-');
  await page.getByLabel('Digits of Orders').fill('6');
  await page.getByTestId('example').getByText('S-001042').first().waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();

  await page.getByRole('tab', { name: 'Retention' }).click();
  const notes = page.locator('[data-kind=notes]');
  await notes.getByText('Nothing is that old').waitFor();
  await notes.getByRole('switch').click();
  await notes.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('run').getByText('Notes on orders').waitFor();

  await page.getByRole('tab', { name: 'Company' }).click();
  await page.getByLabel('Accent color').fill('#ffff00');
  await page.getByText('Too pale').waitFor();
  await page.getByLabel('Accent color').fill('#9d174d');
  await page.getByLabel('Name of the company').fill('Sons & Daughters');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Sons & Daughters').first().waitFor();
  const filled = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--mantine-primary-color-filled'),
  );
  assert.equal(filled.trim(), '#9d174d');
  await page.context().close();
});

test('a channel is made, and a location keeps units back from it', async () => {
  const page = await open('/settings?tab=channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Fair');
  await page.getByLabel('Code').fill('fair');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByTestId('channel').getByText('Fair', { exact: true }).waitFor();
  const row = page.getByTestId('reach').first();
  await row.getByLabel(/keeps back from Fair/).fill('3');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
  const { items } = await dashboard.api.listLocations({ limit: 200 });
  const kept = items.flatMap(({ channels }) => channels).find(({ channel }) => channel === 'fair');
  assert.equal(kept?.bufferUnits, 3);
  await page.context().close();
});

test('how refunds go is explained by numbers, and limits are set by role; who is slower decides', async () => {
  const page = await dashboard.signInAs('operations', '/settings?tab=refunds');
  const parts = page.getByTestId('parts-proportional');
  await parts.getByText('€20.00 to the first, €30.00 to the second').waitFor();
  await page.getByTestId('parts-original-first').getByText('€40.00 to the first').waitFor();
  await page.getByText('No limits: whoever may refund').waitFor();
  await page.getByRole('radio', { name: 'Each payment its share' }).click();
  await page.getByRole('button', { name: 'Add a limit' }).click();
  await page.getByTestId('limit-words').getByText('Never alone; more if a second').waitFor();
  await page.getByLabel('Alone up to, limit 1').fill('50');
  await page.getByLabel('At most, limit 1').fill('20,00');
  await page.getByText('Less than alone').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Save' }).isDisabled(), true);
  await page.getByLabel('At most, limit 1').fill('1234567,8');
  await page.getByText('Up to €50.00 alone; up to €1,234,567.80 if a second').waitFor();
  await page.getByRole('button', { name: 'Add a limit' }).click();
  await page.getByText('This role has a limit in this currency already').waitFor();
  await page.getByLabel('Role, limit 2').selectOption('api-key');
  await page.getByLabel('Currency, limit 2').fill('jpy');
  await page.getByLabel('Alone up to, limit 2').fill('10.5');
  await page.getByText('No amount of this currency').waitFor();
  await page.getByLabel('Alone up to, limit 2').fill('10');
  await dashboard.api.setRefundPolicy({ allocation: 'original-first', limits: [] });
  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByTestId('conflict');
  await conflict.getByText('The first payment first').waitFor();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await conflict.waitFor({ state: 'detached' });
  await page.getByText('Saved').first().waitFor();
  const { allocation, limits } = await dashboard.api.getRefundPolicy();
  assert.deepEqual(
    [allocation, limits],
    [
      'proportional',
      [
        { role: 'service', currency: 'EUR', aloneMinor: 5000, mostMinor: 123_456_780 },
        { role: 'api-key', currency: 'JPY', aloneMinor: 10, mostMinor: null },
      ],
    ],
  );
  await page.context().close();

  const looking = await dashboard.signInAs('analyst', '/settings?tab=refunds');
  await looking.getByTestId('limit').first().waitFor();
  assert.equal(await looking.getByLabel('Alone up to, limit 1').isDisabled(), true);
  assert.equal(await looking.getByRole('button', { name: /Save|Add/ }).count(), 0);
  await looking.context().close();
});

test('rules of risk are made with their points, and the form says what becomes of an order', async () => {
  const page = await dashboard.signInAs('operations', '/settings?tab=risk');
  await page.getByText('Switched off: nothing is held').waitFor();
  await page.getByRole('switch', { name: 'Each order is looked at' }).click();
  await page.getByText('nothing is ever held').waitFor();
  for (const kind of ['velocity', 'address-mismatch', 'first-order-over', 'provider-level']) {
    await page.getByLabel('Kind of the new rule').selectOption(kind);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await page.getByLabel('Points, rule 4').fill('0');
  await page.getByText('1 to 1,000').waitFor();
  await page.getByLabel('Points, rule 4').fill('100');
  await page.getByLabel('Level, rule 4').selectOption('highest');
  await page.getByLabel('In minutes, rule 1').fill('90');
  await page.getByLabel('More than, rule 3').fill('750.50');
  await page.locator('[data-kind=provider-level]').getByText('Enough by itself').waitFor();
  await page.getByRole('button', { name: 'Take rule 2 away' }).click();
  await page.getByTestId('outcome').getByText('From 100 points on an order is held').waitFor();
  const saved = page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok());
  await page.getByRole('button', { name: 'Save' }).click();
  await saved;
  const { version: _version, ...policy } = await dashboard.api.getRiskPolicy();
  assert.deepEqual(policy, {
    active: true,
    reviewFrom: 100,
    rules: [
      { kind: 'velocity', by: 'email', ordersMax: 3, withinMinutes: 90, score: 40 },
      { kind: 'first-order-over', amountMinor: 75_050, currency: 'EUR', score: 40 },
      { kind: 'provider-level', level: 'highest', score: 100 },
    ],
  });
  await page.context().close();
});

const TABS = [
  ...['company', 'channels', 'reasons', 'numbers', 'refunds', 'risk', 'retention', 'roles'],
  'audit',
];
const SHOWN =
  'td[data-role], [data-testid=row], [data-testid=reach], [data-testid=reason], [data-testid=format], [data-testid=rule], form input';

test('every tab stands still, asks nobody else, and is clean in light and dark, wide and narrow', async () => {
  const page = await open('/settings?tab=roles');
  const onlyOwn = noOutsideRequests(page);
  for (const tab of TABS) {
    await page.goto(`${dashboard.url}/settings?tab=${tab}`);
    await page.locator(SHOWN).first().waitFor();
    await standsStill(page);
    await noSidewaysScroll(page);
    await axeClean(page);
  }
  onlyOwn();
  await page.context().close();
});

test('no word of it is written into the screen', async () => {
  const page = await open('/settings?tab=roles');
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  for (const tab of TABS) {
    await page.goto(`${dashboard.url}/settings?tab=${tab}`);
    await page.locator(SHOWN).first().waitFor();
    assert.deepEqual(await hardCodedWords(page), [], tab);
  }
  await page.context().close();
});

test('who may not see users and changes is shown neither', async () => {
  const page = await dashboard.signInAs('warehouse', '/settings?tab=audit');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  assert.equal(await page.getByRole('tab', { name: 'Audit log' }).count(), 0);
  assert.equal(await page.getByRole('tab', { name: 'Roles' }).count(), 0);
  await page.context().close();
});

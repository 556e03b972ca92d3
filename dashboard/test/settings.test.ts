import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLES, SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
import type { Page } from 'playwright-core';
import {
  axeClean,
  hardCodedWords,
  layoutShiftOf,
  noOutsideRequests,
  noSidewaysScroll,
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
  await page.keyboard.press('Enter');
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

test('every tab stands still, asks nobody else, and is clean in light and dark, wide and narrow', async () => {
  const page = await open('/settings?tab=roles');
  const onlyOwn = noOutsideRequests(page);
  for (const tab of ['roles', 'audit']) {
    await page.goto(`${dashboard.url}/settings?tab=${tab}`);
    await page.locator('td[data-role], [data-testid=row]').first().waitFor();
    assert.ok((await layoutShiftOf(page)) < 0.02, `${tab} moved`);
    await noSidewaysScroll(page);
    await axeClean(page);
  }
  onlyOwn();
  await page.context().close();
});

test('no word of it is written into the screen', async () => {
  const page = await open('/settings?tab=roles');
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  for (const tab of ['roles', 'audit']) {
    await page.goto(`${dashboard.url}/settings?tab=${tab}`);
    await page.locator('td[data-role], [data-testid=row]').first().waitFor();
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

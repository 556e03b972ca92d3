import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
  dashboard = await openDashboard();
});
after(() => dashboard.close());

test('one signs in where a link led, and is there', async () => {
  const { email, password } = await dashboard.userAs('operations');
  const page = await dashboard.open('/orders');
  const nothingOutside = noOutsideRequests(page);
  await page.getByLabel('Shop').fill(dashboard.tenant);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Orders' }).waitFor();
  await page.getByTestId('row').first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/orders');
  assert.ok((await layoutShiftOf(page)) < 0.02);
  nothingOutside();
});

test('the frame is sound for everybody: contrast, names, width, languages', async () => {
  const page = await dashboard.signInAs('admin', '/account');
  await page.getByRole('heading', { name: 'Account' }).waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
});

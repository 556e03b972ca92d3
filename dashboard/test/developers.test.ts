import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { openReceiver, type Receiver } from '../../server/test/receiver.ts';
import { axeClean, hardCodedWords, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
let receiver: Receiver;
before(async () => {
  receiver = await openReceiver();
  dashboard = await openDashboard({ orders: 5 });
});
after(async () => {
  await receiver.close();
  await dashboard.close();
});

test('a key is made by keys alone, and the command beside it runs as it is', async () => {
  const page = await dashboard.signInAs('admin', '/developers');
  await page.getByTestId('row').first().waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('ERP');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'The key is made' }).waitFor();
  const [secret = '', curl = ''] = await page.getByTestId('secret').allInnerTexts();
  assert.match(secret, /^dsk_/);
  const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
  assert.deepEqual(JSON.parse(stdout).scopes, ['orders:read']);
  await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
  await page.getByRole('row', { name: /ERP/ }).click();
  const panel = page.getByRole('dialog', { name: 'ERP' });
  await panel.getByRole('button', { name: 'Replace by a new key' }).click();
  await page.getByRole('dialog', { name: 'The key is made' }).waitFor();
  assert.notEqual(await page.getByTestId('secret').first().textContent(), secret);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('row', { name: /ERP/ }).first().click();
  await panel.getByRole('button', { name: 'Revoke' }).click();
  await panel.getByRole('button', { name: 'Revoke it now' }).click();
  await page.getByRole('row', { name: /ERP.*Revoked/ }).waitFor();
});

test('a failing endpoint shows its tries; mended, what is sent now is delivered', async () => {
  receiver.does((response) => void response.writeHead(500).end('out of order'));
  const page = await dashboard.signInAs('operations', '/developers?tab=webhooks');
  await page.getByRole('button', { name: 'New endpoint' }).click();
  await page.getByRole('textbox', { name: 'URL' }).fill(receiver.url);
  await page.getByRole('textbox', { name: 'Events' }).fill('order.');
  await page.keyboard.press('Enter');
  const secret = (await page.getByTestId('secret').textContent()) ?? '';
  assert.match(secret, /^whsec_/);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Ping' }).click();
  const row = page.getByTestId('row').first();
  await row.getByText('500').waitFor();
  await page.getByTestId('endpoint-state').getByText('Failing').waitFor();
  await page.getByText('Waiting', { exact: true }).first().click();
  await row.click();
  const panel = page.getByRole('dialog', { name: 'webhook-endpoint.pinged.v1' });
  await panel.getByText('Next try').waitFor();
  receiver.does((response) => void response.writeHead(204).end());
  const before = receiver.received.length;
  await panel.getByRole('button', { name: 'Send now' }).click();
  await panel.getByText('Delivered').waitFor();
  assert.equal(receiver.received.length, before + 1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Send again since' }).click();
  await page.keyboard.press('Enter');
  await page.getByText(/Sent again: \d+ of \d+ events queued/).waitFor();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByTestId('endpoint-state').getByText('Off').waitFor();
});

test('what is sent again begins at the time typed in the zone of the user, not of the browser', async () => {
  const { id } = await dashboard.api.createWebhookEndpoint({
    url: receiver.url,
    eventTypes: ['order.'],
  });
  const page = await dashboard.signInAs('operations', '/account');
  await page.evaluate(() => localStorage.setItem('doorstep.timeZone', 'Asia/Tokyo'));
  await page.goto(`${dashboard.url}/developers?tab=webhooks&endpoint=${id}`);
  await page.getByRole('button', { name: 'Send again since' }).click();
  const dialog = page.getByRole('dialog');
  const since = dialog.getByLabel('Since', { exact: true });
  const shown = Date.parse(`${await since.inputValue()}+09:00`);
  assert.ok(Math.abs(Date.now() - 86_400_000 - shown) < 180_000, await since.inputValue());
  await dialog.getByText('Asia/Tokyo').waitFor();
  await since.fill('2026-01-01T10:00');
  const asked = page.waitForRequest((one) => one.method() === 'POST' && /replay/.test(one.url()));
  await page.keyboard.press('Enter');
  assert.equal((await asked).postDataJSON().since, '2026-01-01T01:00:00.000Z');
});

test('the log is followed live, filtered, and shown as JSON', async () => {
  const page = await dashboard.signInAs('operations', '/developers?tab=events');
  await page.getByTestId('row').first().waitFor();
  await page.getByLabel('Type begins with').fill('channel.');
  const name = `live-${Date.now()}`;
  const { id } = await dashboard.api.createChannel({ code: name, name });
  const row = page.getByRole('row', { name: new RegExp(id) });
  await row.waitFor();
  await row.click();
  const json = JSON.parse((await page.getByTestId('json').textContent()) ?? '');
  assert.deepEqual([json.type, json.data.code], ['channel.created.v1', name]);
});

test('a request is found by the id of its problem', async () => {
  const told = await dashboard.api.getOrder({ order: '424242' }).catch((error) => error);
  const page = await dashboard.signInAs('operations', '/developers?tab=requests');
  await page.getByLabel(/Request id/).fill(told.requestId);
  await page.waitForTimeout(1100); // the log is written every second
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: told.requestId });
  await panel.getByText('404 not-found').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Only failed').check();
  await page
    .getByRole('row', { name: /not-found/ })
    .first()
    .waitFor();
});

test('every tab is sound for everybody: contrast, names, width, languages', async () => {
  const page = await dashboard.signInAs('admin', '/developers');
  for (const tab of ['keys', 'webhooks', 'events', 'requests']) {
    await page.goto(`${dashboard.url}/developers?tab=${tab}`);
    await page.getByTestId('row').first().waitFor();
    await standsStill(page);
    // Keys and requests are lists like that of events.
    if (tab === 'events') await axeClean(page);
    await noSidewaysScroll(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  const { items } = await dashboard.api.listWebhookEndpoints();
  await page.goto(`${dashboard.url}/developers?tab=webhooks&endpoint=${items[0]?.id}`);
  await page.getByTestId('row').first().waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByTestId('row').first().waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
});

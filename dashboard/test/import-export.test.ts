// Files in and out, as people move them: chosen, mapped, tried out, applied, taken back; and saved.
// cspell:ignore Artikel Menge bestand

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { EXCERPT, needsShared, SHARED } from '../../server/test/importing.ts';
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
  dashboard = await openDashboard({ orders: 20 });
});
after(() => dashboard.close());

async function open(path = '/import-export'): Promise<Page> {
  const page = await dashboard.signInAs('operations', path);
  page.setDefaultTimeout(30_000);
  return page;
}

const chooser = (page: Page) => page.locator('input[type=file]');
const state = (page: Page, name: string) =>
  page.locator(`[data-state="${name}"]`).first().waitFor();
const sum = (page: Page, outcome: string) =>
  page.locator(`[data-outcome="${outcome}"] dd`).textContent();
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();

async function choose(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await chooser(page).setInputFiles(file);
  await page.getByTestId('mapping').waitFor();
}

test('stock is dropped, mapped by the names of its columns, tried out, applied and taken back', async () => {
  const [location] = (await dashboard.api.listLocations({ limit: 1 })).items;
  const { items } = await dashboard.api.listStockLevels({
    location: location?.code ?? '',
    limit: 1,
  });
  const { sku = '', onHand = 0 } = items[0] ?? {};
  const page = await open();
  const isOwn = noOutsideRequests(page);
  const text = `Artikel;Lager;Menge\r\n${sku};${location?.code};${onHand + 7}\r\n${sku};;x\r\n`;
  await page.getByTestId('drop').waitFor();
  await standsStill(page);
  await page.getByTestId('drop').evaluate((place, content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'bestand.csv', { type: 'text/csv' }));
    place.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  }, text);
  const columns = page.getByTestId('column');
  await columns.nth(2).waitFor();
  assert.match((await columns.nth(2).textContent()) ?? '', new RegExp(`${onHand + 7} · x`));
  assert.equal(await columns.nth(2).getByRole('combobox').inputValue(), 'onHand');
  await columns.nth(2).getByRole('combobox').selectOption('');
  await page.getByTestId('missing').getByText('onHand').waitFor();
  await columns.nth(2).getByRole('combobox').selectOption('onHand');
  await axeClean(page);
  await noSidewaysScroll(page);
  await press(page, 'Try it out');
  await state(page, 'ready');
  assert.deepEqual([await sum(page, 'change'), await sum(page, 'refuse')], ['1', '1']);
  const said = page.getByTestId('said-row');
  await said.first().waitFor();
  assert.match((await said.first().getByRole('rowheader').textContent()) ?? '', /3/);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the errors' }).click();
  const errors = await readFile(await (await saving).path(), 'utf8');
  assert.match(errors, /^what,document,row,line/);
  assert.match(errors, /problem,.*,2,3,/);
  await axeClean(page);
  await press(page, 'Apply');
  await state(page, 'done');
  const now = async () =>
    (await dashboard.api.listStockLevels({ sku, location: location?.code ?? '' })).items[0]?.onHand;
  assert.equal(await now(), onHand + 7);
  await press(page, 'Take back');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await state(page, 'undone');
  assert.deepEqual([await sum(page, 'undone'), await sum(page, 'kept')], ['1', '0']);
  assert.equal(await now(), onHand);
  await page.getByRole('tab', { name: 'What became of it' }).click();
  await page.getByTestId('document').first().waitFor();
  isOwn();
  await page.context().close();
});

test('an upload that breaks off says so, and goes on where it ended', async () => {
  const page = await open();
  let isBroken = true;
  await page.route('**/content?*', (route) => (isBroken ? route.abort() : route.continue()));
  const text = `code,title\n${'A,An article\n'.repeat(50)}`;
  const file = { name: 'articles.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await chooser(page).setInputFiles(file);
  await page.getByTestId('upload').getByRole('alert').waitFor();
  isBroken = false;
  await press(page, 'Go on');
  await page.getByTestId('mapping').waitFor();
  await press(page, 'Cancel');
  await state(page, 'canceled');
  // Who comes back later chooses the file once more.
  const { id } = await dashboard.api.createImport({ fileName: 'later.csv' });
  await page.goto(`${dashboard.url}/import-export/imports/${id}`);
  await page.getByText('Choose the same file again').waitFor();
  await chooser(page).setInputFiles({ ...file, name: 'other.csv' });
  await page.getByText('That is another file').waitFor();
  await chooser(page).setInputFiles({ ...file, name: 'later.csv' });
  await page.getByTestId('mapping').waitFor();
  await page.context().close();
});

test('real history goes through the screen, and every import is listed with who made it', async () => {
  const page = await open();
  await choose(page, basename(EXCERPT), await readFile(EXCERPT, 'utf8'));
  assert.equal(await page.getByLabel('Read as').inputValue(), 'online-retail');
  await press(page, 'Try it out');
  await state(page, 'ready');
  await press(page, 'Apply');
  await state(page, 'done');
  assert.ok(Number(await sum(page, 'create')) > 20);
  await page.getByText('Orders of the past cannot be taken back').waitFor();
  await page.getByRole('link', { name: 'Import and export' }).first().click();
  const row = page.getByTestId('import').filter({ hasText: basename(EXCERPT) });
  await row.waitFor();
  assert.match((await row.textContent()) ?? '', /Orders.*Done.*user/s);
  await page.context().close();
});

test('files of other systems are known by what they hold', async (context) => {
  if (!needsShared(context)) return;
  const known = {
    'exports/shopify_orders_sample.csv': 'shopify',
    'shopify-json/products.json': 'shopify-products',
  };
  const page = await open();
  for (const [path, profile] of Object.entries(known)) {
    await page.goto(`${dashboard.url}/import-export`);
    await chooser(page).setInputFiles(join(SHARED, 'data/order-payloads', path));
    await page.getByTestId('mapping').waitFor();
    assert.equal(await page.getByLabel('Read as').inputValue(), profile, path);
    await press(page, 'Try it out');
    await page.locator('[data-state="ready"]').first().waitFor();
    await press(page, 'Cancel');
    await state(page, 'canceled');
  }
  // Half a million rows: what becomes of them is proved elsewhere, without a browser.
  await page.goto(`${dashboard.url}/import-export`);
  await chooser(page).setInputFiles(join(SHARED, 'data/uci-online-retail/online_retail.csv.gz'));
  await page.getByTestId('mapping').waitFor();
  assert.equal(await page.getByLabel('Read as').inputValue(), 'online-retail');
  assert.match((await page.getByTestId('format').textContent()) ?? '', /CSV · gzip/);
  await press(page, 'Cancel');
  await state(page, 'canceled');
  await page.context().close();
});

test('days of an export are those of the user, also the one on which clocks change', async () => {
  const page = await open('/account');
  await page.evaluate(() => localStorage.setItem('doorstep.timeZone', 'America/New_York'));
  const asking = page.waitForRequest(/placedFrom=/);
  const days = 'from=2026-03-08&to=2026-03-08';
  await page.goto(`${dashboard.url}/import-export?tab=export&what=orders&${days}`);
  const asked = new URL((await asking).url()).searchParams;
  assert.deepEqual(
    [asked.get('placedFrom'), asked.get('placedTo')],
    ['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  );
  await page.context().close();
});

test('an export is what its preview shows, narrowed and with the columns that were chosen', async () => {
  const page = await open('/import-export?tab=export');
  await page.getByTestId('preview').waitFor();
  await page.getByLabel('What').selectOption('lines');
  await page.waitForURL(/what=lines/);
  await page.getByRole('checkbox', { name: 'title' }).click();
  await page.waitForURL(/columns=/);
  const head = page.getByTestId('preview').getByRole('columnheader');
  await page.waitForFunction(
    () => !document.querySelector('[data-testid=preview] thead')?.textContent?.includes('title'),
  );
  const saving = page.waitForEvent('download');
  await page.getByTestId('export').click();
  const download = await saving;
  assert.equal(download.suggestedFilename(), 'lines.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  assert.equal(lines[0], (await head.allTextContents()).join(','));
  const shown = await page.getByTestId('preview').getByRole('row').nth(1).allTextContents();
  assert.equal(lines[1]?.replaceAll(/[",]/g, ''), shown.join('').replaceAll(/[",]/g, ''));
  const again = page.waitForEvent('download');
  await press(page, 'Download again');
  assert.equal((await again).suggestedFilename(), 'lines.csv');
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  await page.reload();
  await page.getByTestId('preview').waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
  await page.goto(`${dashboard.url}/import-export`);
  await page.getByTestId('import').first().waitFor();
  assert.deepEqual(await hardCodedWords(page), []);
  await page.context().close();
});

// What was, imported: orders, credits, adjustments and write-offs of the past.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Profile } from '@doorstep/core/history/profile.ts';
import { newId } from '../../src/db/ids.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { EXCERPT, importBytes, importFile, rowsOf, workOff } from '../importing.ts';
import { queueWebhooks } from '../receiver.ts';
import { openShop, type Shop } from '../shop.ts';

/** Counted from the excerpt by another program, with decimal arithmetic. */
const TRUTH = { order: 41, credit: 14, adjustment: 3, 'write-off': 12 };
const SALES_MINOR = 1_377_904;
const CREDITS_MINOR = -40_300;
const ADJUSTMENTS_MINOR = -1_106_206;

const COUNT = {
  name: 'test.count',
  text: `select (select count(*) from orders where tenant_id = (select current_tenant())) as orders,
           (select coalesce(sum(total_minor), 0) from orders
            where tenant_id = (select current_tenant())) as total,
           (select count(*) from order_lines
            where tenant_id = (select current_tenant())) as lines,
           (select count(*) from customers
            where tenant_id = (select current_tenant())) as customers,
           (select count(*) from events where tenant_id = (select current_tenant())) as events,
           (select count(*) from stock_movements
            where tenant_id = (select current_tenant())) as movements,
           (select count(*) from payments where tenant_id = (select current_tenant())) as payments`,
};

async function count(shop: Shop): Promise<Record<string, number>> {
  const row = await inTransaction(shop.runtime.app, shop.tenant, (tx) =>
    tx.row<Record<string, bigint>>(COUNT),
  );
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]),
  );
}

describe('a file of two years of sales', () => {
  let shop: Shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop.close());

  test('as a dry run says what would happen, and writes nothing', async () => {
    const before = await count(shop);
    const dry = await importFile(shop, EXCERPT, 'online-retail', { apply: false });
    assert.equal(dry.state, 'ready');
    assert.deepEqual(dry.documents.create, TRUTH);
    assert.equal(dry.rows.read, 415);
    assert.deepEqual(await count(shop), before);
    const report = await shop.call('GET', `/v1/imports/${dry.id}/report`);
    assert.match(report.body, /^document,536365,1,,order,create,,,$/m);
    assert.match(report.body, /"European Community"".*\n?/);
    assert.equal(report.body.trim().split('\n').length, 1 + 70 + (await rowsOf(shop, dry)).length);

    await shop.call('POST', `/v1/imports/${dry.id}/application`);
    await workOff(shop);
    const done = (await shop.call('GET', `/v1/imports/${dry.id}`)).body;
    assert.equal(done.state, 'done');
    assert.deepEqual(done.documents.create, TRUTH);
  });

  test('has the money of the file to the penny, and every row of it', async () => {
    const counts = await count(shop);
    assert.equal(counts['orders'], TRUTH.order);
    assert.equal(counts['total'], SALES_MINOR);
    const documents = (await shop.call('GET', '/v1/past-documents?limit=200')).body.items;
    const sum = (kind: string) =>
      documents
        .filter((one: { kind: string }) => one.kind === kind)
        .reduce((total: number, one: { totalMinor: number }) => total + one.totalMinor, 0);
    assert.equal(sum('credit'), CREDITS_MINOR);
    assert.equal(sum('adjustment'), ADJUSTMENTS_MINOR);
    assert.equal(sum('write-off'), 0);
    const lines = documents.flatMap((one: { lines: unknown[] }) => one.lines).length;
    assert.equal((counts['lines'] ?? 0) + lines, 415);
  });

  test('gives each order its place in time, its buyer, its lines and its raw rows', async () => {
    const { items } = (await shop.call('GET', '/v1/orders?limit=200')).body;
    const placed = items.map((one: { placedAt: string }) => one.placedAt);
    assert.deepEqual(placed, placed.toSorted().reverse(), 'the list is newest first');
    const [summary] = items.filter((one: { externalId: string }) => one.externalId === '536365');
    const order = (await shop.call('GET', `/v1/orders/${summary.id}`)).body;
    assert.equal(order.status, 'completed');
    assert.equal(order.fulfillmentStatus, 'delivered');
    assert.equal(order.paymentStatus, 'none');
    assert.notEqual(order.importedAt, null);
    const { items: rows } = (await shop.call('GET', `/v1/orders/${order.id}/source-rows`)).body;
    assert.equal(rows.length, order.lines.length);
    assert.equal(JSON.parse(rows[0].raw).Description, 'WHITE HANGING HEART T-LIGHT HOLDER');
    assert.equal(JSON.parse(rows.at(-1).raw).InvoiceNo, '536365', 'a row far away is of it, too');
  });

  test('links a credit to the sale it gives back, where only one fits', async () => {
    const { items } = (await shop.call('GET', '/v1/past-documents?limit=200')).body;
    const credits = items.filter((one: { kind: string }) => one.kind === 'credit');
    const lines = credits.flatMap((one: { lines: { order: string | null }[] }) => one.lines);
    const linked = lines.filter((line: { order: string | null }) => line.order !== null);
    assert.ok(linked.length >= 6, `${linked.length} of ${lines.length}`);
    assert.ok(linked.length < lines.length, 'some fit no sale of the file');
    for (const { order, sku, quantity } of linked) {
      const sale = (await shop.call('GET', `/v1/orders/${order}`)).body;
      const fitting = sale.lines.filter((line: { sku: string }) => line.sku === sku);
      assert.equal(fitting.length, 1);
      assert.ok(fitting[0].ordered >= -quantity);
      const back = await shop.call('GET', `/v1/past-documents?order=${order}`);
      assert.ok(back.body.items.length > 0);
    }
  });

  test('says of an order that is not there that it is not there, and not that it has no rows', async () => {
    const order = newId('order');
    const rows = await shop.call('GET', `/v1/orders/${order}/source-rows`);
    const documents = await shop.call('GET', `/v1/past-documents?order=${order}`);
    assert.deepEqual([rows.status, documents.status], [404, 404]);
    assert.deepEqual([rows.body.code, documents.body.code], ['not-found', 'not-found']);
  });

  test('changes nothing when it is imported a second time', async () => {
    const before = await count(shop);
    const again = await importFile(shop, EXCERPT, 'online-retail');
    assert.equal(again.state, 'done');
    assert.deepEqual(again.documents.create, {});
    assert.deepEqual(again.documents.skip, TRUTH);
    assert.deepEqual(await count(shop), before);
  });

  test('pain 17: import of history needs no live products or customers, and never reserves, charges or notifies', async () => {
    const counts = await count(shop);
    assert.deepEqual([counts['movements'], counts['payments']], [0, 0]);
    assert.ok((counts['customers'] ?? 0) > 10, 'customers were made as the file names them');
    const { items } = (await shop.call('GET', '/v1/skus')).body;
    assert.deepEqual(items, [], 'no product was made up');
    await shop.sequence();
    const endpoint = (
      await shop.call('POST', '/v1/webhook-endpoints', { url: 'https://hooks.example.com/x' })
    ).body;
    const more =
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
    await importBytes(shop, `${more}9,22423,CAKE STAND,1,2011-12-01 10:00:00,12.75,99.0,Spain\n`, {
      profile: 'online-retail',
    });
    await shop.sequence();
    while (await queueWebhooks(shop.runtime));
    const sent = (await shop.call('GET', `/v1/webhook-endpoints/${endpoint.id}/deliveries`)).body;
    const types = sent.items.map((one: { type: string }) => one.type);
    assert.ok(!types.some((type: string) => /^(order|customer|past)/.test(type)), types.join());

    const made = await shop.call('POST', '/v1/skus', { code: '22423', title: 'Cake stand' });
    const matched = await shop.call('POST', '/v1/sku-matches', { code: '22423', sku: '22423' });
    assert.ok(matched.body.lines >= 1);
    assert.equal(matched.body.remaining, false);
    const found = (await shop.call('GET', '/v1/orders?limit=1')).body.items[0];
    assert.ok(found.id.startsWith('ord_'));
    assert.equal(made.status, 201);
  });
});

describe('an import', () => {
  let shop: Shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop.close());
  const HEAD =
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
  const row = (
    invoice: string,
    more: Partial<Record<'quantity' | 'date' | 'price', string>> = {},
  ) =>
    `${invoice},A1,Thing,${more.quantity ?? '2'},${more.date ?? '2011-05-01 10:00:00'},${more.price ?? '1.50'},7.0,France\n`;

  test('refuses an order whole when one of its rows will not map, and says which and why', async () => {
    const file =
      HEAD +
      row('100') +
      row('100', { date: 'last week' }) +
      row('101') +
      row('102', { quantity: '-3' });
    const done = await importBytes(shop, file, { profile: 'online-retail' });
    assert.deepEqual(done.documents.create, { order: 1 });
    assert.deepEqual(done.documents.refuse, { order: 2 });
    const said = await rowsOf(shop, done);
    assert.deepEqual(
      said.map((one: { line: number; problems: { code: string }[] }) => [
        one.line,
        one.problems[0]?.code,
      ]),
      [
        [3, 'date-invalid'],
        [5, 'quantity-invalid'],
      ],
    );
    assert.match(said[1].problems[0].suggestion, /classify/);
  });

  test('of a file sent in pieces goes on where it broke off', async () => {
    const bytes = Buffer.from(HEAD + row('200'));
    const { body } = await shop.call('POST', '/v1/imports', {
      profile: 'online-retail',
      fileName: 'x.csv',
      apply: true,
    });
    const octets = { 'content-type': 'application/octet-stream' };
    const at = `/v1/imports/${body.id}/content`;
    await shop.call('PUT', `${at}?offset=0`, bytes.subarray(0, 50), octets);
    const wrong = await shop.call('PUT', `${at}?offset=0`, bytes.subarray(0, 50), octets);
    assert.deepEqual([wrong.status, wrong.body.data.receivedBytes], [409, 50]);
    await shop.call('PUT', `${at}?offset=50&last=true`, bytes.subarray(50), octets);
    const late = await shop.call('PUT', `${at}?offset=50`, bytes.subarray(50), octets);
    assert.equal(late.body.code, 'import-not-receiving');
    await workOff(shop);
    const done = (await shop.call('GET', `/v1/imports/${body.id}`)).body;
    assert.deepEqual(done.documents.create, { order: 1 });
  });

  test('leaves an order alone that was captured here', async () => {
    await shop.call('POST', '/v1/channels', { code: 'both', name: 'Both' });
    await shop.call('POST', '/v1/orders', {
      channel: 'both',
      externalId: '300',
      currency: 'GBP',
      lines: [{ sku: 'A1', quantity: 1, unitPriceMinor: 100 }],
    });
    const done = await importBytes(shop, HEAD + row('300'), {
      profile: 'online-retail',
      channel: 'both',
    });
    assert.deepEqual([done.documents.create, done.documents.skip], [{}, { order: 1 }]);
  });

  test('can be canceled, and ends only once', async () => {
    const dry = await importBytes(shop, HEAD + row('400'), {
      profile: 'online-retail',
      apply: false,
    });
    const canceled = await shop.call('POST', `/v1/imports/${dry.id}/cancellation`);
    assert.equal(canceled.body.state, 'canceled');
    const again = await shop.call('POST', `/v1/imports/${dry.id}/cancellation`);
    assert.equal(again.body.code, 'import-ended');
    const apply = await shop.call('POST', `/v1/imports/${dry.id}/application`);
    assert.equal(apply.body.code, 'import-not-ready');
  });

  test('needs a profile that says enough', async () => {
    const begin = (profile: unknown, more = {}) =>
      shop.call('POST', '/v1/imports', { profile, fileName: 'x.csv', ...more });
    assert.equal((await begin('nobody')).body.code, 'profile-unknown');
    assert.equal((await begin('online-retail', { kind: 'stock' })).body.code, 'profile-invalid');
    assert.equal(
      (await begin('online-retail', { timeZone: 'Mars' })).body.code,
      'time-zone-unknown',
    );
    const { items } = (await shop.call('GET', '/v1/import-profiles')).body;
    const [own] = items.filter((one: { name: string }) => one.name === 'online-retail');
    const { placedAt: _, ...fields } = own.fields;
    assert.match((await begin({ ...own, fields })).body.detail, /placedAt/);
    assert.equal((await begin({ ...own, name: 'my own' })).status, 201);
  });

  test('of a file that cannot be read fails with the place, and writes nothing', async () => {
    const broken = await importBytes(shop, `${HEAD}${row('500')}501,"no end`, {
      profile: 'online-retail',
    });
    assert.equal(broken.state, 'failed');
    assert.equal(broken.error.line, 3);
    assert.deepEqual(broken.documents.create, {});
    const missing = await importBytes(shop, 'Number,Date\n1,2\n', { profile: 'online-retail' });
    assert.match(missing.error.detail, /InvoiceNo/);
  });

  const NOTES: Profile = {
    name: 'notes',
    title: 'Orders with notes',
    kind: 'orders',
    recordPaths: [''],
    documentKey: ['id'],
    channel: 'notes',
    currency: 'EUR',
    timeZone: 'UTC',
    dates: 'year-first',
    decimalMark: '.',
    fate: 'open',
    fields: {
      externalId: 'id',
      placedAt: 'date',
      note: 'note',
      tags: 'tags',
      'line.title': 'title',
      'line.quantity': 'quantity',
      'line.amount': 'amount',
    },
  };
  const noted = (id: string, more: object = {}) =>
    JSON.stringify({ id, date: '2026-01-02', title: 'A', quantity: '1', amount: '5', ...more });

  test('takes text with what cannot be stored, a mark in its place, and the rows as they were', async () => {
    const bad = 'a\0b\ud83dc';
    const lines = [
      noted('one', { title: bad, tags: bad, note: bad, [bad]: 'x' }),
      noted(`two ${bad}`),
      noted('three', { date: bad }),
    ].join('\n');
    const done = await importBytes(shop, lines, { profile: NOTES, fileName: 'orders.ndjson' });
    assert.equal(done.state, 'done', JSON.stringify(done.error));
    assert.deepEqual(done.documents.create, { order: 2 });
    assert.deepEqual(done.documents.refuse, { order: 1 });
    assert.ok(done.fields.some(({ field }: { field: string }) => field === 'a\ufffdb\ufffdc'));
    const { items } = (await shop.call('GET', '/v1/orders?channel=notes')).body;
    const ids = items.map((one: { externalId: string }) => one.externalId);
    assert.deepEqual(ids.toSorted(), ['one', 'two a\ufffdb\ufffdc']);
    const [{ id }] = items.filter((one: { externalId: string }) => one.externalId === 'one');
    const order = (await shop.call('GET', `/v1/orders/${id}`)).body;
    assert.equal(order.lines[0].title, 'a\ufffdb\ufffdc');
    const { items: rows } = (await shop.call('GET', `/v1/orders/${id}/source-rows`)).body;
    assert.equal(JSON.parse(rows[0].raw).title, bad);
  });

  test('cuts no character in two where a text is longer than what is kept', async () => {
    const straddling = (length: number) => `${'x'.repeat(length - 1)}😀 and more`;
    const line = noted('long', {
      title: straddling(100),
      tags: straddling(50),
      note: straddling(5000),
    });
    const done = await importBytes(shop, `${line}\n${noted(straddling(300))}`, {
      profile: { ...NOTES, channel: 'long' },
      fileName: 'orders.ndjson',
    });
    assert.equal(done.state, 'done', JSON.stringify(done.error));
    assert.deepEqual(done.documents.create, { order: 2 });
  });

  test('tells of a line that is no JSON, whatever stands in it', async () => {
    const lines = [noted('fine'), '😀 is no JSON', `{"id": x😀😀😀😀😀😀}`, noted('fine, too')];
    const done = await importBytes(shop, lines.join('\n'), {
      profile: { ...NOTES, channel: 'lines' },
      fileName: 'orders.ndjson',
    });
    assert.equal(done.state, 'done', JSON.stringify(done.error));
    assert.deepEqual(done.documents.create, { order: 2 });
    assert.equal((await rowsOf(shop, done)).length, 2);
  });

  test('refuses a document that the database cannot hold, and takes the others', async () => {
    const ids = Array.from({ length: 40 }, (_, place) => `${place}`);
    const huge = { quantity: '1000000', amount: '', price: '999999999999' };
    const lines = ids.map((id) => noted(id, id === '17' ? huge : {}));
    const fields = { ...NOTES.fields, 'line.unitPrice': 'price' };
    const done = await importBytes(shop, lines.join('\n'), {
      profile: { ...NOTES, channel: 'huge', fields },
      fileName: 'orders.ndjson',
    });
    assert.equal(done.state, 'done', JSON.stringify(done.error));
    assert.deepEqual(done.documents.create, { order: 39 });
    assert.deepEqual(done.documents.refuse, { order: 1 });
    const [row] = await rowsOf(shop, done);
    assert.deepEqual([row.line, row.problems[0].code], [18, 'refused']);
  });

  test('of a file that fails tells why, whatever is named in it', async () => {
    const profile = { ...NOTES, recordPaths: ['orders'] };
    const json = JSON.stringify({ 'a\0b': [], '\ud83d': [] });
    const broken = await importBytes(shop, json, { profile, fileName: 'orders.json' });
    assert.equal(broken.state, 'failed');
    assert.match(broken.error.detail, /The document holds: a\ufffdb, \ufffd/);
  });

  test('forgets its rows with the customer they name', async () => {
    const file = await readFile(EXCERPT, 'utf8');
    await importBytes(shop, file, { profile: 'online-retail', channel: 'erased' });
    const { items } = (await shop.call('GET', '/v1/orders?channel=erased&limit=1')).body;
    const order = items[0];
    const rows = async () =>
      (await shop.call('GET', `/v1/orders/${order.id}/source-rows`)).body.items;
    assert.ok((await rows()).every((one: { raw: string | null }) => one.raw !== null));
    const erased = await shop.call('POST', `/v1/customers/${order.customer}/erasure`);
    assert.equal(erased.status, 200, JSON.stringify(erased.body));
    assert.ok((await rows()).every((one: { raw: string | null }) => one.raw === null));
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const create = (code: string, more: object = {}): Promise<Answer> =>
  shop.call('POST', '/v1/skus', { code, title: `Title of ${code}`, ...more });
const change = (sku: string, body: object): Promise<Answer> =>
  shop.call('PATCH', `/v1/skus/${encodeURIComponent(sku)}`, body);
const get = (sku: string): Promise<Answer> =>
  shop.call('GET', `/v1/skus/${encodeURIComponent(sku)}`);
const upsert = (...items: object[]): Promise<Answer> =>
  shop.call('PUT', '/v1/skus/bulk', { items });
const kitOf = (...skus: string[]) => ({ components: skus.map((sku) => ({ sku, quantity: 2 })) });

async function foundBy(search: string): Promise<string[]> {
  const { body } = await shop.call('GET', `/v1/skus?search=${encodeURIComponent(search)}`);
  return body.items.map((sku: { code: string }) => sku.code);
}

test('a SKU is created with its measures and read by id and by code', async () => {
  const price = { amountMinor: 1250, currency: 'EUR' };
  const body = { barcode: '4006381333931', weightGrams: 150, lengthMm: 300, price };
  const made = await create('TEE/RED XL', body);
  assert.equal(made.status, 201);
  assert.equal(made.body.version, 1);
  assert.deepEqual(made.body.price, price);
  assert.deepEqual(made.body.components, []);
  assert.deepEqual((await get(made.body.id)).body, made.body);
  assert.deepEqual((await get('TEE/RED XL')).body, made.body);
  assert.equal((await get('nothing')).body.code, 'not-found');
});

test('a code is taken once', async () => {
  await create('once');
  const again = await create('once');
  assert.equal(again.body.code, 'already-exists');
  assert.deepEqual(again.body.data, { field: 'code' });
});

test('a barcode with a wrong check digit is refused, and the right one told', async () => {
  const refused = await create('wrong', { barcode: '4006381333932' });
  assert.equal(refused.status, 422);
  assert.equal(refused.body.code, 'barcode-invalid');
  assert.equal(refused.body.data.checkDigit, 1);
});

test('a SKU has several barcodes, and no two SKUs have the same, however it is printed', async () => {
  const [piece, box] = ['5901234123457', '15901234123454'];
  const made = await create('pieces', { barcodes: [piece, box] });
  assert.deepEqual([made.body.barcode, made.body.barcodes], [piece, [piece, box]]);
  assert.deepEqual(await foundBy(box), ['pieces']);
  const taken = await create('other', { barcode: `0${piece}` });
  assert.equal(taken.status, 409);
  assert.deepEqual(taken.body.data, { field: 'barcodes', barcode: `0${piece}`, sku: 'pieces' });
  await create('other');
  const { body } = await upsert(
    { code: 'third', title: 'Third', barcode: '4012345678901' },
    { code: 'other', barcodes: ['4012345678901'] },
    { code: 'pieces', barcodes: [box] },
  );
  assert.deepEqual(
    body.items.map((item: { outcome: string }) => item.outcome),
    ['created', 'refused', 'changed'],
  );
  const freed = await change('other', { barcode: piece });
  assert.deepEqual(freed.body.barcodes, [piece]);
  assert.deepEqual(await foundBy(piece), ['other']);
  const none = await change('other', { barcode: null });
  assert.deepEqual([none.body.barcode, none.body.barcodes], [null, []]);
});

test('a change keeps what is left out, takes away what is null, and needs the newest version', async () => {
  await create('change', { weightGrams: 100, price: { amountMinor: 5, currency: 'EUR' } });
  const changed = await change('change', { price: null, active: false, version: 1 });
  assert.equal(changed.body.version, 2);
  assert.equal(changed.body.weightGrams, 100);
  assert.equal(changed.body.price, null);
  assert.equal((await change('change', { active: false })).body.version, 2, 'nothing changed');
  const stale = await change('change', { title: 'Late', version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
  assert.deepEqual(stale.body.data, { version: 2 });
  assert.equal((await change('nothing', { title: 'X' })).body.code, 'not-found');
});

test('a kit is made of plain SKUs', async () => {
  const part = (await create('part-a')).body;
  await create('part-b');
  const kit = await create('kit', kitOf('part-b', part.id));
  assert.equal(kit.status, 201);
  assert.deepEqual(kit.body.components.map((one: { sku: string }) => one.sku).sort(), [
    'part-a',
    'part-b',
  ]);
  const refusals = [
    await create('kit-2', kitOf('unknown')),
    await create('kit-2', kitOf('kit')),
    await create('kit-2', kitOf('part-a', part.id)),
    await change('part-b', kitOf('once')),
    await change('once', kitOf('once')),
  ];
  for (const { body } of refusals) assert.equal(body.code, 'kit-invalid');
  assert.deepEqual(
    refusals.map(({ body }) => body.data.reason),
    ['sku-unknown', 'is-kit', 'named-twice', 'is-component', 'is-itself'],
  );
  const plain = await change('kit', { components: [] });
  assert.equal(plain.body.version, 2);
  assert.deepEqual(plain.body.components, []);
  assert.equal((await change('part-b', kitOf('once'))).status, 200, 'part of nothing any more');
});

test('SKUs are found by code, title and barcode', async () => {
  await create('LAMP-OAK-01', { title: 'Stehlampe Eiche, groß', barcode: '96385074' });
  for (const search of ['lamp-oak', 'oak', 'stehl', 'EICHE gro', '96385074'])
    assert.deepEqual(await foundBy(search), ['LAMP-OAK-01'], search);
  assert.deepEqual(await foundBy('oak pine'), []);
  await change('LAMP-OAK-01', { title: 'Table lamp' });
  assert.deepEqual(await foundBy('stehl'), []);
});

test('many SKUs are created and changed at once, each with its own outcome', async () => {
  await create('bulk-known', { weightGrams: 10 });
  const rows = [
    { code: 'bulk-kit', title: 'Kit', ...kitOf('bulk-new', 'bulk-known') },
    { code: 'bulk-new', title: 'New' },
    { code: 'bulk-known', title: 'Known, renamed' },
    { code: 'bulk-bad', title: 'Bad', barcode: '123' },
    { code: 'bulk-untitled' },
    { code: 'bulk-new', title: 'Again' },
    { code: 'bulk-kit-2', title: 'Kit of a kit', ...kitOf('bulk-kit') },
  ];
  const { status, body } = await upsert(...rows);
  assert.equal(status, 200);
  assert.deepEqual(
    body.items.map((row: { outcome: string; refusal: { code: string } | null }) =>
      row.refusal === null ? row.outcome : row.refusal.code,
    ),
    [
      'created',
      'created',
      'changed',
      'barcode-invalid',
      'validation-failed',
      'already-exists',
      'kit-invalid',
    ],
  );
  assert.equal(body.items[2].version, 2);
  assert.equal((await get('bulk-known')).body.weightGrams, 10, 'what is left out stays');
  assert.equal((await get('bulk-kit')).body.components.length, 2);
  assert.equal((await get('bulk-bad')).status, 404);
  const again = await upsert({ code: 'bulk-new', title: 'New' });
  assert.equal(again.body.items[0].outcome, 'unchanged');
  assert.equal(again.body.items[0].version, 1);
});

test('a thousand SKUs go in at once and come out page by page', async () => {
  const items = Array.from({ length: 1000 }, (_, place) => ({
    code: `mass-${String(place).padStart(4, '0')}`,
    title: 'Mass',
  }));
  const { body } = await upsert(...items);
  assert.ok(body.items.every((row: { outcome: string }) => row.outcome === 'created'));
  const seen = new Set<string>();
  for (let cursor = ''; ; ) {
    const page = (await shop.call('GET', `/v1/skus?limit=200&search=mass${cursor}`)).body;
    for (const sku of page.items) seen.add(sku.code);
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  assert.equal(seen.size, 1000);
  assert.equal((await upsert(...items, { code: 'x', title: 'x' })).body.code, 'validation-failed');
});

test('a channel is created, read by id and code, changed and listed', async () => {
  const made = await shop.call('POST', '/v1/channels', { code: 'web', name: 'Web shop' });
  assert.equal(made.status, 201);
  assert.equal(made.body.stockPolicy, 'all-or-nothing');
  assert.equal(made.body.splitPolicy, 'allow');
  assert.deepEqual((await shop.call('GET', `/v1/channels/${made.body.id}`)).body, made.body);
  assert.deepEqual((await shop.call('GET', '/v1/channels/web')).body, made.body);
  const again = await shop.call('POST', '/v1/channels', { code: 'web', name: 'Other' });
  assert.deepEqual(again.body.data, { field: 'code' });

  const body = { stockPolicy: 'partial-with-backorder', active: false, version: 1 };
  const changed = await shop.call('PATCH', '/v1/channels/web', body);
  assert.equal(changed.body.version, 2);
  assert.equal(changed.body.active, false);
  assert.equal((await shop.call('PATCH', '/v1/channels/web', body)).body.code, 'version-conflict');
  await shop.call('POST', '/v1/channels', { code: 'pos', name: 'Stores' });
  const taken = await shop.call('PATCH', '/v1/channels/pos', { code: 'web' });
  assert.equal(taken.body.code, 'already-exists');
  const missing = await shop.call('PATCH', '/v1/channels/none', { name: 'X' });
  assert.equal(missing.body.code, 'not-found');
  assert.equal((await shop.call('GET', '/v1/channels/none')).body.code, 'not-found');
  const { items } = (await shop.call('GET', '/v1/channels')).body;
  assert.deepEqual(
    items.map((channel: { code: string }) => channel.code),
    ['pos', 'web'],
  );
});

test('another tenant has codes of its own and sees none of these', async () => {
  const other = await shop.anotherTenant('other');
  assert.equal((await other.call('GET', '/v1/skus/once')).body.code, 'not-found');
  const body = { code: 'once', title: 'Theirs' };
  assert.equal((await other.call('POST', '/v1/skus', body)).status, 201);
  const kit = { code: 'theirs', title: 'Theirs', ...kitOf('part-a') };
  assert.equal((await other.call('POST', '/v1/skus', kit)).body.code, 'kit-invalid');
});

test('every change of a SKU is in the log, its versions dense', async () => {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const { id } = (await get('change')).body;
  const own = items.filter((event: { subject: string }) => event.subject === id);
  assert.deepEqual(
    own.map((event: { type: string; version: number }) => [event.type, event.version]),
    [
      ['sku.created.v1', 1],
      ['sku.changed.v1', 2],
    ],
  );
  assert.deepEqual(own[1].data.changed.sort(), ['active', 'price']);
});

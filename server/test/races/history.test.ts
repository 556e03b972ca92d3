// Imports with several workers, some of which die, and with people who work at the same time.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { runImports } from '../../src/history/run-imports.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { importBytes, sendBytes, workOff } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
let second: Runtime;
let owner: pg.Client;
beforeEach(async () => {
  shop = await openShop();
  second = openRuntime({ url: shop.url, log: pino({ level: 'silent' }) });
  owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await second.close();
  await shop.close();
});

const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
const row = (invoice: string, quantity: number, customer = '7.0') =>
  `${invoice},A1,Thing,${quantity},2011-05-01 10:00:00,1.50,${customer},France\n`;

/** Orders of three lines, and a credit after every tenth. */
function fileOf(orders: number): string {
  const documents = Array.from({ length: orders }, (_, place) => {
    const lines = [1, 2, 3].map((quantity) => row(`${place}`, quantity, `${place % 20}.0`));
    return lines.join('') + (place % 10 === 0 ? row(`C${place}`, -1, `${place % 20}.0`) : '');
  });
  return HEAD + documents.join('');
}

async function begin(file: string, more: object = {}): Promise<string> {
  const { body } = await shop.call('POST', '/v1/imports', {
    profile: 'online-retail',
    fileName: 'orders.csv',
    apply: true,
    ...more,
  });
  await sendBytes(shop, body.id, Buffer.from(file));
  return body.id;
}

const read = async (id: string) => (await shop.call('GET', `/v1/imports/${id}`)).body;

async function count(table: string): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

const written = async () => [
  await count('orders'),
  await count('order_lines'),
  await count('past_documents'),
  await count(`events where type in ('order.imported.v1', 'past-document.imported.v1')`),
];

/** Dies when it looks at a clock once more. */
function doomed(looks: number): Runtime {
  let left = looks;
  const look = (): Date => {
    left -= 1;
    if (left < 0) throw new Error('killed');
    return new Date();
  };
  return { ...second, now: look, realNow: look };
}

async function workUntilKilled(looks: number): Promise<void> {
  const runtime = doomed(looks);
  await assert.rejects(workOff({ runtime }), /killed/);
}

/** The lease of who died has run out. */
const later = (): Runtime => ({ ...shop.runtime, realNow: () => new Date(Date.now() + 31_000) });

test('two workers on one import have one effect', async () => {
  const id = await begin(fileOf(600));
  await Promise.all([workOff(shop), workOff({ runtime: second })]);
  await workOff(shop);
  const done = await read(id);
  assert.equal(done.state, 'done');
  assert.deepEqual(done.documents.create, { order: 600, credit: 60 });
  assert.deepEqual(await written(), [600, 1800, 60, 660]);
});

test('of two imports of the same file at once, each order is written by one', async () => {
  const file = fileOf(600);
  const ids = [await begin(file), await begin(file)];
  await Promise.all([workOff(shop), workOff({ runtime: second })]);
  await workOff(shop);
  const [one, other] = await Promise.all(ids.map(read));
  assert.deepEqual([one.state, other.state], ['done', 'done'], JSON.stringify([one, other]));
  for (const [kind, all] of [
    ['order', 600],
    ['credit', 60],
  ] as const) {
    const sum = (outcome: string) =>
      (one.documents[outcome][kind] ?? 0) + (other.documents[outcome][kind] ?? 0);
    assert.deepEqual([sum('create'), sum('skip')], [all, all], kind);
  }
  assert.deepEqual(await written(), [600, 1800, 60, 660]);
  assert.equal(await count('customers'), 20);
});

test('what a worker leaves that dies while it reads or applies, another goes on with', async () => {
  const id = await begin(fileOf(1500));
  // It looks twice before it works, then once for every 2,000 rows.
  await workUntilKilled(3);
  assert.equal((await read(id)).rows.read, 2000);
  assert.equal(await runImports(shop.runtime), 0, 'the lease still stands');
  assert.equal(await runImports(later()), 1);
  const staged = await read(id);
  assert.deepEqual([staged.state, staged.rows.read], ['applying', 4650]);
  assert.equal(await count('import_rows'), 4650);
  // Twice for every 250 documents.
  await workUntilKilled(2 + 4 + 1);
  assert.equal((await read(id)).documents.handled > 0, true);
  const half = await count('orders');
  assert.ok(half > 0 && half < 1500, `${half}`);
  assert.equal(await runImports(shop.runtime), 0, 'the lease still stands');
  await workOff({ runtime: later() });
  const done = await read(id);
  assert.equal(done.state, 'done');
  assert.deepEqual(done.documents.create, { order: 1500, credit: 150 });
  assert.deepEqual(await written(), [1500, 4500, 150, 1650]);
});

test('a file that takes longer to read than a lease lasts stays with who reads it', async () => {
  const id = await begin(fileOf(10));
  const leaseMs = 1500;
  await owner.query('begin');
  await owner.query('lock table import_chunks in access exclusive mode');
  const reading = runImports(shop.runtime, { leaseMs });
  try {
    for (const _ of [1, 2, 3]) {
      await sleep(leaseMs);
      const { rows } = await owner.query(
        'select leased_until > clock_timestamp() as held from imports',
      );
      assert.deepEqual(rows, [{ held: true }]);
      assert.equal(await runImports(second, { leaseMs }), 0);
    }
  } finally {
    await owner.query('commit');
    await reading;
  }
  assert.deepEqual([(await read(id)).state, (await read(id)).rows.read], ['applying', 31]);
});

test('a row that was kept tells whose the row behind it is, when the file is read again', async () => {
  const { body } = await shop.call('GET', '/v1/import-profiles');
  const [own] = body.items.filter((one: { name: string }) => one.name === 'online-retail');
  const lines = Array.from({ length: 2500 }, (_, place) => row(place === 0 ? '1' : '', 1));
  const profile = { ...own, blankKeyContinues: true };
  const id = await begin(HEAD + lines.join(''), { profile, apply: false });
  await workUntilKilled(3);
  assert.equal((await read(id)).rows.read, 2000);
  assert.equal(await runImports(later()), 1);
  const staged = await read(id);
  assert.deepEqual([staged.rows, staged.documents.total], [{ read: 2500, refused: 0 }, 1]);
  const [filled] = staged.fields.filter((one: { field: string }) => one.field === 'StockCode');
  assert.equal(filled.filled, 2500);
});

test('a long import leaves others their turns', async () => {
  const id = await begin(fileOf(1500));
  await runImports(shop.runtime);
  const other = await shop.anotherTenant('other');
  const { body } = await other.call('POST', '/v1/imports', {
    profile: 'online-retail',
    fileName: 'orders.csv',
    apply: true,
  });
  await sendBytes(other, body.id, Buffer.from(fileOf(10)));
  const turns = { turnMs: 0 };
  assert.equal(await runImports(shop.runtime, turns), 2);
  const { handled } = (await read(id)).documents;
  assert.ok(handled > 0 && handled <= 250, `${handled}`);
  while ((await other.call('GET', `/v1/imports/${body.id}`)).body.state !== 'done')
    assert.equal(await runImports(second, turns), 2, 'both go on at once');
  assert.equal((await read(id)).state, 'applying');
  await workOff(shop);
  assert.deepEqual((await read(id)).documents.create, { order: 1500, credit: 150 });
  const { rows } = await owner.query('select count(*)::int as count from orders');
  assert.equal(rows[0].count, 1510);
});

test('an import is taken back in turns, too', async () => {
  const skus = Array.from({ length: 250 }, (_, place) => `S${place},Thing ${place}\n`);
  const done = await importBytes(shop, `code,title\n${skus.join('')}`, {
    profile: 'doorstep-products',
  });
  assert.deepEqual(done.documents.create, { product: 250 });
  await shop.call('POST', `/v1/imports/${done.id}/reversal`);
  await runImports(shop.runtime, { turnMs: 0 });
  assert.deepEqual(await read(done.id).then(({ state, undo }) => [state, undo.undone]), [
    'undoing',
    100,
  ]);
  await workOff({ runtime: second });
  assert.deepEqual(await read(done.id).then(({ state, undo }) => [state, undo.undone]), [
    'undone',
    250,
  ]);
});

test('a worker that stops leaves what it reads or applies to others at once', async () => {
  const id = await begin(fileOf(1500));
  const stopAfter = async (looks: number) => {
    const stopping = new AbortController();
    let left = looks;
    const realNow = () => {
      left -= 1;
      if (left === 0) stopping.abort();
      return new Date();
    };
    const { signal } = stopping;
    await runImports({ ...shop.runtime, realNow }, { signal });
    return runImports({ ...shop.runtime, realNow }, { signal });
  };
  // It looks twice before it works, then once for every 2,000 rows.
  assert.equal(await stopAfter(3), 0, 'nothing is begun after that');
  assert.deepEqual([(await read(id)).state, (await read(id)).rows.read], ['reading', 2000]);
  assert.equal(await runImports(second), 1);
  assert.deepEqual([(await read(id)).state, (await read(id)).rows.read], ['applying', 4650]);
  await stopAfter(3);
  const { state, documents } = await read(id);
  assert.equal(state, 'applying');
  assert.ok(documents.handled > 0 && documents.handled <= 250, `${documents.handled}`);
  await workOff({ runtime: second });
  assert.deepEqual((await read(id)).documents.create, { order: 1500, credit: 150 });
});

test('who was taken over writes nothing more', async () => {
  const id = await begin(fileOf(600));
  await runImports(shop.runtime);
  let taken: Promise<void> | undefined;
  let looks = 0;
  const now = () => {
    looks += 1;
    if (looks === 4) taken = workOff({ runtime: later() });
    return new Date();
  };
  await workOff({ runtime: { ...second, now, realNow: now } });
  await taken;
  await workOff({ runtime: later() });
  assert.equal((await read(id)).state, 'done');
  assert.deepEqual(await written(), [600, 1800, 60, 660]);
});

test('canceling while it is applied stops it between two batches: what is written is whole', async () => {
  const id = await begin(fileOf(1500));
  await runImports(shop.runtime);
  let looks = 0;
  let canceled: Promise<{ status: number }> | undefined;
  const now = () => {
    looks += 1;
    if (looks === 6) canceled = shop.call('POST', `/v1/imports/${id}/cancellation`);
    return new Date();
  };
  await workOff({ runtime: { ...second, now, realNow: now } });
  assert.equal((await canceled)?.status, 200);
  await workOff(shop);
  const done = await read(id);
  assert.equal(done.state, 'canceled');
  const orders = await count('orders');
  assert.equal(orders, done.documents.create.order);
  assert.ok(orders > 0 && orders < 1500, `${orders}`);
  assert.equal(await count('order_lines'), orders * 3);
});

test('a file that is canceled while it is read is canceled, not broken', async () => {
  const id = await begin(`${fileOf(1500)}9999,"no end`);
  let canceled: Promise<{ status: number }> | undefined;
  let looks = 0;
  const now = () => {
    looks += 1;
    if (looks === 3) canceled = shop.call('POST', `/v1/imports/${id}/cancellation`);
    return new Date();
  };
  await workOff({ runtime: { ...second, now, realNow: now } });
  assert.equal((await canceled)?.status, 200);
  assert.equal((await read(id)).state, 'canceled');
});

test('an order captured here while the import writes it stands once', async () => {
  await shop.call('POST', '/v1/channels', { code: 'web', name: 'Web' });
  const orders = 300;
  const id = await begin(fileOf(orders), { channel: 'web' });
  await runImports(shop.runtime);
  const capture = async () => {
    for (let place = 0; place < orders; place += 7) {
      const { status, body } = await shop.call('POST', '/v1/orders', {
        channel: 'web',
        externalId: `${place}`,
        currency: 'GBP',
        lines: [{ sku: 'A1', quantity: 1, unitPriceMinor: 100 }],
      });
      assert.ok(status === 200 || status === 201, JSON.stringify(body));
    }
  };
  await Promise.all([workOff({ runtime: second }), capture(), capture()]);
  const { rows } = await owner.query(
    `select external_id from orders group by channel_id, external_id having count(*) > 1`,
  );
  assert.deepEqual(rows, []);
  const done = await read(id);
  assert.equal(done.state, 'done', JSON.stringify(done));
  assert.equal(await count('orders'), orders);
});

test('a customer erased while an import writes their orders is erased in them, too', async () => {
  await importBytes(shop, HEAD + row('first', 1, '5.0'), { profile: 'online-retail' });
  const { items } = (await shop.call('GET', '/v1/orders')).body;
  const customer = items[0].customer;
  await begin(fileOf(1000));
  await runImports(shop.runtime);
  const erase = async () => {
    while ((await count('orders')) < 250);
    return shop.call('POST', `/v1/customers/${customer}/erasure`);
  };
  const [, erased] = await Promise.all([workOff({ runtime: second }), erase()]);
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  assert.equal(await count('orders'), 1001);
  const { rows } = await owner.query(
    `select ord.id, row.raw, contact.order_id
     from customers as buyer
     join orders as ord on ord.customer_id = buyer.id
     left join order_contacts as contact on contact.order_id = ord.id
     left join import_documents as document on document.entity_id = ord.id
     left join import_rows as row
       on row.import_id = document.import_id and row.document_key = document.key
     where buyer.erased_at is not null`,
  );
  assert.ok(rows.length > 0);
  for (const { raw } of rows) assert.equal(raw, null);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 1000 } });
});
after(() => shop.close());

const write = () => shop.runtime.requests.write();

test('a request is found by its id, with who asked and what came of it', async () => {
  const made = await shop.call('POST', '/v1/channels', { code: 'shop', name: 'Shop' });
  const id = made.headers['x-request-id'];
  await write();
  const { status, body } = await shop.call('GET', `/v1/requests/${id}`);
  assert.equal(status, 200);
  const me = (await shop.call('GET', '/v1/me')).body.actor.id;
  const { at, tookMs, ...rest } = body;
  assert.deepEqual(rest, {
    id,
    operation: 'createChannel',
    method: 'POST',
    path: '/v1/channels',
    status: 201,
    error: null,
    actor: `api-key:${me}`,
  });
  assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000);
  assert.ok(tookMs > 0);
});

test('a problem is in the log with its code, and failures are listed apart', async () => {
  const refused = await shop.call('GET', '/v1/orders/999999');
  await write();
  const { items } = (await shop.call('GET', '/v1/requests?failed=true&limit=1')).body;
  assert.deepEqual(
    [items[0].id, items[0].error, items[0].status],
    [refused.body.requestId, 'not-found', 404],
  );
});

test('requests are listed newest first, page by page, and by operation', async () => {
  for (let times = 0; times < 5; times += 1) await shop.call('GET', '/v1/channels');
  await write();
  const ids: string[] = [];
  for (let cursor = ''; ids.length < 6; ) {
    const at = `/v1/requests?limit=2&operation=listChannels${cursor}`;
    const { items, nextCursor } = (await shop.call('GET', at)).body;
    assert.ok(items.every((one: { operation: string }) => one.operation === 'listChannels'));
    ids.push(...items.map((one: { id: string }) => one.id));
    if (nextCursor === null) break;
    cursor = `&cursor=${nextCursor}`;
  }
  assert.equal(ids.length, 5);
  assert.deepEqual(ids, [...ids].sort().reverse());
});

test('the log holds no body, no query and no secret, and not who looked at it', async () => {
  await shop.call('GET', '/v1/customers?search=private@example.com');
  await shop.call('POST', '/v1/customers', { email: 'private@example.com' });
  await shop.call('GET', '/v1/requests');
  await write();
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  const { rows } = await client.query('select * from api_requests');
  await client.end();
  assert.ok(rows.length > 5);
  assert.doesNotMatch(JSON.stringify(rows), /private|dsk_|listRequests/);
});

test('of a surge only a part is kept', async () => {
  const orders = Array.from({ length: 300 }, () =>
    shop.call('POST', '/v1/orders', orderOf({ MUG: 1 })),
  );
  await Promise.all(orders);
  await write();
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as count from api_requests where operation = 'captureOrder'`,
  );
  await client.end();
  assert.ok(rows[0].count > 100 && rows[0].count < 250, String(rows[0].count));
});

test('partitions are made for the days ahead, and dropped after a week', async () => {
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  await client.query(
    `create table api_requests_2020_01_01 partition of api_requests
     for values from (first_id_of('2020-01-01')) to (first_id_of('2020-01-02'))`,
  );
  await client.query('select ensure_partitions(current_date + 62)');
  const day = (await client.query(`select to_char(now(), 'YYYY_MM_DD') as day`)).rows[0].day;
  const { rows } = await client.query<{ name: string }>(
    `select inhrelid::regclass::text as name
     from pg_inherits where inhparent = 'api_requests'::regclass
       and inhrelid::regclass::text like 'api_requests_2%' order by 1`,
  );
  const names = rows.map(({ name }) => name);
  // The database may have been made yesterday, with a partition for that day.
  const ahead = names.filter((name) => name >= `api_requests_${day}`);
  const used = await client.query(`select count(*)::int as count from only api_requests_${day}`);
  await client.end();
  assert.deepEqual([ahead.length, ahead[0]], [8, `api_requests_${day}`]);
  assert.ok(!names.includes('api_requests_2020_01_01'));
  assert.ok(used.rows[0].count > 0);
});

test('a database that is gone costs the log a gap, and no request', async () => {
  const { requests } = shop.runtime;
  const tenant = shop.tenant;
  const strange = {
    operation: 'x',
    method: 'GET',
    status: 200,
    error: null,
    actor: 'a',
    tookMs: 1,
  };
  requests.note(tenant, { id: 'req_not-a-uuid', ...strange });
  await requests.write();
  const { headers } = await shop.call('GET', '/v1/locations');
  await write();
  const found = await shop.call('GET', `/v1/requests/${headers['x-request-id']}`);
  assert.equal(found.status, 200);
});

// cspell:ignore IHDR IDAT IEND nosniff

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500 } });
});
after(() => shop.close());

const settings = async () => (await shop.call('GET', '/v1/settings')).body;
const order = async (more: object = {}): Promise<Answer> =>
  shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, more));

test('what was never set is as it is for everybody', async () => {
  const { appearance, numbers, reasons } = await settings();
  assert.deepEqual(appearance, {
    name: 'test',
    currency: 'EUR',
    currencyFixed: false,
    accentColor: null,
    language: null,
    timeZone: null,
    logo: null,
    version: 0,
  });
  assert.deepEqual(numbers.orders, { prefix: '', padding: 0 });
  assert.equal(reasons.refund.items[0].code, 'goodwill');
});

test('the name and the look change, what nobody could read is refused, and it is audited', async () => {
  const look = {
    name: 'Test & Sons',
    accentColor: '#1d4ed8',
    language: 'de',
    timeZone: 'Asia/Tokyo',
  };
  const changed = await shop.call('PATCH', '/v1/settings/appearance', { ...look, version: 0 });
  assert.deepEqual([changed.status, changed.body.version], [200, 1]);
  const me = (await shop.call('GET', '/v1/me')).body.tenant;
  assert.deepEqual(
    [me.name, me.look.accentColor, me.look.language, me.look.timeZone],
    ['Test & Sons', '#1d4ed8', 'de', 'Asia/Tokyo'],
  );
  const pale = await shop.call('PATCH', '/v1/settings/appearance', { accentColor: '#ffff00' });
  assert.deepEqual([pale.body.code, pale.body.data.contrast], ['contrast-too-low', 1.07]);
  const nowhere = { timeZone: 'Mars/Base' };
  const refused = await shop.call('PATCH', '/v1/settings/appearance', nowhere);
  assert.equal(refused.body.code, 'time-zone-unknown');
  const stale = await shop.call('PATCH', '/v1/settings/appearance', { name: 'x', version: 0 });
  assert.equal(stale.body.code, 'version-conflict');
  const [entry] = (await shop.call('GET', '/v1/audit?kind=settings')).body.items;
  assert.deepEqual([entry.before.name, entry.after.name], ['test', 'Test & Sons']);
});

test('the currency of the books changes until there is an order', async () => {
  const to = (currency: string) => shop.call('PATCH', '/v1/settings/appearance', { currency });
  assert.equal((await to('CHF')).body.currency, 'CHF');
  assert.equal((await to('EUR')).status, 200);
  assert.equal((await order()).status, 201);
  assert.equal((await to('CHF')).body.code, 'currency-in-use');
  assert.equal((await to('EUR')).status, 200);
  assert.equal((await settings()).appearance.currencyFixed, true);
});

test('a logo is a picture, of which only the picture is kept', async () => {
  const send = (bytes: Buffer) =>
    shop.call('PUT', '/v1/settings/logo', { picture: bytes.toString('base64') });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  assert.equal((await send(svg)).body.code, 'picture-unreadable');
  assert.equal((await shop.call('GET', '/v1/settings/logo')).status, 404);
  const planted = Buffer.concat([PNG, Buffer.from('<script>planted</script>')]);
  const put = await send(planted);
  assert.match(put.body.logo, /^[0-9a-f]{16}$/);
  const shown = await shop.app.inject({
    url: '/v1/settings/logo',
    headers: { authorization: `Bearer ${shop.secret}` },
  });
  assert.equal(shown.headers['content-type'], 'image/png');
  assert.equal(shown.headers['x-content-type-options'], 'nosniff');
  assert.deepEqual(shown.rawPayload, PNG);
  assert.equal((await shop.call('GET', '/v1/me')).body.tenant.look.logo, put.body.logo);
  assert.equal((await shop.call('DELETE', '/v1/settings/logo')).status, 204);
  assert.equal((await settings()).appearance.logo, null);
});

test('reasons are the tenant’s own: renamed, in another order, new, and retired but not forgotten', async () => {
  const items = [
    { code: 'late', name: 'Came late', retired: false },
    { code: 'lost', name: null, retired: false },
  ];
  const { body } = await shop.call('PUT', '/v1/settings/reasons/refund', { items, version: 0 });
  assert.deepEqual(
    body.items.map(({ code, retired }: { code: string; retired: boolean }) => [code, retired]),
    [
      ['late', false],
      ['lost', false],
      ['goodwill', true],
      ['other', true],
    ],
  );
  const twice = await shop.call('PUT', '/v1/settings/reasons/hold', {
    items: [items[0], items[0]],
  });
  assert.equal(twice.body.code, 'validation-failed');

  const own = [{ code: 'on-the-phone', name: 'On the phone', retired: false }];
  await shop.call('PUT', '/v1/settings/reasons/hold', { items: own });
  const at = `/v1/orders/${(await order()).body.id}`;
  const hold = (reason: string) => shop.call('POST', `${at}/holds`, { reason });
  assert.equal((await hold('on-the-phone')).status, 201);
  for (const reason of ['other', 'never-heard-of'])
    assert.equal((await hold(reason)).body.code, 'reason-unknown', reason);
  const held = (await shop.call('GET', '/v1/orders?holdReason=on-the-phone')).status;
  assert.equal(held, 200);
  const bulk = { action: { kind: 'hold', reason: 'other' }, orders: [(await order()).body.id] };
  assert.equal((await shop.call('POST', '/v1/bulk-actions', bulk)).body.code, 'reason-unknown');
});

test('numbers are written as the tenant and the channel say; old ones stay, and all are found', async () => {
  const bare = (await order()).body;
  const { items } = (await shop.call('GET', '/v1/channels')).body;
  const web = items[0];
  const formats = {
    orders: { prefix: 'B-', padding: 6 },
    returns: { prefix: 'RMA/', padding: 0 },
    channels: { [web.id]: { prefix: 'DE2026-', padding: 8 } },
  };
  const changed = await shop.call('PUT', '/v1/settings/numbers', { ...formats, version: 0 });
  assert.equal(changed.status, 200);
  // What the router knows of channels is two seconds old at most; a new one makes it look again.
  await shop.call('POST', '/v1/channels', { code: 'pos', name: 'Store' });
  await shop.call('PATCH', '/v1/locations/BER', {
    channels: [{ channel: web.code }, { channel: 'pos' }],
  });
  const ofStore = (await order({ channel: 'pos' })).body;
  const ofWeb = (await order()).body;
  assert.match(ofWeb.number, /^DE2026-0000\d{4}$/);
  assert.match(ofStore.number, /^B-00\d{4}$/);
  assert.match((await shop.call('GET', `/v1/orders/${bare.id}`)).body.number, /^\d+$/);
  for (const one of [bare, ofWeb, ofStore]) {
    for (const typed of [one.number, one.number.toLowerCase(), one.number.replace(/^.*\D0*/, '')])
      assert.equal((await shop.call('GET', `/v1/orders/${typed}`)).body.id, one.id, typed);
  }
  const other = ofWeb.number.replace('DE', 'AT');
  assert.equal((await shop.call('GET', `/v1/orders/${other}`)).status, 404);
  const gone = { ...formats, channels: { [`chn_${'0'.repeat(32)}`]: formats.orders } };
  assert.equal((await shop.call('PUT', '/v1/settings/numbers', gone)).body.code, 'channel-unknown');
  const digits = { ...formats, orders: { prefix: 'B1', padding: 0 } };
  assert.equal(
    (await shop.call('PUT', '/v1/settings/numbers', digits)).body.code,
    'validation-failed',
  );
});

test('while formats change under way, of many orders at once no two have the same number', async () => {
  const prefixes = ['A', 'A-', 'A1-', ''];
  const taken = await Promise.all(
    Array.from({ length: 40 }, async (_, place) => {
      if (place % 5 === 0)
        await shop.call('PUT', '/v1/settings/numbers', {
          orders: { prefix: prefixes[place % 4], padding: place % 7 },
          returns: { prefix: '', padding: 0 },
          channels: {},
        });
      return (await order()).body.number as string;
    }),
  );
  assert.equal(new Set(taken).size, taken.length);
});

const chunk = (name: string, data: number[]): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), Buffer.from(data), Buffer.alloc(4)]);
};
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', [0, 0, 0, 8, 0, 0, 0, 8, 8, 6, 0, 0, 0]),
  chunk('IDAT', [1, 2, 3]),
  chunk('IEND', []),
]);

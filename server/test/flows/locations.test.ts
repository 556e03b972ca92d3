import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { locateDestination } from '../../src/locations/locate-destination.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop({ now: () => new Date('2026-11-23T09:00:00Z') });
  for (const code of ['web', 'pos']) await shop.call('POST', '/v1/channels', { code, name: code });
});
after(() => shop.close());

const berlin = { street: 'Hauptstr. 1', city: 'Berlin', postalCode: '10115', country: 'DE' };
const create = (code: string, more: object = {}): Promise<Answer> =>
  shop.call('POST', '/v1/locations', {
    code,
    name: `Name of ${code}`,
    kind: 'warehouse',
    address: berlin,
    timeZone: 'Europe/Berlin',
    ...more,
  });
const change = (location: string, body: object): Promise<Answer> =>
  shop.call('PATCH', `/v1/locations/${location}`, body);

test('a location is created with its hours, costs and channels, and read by id and code', async () => {
  const made = await create('BER', {
    coordinates: { latitude: 52.5, longitude: 13.4 },
    cutOff: '14:00',
    calendar: { open: ['mon', 'tue'], closed: ['2026-12-25', '2026-11-24'] },
    capacityOrdersPerDay: 500,
    handlingCostMinor: 250,
    safetyStock: 3,
    handlingDays: 1,
    channels: [{ channel: 'web', bufferUnits: 2, priority: 3 }, { channel: 'pos' }],
  });
  assert.equal(made.status, 201);
  assert.equal(made.body.number, 1);
  assert.equal(made.body.coordinatesFrom, 'given');
  assert.deepEqual(made.body.calendar.closed, ['2026-11-24', '2026-12-25']);
  assert.equal(made.body.handlingDays, 1);
  assert.equal(made.body.nextCutOffAt, '2026-11-23T13:00:00.000Z');
  assert.deepEqual(made.body.channels, [
    { channel: 'pos', bufferUnits: 0, priority: 1 },
    { channel: 'web', bufferUnits: 2, priority: 3 },
  ]);
  assert.deepEqual((await shop.call('GET', '/v1/locations/BER')).body, made.body);
  assert.deepEqual((await shop.call('GET', `/v1/locations/${made.body.id}`)).body, made.body);
  assert.equal((await shop.call('GET', '/v1/locations/none')).body.code, 'not-found');
});

test('without coordinates a location is placed by its postal code, else by its country', async () => {
  const address = { city: 'New York', postalCode: '10012', country: 'US' };
  const store = await create('NYC', { kind: 'store', address, timeZone: 'America/New_York' });
  assert.equal(store.body.coordinatesFrom, 'postal-code');
  assert.ok(Math.abs(store.body.coordinates.latitude - 40.75) < 0.2);
  assert.equal(store.body.number, 2);
  const country = await create('DE-1');
  assert.equal(country.body.coordinatesFrom, 'country');
  const nowhere = await create('ZZ-1', { address: { country: 'ZZ' } });
  assert.equal(nowhere.status, 422);
  assert.equal(nowhere.body.code, 'place-unknown');
});

test('a refused location takes no number', async () => {
  const taken = await create('BER');
  assert.equal(taken.body.code, 'already-exists');
  assert.deepEqual(taken.body.data, { field: 'code' });
  assert.equal((await create('next')).body.number, 4);
});

test('an unknown time zone and an unknown channel are refused', async () => {
  const zone = await create('zone', { timeZone: 'Mars/Olympus' });
  assert.equal(zone.body.code, 'time-zone-unknown');
  assert.equal((await create('zone', { timeZone: '+01:00' })).body.code, 'time-zone-unknown');
  const channel = await create('zone', { channels: [{ channel: 'web' }, { channel: 'fax' }] });
  assert.equal(channel.body.code, 'channel-unknown');
  assert.deepEqual(channel.body.data, { channels: ['fax'] });
});

test('a change replaces what it names and keeps the rest', async () => {
  const changed = await change('BER', {
    channels: [{ channel: 'pos', bufferUnits: 9 }],
    cutOff: null,
    version: 1,
  });
  assert.equal(changed.status, 200);
  assert.equal(changed.body.version, 2);
  assert.deepEqual(changed.body.channels, [{ channel: 'pos', bufferUnits: 9, priority: 1 }]);
  assert.equal(changed.body.cutOff, null);
  assert.equal(changed.body.handlingCostMinor, 250);
  assert.equal((await change('BER', { safetyStock: 3 })).body.version, 2, 'nothing changed');
  const stale = await change('BER', { safetyStock: 4, version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
  assert.deepEqual(stale.body.data, { version: 2 });
  assert.equal((await change('BER', { code: 'NYC' })).body.code, 'already-exists');
  assert.equal((await change('BER', { timeZone: 'No/Where' })).body.code, 'time-zone-unknown');
  const channels = [{ channel: 'fax' }];
  assert.equal((await change('BER', { channels })).body.code, 'channel-unknown');
  assert.equal((await change('none', { safetyStock: 1 })).body.code, 'not-found');
});

test('a new address moves a location, unless its coordinates were given', async () => {
  const address = { postalCode: '90001', country: 'US' };
  const given = (await change('BER', { address })).body;
  assert.deepEqual(given.coordinates, { latitude: 52.5, longitude: 13.4 });
  const anew = (await change('BER', { coordinates: null })).body;
  assert.equal(anew.coordinatesFrom, 'postal-code');
  const moved = (await change('BER', { address: { country: 'FR' } })).body;
  assert.equal(moved.coordinatesFrom, 'country');
  assert.equal(moved.address.city, null, 'an address is replaced whole');
  assert.equal((await change('BER', { address: { country: 'ZZ' } })).body.code, 'place-unknown');
});

test('locations are listed newest first, page by page', async () => {
  const first = (await shop.call('GET', '/v1/locations?limit=3')).body;
  const second = (await shop.call('GET', `/v1/locations?limit=3&cursor=${first.nextCursor}`)).body;
  assert.deepEqual(
    [...first.items, ...second.items].map((location: { number: number }) => location.number),
    [4, 3, 2, 1],
  );
  assert.equal(second.nextCursor, null);
});

test('another tenant counts its locations from 1 and sees none of these', async () => {
  const other = await shop.anotherTenant('other');
  assert.equal((await other.call('GET', '/v1/locations/BER')).body.code, 'not-found');
  const body = { code: 'BER', name: 'B', kind: 'store', address: berlin, timeZone: 'UTC' };
  assert.equal((await other.call('POST', '/v1/locations', body)).body.number, 1);
});

test('a destination is placed in memory, in every country there is', () => {
  assert.equal(locateDestination({ country: 'ZZ' }), null);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const country of ['DE', 'US', 'FJ', 'RU', 'GF', 'XK', 'VA', 'TV']) {
    assert.ok(names.of(country));
    assert.ok(locateDestination({ country }), country);
  }
  const fiji = locateDestination({ country: 'FJ' });
  assert.ok(fiji !== null && Math.abs(fiji.longitude) > 175, 'beside the date line');
});

test('the log tells of locations, versions dense', async () => {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const { id } = (await shop.call('GET', '/v1/locations/BER')).body;
  const own = items.filter((event: { subject: string }) => event.subject === id);
  assert.deepEqual(
    own.map((event: { version: number }) => event.version),
    [1, 2, 3, 4, 5],
  );
  assert.deepEqual(own[1].data.changed, ['cutOff', 'channels']);
});

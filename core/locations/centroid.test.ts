import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CentroidTable, centroidOf } from './centroid.ts';

const table: CentroidTable = {
  countries: { US: [39.5, -98.4], DE: [51.1, 10.4] },
  postal: { US: { prefixLength: 3, points: { '100': [40.75, -73.99] } } },
};

test('a postal code is placed by its first digits', () => {
  const found = centroidOf(table, { country: 'US', postalCode: '10012-4356' });
  assert.deepEqual(found, {
    coordinates: { latitude: 40.75, longitude: -73.99 },
    from: 'postal-code',
  });
});

test('without a known postal code the country has to do', () => {
  for (const postalCode of ['99999', '', null])
    assert.equal(centroidOf(table, { country: 'US', postalCode })?.from, 'country');
  assert.equal(centroidOf(table, { country: 'DE', postalCode: '10115' })?.from, 'country');
});

test('a country that is not there cannot be placed', () => {
  assert.equal(centroidOf(table, { country: 'ZZ' }), null);
  assert.equal(centroidOf(table, { country: 'constructor' }), null);
});

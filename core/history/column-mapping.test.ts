// cspell:ignore Artikelnummer Bestand Farbe
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  blankProfile,
  fittingProfiles,
  mappedProfile,
  mappingOf,
  suggestedMapping,
} from './column-mapping.ts';
import { PROFILES } from './profiles.ts';

const RETAIL = [
  ...['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice'],
  ...['CustomerID', 'Country'],
];

test('the profile of a file is found by its columns, the likeliest first', () => {
  assert.equal(fittingProfiles(PROFILES, RETAIL)[0]?.name, 'online-retail');
  assert.equal(fittingProfiles(PROFILES, ['sku', 'location', 'onHand'])[0]?.name, 'doorstep-stock');
  assert.deepEqual(fittingProfiles(PROFILES, ['sku', 'location']), []);
  assert.deepEqual(fittingProfiles(PROFILES, ['shape', 'color']), []);
});

test('columns are suggested by their names, each once, in two languages', () => {
  assert.deepEqual(suggestedMapping('stock', ['Artikelnummer', 'Lager', 'Bestand', 'Farbe']), {
    sku: 'Artikelnummer',
    location: 'Lager',
    onHand: 'Bestand',
  });
  const orders = suggestedMapping('orders', RETAIL);
  assert.equal(orders.externalId, 'InvoiceNo');
  assert.equal(orders['line.unitPrice'], 'UnitPrice');
  assert.equal(new Set(Object.values(orders)).size, Object.values(orders).length);
});

test('what is mapped by hand changes a profile there only', () => {
  const base =
    PROFILES.find(({ name }) => name === 'doorstep-products') ?? blankProfile('products');
  const columns = ['code', 'name', 'Weight'];
  const before = mappingOf(base, columns);
  assert.deepEqual(before, { code: 'code', title: 'name' });
  const own = mappedProfile(base, before, { ...before, weightGrams: 'Weight' });
  assert.equal(own.fields.weightGrams, 'Weight');
  assert.deepEqual(own.fields.title, base.fields.title);
  assert.deepEqual(own.documentKey, ['code']);
});

test('a profile of its own is made from nothing but columns', () => {
  const own = mappedProfile(blankProfile('stock'), {}, { sku: 'A', location: 'B', onHand: 'C' });
  assert.deepEqual(own.documentKey, ['A', 'B']);
  assert.deepEqual(own.fields, { sku: 'A', location: 'B', onHand: 'C' });
});

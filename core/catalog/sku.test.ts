import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SkuId } from '../ids.ts';
import { isRefusal } from '../refusal.ts';
import { decideSku, type FindSku, type KnownSku, type SkuWish } from './sku.ts';

const plain = {
  title: 'Tee',
  barcodes: [],
  weightGrams: 150,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  price: { amountMinor: 1250, currency: 'EUR' },
  active: true,
};
const known = (code: string, more: Partial<KnownSku> = {}): KnownSku => ({
  id: `sku_${code}` as SkuId,
  code,
  fields: plain,
  components: [],
  isComponent: false,
  ...more,
});
const shelf = new Map(
  [known('tee'), known('set', { components: [{ sku: 'sku_tee' as SkuId, quantity: 1 }] })].map(
    (sku) => [sku.code, sku],
  ),
);
const find: FindSku = (reference) => shelf.get(reference);

function reasonOf(outcome: unknown): unknown {
  assert.ok(isRefusal(outcome));
  return outcome.data?.['reason'];
}

test('a change keeps what is left out and takes away what is null', () => {
  const decided = decideSku({ weightGrams: null, title: 'Shirt' }, known('tee'), find);
  assert.ok(!isRefusal(decided));
  assert.deepEqual(decided.fields, { ...plain, weightGrams: null, title: 'Shirt' });
  assert.deepEqual(decided.changed, ['title', 'weightGrams']);
});

test('the same again changes nothing, whatever the order of keys', () => {
  const price = { currency: 'EUR', amountMinor: 1250 };
  const decided = decideSku({ price, components: [] }, known('tee'), find);
  assert.ok(!isRefusal(decided));
  assert.deepEqual(decided.changed, []);
});

test('a barcode with a wrong check digit is told the right one', () => {
  const refused = decideSku({ barcode: '4006381333932' }, known('tee'), find);
  assert.ok(isRefusal(refused));
  assert.equal(refused.data?.['checkDigit'], 1);
  const noGtin = decideSku({ barcode: 'ABC' }, known('tee'), find);
  assert.ok(isRefusal(noGtin));
  assert.equal(noGtin.data?.['checkDigit'], null);
});

test('a kit is made of plain SKUs, each named once, and not of itself', () => {
  const kitOf = (...skus: string[]) =>
    decideSku({ components: skus.map((sku) => ({ sku, quantity: 2 })) }, known('tee'), find);
  assert.equal(reasonOf(kitOf('nothing')), 'sku-unknown');
  assert.equal(reasonOf(kitOf('set')), 'is-kit');
  assert.equal(reasonOf(kitOf('tee')), 'is-itself');
  const twice = [1, 2].map((quantity) => ({ sku: 'tee', quantity }));
  assert.equal(reasonOf(decideSku({ title: 'Set', components: twice }, null, find)), 'named-twice');
});

test('what a kit is made of cannot become a kit', () => {
  const component = known('sock', { isComponent: true });
  const wish = { components: [{ sku: 'tee', quantity: 1 }] };
  assert.equal(reasonOf(decideSku(wish, component, find)), 'is-component');
  assert.ok(!isRefusal(decideSku({ components: [] }, component, find)));
});

test('a new SKU needs a title', () => {
  const refused = decideSku({}, null, find);
  assert.ok(isRefusal(refused));
  assert.equal(refused.refused, 'validation-failed');
});

test('barcodes are a list: one given alone goes first, and each number stands once', () => {
  const two = ['4006381333931', '96385074'];
  const before = { ...known('tee'), fields: { ...known('tee').fields, barcodes: two } };
  const barcodesOf = (wish: SkuWish) => {
    const decided = decideSku(wish, before, find);
    return 'refused' in decided ? decided.refused : decided.fields.barcodes;
  };
  assert.deepEqual(barcodesOf({ barcode: '036000291452' }), ['036000291452', ...two]);
  assert.deepEqual(barcodesOf({ barcode: '96385074' }), [two[1], two[0]]);
  assert.deepEqual(barcodesOf({ barcode: null }), ['96385074']);
  assert.deepEqual(barcodesOf({ barcodes: ['04006381333931', '4006381333931'] }), [
    '04006381333931',
  ]);
  assert.equal(barcodesOf({ barcodes: ['96385075'] }), 'barcode-invalid');
  assert.deepEqual(barcodesOf({ title: 'Other' }), two);
});

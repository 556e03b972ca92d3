import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergePersons } from './merge.ts';

const ann = { externalId: null, email: 'ann@example.com', name: 'Ann Lee', phone: null };
const old = { externalId: 'crm-1', email: 'a.lee@example.com', name: 'A. Lee', phone: '030 123' };

test('what the survivor has stays, and what it lacks comes from the other', () => {
  const { survivor, gained } = mergePersons(ann, old);
  assert.deepEqual(survivor, { ...ann, externalId: 'crm-1', phone: '030 123' });
  assert.deepEqual(gained, ['externalId', 'phone']);
});

test('the other keeps what it was known by, but for what only one may have', () => {
  const { left } = mergePersons(ann, old);
  assert.deepEqual(left, { ...old, externalId: null });
});

test('of two alike, nothing is gained', () => {
  const { survivor, left, gained } = mergePersons(old, { ...old, externalId: null, email: null });
  assert.deepEqual([survivor, left.name, gained], [old, 'A. Lee', []]);
});

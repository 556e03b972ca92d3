import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { giftCardCode, lastFour, normalizedCode } from './gift-card-code.ts';

test('a code is found again however it is typed', () => {
  const code = giftCardCode(randomBytes(64));
  assert.match(code, /^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  const plain = normalizedCode(code);
  for (const typed of [code.toLowerCase(), ` ${code} `, code.replaceAll('-', ' '), plain ?? ''])
    assert.equal(normalizedCode(typed), plain);
  assert.equal(code.endsWith(lastFour(code)), true);
});

test('what cannot be a code is none', () => {
  for (const typed of ['', 'ABCD', 'A222-3333-4444-5550', 'A222-3333-4444-55555', 'gfc_1'])
    assert.equal(normalizedCode(typed), null, typed);
});

test('every character is as likely as the others, and the same one never comes twice', () => {
  const codes = Array.from({ length: 2000 }, () => giftCardCode(randomBytes(64)));
  assert.equal(new Set(codes).size, codes.length);
  const counts = new Map<string, number>();
  for (const letter of codes.join('').replaceAll('-', ''))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  assert.equal(counts.size, 30);
  for (const count of counts.values()) assert.ok(count > 800 && count < 1350, String(count));
});

test('too few random bytes make no code', () => {
  assert.throws(() => giftCardCode(new Uint8Array(8)));
});

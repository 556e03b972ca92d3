import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText, storableJson, storableText } from './storable-text.ts';

test('what cannot be stored has a mark in its place, whole characters stay', () => {
  assert.equal(storableText('a\0b\ud83dc\ude00😀'), 'a\ufffdb\ufffdc\ufffd😀');
  assert.deepEqual(JSON.parse(storableJson({ a: ['\0', 1, null], b: { c: '\ud83d' } })), {
    a: ['\ufffd', 1, null],
    b: { c: '\ufffd' },
  });
});

test('a text is cut before a character that would not fit whole', () => {
  assert.equal(cutText('ab😀', 4), 'ab😀');
  assert.equal(cutText('ab😀', 3), 'ab');
  assert.equal(cutText('ab😀c', 4), 'ab😀');
});

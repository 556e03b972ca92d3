// cspell:ignore IHDR IDAT IEND Exif

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanPicture, SIDE_MAX } from './picture.ts';

const text = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));
const u32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const chunk = (name: string, data: number[]): number[] => [
  ...u32(data.length),
  ...text(name),
  ...data,
  ...u32(0),
];
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const header = (width: number, height: number) =>
  chunk('IHDR', [...u32(width), ...u32(height), 8, 6, 0, 0, 0]);
const pixels = chunk('IDAT', [1, 2, 3]);
const end = chunk('IEND', []);

const bytesOf = (...parts: number[][]): Uint8Array => Uint8Array.from(parts.flat());

test('of a PNG stays what is seen: no text, no place, nothing behind its end', () => {
  const told = chunk('tEXt', text('Author planted'));
  const script = text('<script>planted</script>');
  const picture = cleanPicture(bytesOf(SIGNATURE, header(40, 20), told, pixels, end, script));
  assert.deepEqual(picture, {
    contentType: 'image/png',
    width: 40,
    height: 20,
    bytes: bytesOf(SIGNATURE, header(40, 20), pixels, end),
  });
});

test('of a JPEG as well', () => {
  const start = [0xff, 0xd8];
  const segment = (marker: number, data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
  const place = segment(0xe1, text('Exif planted'));
  const comment = segment(0xfe, text('planted'));
  const frame = segment(0xc0, [8, 0, 20, 0, 40, 1, 1, 0x11, 0]);
  const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 7, 0xff, 0, 9, 0xff, 0xd9];
  const picture = cleanPicture(bytesOf(start, place, comment, frame, scan, text('planted')));
  assert.deepEqual(picture, {
    contentType: 'image/jpeg',
    width: 40,
    height: 20,
    bytes: bytesOf(start, frame, scan),
  });
});

test('what is no picture, is broken off, or too large, is none', () => {
  const whole = bytesOf(SIGNATURE, header(40, 20), pixels, end);
  assert.equal(cleanPicture(whole.subarray(0, whole.length - 5)), undefined);
  assert.equal(cleanPicture(bytesOf(SIGNATURE, pixels, end)), undefined);
  assert.equal(cleanPicture(bytesOf(SIGNATURE, header(SIDE_MAX + 1, 20), end)), undefined);
  assert.equal(cleanPicture(bytesOf(text('<svg onload="alert(1)"/>'))), undefined);
  assert.equal(cleanPicture(bytesOf([0xff, 0xd8, 0xff])), undefined);
  assert.equal(cleanPicture(new Uint8Array()), undefined);
});

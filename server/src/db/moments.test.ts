import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { readMoment } from './moments.ts';

const driver = pg.types.getTypeParser(1184);

test('a moment is read as the driver reads it, whatever its fraction', () => {
  const moment = fc
    .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19).replace('T', ' '));
  const fraction = fc.oneof(
    fc.constant(''),
    fc.stringMatching(/^[0-9]{0,5}[1-9]$/).map((d) => `.${d}`),
  );
  fc.assert(
    fc.property(moment, fraction, (seconds, rest) => {
      const text = `${seconds}${rest}+00`;
      assert.deepEqual(readMoment(text), driver(text));
    }),
  );
});

test('what is not of our time or zone is left to the driver', () => {
  for (const text of [
    'infinity',
    '-infinity',
    '0044-03-15 12:00:00+00 BC',
    '0099-12-31 23:59:59.9+00',
    '10000-01-01 00:00:00+00',
    '2026-11-29 20:07:00.123+05:30',
    '2026-11-29 20:07:00-03',
  ])
    assert.deepEqual(readMoment(text), driver(text), text);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayIn, isTimeZone } from './time-zone.ts';

test('time zones are IANA names, offsets are none', () => {
  for (const name of ['Europe/Berlin', 'UTC', 'America/Argentina/Ushuaia'])
    assert.ok(isTimeZone(name), name);
  for (const name of ['Mars/Olympus', '+01:00', '', 'Europe']) assert.ok(!isTimeZone(name), name);
});

test('a day is that of the place, summer and winter', () => {
  const berlin = dayIn('Europe/Berlin');
  assert.equal(berlin('2026-07-31T22:00:00Z'), '2026-08-01');
  assert.equal(berlin('2026-12-31T22:59:59Z'), '2026-12-31');
  assert.equal(berlin('2026-12-31T23:00:00Z'), '2027-01-01');
  assert.equal(dayIn('UTC')('2026-12-31T23:59:59Z'), '2026-12-31');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimeZone } from './time-zone.ts';

test('time zones are IANA names, offsets are none', () => {
  for (const name of ['Europe/Berlin', 'UTC', 'America/Argentina/Ushuaia'])
    assert.ok(isTimeZone(name), name);
  for (const name of ['Mars/Olympus', '+01:00', '', 'Europe']) assert.ok(!isTimeZone(name), name);
});

// Every built-in profile is of the form that people's own must have.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImportProfileSchema } from '@doorstep/contract/import-profile.ts';
import { REQUIRED_FIELDS } from '@doorstep/core/history/fields.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { Value } from 'typebox/value';

for (const profile of PROFILES)
  test(`the profile ${profile.name} is valid, and has the fields it needs`, () => {
    assert.deepEqual([...Value.Errors(ImportProfileSchema, profile)], []);
    for (const field of REQUIRED_FIELDS[profile.kind]) assert.ok(field in profile.fields, field);
    assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: profile.timeZone }));
  });

test('no two profiles have the same name', () => {
  assert.equal(new Set(PROFILES.map(({ name }) => name)).size, PROFILES.length);
});

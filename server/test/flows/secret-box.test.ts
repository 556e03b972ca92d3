// Secrets at rest: who may open them, and where their key comes from.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { localMasterKey } from '../../src/access/master-key.ts';
import { secretBox } from '../../src/access/secret-box.ts';
import { readConfig } from '../../src/config.ts';

const tenant = idFromUuid('tenant', '0'.repeat(32));
const other = idFromUuid('tenant', '1'.repeat(32));
const [older, newer] = [randomBytes(32), randomBytes(32)];

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-key-'));
});
after(() => rm(folder, { recursive: true }));

test('a sealed secret opens, and is another text each time', () => {
  const box = secretBox([newer]);
  const [first, second] = ['a secret', 'a secret'].map((text) => box.seal(text, tenant, 'test'));
  assert.ok(first !== undefined && second !== undefined);
  assert.equal(box.open(first, tenant, 'test'), 'a secret');
  assert.notDeepEqual(first, second);
  assert.ok(!first.includes('a secret'));
});

test('it opens for no other tenant and no other purpose, and not when a bit was changed', () => {
  const box = secretBox([newer]);
  const sealed = box.seal('a secret', tenant, 'test');
  assert.throws(() => box.open(sealed, other, 'test'));
  assert.throws(() => box.open(sealed, tenant, 'another'));
  for (const place of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    assert.throws(() => box.open(changed, tenant, 'test'), `byte ${place}`);
    assert.throws(() => box.open(sealed.subarray(0, place), tenant, 'test'), `cut at ${place}`);
  }
});

test('the newest key seals, older ones open what they sealed, a missing one is named by its id', () => {
  const sealed = secretBox([older]).seal('a secret', tenant, 'test');
  const both = secretBox([newer, older]);
  assert.equal(both.open(sealed, tenant, 'test'), 'a secret');
  const renewed = both.seal('a secret', tenant, 'test');
  assert.equal(secretBox([newer]).open(renewed, tenant, 'test'), 'a secret');
  assert.throws(
    () => secretBox([newer]).open(sealed, tenant, 'test'),
    /sealed under the master key [0-9a-f]{8}, which is not given/,
  );
  assert.throws(() => secretBox([]).seal('a secret', tenant, 'test'), /no master key/);
});

test('a key is made once, for its owner only, also when several processes start at once', async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => localMasterKey(folder)));
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1);
  assert.equal(keys[0]?.length, 32);
  assert.deepEqual(await readdir(folder), ['secret.key']);
  assert.equal((await stat(join(folder, 'secret.key'))).mode & 0o777, 0o600);
});

test('a key that is none is told, without what it holds', async () => {
  const short = Buffer.from('short').toString('base64');
  await writeFile(join(folder, 'secret.key'), short);
  await assert.rejects(localMasterKey(folder), /does not hold a key of 32 bytes/);
  const wrong = { DOORSTEP_SECRET_KEY: short };
  assert.throws(
    () => readConfig(wrong),
    (error: Error) => /must be 32 bytes/.test(error.message) && !error.message.includes(short),
  );
  const text = [newer, older].map((key) => key.toString('base64')).join(', ');
  assert.deepEqual(readConfig({ DOORSTEP_SECRET_KEY: text }).secretKeys, [newer, older]);
  assert.equal(readConfig({}).secretKeys, undefined);
});

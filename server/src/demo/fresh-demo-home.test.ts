import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { describeDataHome } from '../db/embedded/data-home.ts';
import { lockDataHome } from '../db/embedded/lock-data-home.ts';
import { freshDemoHome } from './fresh-demo-home.ts';

let folder: string;
let path: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-fresh-'));
  path = join(folder, 'demo-day');
  await mkdir(path);
  await writeFile(join(path, 'secret.key'), 'of the day before');
});
after(() => rm(folder, { recursive: true }));

test('a demo that runs keeps its folder, and who comes second is told what to do', async () => {
  const lock = await lockDataHome(describeDataHome(path));
  await assert.rejects(freshDemoHome(path), /being played or looked at .* DOORSTEP_DATA=/s);
  assert.deepEqual((await readdir(path)).sort(), ['doorstep.lock', 'secret.key']);
  await lock.release();
});

test('what a demo left that has ended is cleared away', async () => {
  await freshDemoHome(path);
  assert.deepEqual(await readdir(folder), []);
});

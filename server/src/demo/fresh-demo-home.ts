// The folder of the simulated day, made anew each time; it stays until the next, to be looked at.

import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeDataHome } from '../db/embedded/data-home.ts';
import { EmbeddedPostgresError } from '../db/embedded/embedded-postgres-error.ts';
import { lockDataHome } from '../db/embedded/lock-data-home.ts';

/**
 * Empties the folder, unless somebody is at work in it.
 *
 * @throws Error that says what to do, when a demo is being played or looked at there
 */
export async function freshDemoHome(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  const home = describeDataHome(path);
  const lock = await lockDataHome(home).catch((error: unknown) => {
    const isHeld = error instanceof EmbeddedPostgresError && error.code === 'data-home-locked';
    throw isHeld ? new Error(inUse(path), { cause: error }) : error;
  });
  const names = await readdir(path);
  for (const name of names.filter((one) => one !== basename(home.lockFile)))
    await rm(join(path, name), { recursive: true, force: true });
  await lock.release();
  // Who opens it makes it with the rights it needs; another demo may have taken it just now.
  await rmdir(path).catch(() => {});
}

function inUse(path: string): string {
  return (
    `DOORSTEP_USAGE: A demo is being played or looked at in ${path}.\n` +
    'End it with Ctrl-C first, or play this one beside it: ' +
    `DOORSTEP_DATA=${join(dirname(dirname(path)), 'another')} npm run demo`
  );
}

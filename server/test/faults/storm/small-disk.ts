// A disk of limited size that can be filled: a tmpfs, where we may mount one.

import { execFile } from 'node:child_process';
import { chmod, mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface SmallDisk {
  readonly folder: string;
  /** Until not a byte is left; what is given back meanwhile is taken as well. */
  fill(): Promise<void>;
  free(): Promise<void>;
  unmount(): Promise<void>;
}

const run = promisify(execFile);
const SIZE = '1500m';
const FILL_EVERY_MS = 50;
const PIECE = Buffer.alloc(1024 * 1024);

/** Null where it is not permitted. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  await mkdir(folder);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  } catch {
    return null;
  }
  await chmod(folder, 0o755);
  const ballast = join(folder, 'ballast');
  let isFull = false;
  let filling = Promise.resolve();
  const keepFull = async () => {
    for (; isFull; await sleep(FILL_EVERY_MS)) await fillUp(folder, ballast);
  };
  return {
    folder,
    async fill() {
      isFull = true;
      await fillUp(folder, ballast);
      filling = keepFull();
    },
    async free() {
      isFull = false;
      await filling;
      await rm(ballast, { force: true });
    },
    async unmount() {
      isFull = false;
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Written and not only reserved; the last pages go singly, and PostgreSQL may be faster. */
async function fillUp(folder: string, ballast: string): Promise<void> {
  const file = await open(ballast, 'a');
  try {
    for (let size = PIECE.length; size >= 4096; ) {
      const { bavail, bsize } = await statfs(folder);
      size = Math.min(size, bavail * bsize);
      if (size < 4096) return;
      await file.write(PIECE, 0, size);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}
